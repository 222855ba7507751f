/*
 * Which standards and elements of a review are covered, and the figures of it, without who covers them: that is all
 * that a keystroke asks. They stay the same object as long as they say the same.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { elementsOf } from '../catalogue/index';
import { isSummarised } from '../review/summary';
import type { ReviewContext } from '../review/context';
import type { Review } from '../review/review';
import { scopeOf } from '../review/scope';
import { sidesOf, type Sides } from './citedItems';

export type CoverageState = 'covered' | 'uncovered' | 'excluded';

/** The state of each standard and element of the review's catalogues, in their order; the figures count standards. */
export interface CoverageStates {
  readonly of: ReadonlyMap<CatalogueItem, CoverageState>;
  readonly inScope: number;
  readonly excluded: number;
  /** Of those in scope. */
  readonly covered: number;
}

/** What was found last under a frame. */
const latest = new WeakMap<ReviewContext, { readonly sides: Sides; readonly states: CoverageStates }>();

/** The states of a review. */
export function coverageStates(review: Review): CoverageStates {
  const sides = sidesOf(review);
  const before = latest.get(review.context);
  if (before?.sides === sides) return before.states;
  const found = findStates(review.context, sides);
  const states = before && saysSame(before.states, found) ? before.states : found;
  latest.set(review.context, { sides, states });
  return states;
}

/** What was found last, which may be one keystroke old, for an answer that must not wait; undefined before any counting. */
export function lastStates(review: Review): CoverageStates | undefined {
  const { older } = review.notes;
  if (!review.notes.sides && older?.notes.sides) return coverageStates(older);
  return isQuicklyCounted(review) ? coverageStates(review) : undefined;
}

/** Text that may be read while somebody waits for an answer; more of it is read in the background first. */
const quicklyRead = 100_000;

/** Whether counting a review is quick, because all but a little of it has been read. */
export function isQuicklyCounted(review: Review): boolean {
  if (review.notes.sides) return true;
  const unread = review.documents.filter((document) => !isSummarised(document, review.context));
  return unread.reduce((sum, { text }) => sum + text.length, 0) <= quicklyRead;
}

function findStates(context: ReviewContext, { strength, development }: Sides): CoverageStates {
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

function saysSame(a: CoverageStates, b: CoverageStates): boolean {
  return [...a.of].every(([item, state]) => b.of.get(item) === state);
}
