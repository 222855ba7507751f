/*
 * Which standards and elements of a review are covered, and the figures of it, without who covers them: that is all
 * that a keystroke asks. They stay the same object as long as they say the same.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { elementsOf } from '../catalogue/index';
import { isExamined } from '../review/summary';
import type { Frame } from '../review/context';
import type { ReviewSet } from '../review/review';
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
const latest = new WeakMap<Frame, { readonly sides: Sides; readonly states: CoverageStates }>();

/** The states of a review. */
export function coverageStates(set: ReviewSet): CoverageStates {
  const sides = sidesOf(set);
  const before = latest.get(set.frame);
  if (before?.sides === sides) return before.states;
  const found = findStates(set.frame, sides);
  const states = before && saysSame(before.states, found) ? before.states : found;
  latest.set(set.frame, { sides, states });
  return states;
}

/** What was found last, which may be one keystroke old, for an answer that must not wait; undefined before any counting. */
export function lastStates(set: ReviewSet): CoverageStates | undefined {
  const { older } = set.notes;
  if (!set.notes.sides && older?.notes.sides) return coverageStates(older);
  return isQuicklyCounted(set) ? coverageStates(set) : undefined;
}

/** Text that may be read while somebody waits for an answer; more of it is read in the background first. */
const quicklyRead = 100_000;

/** Whether counting a review is quick, because all but a little of it has been read. */
export function isQuicklyCounted(set: ReviewSet): boolean {
  if (set.notes.sides) return true;
  const unread = set.documents.filter((document) => !isExamined(document, set.frame));
  return unread.reduce((sum, { text }) => sum + text.length, 0) <= quicklyRead;
}

function findStates(frame: Frame, { strength, development }: Sides): CoverageStates {
  const scope = scopeOf(frame);
  const isCited = (item: CatalogueItem): boolean => strength.has(item) || development.has(item);
  const of = new Map<CatalogueItem, CoverageState>();
  const figures = { covered: 0, uncovered: 0, excluded: 0 };
  for (const element of frame.catalogues.flatMap((file) => elementsOf(file.catalogue))) {
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
