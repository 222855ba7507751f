/*
 * Puts the pieces of a review's documents where they stand in a report: into chapters, lists of findings, suggestions,
 * actions and appendices. A heading that says what the report's own headings say gives way to them; any other is
 * printed with the first words below it or, where only findings stand below it, above these.
 */
import type { Theme } from '../catalogue/readCatalogue';
import { themeOf } from '../catalogue/index';
import { reviewerOf } from '../coverage/coverage';
import type { Document } from '../document/document';
import { isSameTitle, kindOfHeading, type SectionKind } from '../syntax/sectionKind';
import type { Section } from '../document/fragment';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { Review } from '../review/review';
import { subjectsOf, themeOfFinding } from '../review/sectionTopics';
import {
  wordsOfInlines,
  type Block,
  type Footnote,
  type Inline,
  type Source,
  type SurveyBlock,
} from './blocks';
import { OpenChapters, type OpenChapter, type OpenGroup } from './openChapters';
import type { Piece, PieceItem, Pieces } from './pieces';
import type { Chapter, ReportEvidence } from './report';
import { specialHeading } from './specialHeading';
import { trimEndOf } from '../text/ends';
import { pushAll } from '../text/arrays';

/** A heading that is open, and what has become of it. */
interface OpenHeading {
  readonly level: number;
  readonly title: string;
  readonly children: readonly Inline[];
  readonly source: Source;
  /** Its words are said by a heading of the report. */
  readonly isSaid: boolean;
  /** Begins a chapter of its own, which is made when there is something to put into it. */
  readonly begins?: Chapter['kind'];
  chapter: OpenChapter | undefined;
  isPrinted: boolean;
  isLabel: boolean;
}

/** Collects the documents of a review, in their order. */
export class Assembly {
  readonly chapters: OpenChapters;
  readonly suggestions: OpenGroup<PieceItem>[] = [];
  readonly actions: OpenGroup<PieceItem>[] = [];
  readonly evidence = {
    before: [] as Block[],
    entries: [] as ReportEvidence[],
    headings: [] as Source[],
  };
  readonly surveys: SurveyBlock[] = [];
  readonly footnotes: Footnote[] = [];
  /** Headings that lists of suggestions and actions stand for. */
  readonly listHeadings: Record<'suggestions' | 'actions', Source[]> = { suggestions: [], actions: [] };
  private open: OpenHeading[] = [];

  constructor(readonly set: Review) {
    this.chapters = new OpenChapters(set);
  }

  add(document: Document, { pieces, footnotes }: Pieces): void {
    const { sections } = document.model;
    const subjects = subjectsOf(this.set.catalogues, document);
    for (const piece of pieces) {
      const section = sections[piece.section];
      const subject = subjects[piece.section];
      const theme = subject?.subject && themeOf(subject.subject);
      if (piece.type === 'heading' && section) {
        const names = subject?.own?.kind === 'theme' ? subject.own : undefined;
        this.heading(document, piece, section, theme, names);
      } else if (piece.type !== 'heading') this.piece(document, piece, section?.kind ?? 'narrative', theme);
    }
    this.close(0);
    pushAll(this.footnotes, footnotes);
  }

  private heading(
    document: Document,
    piece: Extract<Piece, { type: 'heading' }>,
    section: Section,
    theme: Theme | undefined,
    names: Theme | undefined,
  ): void {
    const { source, children } = piece;
    this.close(section.level);
    const title = withoutNumber(wordsOfInlines(children));
    const base = {
      level: section.level,
      title,
      children,
      source,
      chapter: undefined,
      isPrinted: false,
      isLabel: false,
    };
    const kind = kindOfHeading(section.title);
    if (kind) {
      this.said(kind, source, theme);
      this.open.push({ ...base, isSaid: true });
      return;
    }
    if (section.kind === 'evidence') {
      this.evidence.before.push({ type: 'heading', level: 1, children, source });
      this.open.push({ ...base, isSaid: true });
      return;
    }
    if (section.kind !== 'narrative') {
      const isFindings = section.kind === 'strengths' || section.kind === 'development';
      this.open.push({ ...base, isSaid: false, chapter: isFindings ? this.chapterHere(theme) : undefined });
      this.group(document, section.kind, piece.section, theme);
      return;
    }
    if (theme) {
      const chapter = this.chapters.ofTheme(theme);
      const isNew = names === theme && !chapter.isTitled && title !== '';
      if (isNew) {
        chapter.title = title;
        chapter.isTitled = true;
      }
      const isSaid = isNew || title === '' || isSameTitle(title, chapter.title, theme.title);
      if (isSaid) chapter.headings.push(source);
      this.open.push({ ...base, isSaid, chapter });
      return;
    }
    this.open.push({ ...base, ...this.ownChapter(document, title, source) });
  }

  /** What a heading outside of any theme begins. */
  private ownChapter(
    document: Document,
    title: string,
    source: Source,
  ): Pick<OpenHeading, 'isSaid' | 'chapter'> & { begins?: Chapter['kind'] } {
    const isCover = document === this.set.cover;
    const special = specialHeading(title, isCover);
    if (special) {
      const chapter = this.chapters.special(special);
      const isSaid = !chapter.isTitled || isSameTitle(title, chapter.title);
      if (!chapter.isTitled) Object.assign(chapter, { title, isTitled: true });
      if (isSaid) chapter.headings.push(source);
      return { isSaid, chapter };
    }
    const { title: whole, settings } = this.set;
    if (title === '' || (isCover && isSameTitle(title, whole, settings.subject?.value))) {
      return { isSaid: true, chapter: undefined };
    }
    const inside = this.open.some(({ begins, chapter }) => begins ?? chapter);
    return inside
      ? { isSaid: false, chapter: undefined }
      : { isSaid: false, chapter: undefined, begins: isCover ? 'introduction' : 'narrative' };
  }

  private said(kind: SectionKind, source: Source, theme: Theme | undefined): void {
    if (kind === 'evidence') this.evidence.headings.push(source);
    else if (kind === 'suggestions' || kind === 'actions') this.listHeadings[kind].push(source);
    else this.chapterHere(theme).headings.push(source);
  }

  private piece(
    document: Document,
    piece: Exclude<Piece, { type: 'heading' }>,
    kind: SectionKind,
    theme: Theme | undefined,
  ): void {
    if (piece.type === 'survey') this.surveys.push(piece.block);
    else if (piece.type === 'evidence') pushAll(this.evidence.entries, piece.entries);
    else if (piece.type === 'items') this.items(document, piece.items, kind, piece.section, theme);
    else if (kind === 'evidence') pushAll(this.evidence.before, piece.blocks);
    else if (kind === 'narrative') pushAll(this.narrative(document, theme), piece.blocks);
    else {
      const group = this.group(document, kind, piece.section, theme);
      const { before } =
        group.items.length === 0 ? group : this.group(document, kind, piece.section, theme, true);
      pushAll(before, piece.blocks);
    }
  }

  private items(
    document: Document,
    items: readonly PieceItem[],
    kind: SectionKind,
    section: number,
    theme: Theme | undefined,
  ): void {
    if (kind === 'suggestions' || kind === 'actions') {
      pushAll(this.group(document, kind, section, theme).items, items);
      return;
    }
    for (const item of items) {
      const cited = theme ? [] : this.cited(item);
      const own = theme ?? themeOfFinding(undefined, cited);
      const reviewer = item.finding && reviewerOf(document, item.finding);
      this.group(document, kind, section, own).items.push({ ...item, reviewer });
    }
  }

  private cited({ finding }: PieceItem): ReturnType<typeof itemsOf> {
    return (finding?.citations ?? []).flatMap((each) => itemsOf(resolveParts(this.set.catalogues, each)));
  }

  /** The group that a section's items go into: the last one, if it is of the same section. */
  private group(
    document: Document,
    kind: SectionKind,
    section: number,
    theme: Theme | undefined,
    isNew = false,
  ): OpenGroup<PieceItem & { reviewer?: string | undefined }> {
    const chapter = kind === 'suggestions' || kind === 'actions' ? undefined : this.chapterHere(theme);
    const list = (
      kind === 'suggestions'
        ? this.suggestions
        : kind === 'actions'
          ? this.actions
          : kind === 'strengths'
            ? chapter?.strengths
            : chapter?.development
    ) as OpenGroup<PieceItem & { reviewer?: string | undefined }>[] | undefined;
    const key = `${document.uri} ${section}`;
    const last = list?.at(-1);
    if (last?.section === key && !isNew) return last;
    const title = last?.section === key ? undefined : this.label(chapter);
    const own = !chapter && theme ? this.chapters.ofTheme(theme) : undefined;
    const group = { section: key, title, theme: own, before: [], items: [] };
    list?.push(group);
    return group;
  }

  /** The headings that findings stand under and the report does not say; they are printed with the findings. */
  private label(chapter: OpenChapter | undefined): string | undefined {
    const above = this.open.filter(
      (heading) => !heading.isSaid && !(heading.begins && heading.chapter && heading.chapter === chapter),
    );
    for (const heading of above) heading.isLabel = true;
    return above.length === 0 ? undefined : above.map(({ title }) => title).join(': ');
  }

  /** Where findings go: the chapter of their theme, else the one that is open, else general findings. */
  private chapterHere(theme: Theme | undefined): OpenChapter {
    if (theme) return this.chapters.ofTheme(theme);
    const begins = this.open.find((heading) => heading.begins ?? heading.chapter);
    return begins
      ? (this.openChapter(begins) ?? this.chapters.special('general'))
      : this.chapters.special('general');
  }

  /** The words of the innermost open heading; headings above them that are not printed yet are printed first. */
  private narrative(document: Document, theme: Theme | undefined): Block[] {
    let chapter = this.open.length === 0 ? undefined : this.print(this.open.length - 1);
    chapter ??= theme ? this.chapters.ofTheme(theme) : this.chapters.untitled(document);
    return chapter.narrative;
  }

  /** Prints the open headings up to one; gives the chapter that the last of them stands in. */
  private print(upTo: number): OpenChapter | undefined {
    let chapter: OpenChapter | undefined;
    let level = 0;
    for (const heading of this.open.slice(0, upTo + 1)) {
      const own = this.openChapter(heading) ?? chapter;
      if (own !== chapter) level = 0;
      chapter = own;
      if (heading.isSaid || heading.begins) continue;
      level++;
      if (heading.isPrinted || !chapter) continue;
      heading.isPrinted = true;
      const { children, source } = heading;
      chapter.narrative.push({ type: 'heading', level, children, source });
    }
    return chapter;
  }

  /** The chapter of a heading, made when it is first needed; undefined for one inside of another's chapter. */
  private openChapter(heading: OpenHeading): OpenChapter | undefined {
    if (heading.chapter || !heading.begins) return heading.chapter;
    const { begins, title, source } = heading;
    heading.chapter = this.chapters.begin(begins, title);
    heading.chapter.headings.push(source);
    heading.isPrinted = true;
    return heading.chapter;
  }

  /** Closes the headings that are not above one of this level; what nobody has printed is printed now. */
  private close(level: number): void {
    for (let last = this.open.at(-1); last && last.level >= level; last = this.open.at(-1)) {
      if (!last.isSaid && !last.isPrinted && !last.isLabel) this.print(this.open.length - 1);
      this.open.pop();
    }
  }
}

/** A title without the number that its author gave it, as the report numbers its chapters, and a closing colon. */
function withoutNumber(title: string): string {
  return trimEndOf(title.replace(/^\(?\d+(?:\.\d+)*[.):]\s+/, ''), /[\s:]/);
}
