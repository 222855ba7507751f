/*
 * The blocks of a report as Markdown. A reviewer's footnotes are gathered while a chapter is printed, and stand at its end.
 */
import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Language } from '../../settings/types';
import type { Block, Footnote, Inline, ListItem, SurveyBlock } from '../blocks';
import { citedInBrackets, citedInSentence } from '../citedWords';
import { heading, list, paragraph, plain, table, text } from './nodes';
import type { Report } from '../report';
import { showSurvey } from '../surveyShown';
import { imageWords, reportWords, type ReportWords } from '../words';

/** Prints the blocks of one report. */
export class MarkdownBlocks {
  readonly words: ReportWords;
  readonly language: Language;
  private readonly footnotes: ReadonlyMap<string, Footnote>;
  /** The footnotes of the chapter that is being printed, in the order of their numbers. */
  private notes: string[] = [];

  constructor({ language, footnotes }: Report) {
    this.language = language;
    this.words = reportWords[language];
    this.footnotes = new Map(footnotes.map((note) => [note.id, note]));
  }

  /** The footnotes that something in a chapter refers to, at its end. */
  withNotes(print: () => RootContent[]): RootContent[] {
    this.notes = [];
    const printed = print();
    const items: BlockContent[][] = [];
    // A footnote may refer to another, which is then added behind it.
    for (const each of this.notes) {
      const note = this.footnotes.get(each);
      items.push(this.inner(note?.blocks ?? []));
    }
    if (items.length === 0) return printed;
    return [...printed, heading(3, text(this.words.notes)), list(items, 1)];
  }

  blocks(blocks: readonly Block[]): RootContent[] {
    return blocks.flatMap((block) => (block.type === 'survey' ? this.survey(block) : [this.block(block)]));
  }

  /** Blocks within an item or a quotation. */
  inner(blocks: readonly Block[]): BlockContent[] {
    return this.blocks(blocks) as BlockContent[];
  }

  private block(block: Exclude<Block, SurveyBlock>): RootContent {
    switch (block.type) {
      case 'paragraph':
        return paragraph(this.inlines(block.children));
      case 'heading':
        return heading(Math.min(6, block.level + 2), ...this.inlines(block.children));
      case 'list':
        return list(
          block.items.map((item) => this.listItem(item)),
          block.start,
        );
      case 'quote':
        return { type: 'blockquote', children: this.inner(block.blocks) };
      case 'code':
        return { type: 'code', value: block.value, lang: block.language ?? null };
      case 'rule':
        return { type: 'thematicBreak' };
      case 'table': {
        const rows = [block.head, ...block.rows].map(({ cells }): TableRow => {
          return {
            type: 'tableRow',
            children: cells.map((cell) => ({ type: 'tableCell', children: this.inlines(cell) })),
          };
        });
        return { type: 'table', align: block.align.map((each) => each ?? null), children: rows };
      }
    }
  }

  private listItem({ blocks, checked }: ListItem): BlockContent[] {
    const inner = this.inner(blocks);
    if (checked === undefined) return inner;
    const mark = text(checked ? '☑ ' : '☐ ');
    const [first, ...rest] = inner;
    return first?.type === 'paragraph'
      ? [paragraph([mark, ...first.children]), ...rest]
      : [paragraph([mark]), ...inner];
  }

  inlines(inlines: readonly Inline[]): PhrasingContent[] {
    return inlines.flatMap((inline): PhrasingContent[] => {
      switch (inline.type) {
        case 'text':
          return [text(inline.value)];
        case 'code':
          return [{ type: 'inlineCode', value: inline.value }];
        case 'emphasis':
        case 'strong':
          return [{ type: inline.type, children: this.inlines(inline.children) }];
        case 'deleted':
          return [{ type: 'delete', children: this.inlines(inline.children) }];
        case 'link':
          return [{ type: 'link', url: inline.href, children: this.inlines(inline.children) }];
        case 'image':
          // As in the other formats: whoever shows the report would fetch it.
          return [text(imageWords(inline.alt, this.words))];
        case 'break':
          return [{ type: 'break' }];
        case 'footnote': {
          const known = this.notes.indexOf(inline.id);
          const number = known >= 0 ? known + 1 : this.notes.push(inline.id);
          return [text(` (${this.words.note} ${number})`)];
        }
        case 'slip':
          return [text(inline.written)];
        case 'citation':
          return inline.spoken
            ? [text(citedInSentence(inline, this.words))]
            : [text(` (${citedInBrackets(inline, this.words)})`)];
      }
    });
  }

  /** A survey with its figures as a table; one that cannot be read in full keeps its own words besides. */
  private survey({ survey, value }: SurveyBlock): RootContent[] {
    const { name, question, sentence, head, rows } = showSurvey(survey, this.language);
    return [
      paragraph([{ type: 'strong', children: [text(name)] }]),
      ...(question === undefined ? [] : [plain(question)]),
      plain(sentence),
      ...(rows.length === 0 ? [] : [table(head, rows)]),
      ...(survey.faults.length === 0 ? [] : [{ type: 'code' as const, value }]),
    ];
  }
}
