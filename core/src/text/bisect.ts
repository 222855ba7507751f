/*
 * Looking something up in a list that is in order, by halves: for lists that may be as long as a text.
 */
import type { Span } from './span';

/** The position of the first item for which `isReached` holds, as it does for all after it; the length where there is none. */
export function firstReached<T>(items: readonly T[], isReached: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isReached(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finds out whether a span encloses any of some others. */
export function enclosesAny(others: readonly Span[]): (outer: Span) => boolean {
  const inOrder = [...others].sort((a, b) => a.start - b.start);
  // For each, the least end from there on.
  let least = Infinity;
  const ends = inOrder.map(
    (_, i) => (least = Math.min(least, inOrder[inOrder.length - 1 - i]?.end ?? least)),
  );
  ends.reverse();
  return (outer) => {
    const end = ends[firstReached(inOrder, ({ start }) => start >= outer.start)];
    return end !== undefined && end <= outer.end;
  };
}
