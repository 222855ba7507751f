/*
 * All diagnostics of one file: for a review document those of every check, weighed by the cover and the
 * phase, without those that an ignore comment silences; for a catalogue the faults that reading it found.
 */
import { checks } from '../checks';
import { severityOf } from '../checks/check';
import { oneLine, type Diagnostic } from '../diagnostic';
import type { Document } from '../document';
import type { ReviewSet } from '../reviewSet';
import type { Snapshot } from '../workspace';

const known = new WeakMap<ReviewSet, Map<Document, readonly Diagnostic[]>>();

/** The diagnostics of a file by place; none for a file that is not of the workspace. */
export function diagnostics(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const catalogue = snapshot.catalogues.get(uri);
  if (catalogue) return catalogue.catalogue.faults;
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  if (!document || !set) return [];
  const cache = known.get(set) ?? new Map<Document, readonly Diagnostic[]>();
  known.set(set, cache);
  const found = cache.get(document) ?? runChecks(document, set);
  cache.set(document, found);
  return found;
}

function runChecks(document: Document, set: ReviewSet): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const check of checks) {
    const severity = severityOf(check, set);
    if (severity === 'off') continue;
    for (const complaint of check.run(document, set))
      found.push({ code: check.code, severity, ...complaint, message: oneLine(complaint.message) });
  }
  const { ignores } = document.review;
  const silenced = (diagnostic: Diagnostic): boolean =>
    ignores.some(
      ({ code, line }) =>
        code === diagnostic.code && line.start <= diagnostic.span.start && diagnostic.span.start <= line.end,
    );
  return found.filter((diagnostic) => !silenced(diagnostic)).sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}
