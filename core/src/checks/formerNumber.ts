/*
 * `former-number`: the id is one of the edition before, which the catalogue remembers as `(formerly 5.3)`. As long as
 * it has become one thing it counts for that; where it was split, somebody has to choose. Whether the words are still
 * the same is another check's business.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import type { CitedId } from '../syntax/citation';
import type { ReviewContext } from '../review/context';
import { resolvedIn } from '../document/resolvedCitations';
import { citedOnlyBy } from './alsoCited';
import { byPlace } from './byPlace';
import type { CheckFix, FragmentInContext, FragmentCheck } from './check';
import { listWords } from '../text/lists';

function formerIds(fragment: FragmentInContext, context: ReviewContext) {
  const parts = resolvedIn(fragment.citations, context.catalogues).filter(({ former }) => former.length > 0);
  return parts.flatMap((here) => here.former.map(({ cited, items }) => ({ ...here, cited, items })));
}

const formerAt = byPlace(formerIds, ({ cited }) => cited.span);

function describe({ id }: CitedId, items: readonly CatalogueItem[]): string {
  const ids = items.map((item) => item.id);
  return ids.length === 1
    ? `${id} is a number of the edition before; it is ${ids[0]} now.`
    : `${id} of the edition before has become ${listWords(ids)}; choose what is meant.`;
}

export const formerNumber: FragmentCheck = {
  about: 'fragment',
  looksAt: 'citations',
  code: 'former-number',
  severity: 'warning',
  title: 'A citation uses a number of the edition before',
  why: 'Whoever looks it up in the edition of today finds nothing. The finding counts, unless the standard was split.',
  safe: true,
  run: (fragment, context) =>
    formerIds(fragment, context).map(({ cited, items }) => {
      return { span: cited.span, message: describe(cited, items) };
    }),
  fix(diagnostic, fragment, context): readonly CheckFix[] {
    for (const here of formerAt(fragment, context, diagnostic.span)) {
      const { part, cited, items, found, missing, former } = here;
      if (describe(cited, items) !== diagnostic.message) continue;
      const prefix = part.from.prefix === undefined ? '' : `${part.from.prefix}:`;
      const change = (changed: readonly CatalogueItem[], preferred: boolean): CheckFix => {
        const ids = changed.map(({ id }) => `${prefix}${id}`).join(', ');
        return { title: `Change to ${ids}`, edits: [{ span: part.span, text: ids }], preferred };
      };
      if (!part.to) {
        const [only] = items;
        if (only && items.length === 1) return [change([only], true)];
        return [...items.map((item) => change([item], false)), change(items, false)];
      }
      // A range of the edition before may run over several elements of today, so it becomes a list.
      const all = found.map(({ item }) => item);
      const left = citedOnlyBy(here, fragment, context);
      const isWhole = missing.length === 0 && former.every((each) => each.items.length === 1);
      return isWhole ? [change(left.length > 0 ? left : all, true)] : [];
    }
    return [];
  },
};
