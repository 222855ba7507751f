/*
 * Every citation of the same thing, in lists and ranges too: in all documents of the review when asked from
 * a citation, in all reviews that use the catalogue when asked from its own line.
 */
import { fileOf } from '../../catalogue/index';
import type { Place } from '../../text/diagnostic';
import type { Review } from '../../review/review';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue, findCitedAt, findItemAt } from './citationAt';
import { citationsOf, type Cited } from './citing';
import { definingPlaces, findEvidenceAt, placesCiting } from './evidenceAt';

/** Places that cite what stands at an offset, in report order, the definition first when it is asked for. */
export function references(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): Place[] {
  const evidence = findEvidenceAt(snapshot, uri, offset);
  if (evidence) {
    const rows = evidence.entries.flatMap(definingPlaces).map(({ uri: of, nameSpan }) => {
      return { uri: of, span: nameSpan };
    });
    return [...(includeDeclaration ? rows : []), ...placesCiting(evidence)];
  }
  const cited = findCitedAt(snapshot, uri, offset);
  if (cited) return find([cited.set], cited.items, includeDeclaration);
  const file = findCatalogue(snapshot, uri);
  const item = file && findItemAt(file, offset);
  if (!item) return [];
  const reviews = snapshot.reviews().filter((review) => review.catalogues.includes(file));
  const own = includeDeclaration ? [{ uri, span: item.nameSpan }] : [];
  return [...own, ...find(reviews, [item], false)];
}

function find(reviews: readonly Review[], items: readonly Cited[], includeDeclaration: boolean): Place[] {
  const wanted = new Set(items);
  const declared = items.flatMap((item) => {
    const file = reviews
      .map((review) => fileOf(review.catalogues, item))
      .find((found) => found !== undefined);
    return includeDeclaration && file ? [{ uri: file.uri, span: item.nameSpan }] : [];
  });
  const cited = reviews.flatMap((review) =>
    review.documents.flatMap((document) =>
      citationsOf(review, document, wanted).map(({ part }) => ({ uri: document.uri, span: part.span })),
    ),
  );
  return [...declared, ...cited];
}
