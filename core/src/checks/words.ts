/*
 * Lists and names as messages say them, so that every check speaks alike.
 */
import type { Catalogue, Element } from '../catalogue/readCatalogue';
import { citedAs } from '../catalogue/index';
import { listWords } from '../text/lists';

/** `element 6 has 6.1 and 6.2`, or where its standards are many, the first and the last. */
export function describeStandards(catalogue: Catalogue, element: Element): string {
  const ids = element.standards.map((standard) => citedAs(catalogue, standard));
  const shown = ids.length > 6 ? `${ids[0]} to ${ids[ids.length - 1]}` : listWords(ids);
  return `element ${citedAs(catalogue, element)} has ${ids.length === 0 ? 'no standards' : shown}`;
}
