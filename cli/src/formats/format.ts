/*
 * What a format of `check` is: one pure function from the report to a text. It escapes everything that it did not write
 * itself, prints no time and no path but those of the report, and so prints the same for the same reviews.
 */
import type { Severity } from '../../../core/src';
import { allOf, type CheckedDiagnostic, type CheckReport } from '../check';
import { count } from '../terminal';

/** What a format may know besides the report. */
export interface Printing {
  readonly version: string;
  /** Whether it is read on a screen that shows colours. */
  readonly colours: boolean;
  /** Whether a diagnostic of this weight makes the run fail. */
  readonly fails: (severity: Severity) => boolean;
}

/** Prints a report. */
export type Format = (report: CheckReport, printing: Printing) => string;

/** From the heaviest to the lightest. */
export const byWeight: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What was found in how many files, in a sentence. */
export function printTotals(report: CheckReport): string {
  const files = new Set(report.reviews.flatMap((review) => [review.cover, ...review.documents])).size;
  const found = allOf(report);
  const where = `in ${count(files, 'file')} of ${count(report.reviews.length, 'review')}`;
  if (found.length === 0) return `No problems ${where}.`;
  return `${count(found.length, 'problem')} ${where}: ${countBySeverity(found)}.`;
}

/** `1 error, 2 warnings, 3 information`: those that there are. */
export function countBySeverity(found: readonly CheckedDiagnostic[]): string {
  return byWeight
    .map((severity) => [severity, found.filter((one) => one.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) =>
      severity === 'information' ? `${number} information` : count(number, severity),
    )
    .join(', ');
}
