/*
 * Which items of the catalogues the findings of a review cite, strengths and areas for development apart. A review is
 * counted by what has changed since it was counted last, whichever of two is the older, so the answer is that of
 * counting everything; and as long as the same is cited, it is the same object.
 */
import { isSameList } from '../text/arrays';
import type { CatalogueItem } from '../catalogue/readCatalogue';
import type { Document } from '../document/document';
import { changesBetween } from '../review/summaryChanges';
import type { ReviewContext } from '../review/context';
import type { FindingKind } from '../document/fragment';
import type { Review } from '../review/review';

/** What findings with words cite. */
export type Sides = Readonly<Record<FindingKind, ReadonlySet<CatalogueItem>>>;

declare module '../review/review' {
  interface ReviewNotes {
    sides?: Sides;
  }
}

const counters = new WeakMap<ReviewContext, SidesCounter>();

/** What the findings of a review cite, on each side. */
export function sidesOf(review: Review): Sides {
  const known = review.notes.sides;
  if (known) return known;
  let counter = counters.get(review.context);
  if (!counter) counters.set(review.context, (counter = new SidesCounter()));
  review.notes.older = undefined;
  return (review.notes.sides = counter.count(review));
}

/** The state of the review that was counted last under a frame. */
class SidesCounter {
  private documents: readonly Document[] = [];
  /** In how many documents each item is cited. */
  private readonly times = {
    strength: new Map<CatalogueItem, number>(),
    development: new Map<CatalogueItem, number>(),
  };
  private current: Sides = { strength: new Set(), development: new Set() };

  count({ documents, context }: Review): Sides {
    const { strength, development } = this.times;
    let isSame = true;
    for (const { before, after } of changesBetween(this.documents, documents, context)) {
      if (!recount(strength, before.sides.strength, after.sides.strength)) isSame = false;
      if (!recount(development, before.sides.development, after.sides.development)) isSame = false;
    }
    this.documents = documents;
    if (!isSame)
      this.current = { strength: new Set(strength.keys()), development: new Set(development.keys()) };
    return this.current;
  }
}

/** Counts what one document cites now, and no more; gives whether the review still cites the same. */
function recount(
  times: Map<CatalogueItem, number>,
  gone: readonly CatalogueItem[],
  come: readonly CatalogueItem[],
): boolean {
  if (isSameList(gone, come)) return true;
  const { size } = times;
  for (const item of come) times.set(item, (times.get(item) ?? 0) + 1);
  let isSame = times.size === size;
  for (const item of gone) {
    const left = (times.get(item) ?? 0) - 1;
    if (left > 0) times.set(item, left);
    else isSame = !times.delete(item) && isSame;
  }
  return isSame;
}
