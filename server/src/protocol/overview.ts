/*
 * How far a review is, in figures, in a tree, and from one gap to the next; and what can be done about its scope.
 */
import type { ActParams } from './session';

/** Client to server: the figures of the status bar for the review that a document belongs to, or null. */
export const coverageRequest = 'criticalFriend/coverage';
export interface CoverageParams {
  readonly uri: string;
}
export interface CoverageResult {
  readonly review: string;
  readonly title: string;
  readonly covered: number;
  readonly inScope: number;
  readonly excluded: number;
  /** Ids in scope that no finding addresses, in catalogue order. */
  readonly uncovered: readonly string[];
  /** One sentence with every figure and its denominator, for a tooltip or a screen reader. */
  readonly words: string;
  /** How far the review is, and what that makes of what is unfinished, in a sentence or two. */
  readonly phase: string;
  /** What the scope leaves out, each with its reason in a line. */
  readonly exclusions: readonly string[];
}

/** A place to show: an offset into a text and its line, both zero-based. */
export interface ShownPlace {
  readonly uri: string;
  readonly start: number;
  readonly line: number;
}

/** Client to server: the tree of coverage. A node whose id is in `open` comes with what is below it. */
export const coverageTreeRequest = 'criticalFriend/coverageTree';
export interface CoverageTreeParams {
  readonly open: readonly string[];
}
export type CoverageTreeResult = readonly CoverageTreeNode[];
/** What can be done about the scope of a node; where there is a `prompt`, a reason is asked for first. */
export interface ScopeAction extends ActParams {
  readonly title: string;
  readonly prompt?: string;
}
export interface CoverageTreeNode {
  /** Stays the same while words and figures change. */
  readonly id: string;
  readonly kind: 'review' | 'theme' | 'element' | 'standard' | 'strength' | 'development';
  readonly state: 'covered' | 'partly' | 'uncovered' | 'excluded';
  readonly label: string;
  readonly description: string;
  /** The line for a screen reader. */
  readonly spoken: string;
  readonly tooltip: string;
  /** In scope and not addressed, itself or something below it. */
  readonly gap: boolean;
  readonly place?: ShownPlace;
  readonly scope?: ScopeAction;
  readonly opens: boolean;
  readonly children?: readonly CoverageTreeNode[];
}

/** Client to server: the next gap behind a place in report order, of its review or else of the first that has one. */
export const nextGapRequest = 'criticalFriend/nextGap';
export interface NextGapParams {
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
}
/** Null where there is no review. */
export interface NextGapResult {
  /** What is shown, in a sentence. */
  readonly words: string;
  /** Nothing to show where there is no gap. */
  readonly place?: ShownPlace;
  /** The ids of the tree from the review down to what is missing. */
  readonly path: readonly string[];
}
