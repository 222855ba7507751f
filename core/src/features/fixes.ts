/*
 * What mends the diagnostics at a place. The diagnostics are found again on the snapshot, so that a fix is
 * always computed for the text that it will change.
 */
import { checks } from '../checks';
import type { Diagnostic, Fix } from '../diagnostic';
import type { Span } from '../span';
import type { Snapshot } from '../workspace';
import { wholeStretch } from './complaints';
import { diagnostics } from './diagnostics';

/** The fixes of every diagnostic that touches `place`, the preferred first for each. */
export function fixes(snapshot: Snapshot, uri: string, place: Span): { diagnostic: Diagnostic; fix: Fix }[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  if (!document || !set) return [];
  return diagnostics(snapshot, uri)
    .filter(({ span }) => span.start <= place.end && place.start <= span.end)
    .flatMap((diagnostic) => {
      const check = checks.find(({ code }) => code === diagnostic.code);
      const mends =
        check?.about === 'stretch'
          ? check.fix?.(diagnostic, wholeStretch(document, set.frame), set.frame)
          : check?.fix?.(diagnostic, document, set);
      return (mends ?? []).map((mend) => ({ diagnostic, fix: { ...mend, uri } }));
    });
}
