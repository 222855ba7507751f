/*
 * Which standards and elements of a review are covered, and the figures of it, without who covers them.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { elementsOf } from '../catalogue/index';
import { isSummarised } from '../review/summary';
import type { Review } from '../review/review';
import { scopeOf } from '../review/scope';
import { citedBy } from './cited';
import { memo, steady } from '../text/memo';

export type CoverageState = 'covered' | 'uncovered' | 'excluded';

/** The state of each standard and element of the review's catalogues, in their order; the figures count standards. */
export interface CoverageStates {
  readonly of: ReadonlyMap<CatalogueItem, CoverageState>;
  readonly inScope: number;
  readonly excluded: number;
  /** Of those in scope. */
  readonly covered: number;
}

/** The states of a review; the same object as long as they are the same. */
export const coverageStates = memo((review: Review): CoverageStates =>
  steadyStates(review.context, findStates(review)),
);

const steadyStates = steady<CoverageStates>((a, b) =>
  [...a.of].every(([item, state]) => b.of.get(item) === state),
);

/** The states where they are quickly counted, for an answer that must not wait. */
export function quickStates(review: Review): CoverageStates | undefined {
  return isQuicklyCounted(review) ? coverageStates(review) : undefined;
}

/** Text that may be read while a person waits for an answer; more of it is read in the background first. */
const quicklyRead = 100_000;

/** Whether counting a review is quick, because all but a little of it has been read. An editor's text has, but for its last edit. */
export function isQuicklyCounted(review: Review): boolean {
  if (citedBy.knows(review)) return true;
  const unread = review.documents.filter(
    (document) => document.version === undefined && !isSummarised(document, review.context),
  );
  return unread.reduce((sum, { text }) => sum + text.length, 0) <= quicklyRead;
}

function findStates(review: Review): CoverageStates {
  const { context } = review;
  const { strength, development } = citedBy(review);
  const scope = scopeOf(context);
  const isCited = (item: CatalogueItem): boolean => strength.has(item) || development.has(item);
  const of = new Map<CatalogueItem, CoverageState>();
  const figures = { covered: 0, uncovered: 0, excluded: 0 };
  for (const element of context.catalogues.flatMap((file) => elementsOf(file.catalogue))) {
    for (const standard of element.standards) {
      const state = scope.has(standard) ? 'excluded' : isCited(standard) ? 'covered' : 'uncovered';
      of.set(standard, state);
      figures[state]++;
    }
    const isCovered = isCited(element) || element.standards.some(isCited);
    of.set(element, scope.has(element) ? 'excluded' : isCovered ? 'covered' : 'uncovered');
  }
  const { covered, uncovered, excluded } = figures;
  return { of, covered, excluded, inScope: covered + uncovered };
}
