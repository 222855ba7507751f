/*
 * What stands in the lines of a report, for Word. A citation becomes a footnote with the wording of what it cites, a
 * footnote of the author's a footnote as well; where Word has none, in headings, in rows that repeat and in footnotes
 * themselves, they stand in brackets. Pictures of a review are never fetched, so their words stand for them.
 */
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx';
import { wordsOfBlocks, type CitationInline, type Footnote, type Inline } from '../blocks';
import { citedInBrackets, citedInNotePieces, citedInSentence, type SpokenWords } from '../citedWords';
import type { Report } from '../report';
import { imageWords, reportWords, type ReportWords } from '../words';
import { officeLink, xmlText } from '../xmlText';

/** How a run of words looks. */
interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly style?: string;
  readonly language?: { readonly value: string };
}

/** Prints what stands in the lines of one report. */
export class DocxInlines {
  readonly words: ReportWords;
  /** How many characters the longest paragraph so far has, with its notes. */
  longest = 0;
  private readonly footnotes: ReadonlyMap<string, Footnote>;

  constructor(report: Report) {
    this.words = reportWords[report.language];
    this.footnotes = new Map(report.footnotes.map((note) => [note.id, note]));
  }

  /** Inlines with their notes. */
  print(inlines: readonly Inline[]): ParagraphChild[] {
    this.measure(inlines);
    return this.all(inlines, {}, true);
  }

  /** Inlines where Word has no footnotes. */
  printWithoutNotes(inlines: readonly Inline[]): ParagraphChild[] {
    this.measure(inlines);
    return this.all(inlines, {}, false);
  }

  private measure(inlines: readonly Inline[]): void {
    this.noteLength(lengthOf(inlines, this.footnotes));
  }

  /** Remembers how many characters a paragraph has. */
  noteLength(length: number): void {
    this.longest = Math.max(this.longest, length);
  }

  private all(inlines: readonly Inline[], look: Look, hasNotes: boolean): ParagraphChild[] {
    return inlines.flatMap((inline) => this.one(inline, look, hasNotes));
  }

  private one(inline: Inline, look: Look, hasNotes: boolean): ParagraphChild[] {
    switch (inline.type) {
      case 'text':
        return [run(inline.value, look)];
      case 'code':
        return [run(inline.value, { ...look, style: 'HTMLCode' })];
      case 'emphasis':
        return this.all(inline.children, { ...look, italics: true }, hasNotes);
      case 'strong':
        return this.all(inline.children, { ...look, bold: true }, hasNotes);
      case 'deleted':
        return this.all(inline.children, { ...look, strike: true }, hasNotes);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'image':
        return [run(imageWords(inline.alt, this.words), { ...look, italics: true })];
      case 'link': {
        const link = officeLink(inline.href);
        if (link === undefined) return this.all(inline.children, look, hasNotes);
        return [
          new ExternalHyperlink({
            link,
            children: this.all(inline.children, { ...look, style: 'Hyperlink' }, false),
          }),
        ];
      }
      case 'footnote':
        return this.footnote(inline.id, look, hasNotes);
      case 'slip':
        return [run(inline.written, look)];
      case 'citation':
        return this.citation(inline, look, hasNotes);
    }
  }

  private footnote(id: string, look: Look, hasNotes: boolean): ParagraphChild[] {
    const blocks = this.footnotes.get(id)?.blocks ?? [];
    const words = wordsOfBlocks(blocks);
    if (!hasNotes) return [run(` (${this.words.note}: ${words})`, look)];
    const isPlain = blocks.every((block) => block.type === 'paragraph');
    const paragraphs = isPlain
      ? blocks.map(({ children }) => noteOf([run(' '), ...this.all(children, {}, false)]))
      : [noteOf([run(` ${words}`)])];
    return [reference(paragraphs)];
  }

  private citation(citation: CitationInline, look: Look, hasNotes: boolean): ParagraphChild[] {
    const spoken = citation.spoken ? [run(citedInSentence(citation, this.words), look)] : [];
    if (!hasNotes)
      return citation.spoken ? spoken : [run(` (${citedInBrackets(citation, this.words)})`, look)];
    // One paragraph, because a page of findings has as much to say below as above.
    const pieces = citedInNotePieces(citation, this.words).map(inLanguage);
    return [...spoken, reference([noteOf([run(' '), ...pieces])])];
  }
}

/** How many characters some inlines and their notes have, about. */
function lengthOf(inlines: readonly Inline[], footnotes: ReadonlyMap<string, Footnote>): number {
  let length = 0;
  for (const inline of inlines) {
    if ('written' in inline) length += inline.written.length;
    if ('children' in inline) length += lengthOf(inline.children, footnotes);
    else if ('value' in inline) length += inline.value.length;
    else if (inline.type === 'citation')
      for (const { id, words } of inline.items) length += id.length + words.length;
    else if (inline.type === 'footnote')
      length += wordsOfBlocks(footnotes.get(inline.id)?.blocks ?? []).length;
  }
  return length;
}

/** A run of words that XML can hold; a line end within them is a blank. */
export function run(words: string, look: Look = {}): TextRun {
  return new TextRun({
    text: xmlText(words).replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space)),
    ...look,
  });
}

/** A run of words with the mark of their language, where it is another. */
export function inLanguage({ words, language }: SpokenWords): TextRun {
  return run(words, language === undefined ? {} : { language: { value: language } });
}

/** Something of a report as the target of links; `id` is the report's. */
export function bookmarked(id: string, children: readonly ParagraphChild[]): ParagraphChild {
  return new Bookmark({ id: bookmarkOf(id), children });
}

/** A name that Word takes for a bookmark: letters, digits and low lines, at most forty of them. */
export function bookmarkOf(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, '_').slice(0, 40);
}

function noteOf(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: 'FootnoteText', children });
}

function reference(paragraphs: readonly Paragraph[]): FootnoteReferenceRun {
  return new FootnoteReferenceRun({ children: paragraphs.length > 0 ? paragraphs : [noteOf([])] });
}
