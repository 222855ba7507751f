/*
 * `one-sided-standard`: a standard has only strengths, or only areas for development. One diagnostic for a
 * theme, on its heading, names them all, as for gaps; it waits until the findings are weighed, because on site
 * every standard begins with one finding.
 */
import type { Standard } from '../catalogue/readCatalogue';
import { citedAs } from '../catalogue/index';
import { oneSidedIn, type OneSided } from '../coverage/oneSided';
import { fromModerationOn, type ReviewCheck } from './check';
import { listWords } from '../text/lists';
export const oneSidedStandard: ReviewCheck = {
  about: 'review',
  code: 'one-sided-standard',
  severity: fromModerationOn,
  title: 'A standard has only strengths, or only areas for development',
  why: 'It may well be so. It may also be that nobody asked about the other side.',
  *run(review) {
    for (const found of oneSidedIn(review)) {
      const { uri, catalogue } = found.file;
      const related = [...found.only.strength, ...found.only.development].map((standard) => {
        const message = `${citedAs(catalogue, standard)} ${standard.text}`;
        return { uri, span: standard.nameSpan, message };
      });
      yield {
        document: found.place.document,
        span: found.place.span,
        message: `${describeSides(found)} Is that the whole picture?`,
        related,
      };
    }
  },
};

/** What is one-sided in a theme, in one sentence: `Theme 1: 1.2 has only strengths; 1.4 has only areas for development.` */
export function describeSides({ theme, file: { catalogue }, only }: OneSided): string {
  const print = (standards: readonly Standard[], what: string): string[] => {
    if (standards.length === 0) return [];
    const ids = listWords(standards.map((standard) => citedAs(catalogue, standard)));
    return [`${ids} ${standards.length === 1 ? 'has' : 'have'} only ${what}`];
  };
  const told = [...print(only.strength, 'strengths'), ...print(only.development, 'areas for development')];
  return `Theme ${citedAs(catalogue, theme)}: ${told.join('; ')}.`;
}
