/*
 * What a check is: a pure test that sees the models, never Markdown text or a tree. Most look at a fragment of a document
 * and at the context, so that their answers are kept as long as both are the same. Severity goes by cause.
 */
import type { Complaint, Diagnostic, Fix, SeverityWord } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { KnownEvidence } from '../review/evidenceRegister';
import type { DocumentSummary } from '../review/summary';
import type { ReviewContext } from '../review/context';
import type { TextEdit } from '../text/textEdit';
import type { Suppression } from '../syntax/suppression';
import type { Fragment } from '../document/fragment';
import type { Review } from '../review/review';
import type { Phase } from '../settings/types';
import type { Subject } from '../review/sectionTopics';

/** A fragment of a document, which may be all of it; offsets and section numbers are its own. */
export interface FragmentInContext extends Fragment {
  /** What a section is about; undefined for a text before any heading. */
  subjectOf(section: number | undefined): Subject | undefined;
}

interface Common {
  /** Kebab-case, never reused. */
  readonly code: string;
  readonly severity: SeverityWord | Readonly<Record<Phase, SeverityWord>>;
  /** What it complains about, in a few words. */
  readonly title: string;
  /** Why that matters to a reviewer, in a sentence or two. */
  readonly why: string;
  /** Its fix has one clear reading and needs no judgement, so that it may be applied unseen, as when a file is saved. */
  readonly safe?: true;
}

/** A check of what is written: it depends on a fragment and on the context, and on nothing else. */
export interface FragmentCheck extends Common {
  readonly about: 'fragment';
  /** What of a fragment it looks at: it is not run on a fragment that has none of it. */
  readonly looksAt: 'text' | 'findings' | 'citations' | 'actions' | 'escaped' | 'evidence' | 'intricate';
  /** The complaints about a fragment, in any order. */
  readonly run: (fragment: FragmentInContext, context: ReviewContext) => Iterable<Complaint>;
  /**
   * What resolves a complaint; no words are deleted. The offsets of the fragment are those of the document, and it
   * contains the finding or action that the complaint is in, or else the citation alone.
   */
  readonly fix?: (
    diagnostic: Diagnostic,
    fragment: FragmentInContext,
    context: ReviewContext,
    review: Review,
  ) => readonly CheckFix[];
}

/** What a document says about evidence; offsets are those of the document. */
export type EvidenceUse = Pick<DocumentSummary, 'findings' | 'evidenceCited'>;

/** A check of what a document says about evidence: it depends on that and on the ids and kinds of the register. */
export interface EvidenceCheck extends Common {
  readonly about: 'evidence';
  /** The complaints about a document, in any order. */
  readonly run: (use: EvidenceUse, known: KnownEvidence) => Iterable<Complaint>;
  readonly fix?: (diagnostic: Diagnostic, document: Document, review: Review) => readonly CheckFix[];
}

/** A complaint, and the document that it is about. */
export interface PlacedComplaint extends Complaint {
  readonly document: Document;
}

/** A check of a whole review. */
export interface ReviewCheck extends Common {
  readonly about: 'review';
  /** The complaints about the documents of a review, in any order. */
  readonly run: (review: Review) => Iterable<PlacedComplaint>;
  readonly fix?: (diagnostic: Diagnostic, document: Document, review: Review) => readonly CheckFix[];
}

/** What an ignore comment does: it silences something, or nothing, or its check is not at work in this review. */
export type SuppressionEffect = 'silences' | 'nothing' | 'not at work';

/** A check of one ignore comment; it depends on what all other checks say about the document. */
export interface SuppressionCheck extends Common {
  readonly about: 'suppressions';
  /** The complaint about a comment, if there is one; `silences` tells what its line would be free of. */
  readonly run: (ignore: Suppression, effect: SuppressionEffect) => Complaint | undefined;
  readonly fix?: (
    ignore: Suppression,
    document: Document,
    silences: (code: string) => boolean,
  ) => readonly CheckFix[];
  /**
   * The preferred edits of many comments, by where each comment begins, as far as they can be made together. One at a time
   * costs a reading of the document for each.
   */
  readonly fixTogether?: (
    ignores: readonly Suppression[],
    document: Document,
  ) => ReadonlyMap<number, TextEdit>;
}

/** A check is one file that exports one of these. */
export type Check = FragmentCheck | EvidenceCheck | ReviewCheck | SuppressionCheck;

/** A fix of the document that has the diagnostic, or of the one that it names. */
export type CheckFix = Omit<Fix, 'uri'> & Partial<Pick<Fix, 'uri'>>;

/** The severity of what is unfinished: quiet on site, an error in the final report. */
export const byPhase: Readonly<Record<Phase, SeverityWord>> = {
  fieldwork: 'hint',
  drafting: 'information',
  moderation: 'warning',
  final: 'error',
};

/** The severity of what is worth a second look once the findings are weighed against each other. */
export const fromModerationOn: Readonly<Record<Phase, SeverityWord>> = {
  fieldwork: 'off',
  drafting: 'off',
  moderation: 'hint',
  final: 'hint',
};

/** Whether a fragment has anything that a check looks at. */
export function concerns({ looksAt }: FragmentCheck, fragment: Fragment): boolean {
  return (fragment[looksAt]?.length ?? 0) > 0;
}

/** How much a check weighs in a review: the cover's `checks:` first, then the phase. */
export function severityOf(check: Check, { settings }: Pick<ReviewContext, 'settings'>): SeverityWord {
  const own = settings.checks.get(check.code)?.severity;
  if (own !== undefined) return own;
  return typeof check.severity === 'string' ? check.severity : check.severity[settings.phase];
}
