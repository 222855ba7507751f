/*
 * `excluded-citation`: a finding cites what the scope leaves out. It has no fix: either the scope or the
 * finding is wrong, and only people know which.
 */
import { nameOf } from '../catalogueIndex';
import { resolveParts } from '../resolve';
import { reasonOf, scopeOf } from '../scope';
import type { StretchCheck } from './check';

export const excludedCitation: StretchCheck = {
  about: 'stretch',
  code: 'excluded-citation',
  severity: 'warning',
  title: 'A finding cites what the scope of the review leaves out',
  why: 'The body under review was told that this would not be looked at.',
  *run(stretch, frame) {
    const scope = scopeOf(frame);
    if (scope.size === 0) return;
    for (const citation of stretch.findings.flatMap((finding) => finding.citations)) {
      for (const { part, found } of resolveParts(frame.catalogues, citation)) {
        const out = found.find(({ item }) => scope.has(item));
        const exclusion = out && scope.get(out.item);
        if (!exclusion) continue;
        const related = [{ uri: frame.uri, span: exclusion.span, message: 'It is left out here.' }];
        const message = `${nameOf(out.item)} is out of scope: ${reasonOf(exclusion)}.`.replace(/\.\.$/, '.');
        yield { span: part.span, message, related };
      }
    }
  },
};
