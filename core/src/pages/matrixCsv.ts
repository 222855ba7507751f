/*
 * The coverage matrix for a spreadsheet: one line for each standard, figures as numbers, and no totals, which a
 * spreadsheet makes by itself.
 */
import { citedAs } from '../catalogue/index';
import { printCsv } from '../report/csv';
import type { Matrix, MatrixColumn, MatrixTheme } from './matrix';

/** Prints a matrix as CSV with a line of headings. */
export function printMatrixCsv({ columns, themes }: Matrix): string {
  const head = ['Theme', 'Element', 'Standard', 'Wording', 'State', 'Reason'];
  const counts = ['Strengths', 'Areas for development', 'Mentions'];
  const named = columns.map(headingOf);
  return printCsv([[...head, ...counts, ...named], ...themes.flatMap(linesOf)]);
}

/** Initials are the heading of a reviewer's column: a name may be another person's too. */
function headingOf({ about, name, title }: MatrixColumn): string {
  return about === 'reviewer' && name !== '' ? name : title;
}

function linesOf({ theme, file, rows }: MatrixTheme): (string | number)[][] {
  return rows.map(({ standard, entry, cells, reason = '' }) => [
    citedAs(file.catalogue, theme),
    citedAs(file.catalogue, standard.element),
    citedAs(file.catalogue, standard),
    standard.text,
    entry.state,
    reason,
    entry.strengths.length,
    entry.development.length,
    entry.mentions.length,
    ...cells.map((cell) => cell.length),
  ]);
}
