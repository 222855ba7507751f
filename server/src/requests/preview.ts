/*
 * The answers to the requests of pages: a review's findings, report, matrix, moderation view or gate as HTML, and its figures.
 * All are pictures of values that the core made; nothing is counted or escaped here.
 */
import {
  coverage,
  coverageMatrix,
  excludedBy,
  FindingsPage,
  gate,
  gatePage,
  moderation,
  pageOf,
  phaseWords,
  printCoverageLine,
  printMatrixHtml,
  printModerationHtml,
  printPageHtml,
  reasonOf,
  ReportPage,
  type LineOf,
  type Page,
  type Review,
  type Snapshot,
} from '../../../core/src';
import { linesOf } from '../lsp/positions';
import { Pages } from './pageState';
import type { CoverageResult, PageName, PreviewParams, PreviewResult } from '../protocol';

/** Prints a page of one review again and again. */
interface Printer {
  print(set: Review, lineOf: LineOf): Page;
}

const printers: Readonly<Record<PageName, () => Printer>> = {
  findings: () => new FindingsPage(),
  report: () => new ReportPage(),
  matrix: () => ({ print: (set, lineOf) => pageOf(printMatrixHtml(coverageMatrix(set), lineOf)) }),
  moderation: () => ({ print: (set, lineOf) => pageOf(printModerationHtml(moderation(set), lineOf)) }),
  gate: () => ({ print: (set, lineOf) => pageOf(printPageHtml(gatePage(gate(set)), lineOf)) }),
};

/** Prints the pages about reviews, and tells what has changed of them. */
export class Previews {
  readonly #pages: Readonly<Record<PageName, Pages<Printer>>> = {
    findings: new Pages(printers.findings),
    report: new Pages(printers.report),
    matrix: new Pages(printers.matrix),
    moderation: new Pages(printers.moderation),
    gate: new Pages(printers.gate),
  };

  /** A page about a review as sanitised HTML with places; `state` is the one that the client has. */
  read(snapshot: Snapshot, set: Review, { page = 'findings', state }: PreviewParams): PreviewResult {
    const lineOf = linesOf(snapshot);
    const change = this.#pages[page].change(set.cover.uri, state, (print) => print.print(set, lineOf));
    return { review: set.cover.uri, title: set.title, change };
  }
}

/** The figures of a review for a status bar. */
export function readFigures(set: Review): CoverageResult {
  const figures = coverage(set);
  const { covered, inScope, excluded } = figures;
  return {
    review: set.cover.uri,
    title: set.title,
    covered,
    inScope,
    excluded,
    uncovered: figures.standards.flatMap(({ standard, state }) =>
      state === 'uncovered' ? [standard.id] : [],
    ),
    words: printCoverageLine(figures),
    phase: phaseWords[set.settings.phase],
    exclusions: set.settings.exclusions.map((each) => `${excludedBy(set, each)}: ${reasonOf(each)}`),
  };
}
