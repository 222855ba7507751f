/*
 * `excluded-citation`: a finding cites what the scope leaves out. It has no fix: either the scope or the
 * finding is wrong, and only people know which.
 */
import { nameOf } from '../catalogue/index';
import type { Complaint } from '../text/diagnostic';
import { reasonOf, scopeOf } from '../review/scope';
import { resolvedIn } from '../document/resolvedCitations';
import type { FragmentCheck } from './check';

export const excludedCitation: FragmentCheck = {
  about: 'fragment',
  looksAt: 'findings',
  code: 'excluded-citation',
  severity: 'warning',
  title: 'A finding cites what the scope of the review leaves out',
  why: 'The body under review was told that this would not be looked at.',
  run(fragment, context) {
    const scope = scopeOf(context);
    if (scope.size === 0) return [];
    return resolvedIn(fragment.citations, context.catalogues).flatMap(
      ({ citation, part, found }): Complaint[] => {
        const out = citation.place === 'finding' && found.find(({ item }) => scope.has(item));
        const exclusion = out && scope.get(out.item);
        if (!exclusion) return [];
        const related = [{ uri: context.uri, span: exclusion.span, message: 'It is left out here.' }];
        const message = `${nameOf(out.item)} is out of scope: ${reasonOf(exclusion)}.`.replace(/\.\.$/, '.');
        return [{ span: part.span, message, related }];
      },
    );
  },
};
