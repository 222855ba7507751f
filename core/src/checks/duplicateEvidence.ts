/*
 * `duplicate-evidence`: an id stands twice in the evidence register, which may be kept in several documents. It
 * is reported at the later place, and points to the first, which is the one that a citation of it means.
 */
import { repeatedEvidence, type PlacedEvidence } from '../review/evidenceRegister';
import { documentPath } from '../review/review';
import type { ReviewCheck } from './check';
import { quotable } from '../text/lists';
export const duplicateEvidence: ReviewCheck = {
  about: 'review',
  code: 'duplicate-evidence',
  severity: 'error',
  title: 'Two entries of the evidence register have the same id',
  why: 'A finding that cites it means one of the two, and nobody can tell which.',
  *run(review) {
    for (const [later, first] of repeatedEvidence(review)) {
      const { id, cells } = later.evidence;
      const where =
        first.document === later.document ? '' : ` in ${documentPath(review, first.document.uri)}`;
      const message = `${quotable(id)} is the id of another entry${where}, “${quotable(wordsOf(first))}”; give one of them an id of its own.`;
      const related = {
        uri: first.document.uri,
        span: first.evidence.cells.id,
        message: 'The first stands here.',
      };
      yield { document: later.document, span: cells.id, message, related: [related] };
    }
  },
};

function wordsOf({ evidence: { description, kind } }: PlacedEvidence): string {
  return description || kind || 'no description';
}
