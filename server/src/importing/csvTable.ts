/*
 * Tables as CSV: the separator is guessed, and bytes that are no UTF-8 are read as Windows writes them. What is guarded
 * against being taken for a formula is guarded so that reading takes the guard away, and nothing else.
 */
import Papa from 'papaparse';
import { isFormula, printCsv } from '../../../core/src';

/** Whether a cell starts with an apostrophe that guards what could be a formula, or that guards such guards. */
function isGuarded(cell: string): boolean {
  return cell.startsWith("'") && isFormula(cell.replace(/^'+/, ''));
}

/** The rows of a CSV file. */
export function readCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  return data.map((row) => row.map((cell) => (isGuarded(cell) ? cell.slice(1) : cell)));
}

/** Rows as CSV, with a mark at its beginning by which spreadsheets know UTF-8. */
export function printCsvTable(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (isGuarded(cell) ? `'${cell}` : cell)));
  return `\uFEFF${printCsv(guarded)}`;
}
