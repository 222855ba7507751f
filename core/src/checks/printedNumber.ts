/*
 * `printed-number`: the id is the one that the published document prints, and the catalogue numbers the
 * standard otherwise, because the printed number stands for another standard too.
 */
import type { Frame } from '../review/context';
import { resolvedIn } from '../document/resolvedCitations';
import { citedBesides } from './alsoCited';
import type { Stretch, StretchCheck } from './check';

function printedIds(stretch: Stretch, frame: Frame) {
  const parts = resolvedIn(stretch, frame.catalogues).filter(({ printed }) => printed.length > 0);
  return parts.flatMap(({ citation, part, printed, found }) =>
    printed.map(({ cited, standard }) => ({ citation, part, cited, standard, found })),
  );
}

export const printedNumber: StretchCheck = {
  about: 'stretch',
  looksAt: 'citations',
  code: 'printed-number',
  severity: 'warning',
  title: 'A citation uses the number printed in the published document, not the catalogue’s',
  why: 'The printed number is easily taken for another standard. The finding counts all the same.',
  safe: true,
  run: (stretch, frame) =>
    printedIds(stretch, frame).map(({ cited, standard }) => {
      const message = `${cited.id} is the number printed for standard ${standard.id}; the catalogue calls it ${standard.id}.`;
      return { span: cited.span, message };
    }),
  fix(diagnostic, stretch, frame) {
    for (const { citation, part, cited, standard, found } of printedIds(stretch, frame)) {
      if (cited.span.start !== diagnostic.span.start || cited.span.end !== diagnostic.span.end) continue;
      const prefix = cited.prefix === undefined ? '' : `${cited.prefix}:`;
      const elsewhere = citedBesides(citation, part, stretch, frame);
      const missing = found.filter(({ item }) => !elsewhere.has(item));
      // A range with a printed end may run over ids of two elements, so it becomes a list.
      const ids = (part.to && missing.length > 0 ? missing.map(({ item }) => item) : [standard])
        .map(({ id }) => `${prefix}${id}`)
        .join(', ');
      const title = `Change to ${ids}`;
      return [{ title, edits: [{ span: part.span, text: ids }], preferred: true }];
    }
    return [];
  },
};
