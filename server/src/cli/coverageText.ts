/*
 * The figures of `coverage` for people: a table for each theme, the wording under each standard that nobody
 * has addressed, the reason under each that is excluded. Every figure has its denominator.
 */
import { printCoverageLine, type StandardCoverage, type Theme } from '../../../core/src';
import type { ReviewFigures } from './coverage';
import { plain, wrap } from './terminal';

const head = ['standard', 'state', 'strengths', 'development', 'mentions'];
const widths = [8, 9, 9, 11, 8];
const gap = '  ';

/** The reviews as lines of text. */
export function printCoverageText(reviews: readonly ReviewFigures[]): string {
  return reviews.map((review) => `${printReview(review).join('\n')}\n`).join('\n\n');
}

function printReview({ cover, set, figures }: ReviewFigures): string[] {
  const lines = [...wrap(set.title, ''), cover, printCoverageLine(figures)];
  const byStandard = new Map(figures.standards.map((entry) => [entry.standard, entry]));
  for (const { catalogue } of set.catalogues) {
    if (set.catalogues.length > 1) lines.push('', ...wrap(catalogue.title, ''));
    for (const theme of catalogue.themes) {
      const standards = theme.elements.flatMap((element) => element.standards);
      const entries = standards.flatMap((standard) => byStandard.get(standard) ?? []);
      lines.push('', ...printTheme(theme, entries));
    }
  }
  return lines;
}

function printTheme(theme: Theme, entries: readonly StandardCoverage[]): string[] {
  const excluded = entries.filter(({ state }) => state === 'excluded').length;
  const covered = entries.filter(({ state }) => state === 'covered').length;
  const aside = excluded > 0 ? ` (${excluded} excluded)` : '';
  return [
    ...wrap(theme.title, `Theme ${plain(theme.id)}: `),
    `${covered} of ${entries.length - excluded} in scope${aside}`,
    ...(entries.length > 0 ? [`${printRow(head)}${gap}reviewers`] : []),
    ...entries.flatMap(printEntry),
  ];
}

function printEntry(entry: StandardCoverage): string[] {
  const { standard, state, exclusion } = entry;
  const numbers = [entry.strengths, entry.development, entry.mentions].map((list) => String(list.length));
  const row = printRow([plain(standard.id), state, ...numbers]);
  const lines = wrap(entry.reviewers.join(', '), row + gap);
  const indent = gap + ' '.repeat(widths[0] ?? 0) + gap;
  if (state === 'uncovered') lines.push(...wrap(standard.text, indent));
  if (state === 'excluded') lines.push(...wrap(exclusion?.reason ?? 'No reason is given.', indent));
  return lines;
}

/** Words to the left of their column, figures to the right. */
function printRow(cells: readonly string[]): string {
  return cells
    .map((cell, i) => gap + (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    .join('');
}
