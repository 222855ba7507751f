/*
 * Findings whose words stand in more than one place of a review. A review is counted by what has changed since it
 * was counted last, whichever of two is the older, so the answer is that of counting everything; and a document
 * that has been looked at before is not read for it again.
 */
import type { Document } from './document';
import { examine } from './examination';
import type { Frame } from './frame';
import type { ReviewSet } from './reviewSet';
import { eachSaid, type PlacedSaid, type Said } from './said';
import { span, type Span } from './span';
import { Tally } from './tally';

/** A finding whose words stand elsewhere too; `head` is its first line. */
export interface Repeat {
  readonly document: Document;
  readonly head: Span;
}

interface Placed extends Repeat {
  readonly key: number;
}

type Repeats = ReadonlyMap<Document, readonly [later: Repeat, first: Repeat][]>;

declare module './reviewSet' {
  interface ReviewSetNotes {
    repeats?: Repeats;
  }
}
declare module './document' {
  interface DocumentNotes {
    repeated?: { readonly keys: ReadonlySet<number>; readonly places: readonly Placed[] };
  }
}

const counts = new WeakMap<Frame, Counts>();
const none: readonly [Repeat, Repeat][] = [];

/** The findings of a document that repeat one further up in the review, each with the first that says the same. */
export function repeatsIn(document: Document, set: ReviewSet): readonly [later: Repeat, first: Repeat][] {
  const found = (set.notes.repeats ??= findAll(set));
  return found.get(document) ?? none;
}

function findAll(set: ReviewSet): Repeats {
  const { frame } = set;
  let counted = counts.get(frame);
  if (!counted) counts.set(frame, (counted = new Counts()));
  const keys = counted.repeatedIn(
    new Map(set.documents.map((document) => [document.uri, examine(document, frame).said])),
  );
  const found = new Map<Document, [Repeat, Repeat][]>();
  if (keys.size === 0) return found;
  const first = new Map<number, Repeat>();
  for (const document of set.documents) {
    const later = placesIn(document, frame, keys).flatMap((place): [Repeat, Repeat][] => {
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
function placesIn(document: Document, frame: Frame, keys: ReadonlySet<number>): readonly Placed[] {
  const before = document.notes.repeated;
  if (before?.keys === keys) return before.places;
  const places: Placed[] = [];
  for (const placed of keys.size === 0 ? [] : examine(document, frame).said) {
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
  private readonly counted = new Map<string, readonly PlacedSaid[]>();
  private repeated: ReadonlySet<number> = new Set();

  /** What is said more than once in these documents; the same set as long as it holds the same. */
  repeatedIn(documents: ReadonlyMap<string, readonly PlacedSaid[]>): ReadonlySet<number> {
    const changed = new Set<number>();
    for (const uri of this.counted.keys()) if (!documents.has(uri)) this.recount(uri, [], changed);
    for (const [uri, said] of documents) this.recount(uri, said, changed);
    const isRepeated = (key: number): boolean => this.times.of(key) > 1;
    if ([...changed].some((key) => isRepeated(key) !== this.repeated.has(key))) {
      const still = [...this.repeated].filter(isRepeated);
      this.repeated = new Set([...still, ...[...changed].filter(isRepeated)]);
    }
    return this.repeated;
  }

  /** A chapter that is read again says the same in another array, which is counted off and on. */
  private recount(uri: string, after: readonly PlacedSaid[], changed: Set<number>): void {
    const before = this.counted.get(uri) ?? [];
    if (before === after) return;
    const gone = new Set(before.map(({ said }) => said));
    for (const { said } of after) if (!gone.delete(said)) this.add(said, 1, changed);
    for (const said of gone) this.add(said, -1, changed);
    if (after.length > 0) this.counted.set(uri, after);
    else this.counted.delete(uri);
  }

  private add(said: Said, by: 1 | -1, changed: Set<number>): void {
    eachSaid({ said, start: 0 }, (key) => {
      this.times.add(key, by);
      changed.add(key);
    });
  }
}
