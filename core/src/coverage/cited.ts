/*
 * Who cites what in a review, counted from the summaries of its documents: the items that findings cite, and how often.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import type { FindingKind } from '../document/fragment';
import type { Review } from '../review/review';
import { summarise } from '../review/summary';
import { memo } from '../text/memo';

/** Standards and elements that findings with words cite, strengths and areas for development apart. */
export type Sides = Readonly<Record<FindingKind, ReadonlySet<CatalogueItem>>>;

/** What the findings of a review cite, on each side. */
export const citedBy = memo((review: Review): Sides => {
  const sides = { strength: new Set<CatalogueItem>(), development: new Set<CatalogueItem>() };
  for (const document of review.documents)
    for (const { item, by } of summarise(document, review.context).cited)
      if (by !== 'mention' && (item.kind === 'standard' || item.kind === 'element')) sides[by].add(item);
  return sides;
});

/** Findings with words by their kind, and citations in narrative. */
export interface Count {
  readonly strengths: number;
  readonly development: number;
  readonly mentions: number;
}

/** The counts of what is not cited. */
export const noCount: Count = { strengths: 0, development: 0, mentions: 0 };

const lists = { strength: 'strengths', development: 'development', mention: 'mentions' } as const;

/** How often each item of the catalogues is cited in a review; an item that is not cited is not in it. */
export const countsOf = memo((review: Review): ReadonlyMap<CatalogueItem, Count> => {
  const counts = new Map<CatalogueItem, Record<keyof Count, number>>();
  for (const document of review.documents) {
    for (const { item, by } of summarise(document, review.context).cited) {
      const count = counts.get(item) ?? { ...noCount };
      count[lists[by]]++;
      counts.set(item, count);
    }
  }
  return counts;
});

/** The sum of some counts. */
export function sumCounts(counts: readonly Count[]): Count {
  const sum = (list: keyof Count): number => counts.reduce((total, count) => total + count[list], 0);
  return { strengths: sum('strengths'), development: sum('development'), mentions: sum('mentions') };
}
