/*
 * What a check is: a pure test over one document of a review. It sees the models, never Markdown text or
 * a tree. Severity goes by cause: what is written and wrong has its own, what is unfinished goes by phase.
 */
import type { Complaint, Diagnostic, Fix, SeverityWord } from '../diagnostic';
import type { Document } from '../document';
import type { ReviewSet } from '../reviewSet';
import type { Phase } from '../settingTypes';

/** A check is one file that exports one of these. */
export interface Check {
  /** Kebab-case, never reused. */
  readonly code: string;
  readonly severity: SeverityWord | Readonly<Record<Phase, SeverityWord>>;
  /** What it complains about, in a few words. */
  readonly title: string;
  /** Why that matters to a reviewer, in a sentence or two. */
  readonly why: string;
  /** The complaints about one document, in any order. */
  readonly run: (document: Document, set: ReviewSet) => Iterable<Complaint>;
  /** What mends a complaint of this check; edits insert or replace and delete no words. */
  readonly fix?: (diagnostic: Diagnostic, document: Document, set: ReviewSet) => readonly Fix[];
}

/** The severity of what is unfinished: quiet on site, an error in the final report. */
export const byPhase: Readonly<Record<Phase, SeverityWord>> = {
  fieldwork: 'hint',
  drafting: 'information',
  moderation: 'warning',
  final: 'error',
};

/** How much a check weighs in a review: the cover's `checks:` first, then the phase. */
export function severityOf(check: Check, set: ReviewSet): SeverityWord {
  const own = set.settings.checks.get(check.code)?.severity;
  if (own !== undefined) return own;
  return typeof check.severity === 'string' ? check.severity : check.severity[set.settings.phase];
}

/** A fix that replaces the diagnostic's own span. */
export function replaceSpan(title: string, diagnostic: Diagnostic, document: Document, text: string): Fix {
  return { title, uri: document.uri, edits: [{ span: diagnostic.span, text }] };
}
