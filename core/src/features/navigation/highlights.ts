/*
 * Where else the document cites what is cited at a place: alone, in a list or in a range. On a line of a
 * catalogue or on a row of the evidence register it is the id that is defined there, too.
 */
import type { Place } from '../../text/diagnostic';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue, findCitedAt, findItemAt } from './citationAt';
import { citationsOf } from './citing';
import { definingPlaces, findEvidenceAt, placesCiting } from './evidenceAt';

/** A place that names the same thing; `defines` it, or cites it. */
export interface Highlight {
  readonly span: Span;
  readonly defines: boolean;
}

/** Every place of the document that names what stands at an offset; none where nothing known is cited. */
export function highlights(snapshot: Snapshot, uri: string, offset: number): Highlight[] {
  const evidence = findEvidenceAt(snapshot, uri, offset);
  if (evidence) {
    const here = <T extends Place>(places: readonly T[]): readonly T[] =>
      places.filter((place) => place.uri === uri);
    return [
      ...here(evidence.entries.flatMap(definingPlaces)).map(({ nameSpan }) => ({
        span: nameSpan,
        defines: true,
      })),
      ...here(placesCiting(evidence)).map(({ span }) => ({ span, defines: false })),
    ];
  }
  const cited = findCitedAt(snapshot, uri, offset);
  const document = snapshot.documents.get(uri);
  if (cited && document) {
    return citationsOf(cited.set, document, new Set(cited.items)).map(({ part }) => {
      return { span: part.span, defines: false };
    });
  }
  const file = findCatalogue(snapshot, uri);
  const item = file && findItemAt(file, offset);
  return item ? [{ span: item.nameSpan, defines: true }] : [];
}
