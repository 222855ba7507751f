/*
 * Looking something up in a list that is in order, by halves: for lists that may be as long as a text.
 */

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
