/*
 * What the evidence checks say about each chapter of a document. They depend on the ids and kinds of the whole
 * register besides, so they are remembered apart: another id or kind asks them again, no other check, and only about what cites it.
 */
import type { ChunkGroupReading } from '../document/chunkGroup';
import { checks } from '../checks';
import { severityOf } from '../checks/check';
import type { Diagnostic } from '../text/diagnostic';
import type { Document } from '../document/document';
import { hasRegister, type KnownEvidence } from '../review/evidenceIndex';
import { evidenceCitedIn, summarise } from '../review/summary';
import type { ReviewContext } from '../review/context';
import { moved, toDiagnostic } from './fragmentDiagnostics';

interface Known {
  readonly frame: ReviewContext;
  readonly known: KnownEvidence;
  /** Offsets from the start of the document, or of the chapter. */
  readonly found: readonly Diagnostic[];
}

declare module '../document/chunkGroup' {
  interface ReadingNotes {
    evidenceComplaints?: Known;
  }
}
declare module '../document/document' {
  interface DocumentNotes {
    evidenceComplaints?: Known;
  }
}
const none: readonly Diagnostic[] = [];

/** The diagnostics of all evidence checks on a document, with offsets into it; the same list as long as they stand. */
export function evidenceComplaintsOf(
  document: Document,
  context: ReviewContext,
  known: KnownEvidence,
): readonly Diagnostic[] {
  const cited = summarise(document, context).citedEvidence;
  // Nothing is said where there is neither a register nor a citation of one, and no document is read to say it.
  if (known.size === 0 && cited.size === 0) return none;
  const before = document.notes.evidenceComplaints;
  const found = stillFound(before, context, known, cited) ?? complaintsIn(document, context, known);
  if (before?.known !== known || before.found !== found)
    document.notes.evidenceComplaints = { frame: context, known, found };
  return found;
}

function complaintsIn(
  document: Document,
  context: ReviewContext,
  known: KnownEvidence,
): readonly Diagnostic[] {
  return document.skimmed.chapters.flatMap(({ reading, start }) =>
    complaintsInChapter(reading, context, known).map((each) => moved(each, start)),
  );
}

function complaintsInChapter(
  reading: ChunkGroupReading,
  context: ReviewContext,
  known: KnownEvidence,
): readonly Diagnostic[] {
  const cited = evidenceCitedIn(reading, context);
  const found =
    stillFound(reading.notes.evidenceComplaints, context, known, cited) ?? findIn(reading, context, known);
  reading.notes.evidenceComplaints = { frame: context, known, found };
  return found;
}

function findIn(
  reading: ChunkGroupReading,
  context: ReviewContext,
  known: KnownEvidence,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const check of checks) {
    if (check.about !== 'evidence') continue;
    const severity = severityOf(check, context);
    if (severity === 'off') continue;
    for (const { part, start } of reading.parts) {
      for (const complaint of check.run(part, known))
        found.push(moved(toDiagnostic(check.code, severity, complaint), start));
    }
  }
  return found;
}

/** What was found before, where these citations mean with another register what they meant. */
function stillFound(
  before: Known | undefined,
  context: ReviewContext,
  known: KnownEvidence,
  cited: ReadonlySet<string>,
): readonly Diagnostic[] | undefined {
  if (before?.frame !== context) return undefined;
  if (before.known === known) return before.found;
  const changed = changesBetween(before.known, known);
  if (!changed) return undefined;
  for (const id of cited) if (changed.has(id) || !known.has(id)) return undefined;
  return before.found;
}

/** A register is compared with one before it once, and not for each document. */
const compared = new WeakMap<KnownEvidence, WeakMap<KnownEvidence, ReadonlySet<string> | 'all'>>();

/** The ids that one of two registers does not have, or of another kind; undefined where more than that is different. */
function changesBetween(before: KnownEvidence, after: KnownEvidence): ReadonlySet<string> | undefined {
  const others = compared.get(after) ?? new WeakMap<KnownEvidence, ReadonlySet<string> | 'all'>();
  compared.set(after, others);
  const changes = others.get(before) ?? compare(before, after);
  others.set(before, changes);
  return changes === 'all' ? undefined : changes;
}

function compare(before: KnownEvidence, after: KnownEvidence): ReadonlySet<string> | 'all' {
  const [first] = before.keys();
  const [second] = after.keys();
  if (first !== second || hasRegister(before) !== hasRegister(after)) return 'all';
  const changed = new Set<string>();
  for (const [id, kind] of after) if (before.get(id) !== kind) changed.add(id);
  for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  return changed;
}
