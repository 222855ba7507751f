/*
 * A review as a report. The pieces of each document are kept from one reading to the next as long as the document and
 * what its citations mean stay the same, so that a keystroke costs one document; nothing else is remembered.
 */
import type { Theme } from '../catalogue/readCatalogue';
import type { Document } from '../document/document';
import { foldTitle, sectionHeadings } from '../syntax/sectionKind';
import { gapsOf, type ThemeGaps } from '../coverage/gaps';
import { registerOf } from '../review/evidenceRegister';
import type { Review } from '../review/review';
import { fileOf, wordingOf } from '../catalogue/index';
import { Assembly } from './assembly';
import { type OpenChapter, type OpenFinding, type OpenGroup } from './openChapters';
import { readPieces, type PieceItem, type Pieces } from './pieces';
import type {
  Chapter,
  FindingGroup,
  ItemChapter,
  Report,
  ReportAction,
  ReportFinding,
  ReportSuggestion,
} from './report';
import { ordered } from './chapterOrder';
import { filesOf, unreadIn } from './reportFiles';
import { standardsOf } from './standardsAppendix';
import { otherLanguage, reportWords, type ReportWords } from './words';
import { trimEndOf } from '../text/ends';

/** What is decided about a report outside of its review. */
export interface ReportOptions {
  /** Whether it is marked as a draft; `isDraft` decides where no one else does. */
  readonly draft: boolean;
  /** Files that no workspace holds, because they could not be read: paths from the cover's folder. */
  readonly missing?: readonly string[];
}

/** The report of a review. */
export function readReport(review: Review, options: ReportOptions): Report {
  return new ReportReader().read(review, options);
}

interface Kept {
  readonly document: Document;
  readonly meanings: string;
  readonly context: Review['context'];
  readonly pieces: Pieces;
}

/** Reads the report of one review again and again. */
export class ReportReader {
  private kept: ReadonlyMap<string, Kept> = new Map();

  read(review: Review, { draft, missing = [] }: ReportOptions): Report {
    const assembly = new Assembly(review);
    for (const [document, pieces] of this.pieces(review)) assembly.add(document, pieces);
    const words = reportWords[review.settings.language];
    const { settings } = review;
    return {
      cover: review.cover.uri,
      language: settings.language,
      title: review.title,
      ...(settings.subject && { subject: settings.subject.value }),
      ...(settings.date && { date: settings.date.value }),
      phase: settings.phase,
      draft,
      missing: [...new Set([...unreadIn(review), ...missing])],
      team: settings.team.map(({ initials, name, role }) => ({
        initials: initials.value,
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
      })),
      ...new Parts(review, assembly, words).read(),
      footnotes: assembly.footnotes,
      files: filesOf(review),
    };
  }

  private pieces(review: Review): (readonly [Document, Pieces])[] {
    const { entries } = registerOf(review);
    const meanings = JSON.stringify(entries.map(({ evidence }) => [evidence.id, evidence.description]));
    const { context } = review;
    const now = review.documents.map((document): [string, Kept] => {
      const before = this.kept.get(document.uri);
      const isSame =
        before?.document === document && before.meanings === meanings && before.context === context;
      const kept = isSame ? before : { document, meanings, context, pieces: readPieces(review, document) };
      return [document.uri, kept];
    });
    this.kept = new Map(now);
    return now.map(([, { document, pieces }]) => [document, pieces]);
  }
}

/** Gives what was collected its ids, numbers and order. */
class Parts {
  private number = 0;
  private appendix = 0;
  private readonly gaps: ReadonlyMap<Theme, ThemeGaps>;

  constructor(
    private readonly set: Review,
    private readonly assembly: Assembly,
    private readonly words: ReportWords,
  ) {
    this.gaps = new Map(gapsOf(set).map((gaps) => [gaps.theme, gaps]));
  }

  read(): Pick<
    Report,
    'front' | 'chapters' | 'suggestions' | 'actions' | 'standards' | 'evidence' | 'surveys' | 'actionTable'
  > {
    const { assembly, words, set: review } = this;
    const isFront = ({ kind }: OpenChapter): boolean => kind === 'acknowledgement' || kind === 'contact';
    const inside = ordered(
      review,
      assembly.chapters.all.filter((chapter) => !isFront(chapter)),
    );
    const front = assembly.chapters.all.filter(isFront).map((chapter) => this.chapter(chapter, chapter.kind));
    const chapters = inside.map((chapter) => {
      const number = String(++this.number);
      return this.chapter(chapter, `chapter-${number}`, number);
    });
    const suggestions = this.list(
      'suggestions',
      assembly.suggestions,
      (item, id, group): ReportSuggestion => {
        const theme = group.theme?.theme?.id;
        return { ...own(item), id, ...(theme !== undefined && { theme }), ...marksOf(item) };
      },
    );
    const actions = this.list('actions', assembly.actions, (item, id, group): ReportAction => {
      const theme = group.theme?.theme?.id;
      const { citations } = item;
      return { ...own(item), id, ...(theme !== undefined && { theme }), ...marksOf(item), citations };
    });
    const { evidence, surveys } = assembly;
    const hasEvidence = evidence.entries.length + evidence.before.length + evidence.headings.length > 0;
    return {
      front,
      chapters,
      ...(suggestions && { suggestions }),
      ...(actions && { actions }),
      standards: { ...this.appendixOf('standards', words.standards), ...standardsOf(review) },
      ...(hasEvidence && {
        evidence: { ...this.appendixOf('evidence', words.evidenceRegister), ...evidence },
      }),
      ...(surveys.length > 0 && {
        surveys: {
          ...this.appendixOf('surveys', words.surveys),
          surveys: surveys.map((block) => ({ block })),
        },
      }),
      ...(actions && { actionTable: this.appendixOf('actions-table', words.actionTable) }),
    };
  }

  private chapter(chapter: OpenChapter, id: string, number?: string): Chapter {
    const { theme, title, kind, narrative, headings } = chapter;
    const gaps = theme && this.gaps.get(theme);
    return {
      id,
      ...(number !== undefined && { number }),
      title,
      ...inLanguage(this.languageOf(chapter)),
      kind,
      ...(theme && { theme: { id: theme.id, title: theme.title, description: theme.description } }),
      strengths: findingGroups(chapter.strengths, `${id}-strength`, 'strength'),
      development: findingGroups(chapter.development, `${id}-development`, 'development'),
      narrative,
      gaps: [...(gaps?.elements ?? []), ...(gaps?.standards ?? [])].map((item) => ({
        id: item.id,
        words: wordingOf(item),
        ...inLanguage(theme && this.wordedIn(theme)),
      })),
      headings,
    };
  }

  /** The language of a chapter's title, where it is a catalogue's and another than the report's. */
  private languageOf({ theme, isTitled }: OpenChapter): string | undefined {
    return theme && !isTitled ? this.wordedIn(theme) : undefined;
  }

  private wordedIn(theme: Theme): string | undefined {
    const { catalogues, settings } = this.set;
    const file = fileOf(catalogues, theme);
    return otherLanguage(file?.catalogue.language, settings.language);
  }

  private list<I>(
    kind: 'suggestions' | 'actions',
    groups: readonly OpenGroup<PieceItem>[],
    make: (item: PieceItem, id: string, group: OpenGroup<PieceItem>) => I,
  ): ItemChapter<I> | undefined {
    const headings = this.assembly.listHeadings[kind];
    if (groups.length === 0 && headings.length === 0) return undefined;
    const number = String(++this.number);
    let count = 0;
    return {
      id: kind,
      number,
      title: this.titleOf(kind),
      headings,
      groups: groups.map((group, i) => {
        const title = group.title ?? group.theme?.title;
        const before = groups[i - 1];
        const isSame = before && title === (before.title ?? before.theme?.title);
        return {
          ...(title !== undefined && !isSame && { title }),
          ...(group.title === undefined &&
            !isSame &&
            inLanguage(group.theme && this.languageOf(group.theme))),
          before: group.before,
          items: group.items.map((item) => make(item, `${kind}-${++count}`, group)),
        };
      }),
    };
  }

  /** What the reviewers call it, where that is a word of the report's language. */
  private titleOf(kind: 'suggestions' | 'actions'): string {
    const known = sectionHeadings[kind][this.set.settings.language].map(foldTitle);
    const usual = kind === 'actions' ? this.words.actionPlan : this.words.suggestions;
    const [first] = this.assembly.listHeadings[kind];
    const section = this.set.documents
      .find(({ uri }) => uri === first?.uri)
      ?.model.sections.find(({ heading }) => heading.start === first?.span.start);
    const title = trimEndOf(section?.title ?? '', /[\s:]/);
    return known.includes(foldTitle(title)) ? title.replace(/^[\d.\s]+/, '') : usual;
  }

  private appendixOf(id: string, title: string): { id: string; number: string; title: string } {
    return { id: `appendix-${id}`, number: `${this.words.appendix} ${++this.appendix}`, title };
  }
}

function inLanguage(language: string | undefined): { language?: string } {
  return language === undefined ? {} : { language };
}

function own({ words, blocks, source, empty }: PieceItem): Omit<ReportSuggestion, 'id'> {
  return { words, blocks, source, empty };
}

function marksOf({ lead, due }: PieceItem): { lead?: string; due?: string } {
  return { ...(lead !== undefined && { lead }), ...(due !== undefined && { due }) };
}

function findingGroups(
  groups: readonly OpenGroup<OpenFinding>[],
  id: string,
  kind: ReportFinding['kind'],
): FindingGroup[] {
  let count = 0;
  return groups.map(({ title, before, items }, i) => ({
    ...(title !== undefined && title !== groups[i - 1]?.title && { title }),
    before,
    findings: items.map((item): ReportFinding => ({
      ...own(item),
      id: `${id}-${++count}`,
      kind,
      ...(item.reviewer !== undefined && { reviewer: item.reviewer }),
      citations: item.citations,
    })),
  }));
}
