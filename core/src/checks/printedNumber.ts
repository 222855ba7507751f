/*
 * `printed-number`: the id is the one that the published document prints, and the catalogue numbers the
 * standard otherwise, because the printed number stands for another standard too.
 */
import type { ReviewContext } from '../review/context';
import { resolvedIn } from '../document/resolvedCitations';
import { citedOnlyBy } from './alsoCited';
import { byPlace } from './byPlace';
import type { FragmentInContext, FragmentCheck } from './check';

function printedIds(fragment: FragmentInContext, context: ReviewContext) {
  const parts = resolvedIn(fragment.citations, context.catalogues).filter(
    ({ printed }) => printed.length > 0,
  );
  return parts.flatMap((here) => here.printed.map(({ cited, standard }) => ({ ...here, cited, standard })));
}

const printedAt = byPlace(printedIds, ({ cited }) => cited.span);

export const printedNumber: FragmentCheck = {
  about: 'fragment',
  looksAt: 'citations',
  code: 'printed-number',
  severity: 'warning',
  title: 'A citation uses the number printed in the published document, not the catalogue’s',
  why: 'The printed number is easily taken for another standard. The finding counts all the same.',
  safe: true,
  run: (fragment, context) =>
    printedIds(fragment, context).map(({ cited, standard }) => {
      const message = `${cited.id} is the number printed for standard ${standard.id}; the catalogue calls it ${standard.id}.`;
      return { span: cited.span, message };
    }),
  fix(diagnostic, fragment, context) {
    for (const here of printedAt(fragment, context, diagnostic.span)) {
      const { part, cited, standard } = here;
      if (cited.span.end !== diagnostic.span.end) continue;
      const prefix = cited.prefix === undefined ? '' : `${cited.prefix}:`;
      const missing = citedOnlyBy(here, fragment, context);
      // A range with a printed end may run over ids of two elements, so it becomes a list.
      const ids = (part.to && missing.length > 0 ? missing : [standard])
        .map(({ id }) => `${prefix}${id}`)
        .join(', ');
      const title = `Change to ${ids}`;
      return [{ title, edits: [{ span: part.span, text: ids }], preferred: true }];
    }
    return [];
  },
};
