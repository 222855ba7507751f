/*
 * What stands at an offset: a citation with what it cites, or an item on its own line of a catalogue. The
 * features that answer about a place all begin here.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { elementsOf, type CatalogueFile } from '../../catalogue/index';
import { itemsOf, resolveParts } from '../../catalogue/resolveCitation';
import type { Review } from '../../review/review';
import { touches, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { writtenIn, type Written } from './citing';

/** In `[std 6.1, 6.$02]` the place is `6.2`; on the keyword it is the whole citation. */
export interface CitedAt {
  readonly set: Review;
  readonly citation: Written;
  readonly place: Span;
  readonly items: readonly CatalogueItem[];
}

/** The citation at an offset of a review document, ids in the front matter of a cover included. */
export function findCitedAt(snapshot: Snapshot, uri: string, offset: number): CitedAt | undefined {
  const review = snapshot.reviewOf(uri);
  const document = snapshot.documents.get(uri);
  if (!review || !document) return undefined;
  const citations = writtenIn(review, document).filter((citation) => touches(citation.span, offset));
  // Where two citations touch, the one that begins at the cursor is meant.
  const citation = citations[citations.length - 1];
  if (!citation) return undefined;
  const parts = resolveParts(review.catalogues, citation);
  const part = parts.find((candidate) => touches(candidate.part.span, offset));
  if (!part) return { set: review, citation, place: citation.span, items: itemsOf(parts) };
  const end = [part.part.from, part.part.to].find(
    (cited) => cited && part.part.to && touches(cited.span, offset),
  );
  const single =
    end && resolveParts(review.catalogues, { kind: citation.kind, parts: [{ from: end, span: end.span }] });
  return single
    ? { set: review, citation, place: end.span, items: itemsOf(single) }
    : { set: review, citation, place: part.part.span, items: itemsOf([part]) };
}

/** The catalogue that a URI names, of the workspace or shipped. */
export function findCatalogue(snapshot: Snapshot, uri: string): CatalogueFile | undefined {
  return snapshot.catalogues.get(uri) ?? snapshot.shipped.find((file) => file.uri === uri);
}

/** The item on whose line of a catalogue an offset stands. */
export function findItemAt(file: CatalogueFile, offset: number): CatalogueItem | undefined {
  const { themes } = file.catalogue;
  const elements = elementsOf(file.catalogue);
  const leaves = elements.flatMap((element) => [...element.standards, ...element.probes]);
  const leaf = leaves.find((item) => touches(item.span, offset));
  if (leaf) return leaf;
  const onLine = (item: CatalogueItem): boolean => {
    const line = /^[^\r\n]*/.exec(file.text.slice(item.span.start))?.[0].length ?? 0;
    return touches({ start: item.span.start, end: item.span.start + line }, offset);
  };
  return [...elements, ...themes].find(onLine);
}
