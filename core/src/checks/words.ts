/*
 * Lists and names as messages say them, so that every check speaks alike.
 */
import type { Element } from '../catalogue';

/** `6.1`, `6.1 and 6.2`, `6.1, 6.2 and 6.3`. */
export function listWords(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `element 6 has 6.1 and 6.2`, or where its standards are many, the first and the last. */
export function describeStandards(element: Element): string {
  const ids = element.standards.map((standard) => standard.id);
  const shown = ids.length > 6 ? `${ids[0]} to ${ids[ids.length - 1]}` : listWords(ids);
  return ids.length === 0 ? `element ${element.id} has no standards` : `element ${element.id} has ${shown}`;
}
