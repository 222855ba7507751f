/*
 * What a client shows that has had no page before: all fragments of the first answer, one behind the other.
 */
import type { PageChange } from '../../server/src/protocol';

/** The HTML of a page that is sent for the first time. */
export function shownBy({ from, blocks }: PageChange): string {
  if (from !== 0) throw new Error('Only a part of the page was sent.');
  return blocks.flatMap(({ splices }) => splices.flatMap(({ fragments }) => fragments)).join('');
}
