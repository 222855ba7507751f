/*
 * Columns on a terminal. One of them takes what the others leave of the width; what is too long for its column
 * is cut, or goes on in the line below. Widths are counted in characters, as `wrap` counts them.
 */
import { columns as widest, plain } from './terminal';

export interface Column {
  readonly head: string;
  /** In characters; `rest` takes what the others leave, and is for one column only. */
  readonly width: number | 'rest';
  /** Words are cut or wrapped; figures stand to the right, and only their heading is ever wrapped. */
  readonly long: 'cut' | 'wrap' | 'right';
}

const gap = '  ';

/** Rows of cells as lines that are never wider than a report; what fits its column between two commas is not broken. */
export function printRows(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0);
  const rest = widest - fixed - gap.length * (columns.length - 1);
  const widthOf = ({ width }: Column): number => (width === 'rest' ? rest : width);
  return rows.flatMap((row) => {
    const cells = columns.map((column, i) => layOut(plain(row[i] ?? ''), widthOf(column), column.long));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const printed = columns.map((column, i) => {
        const words = cells[i]?.[line] ?? '';
        const width = widthOf(column);
        return column.long === 'right' ? words.padStart(width) : words.padEnd(width);
      });
      return printed.join(gap).trimEnd();
    });
  });
}

function layOut(words: string, width: number, long: Column['long']): readonly string[] {
  if (long === 'cut') return [words.length > width ? `${words.slice(0, width - 1).trimEnd()}…` : words];
  const lines: string[] = [];
  const units = words.split(/(?<=,) /).flatMap((unit) => (unit.length > width ? unit.split(' ') : unit));
  for (const word of units.flatMap((unit) => breakUp(unit, width))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A word that is wider than its column, in pieces. */
function breakUp(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...breakUp(word.slice(width), width)];
}
