/*
 * Tables as CSV: the separator is guessed, and bytes that are no UTF-8 are read as Windows writes them. What is guarded
 * against being taken for a formula is guarded so that reading takes the guard away, and nothing else.
 */
import Papa from 'papaparse';
import { formulaStart, printCsv } from '../../../core/src';

/** An apostrophe that stands guard in front of what could be a formula, or in front of such guards. */
const guard = new RegExp(`^'(?='*${formulaStart})`, 'u');

/** The rows of a CSV file. */
export function readCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  return data.map((row) => row.map((cell) => cell.replace(guard, '')));
}

/** Rows as CSV, with a mark at its beginning by which spreadsheets know UTF-8. */
export function printCsvTable(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (guard.test(cell) ? `'${cell}` : cell)));
  return `\uFEFF${printCsv(guarded)}`;
}
