/*
 * What the stretch checks say about each part of a document, remembered with the part: a keystroke runs them
 * on the part that it changed, and on others only where a heading above has become another one.
 */
import { append } from '../text/grouping';
import type { ChunkGroupReading } from '../document/chunkGroup';
import { checks } from '../checks';
import { concerns, severityOf, type FragmentInContext, type FragmentCheck } from '../checks/check';
import { messageLine, type Complaint, type Diagnostic, type Severity } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { ReviewContext } from '../review/context';
import type { KeptFragment, Fragment, FragmentNotes } from '../document/fragment';
import type { DocumentModel } from '../document/readDocument';
import { span, type Span } from '../text/span';
import { namedIn, subjectsOf, type Subject } from '../review/sectionTopics';

interface Known {
  readonly frame: ReviewContext;
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
  interface FragmentNotes {
    complaints?: Known;
  }
}

const stretchChecks = checks.filter((check) => check.about === 'stretch');

interface Weighed {
  readonly check: FragmentCheck;
  readonly severity: Severity;
}
/** Checks that look at the same: the first of them says whether a stretch concerns them. */
type Alike = readonly Weighed[];
const weighed = new WeakMap<ReviewContext, readonly Alike[]>();

/** The checks that are not switched off, with what each weighs, by what they look at. */
function checksIn(context: ReviewContext): readonly Alike[] {
  const known = weighed.get(context);
  if (known) return known;
  const alike = new Map<FragmentCheck['looksAt'], Weighed[]>();
  for (const check of stretchChecks) {
    const severity = severityOf(check, context);
    if (severity === 'off') continue;
    const { looksAt } = check;
    append(alike, looksAt, { check, severity });
  }
  const found = [...alike.values()];
  weighed.set(context, found);
  return found;
}

/** The diagnostics of all stretch checks on a document, with offsets into it. */
export function complaintsOf(document: Document, context: ReviewContext): Diagnostic[] {
  const result: Diagnostic[] = [];
  let subject: Subject | undefined;
  for (const { reading, start } of document.skimmed.chapters) {
    const { found, last } = complaintsInChapter(reading, subject, context);
    for (const each of found) result.push(moved(each, start));
    subject = last;
  }
  return result;
}

/** A diagnostic as it stands further down by some characters. */
export function moved(found: Diagnostic, by: number): Diagnostic {
  return { ...found, span: span(found.span.start + by, found.span.end + by) };
}

function complaintsInChapter(
  reading: ChunkGroupReading,
  subject: Subject | undefined,
  context: ReviewContext,
): Chaptered {
  const before = reading.notes.complaints;
  if (before?.frame === context && before.subject === subject) return before;
  const found: Diagnostic[] = [];
  let last = subject;
  for (const { part, start } of reading.parts) {
    const own = namedIn(context.catalogues, part);
    for (const each of complaintsIn(part, own, last, context)) found.push(moved(each, start));
    for (const named of own) last = named ?? last;
  }
  return (reading.notes.complaints = { frame: context, subject, found, last });
}

/** By review and not with the document, whose notes outlive its review. */
const stretches = new WeakMap<
  DocumentModel,
  { readonly frame: ReviewContext; readonly whole: FragmentInContext }
>();

/** The whole document as one stretch, for fixes. */
export function wholeStretch(document: Document, context: ReviewContext): FragmentInContext {
  const known = stretches.get(document.model);
  if (known?.frame === context) return known.whole;
  const whole = readStretch(document, context);
  stretches.set(document.model, { frame: context, whole });
  return whole;
}

function readStretch(document: Document, context: ReviewContext): FragmentInContext {
  const subjects = subjectsOf(context.catalogues, document);
  const { sections, findings, actions, citations, evidence, evidenceTables, escaped, ignores } =
    document.model;
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
class PartStretch implements FragmentInContext {
  readonly text: string;
  readonly sections: Fragment['sections'];
  readonly findings: Fragment['findings'];
  readonly actions: Fragment['actions'];
  readonly citations: Fragment['citations'];
  readonly evidence: Fragment['evidence'];
  readonly evidenceTables: Fragment['evidenceTables'];
  readonly escaped: Fragment['escaped'];
  readonly ignores: Fragment['ignores'];
  readonly intricate?: readonly Span[];
  readonly notes: FragmentNotes;

  constructor(
    part: KeptFragment,
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
  part: KeptFragment,
  own: readonly (Subject | undefined)[],
  subject: Subject | undefined,
  context: ReviewContext,
): readonly Diagnostic[] {
  const before = part.notes.complaints;
  if (before?.frame === context && before.subject === subject) return before.found;
  // Section 0 of a part is the one that it begins in; a heading without a name is about what is above it.
  const subjects = [subject];
  for (const named of own) subjects.push(named ?? subjects[subjects.length - 1]);
  const stretch = new PartStretch(part, subjects);
  const found: Diagnostic[] = [];
  for (const alike of checksIn(context)) {
    if (!alike[0] || !concerns(alike[0].check, part)) continue;
    for (const { check, severity } of alike)
      for (const complaint of check.run(stretch, context))
        found.push(toDiagnostic(check.code, severity, complaint));
  }
  part.notes.complaints = { frame: context, subject, found };
  return found;
}
