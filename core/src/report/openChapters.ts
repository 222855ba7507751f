/*
 * The chapters of a report while it is put together: each is made when something is first put into it, in the order in
 * which that happens. What goes where is decided in assembly.ts.
 */
import type { Theme } from '../catalogue/readCatalogue';
import type { Document } from '../document/document';
import { documentName, type Review } from '../review/review';
import type { Block, Source } from './blocks';
import type { PieceItem } from './pieces';
import type { Chapter } from './report';
import type { SpecialKind } from './specialHeading';
import { reportWords, type ReportWords } from './words';

/** Findings as they are collected; `section` tells those of one heading from those of the next. */
export interface OpenGroup<I> {
  readonly section: string;
  readonly title: string | undefined;
  readonly theme: OpenChapter | undefined;
  readonly before: Block[];
  readonly items: I[];
}
export type OpenFinding = PieceItem & { readonly reviewer: string | undefined };

/** A chapter as it is collected. */
export interface OpenChapter {
  readonly kind: Chapter['kind'];
  readonly theme: Theme | undefined;
  title: string;
  /** Set when a heading of a document gave the title. */
  isTitled: boolean;
  readonly strengths: OpenGroup<OpenFinding>[];
  readonly development: OpenGroup<OpenFinding>[];
  readonly narrative: Block[];
  readonly headings: Source[];
}

/** The chapters of one review. */
export class OpenChapters {
  readonly all: OpenChapter[] = [];
  private readonly words: ReportWords;
  private readonly themes = new Map<Theme, OpenChapter>();
  private readonly kinds = new Map<Chapter['kind'], OpenChapter>();
  /** By kind and the title that each began with, which only those of a kind that is looked up by itself change. */
  private readonly titled = new Map<string, OpenChapter>();

  constructor(private readonly set: Review) {
    this.words = reportWords[set.settings.language];
  }

  /** The chapter of a theme. */
  ofTheme(theme: Theme): OpenChapter {
    return this.themes.get(theme) ?? this.begin('theme', theme.title, theme);
  }

  /** The chapter of a kind that a report has once. */
  special(kind: SpecialKind): OpenChapter {
    const known = this.kinds.get(kind);
    const titles = { general: this.words.generalFindings, acknowledgement: this.words.acknowledgement };
    return known ?? this.begin(kind, { ...titles, contact: this.words.contact }[kind]);
  }

  /** The chapter of what stands before any heading. */
  untitled(document: Document): OpenChapter {
    const isCover = document === this.set.cover;
    const own = document.settings.title?.value ?? documentName(this.set, document.uri);
    const title = isCover ? this.words.introduction : own;
    const kind = isCover ? 'introduction' : 'narrative';
    return this.titled.get(`${kind} ${title}`) ?? this.begin(kind, title);
  }

  /** One more. */
  begin(kind: Chapter['kind'], title: string, theme?: Theme): OpenChapter {
    const chapter = emptyChapter(kind, title, theme);
    this.all.push(chapter);
    if (theme) this.themes.set(theme, chapter);
    if (!this.kinds.has(kind)) this.kinds.set(kind, chapter);
    const key = `${kind} ${title}`;
    if (!this.titled.has(key)) this.titled.set(key, chapter);
    return chapter;
  }
}

/** A chapter in which nothing stands. */
export function emptyChapter(kind: Chapter['kind'], title: string, theme?: Theme): OpenChapter {
  const lists = { strengths: [], development: [], narrative: [], headings: [] };
  return { kind, title, theme, isTitled: false, ...lists };
}
