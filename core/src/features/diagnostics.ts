/*
 * All diagnostics of one file: for a review document those of every check, weighed by the cover and the
 * phase, without those that an ignore comment silences; for a catalogue the faults that reading it found.
 * The answer is the same object as before when nothing in it has changed.
 */
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
  /** What the checks that need the review say, as text, and all diagnostics together. */
  review?: string;
  all?: readonly Diagnostic[];
}

const known = new WeakMap<Document, Known>();

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
  const kept = before?.frame === frame ? before : { frame, written: complaintsOf(document, frame) };
  const review = findInReview(document, set);
  const text = JSON.stringify(review);
  if (kept.all && kept.review === text) return kept.all;
  const all = withoutSilenced(document, [...kept.written, ...review]).sort(byPlace);
  known.set(document, { ...kept, review: text, all });
  return all;
}

function findInReview(document: Document, set: ReviewSet): Diagnostic[] {
  return checks.flatMap((check) => {
    const severity = check.about === 'review' ? severityOf(check, set.frame) : 'off';
    if (check.about !== 'review' || severity === 'off') return [];
    return [...check.run(document, set)].map((complaint) => toDiagnostic(check.code, severity, complaint));
  });
}

function withoutSilenced(document: Document, found: readonly Diagnostic[]): Diagnostic[] {
  const ignores = document.review.parts.flatMap(({ part, start }) =>
    part.ignores.map((ignore) => {
      const line = silencedLine(document.text, ignore.span.end + start);
      return { code: ignore.code, line };
    }),
  );
  return found.filter(
    ({ code, span }) =>
      !ignores.some((ignore) => {
        const { start, end } = ignore.line;
        return ignore.code === code && start <= span.start && span.start <= end;
      }),
  );
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}
