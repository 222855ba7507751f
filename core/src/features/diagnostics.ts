/*
 * All diagnostics of one file: for a review document those of every check, weighed by the cover and the
 * phase, without those that an ignore comment silences; for a catalogue the faults that reading it found.
 * The answer is the same object as before when nothing in it has changed.
 */
import type { ChapterReading } from '../chapter';
import { checks } from '../checks';
import { severityOf } from '../checks/check';
import type { Diagnostic } from '../diagnostic';
import type { Document } from '../document';
import type { Frame } from '../frame';
import { silencedLine } from '../ignore';
import type { ReviewSet } from '../reviewSet';
import type { Snapshot } from '../workspace';
import { complaintsOf, toDiagnostic } from './complaints';

interface Known {
  readonly frame: Frame;
  /** What the stretch checks say. */
  readonly written: readonly Diagnostic[];
  /** What the answers of the review checks depended on, and all diagnostics together. */
  readonly dependedOn: readonly object[];
  readonly all: readonly Diagnostic[];
}

const known = new WeakMap<Document, Known>();
const reviewChecks = checks.filter((check) => check.about === 'review');

declare module '../chapter' {
  interface ReadingNotes {
    ignores?: readonly { readonly code: string; readonly end: number }[];
  }
}

/** The diagnostics of a file by place; none for a file that is not of the workspace. */
export function diagnostics(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const catalogue = snapshot.catalogues.get(uri);
  if (catalogue) return catalogue.catalogue.faults;
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  return document && set ? findAll(document, set) : [];
}

function findAll(document: Document, set: ReviewSet): readonly Diagnostic[] {
  const { frame } = set;
  const before = known.get(document);
  const isKept = before?.frame === frame;
  const dependedOn = reviewChecks.flatMap((check) => check.dependsOn(document, set));
  if (isKept && isSame(before.dependedOn, dependedOn)) return before.all;
  const written = isKept ? before.written : complaintsOf(document, frame);
  const all = withoutSilenced(document, [...written, ...findInReview(document, set)]).sort(byPlace);
  known.set(document, { frame, written, dependedOn, all });
  return all;
}

function isSame(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((thing, i) => thing === b[i]);
}

function findInReview(document: Document, set: ReviewSet): Diagnostic[] {
  return reviewChecks.flatMap((check) => {
    const severity = severityOf(check, set.frame);
    if (severity === 'off') return [];
    return [...check.run(document, set)].map((complaint) => toDiagnostic(check.code, severity, complaint));
  });
}

function withoutSilenced(document: Document, found: readonly Diagnostic[]): Diagnostic[] {
  const ignores = document.review.chapters.flatMap(({ reading, start }) =>
    ignoresIn(reading).map(({ code, end }) => ({ code, line: silencedLine(document.text, end + start) })),
  );
  if (ignores.length === 0) return [...found];
  return found.filter(
    ({ code, span }) =>
      !ignores.some((ignore) => {
        const { start, end } = ignore.line;
        return ignore.code === code && start <= span.start && span.start <= end;
      }),
  );
}

/** The ignore comments of a chapter; `end` is counted from its start. */
function ignoresIn(reading: ChapterReading): readonly { readonly code: string; readonly end: number }[] {
  return (reading.notes.ignores ??= reading.parts.flatMap(({ part, start }) =>
    part.ignores.map(({ code, span }) => ({ code, end: span.end + start })),
  ));
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}
