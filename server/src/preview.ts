/*
 * The answers to the requests of pages: a review's findings, matrix or moderation view as HTML, and its figures.
 * All are pictures of values that the core made; nothing is counted or escaped here.
 */
import {
  coverage,
  coverageMatrix,
  findingsReport,
  moderation,
  printCoverageLine,
  printFindingsHtml,
  printMatrixHtml,
  printModerationHtml,
  type ReviewSet,
  type Snapshot,
} from '../../core/src';
import { toLine } from './convert';
import type { CoverageResult, PageName, PreviewResult } from './protocol';

type Print = (set: ReviewSet, lineOf: (uri: string, offset: number) => number) => string;

const pages: Readonly<Record<PageName, Print>> = {
  findings: (set, lineOf) => printFindingsHtml(findingsReport(set), lineOf),
  matrix: (set, lineOf) => printMatrixHtml(coverageMatrix(set), lineOf),
  moderation: (set, lineOf) => printModerationHtml(moderation(set), lineOf),
};

/** A page about a review as sanitised HTML with places. */
export function readPreview(snapshot: Snapshot, set: ReviewSet, page: PageName = 'findings'): PreviewResult {
  const lineOf = (uri: string, offset: number): number => {
    const text = snapshot.document(uri);
    return text ? toLine(text, offset) : 0;
  };
  return { review: set.cover.uri, title: set.title, html: pages[page](set, lineOf) };
}

/** The figures of a review for a status bar. */
export function readFigures(set: ReviewSet): CoverageResult {
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
  };
}
