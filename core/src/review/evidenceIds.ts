/*
 * The ids of evidence that citations name.
 */
import type { Citation, CitedId } from '../syntax/citation';

/** The ids of evidence that some citations name, in order and as they are written. */
export function evidenceIdsIn(citations: readonly Citation[]): readonly CitedId[] {
  const cited = citations.filter(({ kind }) => kind === 'evidence');
  return cited.flatMap(({ parts }) => parts.map(({ from }) => from));
}
