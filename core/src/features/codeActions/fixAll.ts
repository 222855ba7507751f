/*
 * Many fixes at once: all of one kind in a file, or all that are safe. Where two overlap the second waits until the
 * first is made and is then found again on the new text, so the end is a text in which nothing is left to fix,
 * and asking again changes nothing. Only what a diagnostic prefers is taken; a choice is left to people.
 */
import { checks } from '../../checks';
import { firstReached } from '../../text/bisect';
import { composeEdits } from '../../text/composeEdits';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import type { Diagnostic, Fix } from '../../text/diagnostic';
import { meets, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { diagnostics } from '../../diagnostics/diagnostics';
import { fixesOf, type OfferedFix } from './quickFixes';

/** After so many rounds what is left is left to people; texts need two or three. */
const mostRounds = 20;

const suppressionCodes = new Set(
  checks.filter(({ about }) => about === 'suppressions').map(({ code }) => code),
);
const safeCodes = new Set(checks.filter(({ safe }) => safe).map(({ code }) => code));

/** Codes that `offered` would resolve and that are in the file more than once, each once. */
export function repeatedCodes(
  snapshot: Snapshot,
  uri: string,
  offered: readonly OfferedFix[],
): readonly string[] {
  const fixable = new Set(
    offered.filter(({ fix }) => fix.preferred).map(({ diagnostic }) => diagnostic.code),
  );
  const all = diagnostics(snapshot, uri);
  return [...fixable].filter((code) => all.filter((found) => found.code === code).length > 1);
}

/** Fixes all of one kind in a file; undefined where nothing can be fixed. */
export function fixAll(snapshot: Snapshot, uri: string, code: string): Fix | undefined {
  const edits = collectEdits(snapshot, uri, (candidate) => candidate === code);
  return edits.length === 0 ? undefined : { title: `Fix all “${code}” in this file`, uri, edits };
}

/** Fixes what has one clear reading only, as when a file is saved; undefined where there is nothing of that kind. */
export function fixSafe(snapshot: Snapshot, uri: string): Fix | undefined {
  const edits = collectEdits(snapshot, uri, (code) => safeCodes.has(code));
  return edits.length === 0 ? undefined : { title: 'Fix everything that has one clear reading', uri, edits };
}

function collectEdits(snapshot: Snapshot, uri: string, isWanted: (code: string) => boolean): TextEdit[] {
  const text = snapshot.documents.get(uri)?.text;
  if (text === undefined) return [];
  const rounds: TextEdit[][] = [];
  let current = snapshot;
  for (let after = text; rounds.length < mostRounds;) {
    const edits = editsOf(current, uri, isWanted);
    if (edits.length === 0) break;
    rounds.push(edits);
    after = applyEdits(after, edits);
    current = current.withText(uri, after);
  }
  return composeEdits(text.length, rounds);
}

/** The edits that can be made together: of two fixes that touch, the first. */
function editsOf(snapshot: Snapshot, uri: string, isWanted: (code: string) => boolean): TextEdit[] {
  const wanted = diagnostics(snapshot, uri).filter(({ code }) => isWanted(code));
  const together = editsTogether(snapshot, uri, wanted);
  // In the order of their places; no two of different fixes meet.
  const chosen = [...together.values()].sort((a, b) => a.span.start - b.span.start);
  for (const diagnostic of wanted) {
    if (suppressionCodes.has(diagnostic.code) && together.has(diagnostic.span.start)) continue;
    const fix = fixesOf(snapshot, uri, diagnostic).find(({ preferred }) => preferred);
    if (!fix || fix.edits.some(({ span }) => meetsAny(span, chosen))) continue;
    for (const edit of fix.edits) {
      const at = firstReached(chosen, ({ span }) => span.start > edit.span.start);
      chosen.splice(at, 0, edit);
    }
  }
  return chosen;
}

/** The edits of ignore comments that can go together, by where each comment begins. */
function editsTogether(
  snapshot: Snapshot,
  uri: string,
  wanted: readonly Diagnostic[],
): ReadonlyMap<number, TextEdit> {
  const document = snapshot.documents.get(uri);
  const edits = new Map<number, TextEdit>();
  for (const check of checks) {
    if (!document || check.about !== 'suppressions' || !check.fixTogether) continue;
    const starts = new Set(wanted.filter(({ code }) => code === check.code).map(({ span }) => span.start));
    if (starts.size === 0) continue;
    const ignores = document.model.suppressions.filter(({ span }) => starts.has(span.start));
    for (const [start, edit] of check.fixTogether(ignores, document)) edits.set(start, edit);
  }
  return edits;
}

/** Whether a place meets one of some edits that are in order and do not overlap. */
function meetsAny(place: Span, edits: readonly TextEdit[]): boolean {
  const last = edits[firstReached(edits, ({ span }) => span.start > place.end) - 1];
  return last !== undefined && meets(place, last.span);
}
