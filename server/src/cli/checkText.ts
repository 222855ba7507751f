/*
 * The diagnostics of `check` for people: by file, each on a line with its place counted from 1, and the
 * totals at the end. A catalogue that several reviews use is shown once.
 */
import type { CheckedDiagnostic, CheckReport } from './check';
import { count, plain } from './terminal';

/** The report as lines of text. */
export function printCheckText(report: CheckReport): string {
  const byFile = new Map<string, readonly CheckedDiagnostic[]>();
  for (const { diagnostics } of report.reviews) {
    for (const file of new Set(diagnostics.map((diagnostic) => diagnostic.file))) {
      const group = diagnostics.filter((diagnostic) => diagnostic.file === file);
      byFile.set(file, group);
    }
  }
  const groups = [...byFile].map(([file, diagnostics]) => `${file}\n${printGroup(diagnostics)}\n`);
  return [...groups, `${printTotals(report, [...byFile.values()].flat())}\n`].join('\n');
}

function printGroup(diagnostics: readonly CheckedDiagnostic[]): string {
  const rows = diagnostics.map(({ range: { start }, severity, message, code }) => ({
    place: `${start.line + 1}:${start.character + 1}`,
    rest: `${severity.padEnd('information'.length)}  ${plain(message)}  ${code}`,
  }));
  const width = Math.max(...rows.map((row) => row.place.length));
  return rows.map((row) => `  ${row.place.padStart(width)}  ${row.rest}`).join('\n');
}

function printTotals({ reviews }: CheckReport, diagnostics: readonly CheckedDiagnostic[]): string {
  const documents = new Set(reviews.flatMap((review) => [review.cover, ...review.documents])).size;
  const where = `in ${count(documents, 'file')} of ${count(reviews.length, 'review')}`;
  if (diagnostics.length === 0) return `No problems ${where}.`;
  const of = (severity: string): number => diagnostics.filter((one) => one.severity === severity).length;
  const parts = [
    count(of('error'), 'error'),
    count(of('warning'), 'warning'),
    `${of('information')} information`,
    count(of('hint'), 'hint'),
  ].filter((part) => !part.startsWith('0 '));
  return `${count(diagnostics.length, 'problem')} ${where}: ${parts.join(', ')}.`;
}
