/*
 * The ids of a document's citations by their state, for colours over those of the grammar. No state is told by
 * its colour only: what is unknown or excluded has a diagnostic, and what is uncovered stands on its theme's
 * heading and in the hover.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { coverageStates } from '../../coverage/states';
import { resolveParts } from '../../catalogue/resolveCitation';
import type { Review } from '../../review/review';
import { scopeOf } from '../../review/scope';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';

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

/** The ids cited in a document, or in a fragment of it, in the order of the text. */
export function semanticTokens(snapshot: Snapshot, uri: string, within?: Span): Token[] {
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  if (!document || !review || review.catalogues.length === 0) return [];
  const stateOf = stateIn(review);
  return document.model.citations
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
          const [part] = resolveParts(review.catalogues, {
            kind: citation.kind,
            parts: [{ from, span: end.span }],
          });
          const item = part?.found[0]?.item;
          return { span: end.span, state: item ? stateOf(item) : 'unknown' };
        }),
    );
}

function stateIn(review: Review): (item: CatalogueItem) => TokenState {
  const scope = scopeOf(review.context);
  const { of: states } = coverageStates(review);
  return (item) => {
    if (scope.has(item)) return 'excluded';
    return states.get(item) === 'uncovered' ? 'uncovered' : 'known';
  };
}
