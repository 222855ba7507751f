/*
 * What the citations of a fragment mean, worked out once for all that ask: what is cited, and one check after another.
 */
import type { CatalogueFile } from '../catalogue/index';
import type { LocatedCitation } from './fragment';
import { resolveParts, type ResolvedPart } from '../catalogue/resolveCitation';
import { memo } from '../text/memo';

/** One part of a citation, such as an id of a list, with what it means. */
export interface ResolvedHere extends ResolvedPart {
  readonly citation: LocatedCitation;
}

const none: readonly ResolvedHere[] = [];

/** Every part of every citation in order; none for evidence, which is in no catalogue. */
export function resolvedIn(
  citations: readonly LocatedCitation[],
  files: readonly CatalogueFile[],
): readonly ResolvedHere[] {
  return citations.length === 0 ? none : resolved(citations, files);
}

const resolved = memo(
  (citations: readonly LocatedCitation[], files: readonly CatalogueFile[]): readonly ResolvedHere[] =>
    citations.flatMap((citation) => resolveParts(files, citation).map((part) => ({ ...part, citation }))),
);
