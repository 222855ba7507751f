/*
 * The ids of a document's citations by their state, for colours over those of the grammar. No state is told by
 * its colour only: what is unknown or excluded has a diagnostic, and what is uncovered stands on its theme's
 * heading and in the hover.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { coverageStates } from '../../coverage/states';
import { resolveParts } from '../../catalogue/resolveCitation';
import type { ReviewSet } from '../../review/review';
import { scopeOf } from '../../review/scope';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/workspace';

/**
 * `unknown`: no catalogue has it. `excluded`: the scope leaves it out. `uncovered`: it is cited here, in narrative,
 * a heading or a stub, and no finding of the review covers it yet. `known`: everything else.
 */
export type TokenState = 'known' | 'unknown' | 'excluded' | 'uncovered';

/** An id of a citation; both ends of a range are tokens of their own. */
export interface Token {
  readonly span: Span;
  readonly state: TokenState;
}

/** The ids cited in a document, or in a stretch of it, in the order of the text. */
export function tokens(snapshot: Snapshot, uri: string, within?: Span): Token[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  if (!document || !set || set.catalogues.length === 0) return [];
  const stateOf = stateIn(set);
  return document.review.citations
    .filter(
      ({ kind, span }) =>
        kind !== 'evidence' && (!within || (span.start < within.end && within.start < span.end)),
    )
    .flatMap((citation) =>
      citation.parts
        .flatMap(({ from, to }) => (to ? [from, { prefix: from.prefix, ...to }] : [from]))
        .map((end): Token => {
          const { prefix, ...rest } = end;
          const from = { ...rest, ...(prefix !== undefined && { prefix }) };
          const [part] = resolveParts(set.catalogues, {
            kind: citation.kind,
            parts: [{ from, span: end.span }],
          });
          const item = part?.found[0]?.item;
          return { span: end.span, state: item ? stateOf(item) : 'unknown' };
        }),
    );
}

function stateIn(set: ReviewSet): (item: CatalogueItem) => TokenState {
  const scope = scopeOf(set.frame);
  const { of: states } = coverageStates(set);
  return (item) => {
    if (scope.has(item)) return 'excluded';
    return states.get(item) === 'uncovered' ? 'uncovered' : 'known';
  };
}
