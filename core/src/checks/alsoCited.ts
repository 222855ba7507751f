/*
 * What a finding cites besides one part of a citation, so that a fix which spells out that part adds no second
 * citation of the same thing.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import type { ReviewContext } from '../review/context';
import { itemsOf, type ResolvedPart } from '../catalogue/resolveCitation';
import { resolvedIn } from '../document/resolvedCitations';
import { memo } from '../text/memo';
import type { FragmentInContext } from './check';

/** In how many parts of the citations of a fragment each thing is cited. */
const timesCited = memo(
  ({ citations }: FragmentInContext, { catalogues }: ReviewContext): ReadonlyMap<CatalogueItem, number> => {
    const times = new Map<CatalogueItem, number>();
    for (const part of resolvedIn(citations, catalogues))
      for (const item of itemsOf([part])) times.set(item, (times.get(item) ?? 0) + 1);
    return times;
  },
);

/** Whether the finding around a fix, or in narrative the citation, cites something. */
export function isCitedIn(fragment: FragmentInContext, context: ReviewContext, item: CatalogueItem): boolean {
  return timesCited(fragment, context).has(item);
}

/** What a part of a citation cites and nothing else in the finding, or in narrative in the citation, does. */
export function citedOnlyBy(
  part: ResolvedPart,
  fragment: FragmentInContext,
  context: ReviewContext,
): readonly CatalogueItem[] {
  const times = timesCited(fragment, context);
  return part.found.flatMap(({ item }) => (times.get(item) === 1 ? item : []));
}
