/*
 * What a piece of a document contains, given the headings above it. A fragment is about itself only: its offsets begin
 * with it, and its section 0 is the one that it begins in. `placed.ts` moves it to its place in its document.
 */
import type { Citation } from '../syntax/citation';
import type { Evidence, EvidenceTable } from '../evidence/entry';
import type { ReadCitation } from './chunk';
import type { Day } from '../text/date';
import { span, type Span } from '../text/span';
import type { SectionKind } from '../syntax/sectionKind';
import type { Suppression } from '../syntax/suppression';
import type { Annotation } from '../syntax/annotations';

/** A heading and what follows it up to the next heading. */
export interface Section {
  readonly kind: SectionKind;
  readonly level: number;
  /** The heading's words without citations. */
  readonly title: string;
  /** The heading itself. */
  readonly heading: Span;
  readonly span: Span;
  /** Citations in the heading, which say what the section is about. */
  readonly citations: readonly LocatedCitation[];
}

/** The spans of sections with everything below them: up to the next heading that is not deeper. */
export function nestedSections(sections: readonly Section[]): Span[] {
  const open: { readonly level: number; readonly index: number }[] = [];
  const ends = sections.map((section) => section.span.end);
  const close = (level: number, end: number): void => {
    for (let last = open[open.length - 1]; last && last.level >= level; last = open[open.length - 1]) {
      ends[last.index] = end;
      open.pop();
    }
  };
  for (const [index, section] of sections.entries()) {
    close(section.level, section.span.start);
    open.push({ level: section.level, index });
  }
  close(0, sections[sections.length - 1]?.span.end ?? 0);
  return sections.map((section, i) => span(section.span.start, ends[i] ?? section.span.end));
}

/** Where a citation stands: only one in a finding covers; one in a heading names a subject. */
export type CitationPlace = 'heading' | 'finding' | 'narrative';

/** A citation, and what stands around it. `section` and `finding` are positions in the review's lists. */
export interface LocatedCitation extends ReadCitation {
  readonly place: CitationPlace;
  readonly section?: number;
  readonly finding?: number;
}

export type FindingKind = 'strength' | 'development';

/** One top-level list item of a strengths or development section. */
export interface Finding {
  readonly kind: FindingKind;
  readonly section: number;
  readonly span: Span;
  /** The item's first line of content, for a diagnostic; the list marker where there is none. */
  readonly head: Span;
  /** The words in one line, without citations and marks. */
  readonly words: string;
  /** No words, or only a placeholder such as TODO: such a finding never covers. */
  readonly empty: boolean;
  readonly citations: readonly LocatedCitation[];
  /** The initials of `@by(AA)`. */
  readonly by?: string;
}

/** By when, as `@due(…)` says it; without a `day` where that is no day of the calendar, or not clear. */
export interface Due extends Annotation {
  readonly day?: Day;
}

/** One top-level list item of an action plan. */
export interface Action {
  readonly section: number;
  readonly span: Span;
  /** As a finding's. */
  readonly head: Span;
  /** The words in one line, without citations and marks. */
  readonly words: string;
  /** No words, or only a placeholder such as TODO. */
  readonly empty: boolean;
  /** What it is to answer; they do not cover. */
  readonly citations: readonly LocatedCitation[];
  /** Who leads, each `@lead(…)` in order; one that is empty or a placeholder names nobody and is not there. */
  readonly leads: readonly Annotation[];
  /** By when, each `@due(…)` in order, as an action may have several steps; the same goes for placeholders. */
  readonly dues: readonly Due[];
}

/** What one piece of a document contains; `text` is that piece, and spans are offsets into it. */
export interface Fragment {
  readonly text: string;
  /** Its headings; their spans end with the heading, because what follows may lie outside. */
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly actions: readonly Action[];
  readonly citations: readonly LocatedCitation[];
  /** Entries of the evidence register: rows of its tables, and surveys wherever they stand. */
  readonly evidence: readonly Evidence[];
  /** The tables that these stand in; one may have no entries yet. */
  readonly evidenceTables: readonly EvidenceTable[];
  readonly escaped: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  /** What is too intricate to be read as Markdown and stands as plain words, where there is any. */
  readonly intricate?: readonly Span[];
}
