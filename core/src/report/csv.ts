/*
 * Rows of words and numbers as CSV, as RFC 4180 has it. What a spreadsheet would take for a formula gets an
 * apostrophe in front, because these words come out of files that somebody may have been sent.
 */

/** One line for each row, each with a line ending; a number is never quoted nor guarded. */
export function printCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(printCell).join(',')}\r\n`).join('');
}

function printCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
