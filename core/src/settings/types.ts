/*
 * What front matter can hold: the settings of a review and of a document, their keys and known values. Types
 * and tables only; settings.ts reads them.
 */
import type { CitationKind, CitedPart } from '../syntax/citation';
import type { SeverityWord } from '../text/diagnostic';
import type { Span } from '../text/span';

/** A value and where it stands. */
export interface Sourced<T> {
  readonly value: T;
  readonly span: Span;
}

export const phases = ['fieldwork', 'drafting', 'moderation', 'final'] as const;
export type Phase = (typeof phases)[number];
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** Ids in front matter: those of `std: 6.1-6.2`, or of `leads: [std 3]`. */
export interface CitedIds {
  readonly kind: CitationKind;
  readonly parts: readonly CitedPart[];
}

/** What the scope leaves out, and why; `span` is the whole entry, `citedSpan` the ids. */
export interface Exclusion extends CitedIds {
  readonly reason?: string;
  readonly agreed?: string;
  readonly span: Span;
  readonly citedSpan: Span;
}

export interface Member {
  readonly initials: Sourced<string>;
  readonly name?: string;
  readonly role?: string;
  readonly leads: readonly CitedIds[];
}

/** Something wrong in front matter; `replacement` is what the span should probably hold. */
export interface SettingFault {
  readonly code: 'invalid-setting' | 'unknown-setting' | 'exclusion-without-reason';
  readonly span: Span;
  readonly message: string;
  readonly replacement?: string;
}

/** What a cover says about the edition of one catalogue that the review was made against. */
export interface ReviewedAgainst {
  /** The id of the catalogue. */
  readonly catalogue: string;
  /** Fingerprints of the standards' words, by id. */
  readonly wordings: ReadonlyMap<string, string>;
  readonly recordedAt: Span;
}

/** The front matter of one document; that of a cover holds for its whole review. */
export interface Settings {
  readonly title?: Sourced<string>;
  readonly subject?: Sourced<string>;
  readonly date?: Sourced<string>;
  readonly reviewer?: Sourced<string>;
  readonly language: Language;
  readonly phase: Phase;
  readonly standards: readonly Sourced<string>[];
  readonly exclusions: readonly Exclusion[];
  readonly team: readonly Member[];
  readonly documents: readonly Sourced<string>[];
  readonly reviewedAgainst: readonly ReviewedAgainst[];
  /** By code, as written; a code may be unknown. */
  readonly checks: ReadonlyMap<string, { readonly severity: SeverityWord; readonly span: Span }>;
  /** All keys as written, in order. */
  readonly keys: readonly Sourced<string>[];
  readonly faults: readonly SettingFault[];
}

/** Keys of a cover, with what each is for; those of `documentKeys` stand in every document. */
export const settingKeys: Readonly<Record<string, string>> = {
  title: 'The title of the review, or of this document.',
  subject: 'The council or body that is reviewed.',
  date: 'When: a month such as 2026-10, or a day such as 2026-10-02.',
  reviewer: 'The initials of the person who writes this document.',
  language: 'The language of the report: en or cy.',
  standards: 'The standards: the id of a shipped catalogue, a path such as ./own.standards.md, or a list.',
  phase: 'How far the review is: fieldwork, drafting, moderation or final. Gaps weigh more as it goes on.',
  scope: 'What was agreed to be left out, each with a reason.',
  team: 'Who reviews: initials, name, role, and what each leads on.',
  documents: 'The order of the documents in the report.',
  'reviewed-against':
    'The wording of the standards when the findings were made, as Critical Friend records it.',
  checks: 'How much a check weighs: off, hint, information, warning or error.',
};
/** Keys that count in a document that is not the cover. */
export const documentKeys: readonly string[] = ['title', 'date', 'reviewer'];
export const exclusionKeys = ['std', 'theme', 'probe', 'reason', 'agreed'] as const;
export const memberKeys = ['initials', 'name', 'role', 'leads'] as const;
