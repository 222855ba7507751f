/*
 * The words of a report as plain data: blocks and what stands in their lines. It is smaller than Markdown, because
 * every printer has to know all of it: raw HTML has become its words, links lead to safe addresses only, and
 * a citation comes with what it means. Numbers of notes are not in it; a printer counts them as it goes.
 */
import { foldBlanks } from '../text/singleLine';
import type { CitationKind } from '../syntax/citation';
import type { Span } from '../text/span';
import type { Survey } from '../evidence/survey';

/** Where something was written. */
export interface Source {
  readonly uri: string;
  readonly span: Span;
}

/** One thing that a citation names: its id as written and its wording or, for evidence, its description. */
export interface CitedItem {
  readonly kind: 'theme' | 'element' | 'standard' | 'probe' | 'evidence';
  readonly id: string;
  readonly words: string;
  /** The language of these words, as a tag of BCP 47, where it is another than the report's. */
  readonly language?: string;
  /** Why it is out of scope, where it is. */
  readonly excluded?: string;
}

/** Citations that stand side by side, which readers see as one. */
export interface CitationInline {
  readonly type: 'citation';
  /** As written, in one line: `[std 6.1] [ev FG2]`. */
  readonly written: string;
  /** Part of its sentence, as in “a view on [std 2.3]”: read aloud even where citations are hidden. */
  readonly spoken: boolean;
  /** What is cited, each once, in order. */
  readonly items: readonly CitedItem[];
  /** Ids that name nothing, as written, with their prefix. */
  readonly unknown: readonly { readonly kind: CitationKind; readonly words: string }[];
}

/** Brackets that look like a citation and cannot be read as one. Every printer prints them as they are written. */
export interface SlipInline {
  readonly type: 'slip';
  /** As written, in one line: `[std6.1]`. */
  readonly written: string;
  /** What is wrong, for a preview. */
  readonly message: string;
}

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'emphasis' | 'strong' | 'deleted'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** `address` is what stands in the text; nobody fetches it. */
  | { readonly type: 'image'; readonly alt: string; readonly address: string }
  | { readonly type: 'break' }
  | { readonly type: 'footnote'; readonly id: string }
  | CitationInline
  | SlipInline;

interface Placed {
  readonly source: Source;
}

export interface Paragraph extends Placed {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
/** A heading within a chapter; `level` 1 stands directly below the chapter's own. */
export interface Heading extends Placed {
  readonly type: 'heading';
  readonly level: number;
  readonly children: readonly Inline[];
}
export interface ListItem extends Placed {
  readonly blocks: readonly Block[];
  /** Of a task, whether it is done. */
  readonly checked?: boolean;
}
export interface List extends Placed {
  readonly type: 'list';
  /** The number of the first item of a numbered list. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}
export interface Row extends Placed {
  readonly cells: readonly (readonly Inline[])[];
}
export interface Table extends Placed {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | undefined)[];
  readonly head: Row;
  readonly rows: readonly Row[];
}
export interface Quote extends Placed {
  readonly type: 'quote';
  readonly blocks: readonly Block[];
}
export interface Code extends Placed {
  readonly type: 'code';
  readonly language?: string;
  readonly value: string;
}
/** A survey, which every printer shows with its figures. */
export interface SurveyBlock extends Placed {
  readonly type: 'survey';
  readonly survey: Survey;
  /** The block as it is written, in YAML. */
  readonly value: string;
}
export interface Rule extends Placed {
  readonly type: 'rule';
}
export type Block = Paragraph | Heading | List | Table | Quote | Code | SurveyBlock | Rule;

/** What a footnote says; `id` is unique in a report. */
export interface Footnote extends Placed {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** The words of some inlines in one line, as readers see them without citations and marks of notes. */
export function wordsOfInlines(inlines: readonly Inline[]): string {
  return foldBlanks(inlines.map(wordsOfInline).join(''));
}

/** The words of some blocks in one line. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  const words = [...eachBlock(blocks)].flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [wordsOfInlines(block.children)];
    if (block.type === 'table')
      return [block.head, ...block.rows].flatMap(({ cells }) => cells.map(wordsOfInlines));
    if (block.type === 'survey') {
      const { title, question } = block.survey;
      return [title, question].flatMap((each) => (each ? [each.value] : []));
    }
    return block.type === 'code' ? [block.value] : [];
  });
  return foldBlanks(words.join(' '));
}

/** All blocks in order, those inside others too. */
export function* eachBlock(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'quote') yield* eachBlock(block.blocks);
    if (block.type === 'list') for (const item of block.items) yield* eachBlock(item.blocks);
  }
}

/** All inlines of some blocks in order, those inside others too. */
export function* eachInline(blocks: readonly Block[]): Iterable<Inline> {
  for (const block of eachBlock(blocks)) {
    if (block.type === 'paragraph' || block.type === 'heading') yield* inlinesWithin(block.children);
    if (block.type === 'table')
      for (const row of [block.head, ...block.rows]) for (const cell of row.cells) yield* inlinesWithin(cell);
  }
}

/** Some inlines and all that stand inside them, in order. */
export function* inlinesWithin(inlines: readonly Inline[]): Iterable<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* inlinesWithin(inline.children);
  }
}

function wordsOfInline(inline: Inline): string {
  if (inline.type === 'text' || inline.type === 'code') return inline.value;
  if (inline.type === 'image') return inline.alt;
  if (inline.type === 'slip') return inline.written;
  if (inline.type === 'break' || inline.type === 'citation') return ' ';
  return inline.type === 'footnote' ? '' : inline.children.map(wordsOfInline).join('');
}
