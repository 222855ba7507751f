/*
 * What of a document a fix looks at: the finding or action that a diagnostic is in, with its citations; outside of
 * these, the citation that it is about. A fix that looked at the whole document would make fixing everything in it cost
 * the square of its length.
 */
import { firstReached } from '../../text/bisect';
import type { FragmentInContext } from '../../checks/check';
import { groupBy } from '../../text/grouping';
import type { LocatedCitation } from '../../document/fragment';
import { touches, type Span } from '../../text/span';
import { memo } from '../../text/memo';

/** The lists of a document by place. */
interface Places {
  readonly findings: FragmentInContext['findings'];
  readonly actions: FragmentInContext['actions'];
  readonly citations: readonly LocatedCitation[];
  readonly byFinding: ReadonlyMap<number | undefined, readonly LocatedCitation[]>;
  /** The parts that were asked for: one for all diagnostics of a finding, so that what is known of it is kept. */
  readonly parts: Map<string, FragmentInContext>;
}

const placesIn = memo((whole: FragmentInContext): Places => {
  const inOrder = <T extends { readonly span: Span }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => a.span.start - b.span.start);
  return {
    findings: inOrder(whole.findings),
    actions: inOrder(whole.actions),
    citations: inOrder(whole.citations),
    byFinding: groupBy(whole.citations, ({ finding }) => finding),
    parts: new Map(),
  };
});

/** The part of a whole document that is around a place; offsets and section numbers stay those of the document. */
export function fragmentAround(whole: FragmentInContext, place: Span): FragmentInContext {
  const { findings, actions, citations, byFinding, parts } = placesIn(whole);
  const around = <T extends { readonly span: Span }>(items: readonly T[]): T[] => {
    const last = items[firstReached(items, ({ span }) => span.start > place.start) - 1];
    return last && touches(last.span, place.start) ? [last] : [];
  };
  const near = { findings: around(findings), actions: around(actions), citations: around(citations) };
  const own = near.citations[0]?.finding;
  const key = [near.findings, near.actions, own === undefined ? near.citations : []]
    .map(([item]) => item?.span.start ?? '')
    .concat(own ?? '')
    .join();
  const part = parts.get(key) ?? {
    ...whole,
    ...near,
    citations: own === undefined ? near.citations : (byFinding.get(own) ?? []),
  };
  parts.set(key, part);
  return part;
}
