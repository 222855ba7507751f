/*
 * The figures of `coverage` for people: what is out of scope and why, then a table for each theme, element by
 * element, with what is not addressed named below it. Nothing is shown by colour alone, and every figure has its
 * denominator. How the columns are set is table.ts.
 */
import {
  excludedBy,
  gapsOf,
  leadsOf,
  nameMember,
  phaseWords,
  printCoverageLine,
  reasonOf,
  type ElementCoverage,
  type Review,
  type StandardCoverage,
  type Theme,
  type ThemeGaps,
} from '../../core/src';
import type { ReviewFigures } from './coverage';
import { printRows, type Column } from './table';
import { plain, wrap } from './terminal';

const indent = '  ';
/** What is cut of a standard that is left out begins with this, because its figures would not tell. */
const leftOut = 'Excluded: ';

/** The reviews as lines of text. */
export function printCoverageText(reviews: readonly ReviewFigures[]): string {
  return reviews.map((review) => `${printReview(review).join('\n')}\n`).join('\n\n');
}

function printReview({ cover, set, figures }: ReviewFigures): string[] {
  const lines = [...wrap(set.title, ''), cover, printCoverageLine(figures), phaseWords[set.settings.phase]];
  lines.push(...printExclusions(set));
  const columns = columnsFor(figures.standards);
  const gaps = new Map(gapsOf(set).map((found) => [found.theme, found]));
  for (const { catalogue } of set.catalogues) {
    if (set.catalogues.length > 1) lines.push('', ...wrap(catalogue.title, ''));
    for (const theme of catalogue.themes) {
      const elements = figures.elements.filter(({ element }) => element.theme === theme);
      lines.push('', ...printTheme(theme, elements, columns, set), ...printGaps(gaps.get(theme)));
    }
  }
  return lines;
}

/** All exclusions with their reasons, those of probes too, which no line of a standard shows. */
function printExclusions(set: Review): string[] {
  const { exclusions } = set.settings;
  const lines = exclusions.flatMap((each) => wrap(reasonOf(each), `  ${plain(excludedBy(set, each))}: `));
  return lines.length === 0 ? [] : ['Out of scope:', ...lines];
}

/** Who leads on the elements of a theme, in one line; nothing where the team has no leads. */
function printLeads(theme: Theme, set: Review): string[] {
  const leads = leadsOf(set.context);
  if (leads.size === 0) return [];
  const words = theme.elements.map((element) => {
    const names = (leads.get(element) ?? []).map(nameMember);
    return `element ${element.id} ${names.length > 0 ? names.join(', ') : 'nobody yet'}`;
  });
  return wrap(words.join('; '), 'Leads: ');
}

function columnsFor(standards: readonly StandardCoverage[]): readonly Column[] {
  const ids = standards.map(({ standard }) => plain(standard.id).length);
  return [
    { head: 'id', width: Math.min(12, Math.max(3, ...ids)), long: 'cut' },
    { head: 'standard', width: 'rest', long: 'cut' },
    { head: 'strengths', width: 9, long: 'right' },
    { head: 'areas for development', width: 11, long: 'right' },
    { head: 'mentions', width: 8, long: 'right' },
    { head: 'reviewers', width: 9, long: 'wrap' },
    { head: 'evidence', width: 8, long: 'right' },
    { head: 'kinds', width: 12, long: 'wrap' },
  ];
}

function printTheme(
  theme: Theme,
  elements: readonly ElementCoverage[],
  columns: readonly Column[],
  set: Review,
): string[] {
  const standards = elements.flatMap((element) => element.standards);
  const lines = [...wrap(theme.title, `Theme ${plain(theme.id)}: `), printCoverageLine(figuresOf(standards))];
  lines.push(...printLeads(theme, set));
  if (standards.length > 0) lines.push('', ...printRows(columns, [columns.map(({ head }) => head)]));
  for (const { element, standards: own } of elements) {
    const figures = own.length > 0 ? ` - ${printCoverageLine(figuresOf(own))}` : '';
    lines.push(...wrap(element.title + figures, `Element ${plain(element.id)}: `));
    lines.push(...printRows(columns, own.map(cellsOf)));
  }
  return lines;
}

function figuresOf(standards: readonly StandardCoverage[]): Parameters<typeof printCoverageLine>[0] {
  const excluded = standards.filter(({ state }) => state === 'excluded').length;
  const covered = standards.filter(({ state }) => state === 'covered').length;
  return { inScope: standards.length - excluded, excluded, covered };
}

function cellsOf(entry: StandardCoverage): readonly string[] {
  const { standard, state, strengths, development, mentions, reviewers, evidence, evidenceKinds } = entry;
  return [
    standard.id,
    (state === 'excluded' ? leftOut : '') + standard.text,
    String(strengths.length),
    String(development.length),
    String(mentions.length),
    reviewers.join(', '),
    String(evidence.length),
    evidenceKinds.join(', '),
  ];
}

/** In full, because the table cuts the wording of a standard. */
function printGaps(gaps: ThemeGaps | undefined): string[] {
  if (!gaps) return [];
  return [
    '',
    'No finding addresses yet:',
    ...gaps.elements.flatMap(({ id, title }) => wrap(title, `${indent}Element ${plain(id)}: `)),
    ...gaps.standards.flatMap(({ id, text }) => wrap(text, `${indent}Standard ${plain(id)}: `)),
  ];
}
