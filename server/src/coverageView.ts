/*
 * The answers for the view of coverage: the tree, and the next gap. Both are values of the core, in which
 * places get the lines that only a client knows of; nothing is counted or worded here.
 */
import { coverageTree, nextGap, type CoverageNode, type Place } from '../../core/src';
import { fromPosition, linesOf, type Context } from './convert';
import type {
  CoverageTreeNode,
  CoverageTreeParams,
  CoverageTreeResult,
  NextGapParams,
  NextGapResult,
  ShownPlace,
} from './protocol';

/** The tree of all reviews. */
export function readCoverageTree(context: Context, { open }: CoverageTreeParams): CoverageTreeResult {
  const convert = ({ place, children, ...node }: CoverageNode): CoverageTreeNode => ({
    ...node,
    ...(place && { place: toShown(context, place) }),
    ...(children && { children: children.map(convert) }),
  });
  return coverageTree(context.snapshot.reviewSets(), new Set(open)).map(convert);
}

/** The next gap behind a place; without one, the first of the first review that has any. */
export function readNextGap(
  context: Context,
  uri: string | undefined,
  at: NextGapParams,
): NextGapResult | null {
  const { snapshot } = context;
  const own = uri === undefined ? undefined : snapshot.reviewSetOf(uri);
  const sets = own ? [own] : snapshot.reviewSets();
  if (sets.length === 0) return null;
  const text = uri === undefined ? undefined : snapshot.document(uri);
  const offset = text && at.position ? fromPosition(context, text, at.position) : 0;
  for (const set of sets) {
    const found = nextGap(set, uri ?? '', offset);
    if (!found) continue;
    const { place, words, path } = found;
    return { words, place: toShown(context, place), path };
  }
  return { words: 'Every standard in scope is addressed.', path: [] };
}

function toShown({ snapshot, printUri }: Context, { uri, span }: Place): ShownPlace {
  return { uri: printUri(uri), start: span.start, line: linesOf(snapshot)(uri, span.start) };
}
