/*
 * JUnit's XML, which every CI service shows as a list of tests: a suite for each document, a test for each diagnostic.
 * Only what makes the run fail is a failed test; the rest passes with its words beside it, and a document in which
 * nothing is wrong is one passed test. What could not be read is a test with an error.
 */
import { byFile, type CheckedDiagnostic } from '../check';
import { escapeMarkup } from './markup';
import type { Format, Printing } from './format';

export const printJunit: Format = (report, { fails }) => {
  const suites = [...byFile(report)].map(([file, found]) => printSuite(file, found, fails));
  const unread = report.unread.map(({ file, why }) => {
    const name = escapeMarkup(file);
    const error = `<error message="${escapeMarkup(`"${file}" ${why}.`)}"/>`;
    const test = `    <testcase classname="${name}" name="can be read">${error}</testcase>`;
    return `  <testsuite name="${name}" tests="1" failures="0" errors="1">\n${test}\n  </testsuite>\n`;
  });
  const all = [...suites.map(({ text }) => text), ...unread].join('');
  const tests = suites.reduce((sum, suite) => sum + suite.tests, unread.length);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const totals = `tests="${tests}" failures="${failures}" errors="${unread.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="critical-friend" ${totals}>\n${all}</testsuites>\n`;
};

function printSuite(
  file: string,
  found: readonly CheckedDiagnostic[],
  fails: Printing['fails'],
): { readonly text: string; readonly tests: number; readonly failures: number } {
  const name = escapeMarkup(file);
  const failures = found.filter(({ severity }) => fails(severity)).length;
  const tests = Math.max(1, found.length);
  const cases =
    found.length === 0
      ? [`    <testcase classname="${name}" name="no problems"/>\n`]
      : found.map((one) => printCase(one, fails(one.severity)));
  const head = `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0">\n`;
  return { text: `${head}${cases.join('')}  </testsuite>\n`, tests, failures };
}

function printCase(
  { file, range: { start }, severity, code, message }: CheckedDiagnostic,
  fails: boolean,
): string {
  const place = `line ${start.line + 1}, column ${start.character + 1}`;
  const words = escapeMarkup(`${file}:${start.line + 1}:${start.character + 1}: ${message}`);
  const name = escapeMarkup(`${code} (${place})`);
  const inside = fails
    ? `<failure type="${severity}" message="${escapeMarkup(message)}">${words}</failure>`
    : `<system-out>${escapeMarkup(severity)}: ${words}</system-out>`;
  return `    <testcase classname="${escapeMarkup(file)}" name="${name}">${inside}</testcase>\n`;
}
