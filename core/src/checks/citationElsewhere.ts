/*
 * `citation-elsewhere`: a finding in one theme cites only standards of another. It may be right; it may
 * also have been written, or pasted, under the wrong heading.
 */
import { themeOf } from '../catalogue/index';
import type { Complaint } from '../text/diagnostic';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { FragmentCheck } from './check';
import { listWords } from '../text/lists';
export const citationElsewhere: FragmentCheck = {
  about: 'fragment',
  looksAt: 'findings',
  code: 'citation-elsewhere',
  severity: 'information',
  title: 'A finding in one theme cites only standards of another',
  why: 'It may stand under the wrong heading, where the report would print it.',
  run: (fragment, context) =>
    fragment.findings.flatMap(({ section, citations }): Complaint[] => {
      const subject = fragment.subjectOf(section);
      const home = subject && themeOf(subject);
      const cited = citations.filter((citation) => citation.kind === 'standard');
      const [first] = cited;
      if (!home || !first) return [];
      const parts = cited.flatMap((citation) => resolveParts(context.catalogues, citation));
      if (parts.some(({ found }) => found.some(({ item }) => themeOf(item) === home))) return [];
      const themes = new Set(itemsOf(parts).map(themeOf));
      if (themes.size === 0) return [];
      const others = listWords([...themes].map((theme) => `theme ${theme.id} (${theme.title})`));
      return [
        {
          span: first.span,
          message: `This finding stands in theme ${home.id} and cites only ${others}.`,
        },
      ];
    }),
};
