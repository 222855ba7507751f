/*
 * What the evidence checks say about each chapter of a document. They depend on the ids and kinds of the whole
 * register besides, so they are remembered apart: a new entry asks them again, and no other check.
 */
import type { ChapterReading } from '../chapter';
import { checks } from '../checks';
import { severityOf } from '../checks/check';
import type { Diagnostic } from '../diagnostic';
import type { Document } from '../document';
import { examine } from '../examination';
import type { Frame } from '../frame';
import type { KnownEvidence } from '../register';
import { moved, toDiagnostic } from './complaints';

declare module '../chapter' {
  interface ReadingNotes {
    evidenceComplaints?: {
      readonly frame: Frame;
      readonly known: KnownEvidence;
      /** Offsets from the chapter's start. */
      readonly found: readonly Diagnostic[];
    };
  }
}

declare module '../document' {
  interface DocumentNotes {
    evidenceComplaints?: {
      readonly frame: Frame;
      readonly known: KnownEvidence;
      readonly found: readonly Diagnostic[];
    };
  }
}
const none: readonly Diagnostic[] = [];

/** The diagnostics of all evidence checks on a document, with offsets into it. */
export function evidenceComplaintsOf(
  document: Document,
  frame: Frame,
  known: KnownEvidence,
): readonly Diagnostic[] {
  // Nothing is said where there is neither a register nor a citation of one, and no document is read to say it.
  if (known.size === 0 && examine(document, frame).citedEvidence.size === 0) return none;
  const before = document.notes.evidenceComplaints;
  if (before?.frame === frame && before.known === known) return before.found;
  const found = document.review.chapters.flatMap(({ reading, start }) =>
    complaintsInChapter(reading, frame, known).map((each) => moved(each, start)),
  );
  document.notes.evidenceComplaints = { frame, known, found };
  return found;
}

function complaintsInChapter(
  reading: ChapterReading,
  frame: Frame,
  known: KnownEvidence,
): readonly Diagnostic[] {
  const before = reading.notes.evidenceComplaints;
  if (before?.frame === frame && before.known === known) return before.found;
  const found: Diagnostic[] = [];
  for (const check of checks) {
    if (check.about !== 'evidence') continue;
    const severity = severityOf(check, frame);
    if (severity === 'off') continue;
    for (const { part, start } of reading.parts) {
      for (const complaint of check.run(part, known))
        found.push(moved(toDiagnostic(check.code, severity, complaint), start));
    }
  }
  reading.notes.evidenceComplaints = { frame, known, found };
  return found;
}
