/*
 * Coverage in words, for everything that shows it in a line: the same counts read alike in a tree, a table and
 * a tooltip. Figures only; which figures they are is decided in coverage.ts.
 */
import type { CoverageState } from './states';
import type { FindingKind } from '../document/fragment';
import type { Phase } from '../settings/types';

/** What a finding of a kind is called in a sentence. */
export const kindWords: Readonly<Record<FindingKind, string>> = {
  strength: 'strength',
  development: 'area for development',
};

/** The words as a line or a label begins. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** `1 strength`, `2 strengths`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What addresses something: the lists of coverage, or anything else that is as long. */
export interface Counts {
  readonly strengths: { readonly length: number };
  readonly development: { readonly length: number };
  readonly mentions: { readonly length: number };
}

/** `2 strengths, 1 area for development`; empty where there are no findings. */
export function printCounts({ strengths, development }: Omit<Counts, 'mentions'>): string {
  const counts = [
    strengths.length > 0 ? countOf(strengths.length, 'strength') : '',
    development.length > 0
      ? countOf(development.length, 'area for development', 'areas for development')
      : '',
  ];
  return counts.filter((words) => words !== '').join(', ');
}

/** The same for a state: `not addressed, mentioned once`, `excluded`. */
export function printState(entry: Counts & { readonly state: CoverageState }): string {
  const mentions = entry.mentions.length;
  if (entry.state === 'excluded') return 'excluded';
  if (entry.state === 'covered') return printCounts(entry);
  const mentioned = mentions === 1 ? 'once' : `${mentions} times`;
  return mentions === 0 ? 'not addressed' : `not addressed, mentioned ${mentioned}`;
}

/** `2 of 3 covered`, with what was excluded behind it. */
export function printShare(states: readonly CoverageState[]): string {
  const excluded = states.filter((state) => state === 'excluded').length;
  const covered = states.filter((state) => state === 'covered').length;
  const inScope = states.length - excluded;
  if (states.length === 0) return 'no standards';
  if (inScope === 0) return 'excluded';
  return `${covered} of ${inScope} covered${excluded > 0 ? ` (${excluded} excluded)` : ''}`;
}

/** How far the review is, and what that makes of what is unfinished. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  fieldwork: 'Phase: fieldwork. What is unfinished counts as a hint.',
  drafting: 'Phase: drafting. What is unfinished counts as information.',
  moderation: 'Phase: moderation. What is unfinished counts as a warning.',
  final: 'Phase: final. What is unfinished counts as an error.',
};
