/*
 * Lists and names as messages say them, so that every check speaks alike.
 */
import type { Catalogue, Element } from '../catalogue/readCatalogue';
import { citedAs } from '../catalogue/index';

/** `6.1`, `6.1 and 6.2`, `6.1, 6.2 and 6.3`. */
export function listWords(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** An id or a word as a message quotes it: nobody reads on where it never ends. */
export function quotable(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

/** `element 6 has 6.1 and 6.2`, or where its standards are many, the first and the last. */
export function describeStandards(catalogue: Catalogue, element: Element): string {
  const ids = element.standards.map((standard) => citedAs(catalogue, standard));
  const shown = ids.length > 6 ? `${ids[0]} to ${ids[ids.length - 1]}` : listWords(ids);
  return `element ${citedAs(catalogue, element)} has ${ids.length === 0 ? 'no standards' : shown}`;
}
