/*
 * The answers to the two custom requests: a review's findings as HTML, and its figures. Both are pictures
 * of the Report and the Coverage that the core made; nothing is counted or escaped here.
 */
import {
  coverage,
  findingsReport,
  printCoverageLine,
  printFindingsHtml,
  type ReviewSet,
  type Snapshot,
} from '../../core/src';
import { toLine } from './convert';
import type { CoverageResult, PreviewResult } from './protocol';

/** The findings of a review as sanitised HTML with places. */
export function readPreview(snapshot: Snapshot, set: ReviewSet): PreviewResult {
  const lineOf = (uri: string, offset: number): number => {
    const text = snapshot.document(uri);
    return text ? toLine(text, offset) : 0;
  };
  return { review: set.cover.uri, title: set.title, html: printFindingsHtml(findingsReport(set), lineOf) };
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
