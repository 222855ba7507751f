/*
 * The report of a review as a value: what the published report has, in its order, as plain data. Every printer (the
 * preview, HTML, Word, slides, Markdown, CSV, JSON) prints this and reads nothing else, so they cannot disagree.
 * How it is made from a review is readReport.ts.
 */
import type { CoverageState } from '../coverage/states';
import type { FindingKind } from '../document/fragment';
import type { Language, Phase } from '../settings/types';
import type { Block, CitationInline, Footnote, Inline, Source, SurveyBlock } from './blocks';

/** Something that the contents list. */
interface Titled {
  /** Unique in the report, of letters, digits and hyphens: a bookmark, or an anchor. */
  readonly id: string;
  /** As the contents show it: `3`, or `Appendix 1`; none for what stands before the contents. */
  readonly number?: string;
  readonly title: string;
  /** The language of the title, as a tag of BCP 47, where it is a catalogue's and another than the report's. */
  readonly language?: string;
}

export interface Report {
  /** The URI of the review's cover: documents are named from its folder. */
  readonly cover: string;
  readonly language: Language;
  readonly title: string;
  readonly subject?: string;
  /** As the cover writes it: `2026-10` or `2026-10-02`. */
  readonly date?: string;
  readonly phase: Phase;
  /** To be marked as a draft. */
  readonly draft: boolean;
  /** Files of the review that could not be read, so that what they contain is missing here: paths from the cover's folder. */
  readonly missing: readonly string[];
  readonly team: readonly ReportMember[];
  /** Acknowledgement and contact details, which stand before the contents. */
  readonly front: readonly Chapter[];
  /** Introduction and context, general findings, and one chapter for each theme. */
  readonly chapters: readonly Chapter[];
  readonly suggestions?: ItemChapter<ReportSuggestion>;
  readonly actions?: ItemChapter<ReportAction>;
  readonly standards: StandardsAppendix;
  readonly evidence?: EvidenceAppendix;
  readonly surveys?: SurveyAppendix;
  /** The table of actions; what it lists is in `actions`. */
  readonly actionTable?: Titled;
  readonly footnotes: readonly Footnote[];
  /** Every file that it was made of. */
  readonly files: readonly ReportFile[];
}

export interface ReportFile {
  /** A path from the cover's folder; for what comes with the product the name of the file. */
  readonly path: string;
  readonly kind: 'document' | 'catalogue' | 'shipped';
}

export interface ReportMember {
  readonly initials: string;
  readonly name?: string;
  readonly role?: string;
}

export interface Chapter extends Titled {
  readonly kind: 'acknowledgement' | 'contact' | 'introduction' | 'general' | 'theme' | 'narrative';
  readonly theme?: { readonly id: string; readonly title: string; readonly description: string };
  readonly strengths: readonly FindingGroup[];
  readonly development: readonly FindingGroup[];
  readonly narrative: readonly Block[];
  /** Of a theme, the elements and standards in scope that no finding addresses. */
  readonly gaps: readonly { readonly id: string; readonly words: string; readonly language?: string }[];
  /** The headings of the documents that its own headings stand for. */
  readonly headings: readonly Source[];
}

/** Findings that stand under one heading, and the words in front of them. */
export interface FindingGroup {
  readonly title?: string;
  readonly before: readonly Block[];
  readonly findings: readonly ReportFinding[];
}

/** A list item as a unit of the report; its words are those of its blocks in one line. */
interface Item {
  readonly id: string;
  readonly words: string;
  readonly blocks: readonly Block[];
  readonly source: Source;
  /** Nothing but a placeholder, or nothing at all. */
  readonly empty: boolean;
}

export interface ReportFinding extends Item {
  readonly kind: FindingKind;
  readonly reviewer?: string;
  /** All its citations, in order. */
  readonly citations: readonly CitationInline[];
}

export interface ItemChapter<I> extends Titled {
  readonly groups: readonly {
    readonly title?: string;
    /** The language of the title, as for chapters. */
    readonly language?: string;
    readonly before: readonly Block[];
    readonly items: readonly I[];
  }[];
  readonly headings: readonly Source[];
}

export interface ReportSuggestion extends Item {
  readonly theme?: string;
  readonly lead?: string;
  readonly due?: string;
}

export interface ReportAction extends ReportSuggestion {
  readonly citations: readonly CitationInline[];
}

export interface StandardsAppendix extends Titled {
  readonly covered: number;
  readonly inScope: number;
  readonly excluded: number;
  readonly catalogues: readonly {
    readonly title: string;
    readonly publisher?: string;
    readonly edition?: string;
    /** The language of its words, as a tag of BCP 47, where it is another than the report's. */
    readonly language?: string;
    readonly themes: readonly {
      readonly id: string;
      readonly title: string;
      readonly elements: readonly ReportElement[];
    }[];
  }[];
}

export interface ReportElement {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  readonly reason?: string;
  readonly standards: readonly ReportStandard[];
  /** Probes that are out of scope on their own, not with the whole element. */
  readonly probes: readonly { readonly id: string; readonly words: string; readonly reason: string }[];
}

export interface ReportStandard {
  readonly id: string;
  readonly words: string;
  readonly printed?: string;
  readonly state: CoverageState;
  readonly reason?: string;
  /** How many findings and mentions cite it. */
  readonly strengths: number;
  readonly development: number;
  readonly mentions: number;
  readonly reviewers: readonly string[];
  readonly evidenceKinds: readonly string[];
}

export interface EvidenceAppendix extends Titled {
  readonly before: readonly Block[];
  readonly entries: readonly ReportEvidence[];
  readonly headings: readonly Source[];
}

export interface ReportEvidence {
  readonly id: string;
  /** As a program reads it, such as `focus group`; in other words as written; empty where none is named. */
  readonly kind: string;
  readonly kindWords: string;
  readonly description: readonly Inline[];
  readonly date?: string;
  readonly reviewer?: string;
  /** Columns of the reviewers' own. */
  readonly others: readonly { readonly heading: string; readonly words: readonly Inline[] }[];
  readonly source: Source;
}

export interface SurveyAppendix extends Titled {
  readonly surveys: readonly ReportSurvey[];
}

export interface ReportSurvey {
  readonly block: SurveyBlock;
}

/** One line of the contents. */
export type ContentsEntry = Titled;

/** The contents of a report, in its order. */
export function contentsOf(report: Report): readonly ContentsEntry[] {
  const { chapters, suggestions, actions, standards, evidence, surveys, actionTable } = report;
  return [...chapters, suggestions, actions, standards, evidence, surveys, actionTable].flatMap((each) => {
    if (!each) return [];
    const { id, title, number, language } = each;
    return [
      { id, title, ...(number !== undefined && { number }), ...(language !== undefined && { language }) },
    ];
  });
}

/** “3. Delivery”, “Appendix 1: Standards”. */
export function numberedTitle({ number, title }: Pick<ContentsEntry, 'number' | 'title'>): string {
  if (number === undefined) return title;
  return /^\d/.test(number) ? `${number}. ${title}` : `${number}: ${title}`;
}

/** All findings of a report in its order. */
export function findingsOf(report: Report): readonly ReportFinding[] {
  return report.chapters.flatMap(({ strengths, development }) =>
    [...strengths, ...development].flatMap(({ findings }) => findings),
  );
}
