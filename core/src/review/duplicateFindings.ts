/*
 * Findings whose words are in more than one place of a review.
 */
import type { Document } from '../document/document';
import { summarise } from './summary';
import type { Review } from './review';
import type { Span } from '../text/span';

/** A finding whose words are elsewhere too; `head` is its first line. */
export interface Repeat {
  readonly document: Document;
  readonly head: Span;
}

/** The findings that repeat one further up in the review, each with the first that says the same; in order. */
export function repeatedFindings(review: Review): readonly (readonly [later: Repeat, first: Repeat])[] {
  const first = new Map<number, Repeat>();
  const repeats: [Repeat, Repeat][] = [];
  for (const document of review.documents) {
    for (const { said, head } of summarise(document, review.context).findings) {
      if (said === undefined) continue;
      const before = first.get(said);
      if (before) repeats.push([{ document, head }, before]);
      else first.set(said, { document, head });
    }
  }
  return repeats;
}
