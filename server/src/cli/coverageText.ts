/*
 * The figures of `coverage` for people: a table for each theme, the wording under each standard that nobody
 * has addressed, the reason under each that is excluded. Every figure has its denominator.
 */
import { excludedBy, leadsOf, nameMember, phaseWords, printCoverageLine, reasonOf } from '../../../core/src';
import type { ReviewSet, StandardCoverage, Theme } from '../../../core/src';
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
  const lines = [...wrap(set.title, ''), cover, printCoverageLine(figures), phaseWords[set.settings.phase]];
  lines.push(...printExclusions(set));
  const byStandard = new Map(figures.standards.map((entry) => [entry.standard, entry]));
  for (const { catalogue } of set.catalogues) {
    if (set.catalogues.length > 1) lines.push('', ...wrap(catalogue.title, ''));
    for (const theme of catalogue.themes) {
      const standards = theme.elements.flatMap((element) => element.standards);
      const entries = standards.flatMap((standard) => byStandard.get(standard) ?? []);
      lines.push('', ...printTheme(theme, entries, set));
    }
  }
  return lines;
}

/** All exclusions with their reasons, those of probes too, which no line of a standard shows. */
function printExclusions(set: ReviewSet): string[] {
  const { exclusions } = set.settings;
  const lines = exclusions.flatMap((each) => wrap(reasonOf(each), `  ${plain(excludedBy(set, each))}: `));
  return lines.length === 0 ? [] : ['Out of scope:', ...lines];
}

/** Who leads on the elements of a theme, in one line; nothing where the team has no leads. */
function printLeads(theme: Theme, set: ReviewSet): string[] {
  const leads = leadsOf(set.frame);
  if (leads.size === 0) return [];
  const words = theme.elements.map((element) => {
    const names = (leads.get(element) ?? []).map(nameMember);
    return `element ${element.id} ${names.length > 0 ? names.join(', ') : 'nobody yet'}`;
  });
  return wrap(words.join('; '), 'Leads: ');
}

function printTheme(theme: Theme, entries: readonly StandardCoverage[], set: ReviewSet): string[] {
  const excluded = entries.filter(({ state }) => state === 'excluded').length;
  const covered = entries.filter(({ state }) => state === 'covered').length;
  const aside = excluded > 0 ? ` (${excluded} excluded)` : '';
  return [
    ...wrap(theme.title, `Theme ${plain(theme.id)}: `),
    `${covered} of ${entries.length - excluded} in scope${aside}`,
    ...printLeads(theme, set),
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
