/*
 * From a citation to the lines of the catalogue, or the rows and surveys of the evidence register, that define what it
 * cites; one target for each id of a range.
 */
import { fileOf } from '../../catalogue/index';
import type { Place } from '../../text/diagnostic';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCitedAt } from './citationAt';
import { definingPlaces, findEvidenceAt } from './evidenceAt';

export interface Definition {
  /** What in the document was asked about. */
  readonly origin: Span;
  readonly targets: readonly (Place & { readonly nameSpan: Span })[];
}

/** Where what is cited at an offset is defined; undefined where nothing known is cited. */
export function definition(snapshot: Snapshot, uri: string, offset: number): Definition | undefined {
  const evidence = findEvidenceAt(snapshot, uri, offset);
  if (evidence) {
    const rows = evidence.entries.flatMap(definingPlaces);
    return rows.length > 0 ? { origin: evidence.place, targets: rows } : undefined;
  }
  const cited = findCitedAt(snapshot, uri, offset);
  const targets = cited?.items.flatMap((item) => {
    const file = fileOf(cited.set.catalogues, item);
    return file ? [{ uri: file.uri, span: item.span, nameSpan: item.nameSpan }] : [];
  });
  return cited && targets && targets.length > 0 ? { origin: cited.place, targets } : undefined;
}
