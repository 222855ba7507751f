/*
 * The shipped catalogues for people: the tree down to the wording of each standard, and how many probes
 * and sources of evidence stand behind each element. All of those are in `--format json`.
 */
import type { StandardsReport } from './standards';
import { count, plain, wrap } from './terminal';

/** The catalogues as lines of text. */
export function printStandardsText({ catalogues }: StandardsReport): string {
  return catalogues.map((catalogue) => `${printCatalogue(catalogue).join('\n')}\n`).join('\n\n');
}

function printCatalogue({ id, title, themes }: StandardsReport['catalogues'][number]): string[] {
  const lines = [...wrap(title, ''), `standards: ${plain(id)}`];
  for (const theme of themes) {
    lines.push('', ...wrap(theme.title, `Theme ${plain(theme.id)}: `));
    for (const element of theme.elements) {
      lines.push('', ...wrap(element.title, `  Element ${plain(element.id)}: `));
      for (const { id: number, text, printed } of element.standards) {
        const words = printed === undefined ? text : `${text} (printed ${printed})`;
        lines.push(...wrap(words, `    ${plain(number).padEnd(5)} `));
      }
      const behind = [
        count(element.probes.length, 'probe'),
        count(element.sources.length, 'possible source') + ' of evidence',
      ];
      lines.push(`    ${' '.repeat(5)} ${behind.join(', ')}`);
    }
  }
  return lines;
}
