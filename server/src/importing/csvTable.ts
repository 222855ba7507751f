/*
 * Tables as CSV: the separator is guessed, and bytes that are no UTF-8 are read as Windows writes them. What is guarded
 * against being taken for a formula is guarded so that reading takes the guard away, and nothing else.
 */
import Papa from 'papaparse';
import { isFormula, printCsv } from '../../../core/src';
import { counter, limits, many, savePart, textCounter, TooMuch } from './limits';

/** Whether a cell starts with an apostrophe that guards what could be a formula, or that guards such guards. */
function isGuarded(cell: string): boolean {
  return cell.startsWith("'") && isFormula(cell.replace(/^'+/, ''));
}

/** A quotation mark with something behind it that does not close a cell. */
const opening = /"(?=[^",;\t|\r\n ])/g;

/** The rows of a CSV file, or throws TooMuch. */
export function readCsv(text: string): string[][] {
  textCounter(savePart)(text.length);
  const quotes = counter(
    limits.quotes,
    (most) =>
      `has more than ${most} quotation marks that open a cell, which is the most that is read. Check that every one is closed, or save the columns with the standards alone.`,
  );
  // The library remembers each that it cannot make sense of.
  for (const found of text.matchAll(opening)) quotes(found.length);
  const count = {
    rows: counter(
      limits.rows,
      (most) => `has more than ${most} rows, which is the most that is read. ${savePart}`,
    ),
    cells: counter(
      limits.cells,
      (most) => `has more than ${most} cells, which is the most that is read. ${savePart}`,
    ),
  };
  const rows: string[][] = [];
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    step({ data }) {
      count.rows(1);
      let width = data.length;
      // A spreadsheet that once had something far to the right saves empty cells up to there in every row.
      while (width > limits.columns && data[width - 1] === '') width--;
      if (width > limits.columns)
        throw new TooMuch(
          `has ${many(width)} columns in row ${many(rows.length + 1)}, and at most ${many(limits.columns)} are read. Check that every quotation mark is closed, or save the columns with the standards alone.`,
        );
      count.cells(width);
      rows.push(data.slice(0, width).map((cell) => (isGuarded(cell) ? cell.slice(1) : cell)));
    },
  });
  return rows;
}

/** Rows as CSV, with a mark at its beginning by which spreadsheets know UTF-8. */
export function printCsvTable(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (isGuarded(cell) ? `'${cell}` : cell)));
  return `\uFEFF${printCsv(guarded)}`;
}
