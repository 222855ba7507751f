/*
 * What the stretch checks say about each part of a document, remembered with the part: a keystroke runs them
 * on the part that it changed, and on others only where a heading above has become another one.
 */
import { append } from '../text/grouping';
import type { ChapterReading } from '../document/chunkGroup';
import { checks } from '../checks';
import { concerns, severityOf, type Stretch, type StretchCheck } from '../checks/check';
import { messageLine, type Complaint, type Diagnostic, type Severity } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { Frame } from '../review/context';
import type { KeptPart, Part, PartNotes } from '../document/fragment';
import type { Review } from '../document/readDocument';
import { span, type Span } from '../text/span';
import { namedIn, subjectsOf, type Subject } from '../review/sectionTopics';

interface Known {
  readonly frame: Frame;
  readonly subject: Subject | undefined;
  readonly found: readonly Diagnostic[];
}

/** The same for a chapter, with offsets from its start; `last` is what its end is about. */
interface Chaptered extends Known {
  readonly last: Subject | undefined;
}

declare module '../document/chunkGroup' {
  interface ReadingNotes {
    complaints?: Chaptered;
  }
}
declare module '../document/fragment' {
  interface PartNotes {
    complaints?: Known;
  }
}

const stretchChecks = checks.filter((check) => check.about === 'stretch');

interface Weighed {
  readonly check: StretchCheck;
  readonly severity: Severity;
}
/** Checks that look at the same: the first of them says whether a stretch concerns them. */
type Alike = readonly Weighed[];
const weighed = new WeakMap<Frame, readonly Alike[]>();

/** The checks that are not switched off, with what each weighs, by what they look at. */
function checksIn(frame: Frame): readonly Alike[] {
  const known = weighed.get(frame);
  if (known) return known;
  const alike = new Map<StretchCheck['looksAt'], Weighed[]>();
  for (const check of stretchChecks) {
    const severity = severityOf(check, frame);
    if (severity === 'off') continue;
    const { looksAt } = check;
    append(alike, looksAt, { check, severity });
  }
  const found = [...alike.values()];
  weighed.set(frame, found);
  return found;
}

/** The diagnostics of all stretch checks on a document, with offsets into it. */
export function complaintsOf(document: Document, frame: Frame): Diagnostic[] {
  const result: Diagnostic[] = [];
  let subject: Subject | undefined;
  for (const { reading, start } of document.skimmed.chapters) {
    const { found, last } = complaintsInChapter(reading, subject, frame);
    for (const each of found) result.push(moved(each, start));
    subject = last;
  }
  return result;
}

/** A diagnostic as it stands further down by some characters. */
export function moved(found: Diagnostic, by: number): Diagnostic {
  return { ...found, span: span(found.span.start + by, found.span.end + by) };
}

function complaintsInChapter(reading: ChapterReading, subject: Subject | undefined, frame: Frame): Chaptered {
  const before = reading.notes.complaints;
  if (before?.frame === frame && before.subject === subject) return before;
  const found: Diagnostic[] = [];
  let last = subject;
  for (const { part, start } of reading.parts) {
    const own = namedIn(frame.catalogues, part);
    for (const each of complaintsIn(part, own, last, frame)) found.push(moved(each, start));
    for (const named of own) last = named ?? last;
  }
  return (reading.notes.complaints = { frame, subject, found, last });
}

/** By review and not with the document, whose notes outlive its review. */
const stretches = new WeakMap<Review, { readonly frame: Frame; readonly whole: Stretch }>();

/** The whole document as one stretch, for fixes. */
export function wholeStretch(document: Document, frame: Frame): Stretch {
  const known = stretches.get(document.review);
  if (known?.frame === frame) return known.whole;
  const whole = readStretch(document, frame);
  stretches.set(document.review, { frame, whole });
  return whole;
}

function readStretch(document: Document, frame: Frame): Stretch {
  const subjects = subjectsOf(frame.catalogues, document);
  const { sections, findings, actions, citations, evidence, evidenceTables, escaped, ignores } =
    document.review;
  const subjectOf = (section: number | undefined): Subject | undefined =>
    section === undefined ? undefined : subjects[section]?.subject;
  const read = { sections, findings, actions, citations, evidence, evidenceTables, escaped, ignores };
  return { text: document.text, ...read, subjectOf };
}

/** A diagnostic of a check that is not switched off. */
export function toDiagnostic(code: string, severity: Severity, complaint: Complaint): Diagnostic {
  return { code, severity, ...complaint, message: messageLine(complaint.message) };
}

/** A part as checks see it. Its fields are named one by one, because copying an object of so many is slow. */
class PartStretch implements Stretch {
  readonly text: string;
  readonly sections: Part['sections'];
  readonly findings: Part['findings'];
  readonly actions: Part['actions'];
  readonly citations: Part['citations'];
  readonly evidence: Part['evidence'];
  readonly evidenceTables: Part['evidenceTables'];
  readonly escaped: Part['escaped'];
  readonly ignores: Part['ignores'];
  readonly intricate?: readonly Span[];
  readonly notes: PartNotes;

  constructor(
    part: KeptPart,
    private readonly subjects: readonly (Subject | undefined)[],
  ) {
    this.text = part.text;
    this.sections = part.sections;
    this.findings = part.findings;
    this.actions = part.actions;
    this.citations = part.citations;
    this.evidence = part.evidence;
    this.evidenceTables = part.evidenceTables;
    this.escaped = part.escaped;
    this.ignores = part.ignores;
    if (part.intricate) this.intricate = part.intricate;
    this.notes = part.notes;
  }

  subjectOf(section: number | undefined): Subject | undefined {
    return this.subjects[section ?? 0];
  }
}

function complaintsIn(
  part: KeptPart,
  own: readonly (Subject | undefined)[],
  subject: Subject | undefined,
  frame: Frame,
): readonly Diagnostic[] {
  const before = part.notes.complaints;
  if (before?.frame === frame && before.subject === subject) return before.found;
  // Section 0 of a part is the one that it begins in; a heading without a name is about what is above it.
  const subjects = [subject];
  for (const named of own) subjects.push(named ?? subjects[subjects.length - 1]);
  const stretch = new PartStretch(part, subjects);
  const found: Diagnostic[] = [];
  for (const alike of checksIn(frame)) {
    if (!alike[0] || !concerns(alike[0].check, part)) continue;
    for (const { check, severity } of alike)
      for (const complaint of check.run(stretch, frame))
        found.push(toDiagnostic(check.code, severity, complaint));
  }
  part.notes.complaints = { frame, subject, found };
  return found;
}
