/*
 * What a check is: a pure test that sees the models, never Markdown text or a tree. Most look at a stretch of
 * a document and at what the cover says, so that their answers are kept as long as both stay the same; only
 * a check that needs the whole review looks at a document in it. Severity goes by cause.
 */
import type { Complaint, Diagnostic, Fix, SeverityWord } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { KnownEvidence } from '../review/evidenceIndex';
import type { ReviewContext } from '../review/context';
import type { Suppression } from '../syntax/suppression';
import type { Fragment, FragmentNotes } from '../document/fragment';
import type { Review } from '../review/review';
import type { Phase } from '../settings/types';
import type { Subject } from '../review/sectionTopics';

/** A stretch of a document, which may be all of it; offsets and section numbers are its own. */
export interface FragmentInContext extends Fragment {
  /** What has been worked out about it, where it is a part that is kept. */
  readonly notes?: FragmentNotes;
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

/** A check of what is written: it depends on a stretch and on the frame, and on nothing else. */
export interface FragmentCheck extends Common {
  readonly about: 'stretch';
  /** What of a stretch it looks at: one that holds none of it gives it nothing to complain about, and it is not run. */
  readonly looksAt: 'text' | 'findings' | 'citations' | 'actions' | 'escaped' | 'evidence' | 'intricate';
  /** The complaints about a stretch, in any order. */
  readonly run: (stretch: FragmentInContext, context: ReviewContext) => Iterable<Complaint>;
  /**
   * What mends a complaint; no words are deleted. The stretch speaks of the whole document and holds of it the finding
   * or action that the complaint is in, or else the citation alone.
   */
  readonly fix?: (
    diagnostic: Diagnostic,
    stretch: FragmentInContext,
    frame: ReviewContext,
    review: Review,
  ) => readonly CheckFix[];
}

/**
 * A check of what is written that needs the ids and kinds of the evidence register besides, and nothing else. Where a
 * stretch cites only ids that are known, it depends on the kinds of these, on whether there is a register, and on its
 * first id; only what it says of an unknown id may depend on all of it.
 */
export interface EvidenceCheck extends Common {
  readonly about: 'evidence';
  /** The complaints about a stretch, in any order. */
  readonly run: (stretch: Fragment, known: KnownEvidence) => Iterable<Complaint>;
  readonly fix?: (diagnostic: Diagnostic, document: Document, review: Review) => readonly CheckFix[];
}

/** A check of one document that needs its review. */
export interface ReviewCheck extends Common {
  readonly about: 'review';
  /**
   * The documents about which the answer depends on more than themselves and the frame, each with the objects that it
   * depends on besides: the same ones, the same answer.
   */
  readonly dependsOn: (review: Review) => ReadonlyMap<Document, readonly object[]>;
  readonly run: (document: Document, set: Review) => Iterable<Complaint>;
  readonly fix?: (diagnostic: Diagnostic, document: Document, set: Review) => readonly CheckFix[];
}

/** What an ignore comment does: it silences something, or nothing, or its check is not at work in this review. */
export type SuppressionEffect = 'silences' | 'nothing' | 'not at work';

/** A check of one ignore comment; it depends on what all other checks say about the document. */
export interface SuppressionCheck extends Common {
  readonly about: 'ignores';
  /** The complaint about a comment, if there is one; `silences` tells what its line would be free of. */
  readonly run: (ignore: Suppression, effect: SuppressionEffect) => Complaint | undefined;
  readonly fix?: (
    ignore: Suppression,
    document: Document,
    silences: (code: string) => boolean,
  ) => readonly CheckFix[];
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

/** Whether a stretch holds anything that a check looks at. */
export function concerns({ looksAt }: FragmentCheck, part: Fragment): boolean {
  return (part[looksAt]?.length ?? 0) > 0;
}

/** How much a check weighs in a review: the cover's `checks:` first, then the phase. */
export function severityOf(check: Check, { settings }: Pick<ReviewContext, 'settings'>): SeverityWord {
  const own = settings.checks.get(check.code)?.severity;
  if (own !== undefined) return own;
  return typeof check.severity === 'string' ? check.severity : check.severity[settings.phase];
}
