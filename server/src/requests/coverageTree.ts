/*
 * The answers for the view of coverage: the tree, and the next gap. Both are values of the core, in which
 * places get the lines that only a client knows of; nothing is counted or worded here.
 */
import { coverageTree, nextGap, type CoverageNode, type Place } from '../../../core/src';
import { fromPosition, linesOf, type Context } from '../lsp/positions';
import type {
  CoverageTreeNode,
  CoverageTreeParams,
  CoverageTreeResult,
  NextGapParams,
  NextGapResult,
  ScopeAction,
  ShownPlace,
} from '../protocol';

/** The tree of all reviews. */
export function readCoverageTree(context: Context, { open }: CoverageTreeParams): CoverageTreeResult {
  const convert = (cover: string, { place, children, scope, ...node }: CoverageNode): CoverageTreeNode => ({
    ...node,
    ...(place && { place: toShown(context, place) }),
    ...(scope && { scope: toScopeAction(cover, scope) }),
    ...(children && { children: children.map((child) => convert(cover, child)) }),
  });
  const sets = context.snapshot.reviews();
  return coverageTree(sets, new Set(open)).map((node, i) =>
    convert(context.printUri(sets[i]?.cover.uri ?? ''), node),
  );
}

/** The next gap behind a place; without one, the first of the first review that has any. */
export function readNextGap(
  context: Context,
  uri: string | undefined,
  at: NextGapParams,
): NextGapResult | null {
  const { snapshot } = context;
  const own = uri === undefined ? undefined : snapshot.reviewOf(uri);
  const sets = own ? [own] : snapshot.reviews();
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

function toScopeAction(uri: string, { title, task, asks }: NonNullable<CoverageNode['scope']>): ScopeAction {
  return { title, uri, task, ...(asks !== undefined && { prompt: asks }) };
}

function toShown({ snapshot, printUri }: Context, { uri, span }: Place): ShownPlace {
  return { uri: printUri(uri), start: span.start, line: linesOf(snapshot)(uri, span.start) };
}
