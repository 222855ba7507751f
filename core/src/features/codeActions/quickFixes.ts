/*
 * What resolves the diagnostics at a place. The diagnostics are found again on the snapshot, so that a fix is
 * always computed for the text that it will change.
 */
import { checks } from '../../checks';
import type { CheckFix } from '../../checks/check';
import type { Diagnostic, Fix } from '../../text/diagnostic';
import { silencedLine } from '../../syntax/suppression';
import { meets, touches, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { wholeDocument } from '../../diagnostics/fragmentDiagnostics';
import { fragmentAround } from './fragmentAround';
import { diagnostics } from '../../diagnostics/diagnostics';

/** A diagnostic with one fix of it. */
export interface OfferedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** The fixes of every diagnostic that touches `place`, the preferred first for each. */
export function fixes(snapshot: Snapshot, uri: string, place: Span): OfferedFix[] {
  return fixesOfEach(
    snapshot,
    uri,
    diagnostics(snapshot, uri).filter(({ span }) => meets(span, place)),
  );
}

/** The fixes of some diagnostics of a file, the preferred first for each. */
export function fixesOfEach(snapshot: Snapshot, uri: string, found: readonly Diagnostic[]): OfferedFix[] {
  return found.flatMap((diagnostic) =>
    fixesOf(snapshot, uri, diagnostic).map((fix) => ({ diagnostic, fix })),
  );
}

/** The fixes of one diagnostic of a file. */
export function fixesOf(snapshot: Snapshot, uri: string, diagnostic: Diagnostic): Fix[] {
  return findFixes(snapshot, uri, diagnostic).map((fix) => ({ uri, ...fix }));
}

function findFixes(snapshot: Snapshot, uri: string, diagnostic: Diagnostic): readonly CheckFix[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewOf(uri);
  const check = checks.find(({ code }) => code === diagnostic.code);
  if (!document || !set || !check?.fix) return [];
  if (check.about === 'review' || check.about === 'evidence') return check.fix(diagnostic, document, set);
  if (check.about === 'fragment')
    return check.fix(
      diagnostic,
      fragmentAround(wholeDocument(document, set.context), diagnostic.span),
      set.context,
      set,
    );
  const ignore = document.model.suppressions.find(({ span }) => span.start === diagnostic.span.start);
  if (!ignore) return [];
  const silences = (code: string): boolean => {
    const line = silencedLine(document.text, ignore.span.end, code);
    const isThere = (found: Diagnostic): boolean => found.code === code && touches(line, found.span.start);
    return diagnostics(snapshot, uri).some(isThere);
  };
  return check.fix(ignore, document, silences);
}
