/*
 * What the fragment checks say about a document. It is kept with each fragment: a keystroke runs them on the fragment
 * that it changed, and on others only where a heading above is about something else.
 */
import { append } from '../text/grouping';
import { checks } from '../checks';
import { concerns, severityOf, type FragmentInContext, type FragmentCheck } from '../checks/check';
import { messageLine, type Complaint, type Diagnostic, type Severity } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { ReviewContext } from '../review/context';
import type { Fragment } from '../document/fragment';
import type { DocumentModel } from '../document/readDocument';
import { memo } from '../text/memo';
import { moveSpan } from '../text/span';
import { namedIn, subjectsOf, type Subject } from '../review/sectionTopics';

const fragmentChecks = checks.filter((check) => check.about === 'fragment');

interface Weighed {
  readonly check: FragmentCheck;
  readonly severity: Severity;
}

/** The checks that are not switched off, with their severities, by what they look at. */
const checksIn = memo((context: ReviewContext): readonly (readonly Weighed[])[] => {
  const alike = new Map<FragmentCheck['looksAt'], Weighed[]>();
  for (const check of fragmentChecks) {
    const severity = severityOf(check, context);
    if (severity !== 'off') append(alike, check.looksAt, { check, severity });
  }
  return [...alike.values()];
});

/** The diagnostics of all fragment checks on a document, with offsets into it. */
export function findInFragments(document: Document, context: ReviewContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  let subject: Subject | undefined;
  for (const { fragment, start } of document.model.fragments) {
    for (const each of checksOf(fragment, context)(subject))
      found.push({ ...each, span: moveSpan(each.span, start) });
    for (const named of namedIn(fragment, context.catalogues)) subject = named ?? subject;
  }
  return found;
}

/** What the checks say of a fragment, given what the section that it begins in is about. */
const checksOf = memo((fragment: Fragment, context: ReviewContext) => {
  const known = new Map<Subject | undefined, readonly Diagnostic[]>();
  return (subject: Subject | undefined): readonly Diagnostic[] => {
    const found = known.get(subject) ?? runChecks(fragment, subject, context);
    known.set(subject, found);
    return found;
  };
});

function runChecks(
  fragment: Fragment,
  subject: Subject | undefined,
  context: ReviewContext,
): readonly Diagnostic[] {
  // Section 0 of a fragment is the one that it begins in; a heading without a name is about what is above it.
  const subjects = [subject];
  for (const named of namedIn(fragment, context.catalogues))
    subjects.push(named ?? subjects[subjects.length - 1]);
  const inContext: FragmentInContext = { ...fragment, subjectOf: (section) => subjects[section ?? 0] };
  const found: Diagnostic[] = [];
  for (const alike of checksIn(context)) {
    if (!alike[0] || !concerns(alike[0].check, fragment)) continue;
    for (const { check, severity } of alike)
      for (const complaint of check.run(inContext, context))
        found.push(toDiagnostic(check.code, severity, complaint));
  }
  return found;
}

/** The whole document as one fragment, for fixes. */
export function wholeDocument(document: Document, context: ReviewContext): FragmentInContext {
  return whole(document.model, document, context);
}

const whole = memo((model: DocumentModel, document: Document, context: ReviewContext): FragmentInContext => {
  const subjects = subjectsOf(context.catalogues, document);
  const { text, sections, findings, actions, citations, evidence, evidenceTables, escaped, suppressions } =
    model;
  const subjectOf = (section: number | undefined): Subject | undefined =>
    section === undefined ? undefined : subjects[section]?.subject;
  const lists = { sections, findings, actions, citations, evidence, evidenceTables, escaped, suppressions };
  return { text, ...lists, subjectOf };
});

/** A diagnostic of a check that is not switched off. */
export function toDiagnostic(code: string, severity: Severity, complaint: Complaint): Diagnostic {
  return { code, severity, ...complaint, message: messageLine(complaint.message) };
}
