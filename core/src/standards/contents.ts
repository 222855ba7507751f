/*
 * How much a catalogue holds, in a line.
 */
import type { Catalogue } from '../catalogue/readCatalogue';
import { countOf } from '../coverage/labels';

/** How many standards a catalogue has. */
export function countStandards({ themes }: Catalogue): number {
  return themes
    .flatMap((theme) => theme.elements)
    .reduce((total, { standards }) => total + standards.length, 0);
}

/** `4 themes, 8 elements, 18 standards, 100 probes, 51 possible sources of evidence`. */
export function printContents(catalogue: Catalogue): string {
  const { themes } = catalogue;
  const elements = themes.flatMap((theme) => theme.elements);
  const sum = (of: 'probes' | 'sources'): number =>
    elements.reduce((total, element) => total + element[of].length, 0);
  return [
    countOf(themes.length, 'theme'),
    countOf(elements.length, 'element'),
    countOf(countStandards(catalogue), 'standard'),
    countOf(sum('probes'), 'probe'),
    `${countOf(sum('sources'), 'possible source')} of evidence`,
  ].join(', ');
}
