/*
 * Workflow commands that GitHub Actions shows as annotations beside the lines of a pull request, the heaviest first.
 * GitHub shows ten of each kind for a step and drops the rest without a word, so the rest is counted in a line instead.
 */
import { allOf, type CheckedDiagnostic } from '../check';
import { byWeight, countBySeverity, type Format } from './format';

const kinds = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;
const mostOfAKind = 10;

export const printGithub: Format = (report) => {
  const all = byWeight.flatMap((severity) => allOf(report).filter((one) => one.severity === severity));
  const shown: CheckedDiagnostic[] = [];
  const hidden: CheckedDiagnostic[] = [];
  for (const one of all) {
    const kind = kinds[one.severity];
    const before = shown.filter((other) => kinds[other.severity] === kind).length;
    (before < mostOfAKind ? shown : hidden).push(one);
  }
  const lines = shown.map(toCommand);
  if (hidden.length > 0) lines.push(printHidden(hidden));
  for (const { file, why } of report.unread) lines.push(`::error::${words(`"${file}" ${why}.`)}`);
  return lines.map((line) => `${line}\n`).join('');
};

function toCommand({ file, range: { start, end }, severity, code, message }: CheckedDiagnostic): string {
  // Columns say something to GitHub only where a place is within one line.
  const columns =
    start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : [];
  const where = [`file=${property(file)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`, ...columns];
  return `::${kinds[severity]} ${where.join(',')},title=${property(code)}::${words(message)}`;
}

function printHidden(hidden: readonly CheckedDiagnostic[]): string {
  const number = hidden.length;
  return `${number} more that GitHub would not show: ${countBySeverity(hidden)}. "critical-friend check" lists all.`;
}

function words(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return words(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
