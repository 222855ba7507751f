/*
 * Catalogues in words for a terminal: what is wrong in one, and what is different in another edition.
 */
import type { Catalogue, CatalogueItem, WordChange } from '../../../core/src';
import { lineAt, plain, wrap } from '../terminal';

/** The faults of a catalogue, each with its line. */
export function faultLines(text: string, { faults }: Catalogue): string[] {
  return faults.flatMap(({ severity, span, message, code }) => {
    const line = lineAt(text, span.start);
    return wrap(`${message} (${code})`, `  line ${line}: ${severity}: `);
  });
}

/** Whether some part of a catalogue cannot be read as it is meant. */
export function hasErrors({ faults }: Catalogue): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

/** `standard 6.1`. */
export function nameOf({ kind, id }: CatalogueItem): string {
  return `${kind} ${plain(id)}`;
}

/** The wording of an entry of a catalogue. */
export function wording(item: CatalogueItem): string {
  return 'text' in item ? item.text : item.title;
}

/** Words that were taken out as `[-old-]`, words that were put in as `{+new+}`. */
export function printWords(changes: readonly WordChange[]): string {
  return changes
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'added' ? `{+${words}+}` : `[-${words}-]`))
    .join(' ');
}
