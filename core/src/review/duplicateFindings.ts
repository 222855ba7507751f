/*
 * Findings whose words stand in more than one place of a review. A review is counted by what has changed since it
 * was counted last, whichever of two is the older, so the answer is that of counting everything; and a document
 * that has been looked at before is not read for it again.
 */
import type { Document } from '../document/document';
import { changesBetween } from './summaryChanges';
import { summarise } from './summary';
import type { ReviewContext } from './context';
import type { Review } from './review';
import { eachSaid, type PlacedSaid } from './findingKeys';
import { span, type Span } from '../text/span';
import { Tally } from '../text/intCounter';

/** A finding whose words stand elsewhere too; `head` is its first line. */
export interface Repeat {
  readonly document: Document;
  readonly head: Span;
}

interface Placed extends Repeat {
  readonly key: number;
}

type Repeats = ReadonlyMap<Document, readonly [later: Repeat, first: Repeat][]>;

declare module './review' {
  interface ReviewNotes {
    repeats?: Repeats;
  }
}
declare module '../document/document' {
  interface DocumentNotes {
    repeated?: { readonly keys: ReadonlySet<number>; readonly places: readonly Placed[] };
  }
}

const counts = new WeakMap<ReviewContext, Counts>();
const nothing: Repeats = new Map();

/** By document, the findings that repeat one further up in the review, each with the first that says the same. */
export function repeatsIn(review: Review): Repeats {
  return (review.notes.repeats ??= findAll(review));
}

function findAll(review: Review): Repeats {
  const { context } = review;
  let counted = counts.get(context);
  if (!counted) counts.set(context, (counted = new Counts()));
  const keys = counted.repeatedIn(review);
  if (keys.size === 0) return nothing;
  const found = new Map<Document, [Repeat, Repeat][]>();
  const first = new Map<number, Repeat>();
  for (const document of review.documents) {
    const later = placesIn(document, context, keys).flatMap((place): [Repeat, Repeat][] => {
      const before = first.get(place.key);
      if (before) return [[place, before]];
      first.set(place.key, place);
      return [];
    });
    if (later.length > 0) found.set(document, later);
  }
  return found;
}

/** Where a document says something that is said twice; the same objects as long as it and what is repeated stand. */
function placesIn(document: Document, context: ReviewContext, keys: ReadonlySet<number>): readonly Placed[] {
  const before = document.notes.repeated;
  if (before?.keys === keys) return before.places;
  const places: Placed[] = [];
  for (const placed of summarise(document, context).said) {
    eachSaid(placed, (key, from, to) => {
      if (keys.has(key)) places.push({ document, key, head: span(from, to) });
    });
  }
  document.notes.repeated = { keys, places };
  return places;
}

/** How often each thing is said in the review that was counted last. */
class Counts {
  private readonly times = new Tally();
  private documents: readonly Document[] = [];
  private repeated: ReadonlySet<number> = new Set();

  /** What is said more than once in a review; the same set as long as it holds the same. */
  repeatedIn({ documents, context }: Review): ReadonlySet<number> {
    const changed = new Set<number>();
    const changes = changesBetween(this.documents, documents, context);
    for (const { before, after } of changes) this.recount(before.said, after.said, changed);
    this.documents = documents;
    const isRepeated = (key: number): boolean => this.times.of(key) > 1;
    if ([...changed].some((key) => isRepeated(key) !== this.repeated.has(key))) {
      const still = [...this.repeated].filter(isRepeated);
      this.repeated = new Set([...still, ...[...changed].filter(isRepeated)]);
    }
    return this.repeated;
  }

  /** A chapter that is read again says the same in another array, which is counted off and on; those around it stand. */
  private recount(before: readonly PlacedSaid[], after: readonly PlacedSaid[], changed: Set<number>): void {
    let from = 0;
    while (from < before.length && before[from]?.said === after[from]?.said) from++;
    let back = 0;
    const most = Math.min(before.length, after.length) - from;
    while (back < most && before[before.length - 1 - back]?.said === after[after.length - 1 - back]?.said)
      back++;
    for (let i = from; i < after.length - back; i++) this.add(after[i], 1, changed);
    for (let i = from; i < before.length - back; i++) this.add(before[i], -1, changed);
  }

  private add(placed: PlacedSaid | undefined, by: 1 | -1, changed: Set<number>): void {
    if (!placed) return;
    eachSaid(placed, (key) => {
      this.times.add(key, by);
      changed.add(key);
    });
  }
}
