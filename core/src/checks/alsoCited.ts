/*
 * What a finding cites besides one part of a citation, so that a fix which spells out that part adds no second
 * citation of the same thing.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import type { CitedPart } from '../syntax/citation';
import type { ReviewContext } from '../review/context';
import type { LocatedCitation } from '../document/fragment';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { FragmentInContext } from './check';

/** What the finding, or in narrative the citation, cites besides a part. */
export function citedBesides(
  citation: LocatedCitation,
  part: CitedPart,
  fragment: FragmentInContext,
  context: ReviewContext,
): ReadonlySet<CatalogueItem> {
  const { finding } = citation;
  const own =
    finding === undefined ? [citation] : fragment.citations.filter((other) => other.finding === finding);
  const parts = own.flatMap((other) => resolveParts(context.catalogues, other));
  return new Set(itemsOf(parts.filter((resolved) => resolved.part.span.start !== part.span.start)));
}
