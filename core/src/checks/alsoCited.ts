/*
 * What a finding cites besides one part of a citation, so that a fix which spells out that part adds no second
 * citation of the same thing.
 */
import type { CatalogueItem } from '../catalogue';
import type { CitedPart } from '../citation';
import type { Frame } from '../frame';
import type { LocatedCitation } from '../part';
import { itemsOf, resolveParts } from '../resolve';
import type { Stretch } from './check';

/** What the finding, or in narrative the citation, cites besides a part. */
export function citedBesides(
  citation: LocatedCitation,
  part: CitedPart,
  stretch: Stretch,
  frame: Frame,
): ReadonlySet<CatalogueItem> {
  const { finding } = citation;
  const own =
    finding === undefined ? [citation] : stretch.citations.filter((other) => other.finding === finding);
  const parts = own.flatMap((other) => resolveParts(frame.catalogues, other));
  return new Set(itemsOf(parts.filter((resolved) => resolved.part.span.start !== part.span.start)));
}
