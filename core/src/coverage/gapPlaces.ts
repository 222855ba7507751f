/*
 * Where each gap can be mended, for those who go from one to the next: at a stub that has been begun for it,
 * else at the heading of its element or theme, else on the cover. What is a gap is decided in gaps.ts.
 */
import type { CatalogueItem, Element, Standard } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import type { Document } from '../document/document';
import { summarise } from '../review/summary';
import { gapsOf, type ThemeGaps } from './gaps';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import { memo } from '../text/memo';
import type { Review } from '../review/review';
import type { Span } from '../text/span';

/** A standard that nothing addresses, or such an element where it has no standards, and where to write about it. */
export interface GapPlace {
  readonly item: Standard | Element;
  readonly file: CatalogueFile;
  readonly document: Document;
  readonly span: Span;
  readonly at: 'stub' | 'heading' | 'cover';
}

/** The gaps of a review in report order: by document and place, and in catalogue order where they share one. */
export const gapPlaces = memo((review: Review): readonly GapPlace[] => {
  const gaps = gapsOf(review);
  const places = new Places(review);
  const order = new Map(review.documents.map((document, i) => [document, i]));
  return gaps
    .flatMap((gap) =>
      [...gap.elements.filter(({ standards }) => standards.length === 0), ...gap.standards].map((item) =>
        places.find(item, gap),
      ),
    )
    .sort(
      (a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.span.start - b.span.start,
    );
});

/** The stubs and headings of a review, by what they are about; the first in report order counts. */
class Places {
  private readonly stubs = new Map<CatalogueItem, Pick<GapPlace, 'document' | 'span'>>();
  private readonly headings = new Map<CatalogueItem, Pick<GapPlace, 'document' | 'span'>>();

  constructor(review: Review) {
    for (const document of review.documents) {
      for (const { empty, citations, head } of document.model.findings) {
        if (!empty) continue;
        for (const item of citations.flatMap((cited) => itemsOf(resolveParts(review.catalogues, cited)))) {
          if (!this.stubs.has(item)) this.stubs.set(item, { document, span: head });
        }
      }
      for (const { subject, heading } of summarise(document, review.context).headings) {
        if (!this.headings.has(subject)) this.headings.set(subject, { document, span: heading });
      }
    }
  }

  find(item: Standard | Element, { file, place }: ThemeGaps): GapPlace {
    const stub = this.stubs.get(item);
    if (stub) return { item, file, ...stub, at: 'stub' };
    const heading = this.headings.get(item.kind === 'element' ? item : item.element);
    if (heading) return { item, file, ...heading, at: 'heading' };
    const { document, span } = place;
    return { item, file, document, span, at: place.onHeading ? 'heading' : 'cover' };
  }
}
