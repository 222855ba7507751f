/*
 * `duplicate-evidence`: an id stands twice in the evidence register, which may be kept in several documents. It
 * is reported at the later place, and points to the first, which is the one that a citation of it means.
 */
import type { Document } from '../document';
import { registerOf, type PlacedEvidence } from '../register';
import { documentPath, type ReviewSet } from '../reviewSet';
import type { ReviewCheck } from './check';

export const duplicateEvidence: ReviewCheck = {
  about: 'review',
  code: 'duplicate-evidence',
  severity: 'error',
  title: 'Two entries of the evidence register have the same id',
  why: 'A finding that cites it means one of the two, and nobody can tell which.',
  dependsOn: (document, set) =>
    duplicates(document, set)
      .flat()
      .map(({ evidence }) => evidence),
  *run(document, set) {
    for (const [later, first] of duplicates(document, set)) {
      const { id, cells } = later.evidence;
      const where = first.document === document ? '' : ` in ${documentPath(set, first.document.uri)}`;
      const message = `${id} is the id of another entry${where}, “${wordsOf(first)}”; give one of them an id of its own.`;
      const related = {
        uri: first.document.uri,
        span: first.evidence.cells.id,
        message: 'The first stands here.',
      };
      yield { span: cells.id, message, related: [related] };
    }
  },
};

/** The entries of a document whose id stands before, each with the entry that is first. */
function duplicates(document: Document, set: ReviewSet): [later: PlacedEvidence, first: PlacedEvidence][] {
  return registerOf(set).repeated.flatMap(([first, ...later]) =>
    later.flatMap((entry): [PlacedEvidence, PlacedEvidence][] =>
      first && entry.document === document ? [[entry, first]] : [],
    ),
  );
}

function wordsOf({ evidence: { description, kind } }: PlacedEvidence): string {
  return description || kind || 'no description';
}
