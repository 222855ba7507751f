/*
 * Entries of the evidence register that stand at an offset, cited as in `[ev FG2]` or on their own row, and who
 * cites them. Evidence belongs to one review, so nothing outside that review is looked at; and a document that
 * is known to cite no such entry is not read.
 */
import type { CitedId } from '../../syntax/citation';
import type { Place } from '../../text/diagnostic';
import { foldEvidenceId } from '../../evidence/entry';
import { summarise } from '../../review/summary';
import type { PlacedEvidence } from '../../review/evidenceRegister';
import { registerOf } from '../../review/evidenceRegister';
import type { Review } from '../../review/review';
import { touches, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';

/** In `[ev FG2, D$04]` the place is `D4`; on the keyword it is the whole citation, on a row the row's id. */
export interface EvidenceAt {
  readonly set: Review;
  readonly place: Span;
  /** Folded ids, each once, whether the register has them or not. */
  readonly ids: readonly string[];
  /** The entries that these ids mean. */
  readonly entries: readonly PlacedEvidence[];
  /** The ids as they are written there, one by one. */
  readonly written: readonly Pick<CitedId, 'id' | 'span'>[];
  /** Whether it is an entry's own row, and no citation. */
  readonly isRow: boolean;
}

/** What evidence stands at an offset of a review document. */
export function findEvidenceAt(snapshot: Snapshot, uri: string, offset: number): EvidenceAt | undefined {
  const review = snapshot.reviewOf(uri);
  const document = snapshot.documents.get(uri);
  if (!review || !document) return undefined;
  const at = (place: Span, written: EvidenceAt['written'], isRow: boolean): EvidenceAt => {
    const ids = [...new Set(written.map(({ id }) => foldEvidenceId(id)))];
    const entries = ids.flatMap((id) => registerOf(review).find(id).slice(0, 1));
    return { set: review, place, ids, entries, written, isRow };
  };
  const touching = document.model.citations.filter((citation) => touches(citation.span, offset));
  // Where two citations touch, the one that begins at the cursor is meant.
  const citation = touching[touching.length - 1];
  if (citation) {
    if (citation.kind !== 'evidence') return undefined;
    const part = citation.parts.find(({ span }) => touches(span, offset));
    const parts = part ? [part] : citation.parts;
    return at(
      part?.span ?? citation.span,
      parts.map(({ from }) => from),
      false,
    );
  }
  // A survey has an id on a line of its own; its other lines are its own business.
  const row = document.model.evidence.find(({ span, cells, survey }) => {
    return touches(survey ? cells.id : span, offset);
  });
  return row && row.id !== '' ? at(row.cells.id, [{ id: row.id, span: row.cells.id }], true) : undefined;
}

/** Where an entry is defined: its row, and the survey that the row is about; or its survey alone. */
export function definingPlaces({ document, evidence, survey }: PlacedEvidence): DefiningPlace[] {
  const row = { uri: document.uri, span: evidence.span, nameSpan: evidence.cells.id };
  if (evidence.survey || !survey) return [row];
  const { span, id, head } = survey.survey;
  return [row, { uri: survey.document.uri, span, nameSpan: id?.span ?? head }];
}

/** A place with the id in it. */
export interface DefiningPlace extends Place {
  readonly nameSpan: Span;
}

/** The places of a review that cite any of some ids, in report order. */
export function placesCiting({ set: review, ids }: Pick<EvidenceAt, 'set' | 'ids'>): Place[] {
  return review.documents.flatMap((document) => {
    const { citedEvidence } = summarise(document, review.context);
    if (!ids.some((id) => citedEvidence.has(id))) return [];
    return document.model.citations
      .filter(({ kind }) => kind === 'evidence')
      .flatMap(({ parts }) => parts.filter(({ from }) => ids.includes(foldEvidenceId(from.id))))
      .map(({ span }) => ({ uri: document.uri, span }));
  });
}
