/*
 * Whether the ids of a catalogue can be told apart and cited: none stands twice, and each standard stands in the
 * element that its id names and has a figure in its id. A theme or an element without one is named by its title. What is missing or unread is found while reading, in catalogue.ts.
 */
import type { CatalogueFaultCode } from './faults';
import type { Theme } from './types';
import type { Span } from '../text/span';

/** Takes a fault of the catalogue that is being read. */
export type Blame = (place: Span, code: CatalogueFaultCode, message: string) => void;

/** Blames the ids that are wrong. */
export function checkIds(themes: readonly Theme[], blame: Blame): void {
  const elements = themes.flatMap((theme) => theme.elements);
  const seen = new Set<string>();
  const first = (kind: string, item: { id: string; nameSpan: Span }): void => {
    const key = `${kind} ${item.id}`;
    if (seen.has(key))
      blame(
        item.nameSpan,
        'duplicate-id',
        `${kind} ${item.id} is defined twice; give one of them another id.`,
      );
    seen.add(key);
  };
  for (const theme of themes) first('Theme', theme);
  for (const element of elements) {
    first('Element', element);
    if (element.standards.length === 0) {
      const message = `Element ${element.id} has no standards; add “### Standards” and a list below it.`;
      blame(element.nameSpan, 'element-without-standards', message);
    }
    for (const standard of element.standards) {
      first('Standard', standard);
      if (!standard.id.startsWith(`${element.id}.`)) {
        const message = `Standard ${standard.id} stands in element ${element.id}; its id must begin with ${element.id}.`;
        blame(standard.nameSpan, 'misplaced-id', message);
      } else if (!/\d/.test(standard.id)) {
        const message = `Standard ${standard.id} cannot be cited, because its id has no figure in it; give it one such as ${element.id}.1.`;
        blame(standard.nameSpan, 'id-without-figure', message);
      }
    }
  }
}
