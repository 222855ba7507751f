/*
 * Rows of words and numbers as CSV, as RFC 4180 has it. What a spreadsheet would take for a formula gets an
 * apostrophe in front, because these words come out of files that somebody may have been sent.
 */

/** One line for each row, each with a line ending; a number is never quoted nor guarded. */
export function printCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(printCell).join(',')}\r\n`).join('');
}

/**
 * What a cell may not begin with: the signs of a formula, also in the full width of East
 * Asian keyboards, behind anything that cannot be seen and that some program drops, and whatever breaks a line or a cell.
 */
const formula = /^(?:[\s\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n])/u;

/** Whether a spreadsheet could take a cell for a formula. */
export function isFormula(cell: string): boolean {
  return formula.test(cell);
}

function printCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
