/*
 * The diagnostics of `check` for people at a terminal: by file, each on a line with its place counted from 1, and the
 * totals at the end. A catalogue that several reviews use is shown once. Colours say nothing that the words do not.
 */
import { byFile, type CheckedDiagnostic } from '../check';
import { plain } from '../terminal';
import { printTotals, type Format } from './format';

/** What a terminal is told to begin a style, and to end it. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;
type Paint = (style: keyof typeof styles, words: string) => string;

const bySeverity = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;

export const printStylish: Format = (report, { colours }) => {
  const paint: Paint = (style, words) => (colours ? styled(style, words) : words);
  const files = [...byFile(report)].filter(([, found]) => found.length > 0);
  const groups = files.map(([file, found]) => `${paint('underline', file)}\n${printGroup(found, paint)}\n`);
  const totals = paint(files.length === 0 ? 'green' : 'bold', printTotals(report));
  return [...groups, `${totals}\n`].join('\n');
};

function styled(style: keyof typeof styles, words: string): string {
  const [begin, end] = styles[style];
  return `\u001b[${begin}m${words}\u001b[${end}m`;
}

function printGroup(found: readonly CheckedDiagnostic[], paint: Paint): string {
  const width = found.reduce((most, one) => Math.max(most, placeOf(one).length), 0);
  return found
    .map((one) => {
      const place = paint('dim', placeOf(one).padStart(width));
      const severity = paint(bySeverity[one.severity], one.severity.padEnd('information'.length));
      return `  ${place}  ${severity}  ${plain(one.message)}  ${paint('dim', one.code)}`;
    })
    .join('\n');
}

function placeOf({ range: { start } }: CheckedDiagnostic): string {
  return `${start.line + 1}:${start.character + 1}`;
}
