/*
 * A page of Markdown for the comment or the summary of a CI run: a table for each document in which something is wrong.
 * Words out of a review are printed as these very words, whatever signs stand in them.
 */
import { literalLine } from '../../../core/src';
import { byFile, type CheckedDiagnostic } from '../check';
import { printTotals, type Format } from './format';

export const printMarkdown: Format = (report) => {
  const wrong = [...byFile(report)].filter(([, found]) => found.length > 0);
  const unread = report.unread.map(({ file, why }) => `**${literalLine(file)}** ${literalLine(why)}.`);
  const parts = [
    '# What is wrong, and what is still open',
    printTotals(report),
    ...unread,
    ...wrong.map(printFile),
  ];
  return `${parts.join('\n\n')}\n`;
};

function printFile([file, found]: readonly [string, readonly CheckedDiagnostic[]]): string {
  const rows = found.map(({ range: { start }, severity, code, message }) => {
    return `| ${start.line + 1} | ${severity} | ${literalLine(message)} | \`${code}\` |`;
  });
  return [
    `## ${literalLine(file)}`,
    '',
    '| line | weight | what | check |',
    '| ---: | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
