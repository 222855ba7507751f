/*
 * The blocks of a report as HTML. Citations are printed as notes, as superscripts or not at all; a preview gets all
 * three ways side by side and shows one. Every word goes through the tree of hast.ts, so nothing is escaped here.
 */
import type { Element, ElementContent } from 'hast';
import type { Language } from '../../settings/types';
import type { Block, CitationInline, Footnote, Inline, Row, SlipInline, Source } from '../blocks';
import { citedIds, citedInNotePieces, citedInSentence, spoken, type SpokenWords } from '../citedWords';
import { h } from './hast';
import type { ContentsEntry, Report } from '../report';
import { ChapterNotes, keyOfCitation } from './notes';
import { surveyFigure } from './survey';
import { imageWords, reportWords, type ReportWords } from '../words';

/** How citations are shown. */
export const citationStyles = ['notes', 'superscripts', 'hidden'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** How a report is printed as HTML. */
export interface ReportHtmlOptions {
  readonly citations: CitationStyle;
  /** For a preview: where each block stands, all ways of showing citations, and what is not ready. */
  readonly preview?: ReportPreviewOptions;
}
export interface ReportPreviewOptions {
  /** The zero-based line of an offset. */
  readonly lineOf: (uri: string, offset: number) => number;
  /** The number of each document, by which blocks name theirs. */
  readonly documents: ReadonlyMap<string, number>;
}

/** Prints the blocks of one chapter with its notes. */
export class BlockPrinter {
  readonly words: ReportWords;
  private readonly language: Language;
  private readonly notes: ChapterNotes;
  private readonly footnotes: ReadonlyMap<string, Footnote>;

  constructor(
    report: Report,
    private readonly options: ReportHtmlOptions,
    chapter: string,
    /** The anchors that the appendices have. */
    private readonly anchors: ReadonlySet<string>,
  ) {
    this.language = report.language;
    this.words = reportWords[report.language];
    this.notes = new ChapterNotes(chapter, this.words, options.preview !== undefined);
    this.footnotes = new Map(report.footnotes.map((note) => [note.id, note]));
  }

  blocks(blocks: readonly Block[]): ElementContent[] {
    return blocks.map((block) => this.block(block));
  }

  /** What stands in an item: a single paragraph is printed without its own element. */
  inItem(blocks: readonly Block[]): ElementContent[] {
    const [first, ...rest] = blocks;
    return first?.type === 'paragraph'
      ? [...this.inlines(first.children), ...this.blocks(rest)]
      : this.blocks(blocks);
  }

  inlines(inlines: readonly Inline[]): ElementContent[] {
    return inlines.flatMap((inline) => this.inline(inline));
  }

  /** The attributes that say where a block stands, for a preview only. */
  place({ uri, span }: Source): Record<string, number> {
    const { preview } = this.options;
    const number = preview?.documents.get(uri);
    if (!preview || number === undefined) return {};
    return { dataDocument: number, dataLine: preview.lineOf(uri, span.start) };
  }

  /** The notes that have been referred to, at the end of the chapter; undefined where there are none. */
  printNotes(): ElementContent | undefined {
    return this.notes.print();
  }

  private block(block: Block): ElementContent {
    const place = this.place(block.source);
    switch (block.type) {
      case 'paragraph':
        return h('p', place, this.inlines(block.children));
      case 'heading':
        return h(`h${Math.min(6, block.level + 2)}`, place, this.inlines(block.children));
      case 'list': {
        const items = block.items.map((item) => {
          const done = item.checked;
          const mark = done === undefined ? [] : [h('span', { className: 'task' }, done ? '☑ ' : '☐ ')];
          return h('li', this.place(item.source), mark, this.inItem(item.blocks));
        });
        return block.start === undefined
          ? h('ul', place, items)
          : h('ol', { ...place, ...(block.start !== 1 && { start: block.start }) }, items);
      }
      case 'quote':
        return h('blockquote', place, this.blocks(block.blocks));
      case 'code':
        return h('pre', { ...place, tabIndex: 0 }, h('code', {}, block.value));
      case 'survey':
        return h(
          'div',
          { className: 'survey-entry', ...place },
          surveyFigure(block.survey, this.language),
          // What cannot be read as figures must not be lost.
          block.survey.faults.length === 0
            ? undefined
            : h('pre', { tabIndex: 0 }, h('code', {}, block.value)),
        );
      case 'rule':
        return h('hr', place);
      case 'table':
        return this.table(block, place);
    }
  }

  private table(block: Extract<Block, { type: 'table' }>, place: Record<string, number>): ElementContent {
    const cells = (row: Row, tag: 'th' | 'td'): ElementContent[] =>
      row.cells.map((cell, i) => {
        const align = block.align[i];
        const attributes = align === undefined ? {} : { className: `align-${align}` };
        const isHead = tag === 'th' && cell.length > 0;
        return h(
          isHead ? 'th' : 'td',
          { ...attributes, ...(isHead && { scope: 'col' }) },
          this.inlines(cell),
        );
      });
    return h(
      'div',
      { className: 'wide', ...place },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, cells(block.head, 'th'))),
        block.rows.length === 0
          ? undefined
          : h(
              'tbody',
              {},
              block.rows.map((row) => h('tr', this.place(row.source), cells(row, 'td'))),
            ),
      ),
    );
  }

  private inline(inline: Inline): ElementContent[] {
    switch (inline.type) {
      case 'text':
        return [{ type: 'text', value: inline.value }];
      case 'code':
        return [h('code', {}, inline.value)];
      case 'emphasis':
        return [h('em', {}, this.inlines(inline.children))];
      case 'strong':
        return [h('strong', {}, this.inlines(inline.children))];
      case 'deleted':
        return [h('del', {}, this.inlines(inline.children))];
      case 'link':
        return [h('a', { href: inline.href }, this.inlines(inline.children))];
      case 'image':
        return [h('span', { className: 'image' }, imageWords(inline.alt, this.words))];
      case 'break':
        return [h('br', {})];
      case 'footnote': {
        const blocks = this.footnotes.get(inline.id)?.blocks ?? [];
        return this.notes.refer(`footnote ${inline.id}`, () => this.inItem(blocks), ['note-ref']);
      }
      case 'slip':
        return [this.slip(inline)];
      case 'citation':
        return this.citation(inline);
    }
  }

  /** As it is written; a preview marks it and shows what is wrong with it. */
  private slip({ written, message }: SlipInline): ElementContent {
    if (!this.options.preview) return { type: 'text', value: written };
    return h('span', { className: ['slip', 'wrong'], title: message }, written);
  }

  private citation(citation: CitationInline): ElementContent[] {
    const { citations, preview } = this.options;
    const printed: ElementContent[] = citation.spoken
      ? [{ type: 'text', value: citedInSentence(citation, this.words) }]
      : [];
    const content = (): ElementContent[] => citedInNotePieces(citation, this.words).map(inLanguage);
    const wrong = preview && citation.unknown.length > 0 ? ['wrong'] : [];
    if (preview || citations === 'notes')
      printed.push(...this.notes.refer(keyOfCitation(citation), content, ['note-ref', 'cited', ...wrong]));
    if (preview || (citations === 'superscripts' && !citation.spoken))
      printed.push(this.superscript(citation, wrong));
    return printed;
  }

  private superscript(citation: CitationInline, wrong: readonly string[]): ElementContent {
    const linked = citation.items.map(({ kind, id }): ElementContent => {
      const anchor = anchorOf(kind, id);
      return this.anchors.has(anchor) ? h('a', { href: `#${anchor}` }, id) : { type: 'text', value: id };
    });
    const others = citedIds(citation).slice(citation.items.length);
    const all = [...linked, ...others.map((value): ElementContent => ({ type: 'text', value }))];
    const comma: ElementContent = { type: 'text', value: ', ' };
    return h(
      'sup',
      { className: ['ids', ...(citation.spoken ? ['spoken'] : []), ...wrong] },
      all.flatMap((each, i) => (i === 0 ? [each] : [comma, each])),
    );
  }
}

/** Words with the mark of their language, where it is another. */
export function inLanguage({ words, language }: SpokenWords): ElementContent {
  return language === undefined ? { type: 'text', value: words } : h('span', { lang: language }, words);
}

/** A section that a heading names. */
export function titled(
  { id, number, title, language }: ContentsEntry,
  className: string,
  ...children: readonly (ElementContent | undefined | readonly (ElementContent | undefined)[])[]
): Element {
  const numbered = number === undefined ? '' : /^\d/.test(number) ? `${number}. ` : `${number}: `;
  return h(
    'section',
    { className, id, ariaLabelledBy: `${id}-title`, dataKey: id },
    h(
      'h2',
      { id: `${id}-title` },
      numbered === '' ? undefined : h('span', { className: 'number' }, numbered),
      inLanguage(spoken(title, language)),
    ),
    ...children,
  );
}

/** The id of an entry in an appendix. */
export function anchorOf(kind: string, id: string): string {
  return `${kind}-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;
}
