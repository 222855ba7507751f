/*
 * `citation-elsewhere`: a finding in one theme cites only standards of another. It may be right; it may
 * also have been written, or pasted, under the wrong heading.
 */
import { themeOf } from '../catalogueIndex';
import { itemsOf, resolveParts } from '../resolve';
import type { StretchCheck } from './check';
import { listWords } from './words';

export const citationElsewhere: StretchCheck = {
  about: 'stretch',
  code: 'citation-elsewhere',
  severity: 'information',
  title: 'A finding in one theme cites only standards of another',
  why: 'It may stand under the wrong heading, where the report would print it.',
  *run(stretch, frame) {
    for (const finding of stretch.findings) {
      const subject = stretch.subjectOf(finding.section);
      const cited = finding.citations.filter((citation) => citation.kind === 'standard');
      const themes = new Set(cited.flatMap((c) => itemsOf(resolveParts(frame.catalogues, c))).map(themeOf));
      const [first] = cited;
      if (!subject || !first || themes.size === 0 || themes.has(themeOf(subject))) continue;
      const home = themeOf(subject);
      const others = listWords([...themes].map((theme) => `theme ${theme.id} (${theme.title})`));
      const message = `This finding stands in theme ${home.id} and cites only ${others}.`;
      yield { span: first.span, message };
    }
  },
};
