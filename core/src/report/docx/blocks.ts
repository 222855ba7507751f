/*
 * The blocks of a report as paragraphs and tables of Word, each with the style that says what it is. Lists are Word's
 * own, so that they go on counting when somebody adds an item.
 */
import { Paragraph, TextRun, type FileChild, type NumberingLevel, type ParagraphChild } from 'docx';
import type { Language } from '../../settings/types';
import {
  wordsOfInlines,
  type Block,
  type List,
  type ListItem,
  type SurveyBlock,
  type Table,
} from '../blocks';
import { spoken } from '../citedWords';
import { bookmarked, DocxInlines, inLanguage, run } from './inlines';
import { printDocxChart } from './survey';
import { printDocxTable } from './tables';
import type { Report } from '../report';
import { showSurvey } from '../surveyShown';
import { xmlText } from '../xmlText';

/** Word knows nine levels of lists and of headings; headings here go to the sixth. */
const deepest = { list: 8, heading: 6 };
const step = 360;
/** How many characters a paragraph may have, with its notes, and how many headings there may be, for pages to be laid out. */
const most = { length: 10_000, headings: 1000 };

/** Where a block stands. */
interface Place {
  /** How many lists it stands in. */
  readonly depth: number;
  readonly style?: string;
}

/** Prints the blocks of one report, and counts its lists. */
export class DocxBlocks {
  readonly inlines: DocxInlines;
  private readonly language: Language;
  private lists = 0;
  private headings = 0;
  /** The last heading: its level, so that none is left out below it, and its words, which name a table. */
  private last = { level: 1, words: '' };

  constructor(report: Report) {
    this.inlines = new DocxInlines(report);
    this.language = report.language;
  }

  /** A heading of the report's own, which the contents may list; `id` makes it a target. */
  title(
    level: number,
    words: string,
    {
      id,
      style,
      language,
      isNew = false,
    }: { id?: string; style?: string; language?: string; isNew?: boolean } = {},
  ): FileChild {
    const own = style === undefined ? Math.min(level, this.last.level + 1, deepest.heading) : 1;
    this.enter(own, words);
    const children = [inLanguage(spoken(words, language))];
    return new Paragraph({
      style: style ?? `Heading${own}`,
      outlineLevel: own - 1,
      ...(isNew && { pageBreakBefore: true }),
      children: id === undefined ? children : [bookmarked(id, children)],
    });
  }

  private enter(level: number, words: string): void {
    this.last = { level, words };
    this.headings++;
    this.inlines.noteLength(words.length);
  }

  /**
   * Whether the pages of what was printed can be laid out soon: laying out one paragraph of many pages, or thousands of
   * headings, costs the square of how many there are.
   */
  get isLaidOutSoon(): boolean {
    return this.inlines.longest <= most.length && this.headings <= most.headings;
  }

  /** Blocks in a chapter, whose own headings are of level one. */
  print(blocks: readonly Block[]): FileChild[] {
    return blocks.flatMap((block) => this.block(block, { depth: 0 }));
  }

  /** Units of the report such as findings, as one list; each is the target of links. */
  items(
    items: readonly { readonly id: string; readonly blocks: readonly Block[] }[],
    empty: string,
  ): FileChild[] {
    return items.flatMap(({ id, blocks }) => {
      const [first, ...rest] = blocks;
      const isLine = first?.type === 'paragraph';
      const line = isLine
        ? this.inlines.print(first.children)
        : blocks.length === 0
          ? [run(empty, { italics: true })]
          : [];
      return [
        this.bullet(0, [bookmarked(id, line)]),
        ...(isLine ? rest : blocks).flatMap((block) => this.block(block, { depth: 1 })),
      ];
    });
  }

  /** One paragraph of plain text. */
  paragraph(children: readonly ParagraphChild[], style?: string): Paragraph {
    return new Paragraph({ children, ...(style !== undefined && { style }) });
  }

  /** What is said beneath an item of a list. */
  beneath(children: readonly ParagraphChild[]): Paragraph {
    return paragraph(children, { depth: 1 });
  }

  /** One paragraph of a list with bullets. */
  bullet(depth: number, children: readonly ParagraphChild[]): Paragraph {
    const level = Math.min(depth, deepest.list);
    return new Paragraph({
      style: 'ListBullet',
      numbering: { reference: { reference: 'bullets', levels: levels('bullet') }, level, instance: 0 },
      children,
    });
  }

  private block(block: Block, place: Place): FileChild[] {
    switch (block.type) {
      case 'paragraph':
        return [paragraph(this.inlines.print(block.children), place)];
      case 'heading': {
        const level = Math.min(block.level + 1, this.last.level + 1, deepest.heading);
        this.enter(level, wordsOfInlines(block.children));
        const children = this.inlines.printWithoutNotes(block.children);
        // A heading within a list or a quotation is none of the report's.
        if (place.depth > 0 || place.style !== undefined) return [paragraph(children, place)];
        return [new Paragraph({ style: `Heading${level}`, outlineLevel: level - 1, children })];
      }
      case 'list':
        return this.list(block, place);
      case 'quote':
        return block.blocks.flatMap((each) => this.block(each, { ...place, style: 'Quote' }));
      case 'code':
        this.inlines.noteLength(block.value.length);
        return [code(block.value, place)];
      case 'survey':
        return this.survey(block, place);
      case 'rule':
        return [new Paragraph({ thematicBreak: true, children: [] })];
      case 'table':
        return this.table(block);
    }
  }

  /** A survey with its chart and the table of the same numbers; what cannot be read in full keeps its own words besides. */
  private survey({ survey, value }: SurveyBlock, place: Place): FileChild[] {
    const shown = showSurvey(survey, this.language);
    const { name, question, sentence, title, head, rows } = shown;
    const isTop = place.depth === 0 && place.style === undefined;
    const plainly = (words: readonly string[]): ParagraphChild[][] => words.map((each) => [run(each)]);
    return [
      isTop ? this.title(2, name) : paragraph([run(name, { bold: true })], place),
      ...(question === undefined ? [] : [paragraph([run(question, { italics: true })], place)]),
      paragraph([run(sentence)], place),
      ...printDocxChart(shown, this.language),
      ...(rows.length === 0
        ? []
        : printDocxTable(this.inlines.words.table, {
            title,
            description: head.join(', '),
            head: plainly(head),
            rows: rows.map(plainly),
            align: [undefined, 'right', 'right'],
            namesRows: true,
          })),
      ...(survey.faults.length === 0 ? [] : [code(value, place)]),
    ];
  }

  private list(list: List, { depth }: Place): FileChild[] {
    this.lists += 1;
    const instance = this.lists;
    return list.items.flatMap((item) => this.item(item, depth, list.start, instance));
  }

  private item(
    { blocks, checked }: ListItem,
    depth: number,
    start: number | undefined,
    instance: number,
  ): FileChild[] {
    const mark = checked === undefined ? [] : [run(checked ? '☑ ' : '☐ ')];
    const [first, ...rest] = blocks;
    const isLine = first?.type === 'paragraph';
    const children = [...mark, ...(isLine ? this.inlines.print(first.children) : [])];
    const head =
      start === undefined ? this.bullet(depth, children) : numbered(depth, children, start, instance);
    return [head, ...(isLine ? rest : blocks).flatMap((block) => this.block(block, { depth: depth + 1 }))];
  }

  private table({ head, rows, align }: Table): FileChild[] {
    const { words } = this.inlines;
    return printDocxTable(words.table, {
      title: this.last.words,
      description: head.cells.map(wordsOfInlines).join(', '),
      head: head.cells.map((cell) => this.inlines.printWithoutNotes(cell)),
      rows: rows.map(({ cells }) => cells.map((cell) => this.inlines.print(cell))),
      align,
      namesRows: false,
    });
  }
}

function paragraph(children: readonly ParagraphChild[], { depth, style }: Place): Paragraph {
  const indent = depth === 0 ? {} : { indent: { left: Math.min(depth, deepest.list + 1) * step } };
  return new Paragraph({ children, ...(style !== undefined && { style }), ...indent });
}

function code(value: string, { depth }: Place): Paragraph {
  const lines = xmlText(value).split(/\r\n|\r|\n/);
  const children = lines.map((text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }) }));
  return paragraph(children, { depth, style: 'HTMLPreformatted' });
}

function numbered(
  depth: number,
  children: readonly ParagraphChild[],
  start: number,
  instance: number,
): Paragraph {
  const first = Math.min(Math.max(0, start), 32767);
  const reference = { reference: `numbers-${first}`, levels: levels('decimal', first) };
  return new Paragraph({
    style: 'ListNumber',
    numbering: { reference, level: Math.min(depth, deepest.list), instance },
    children,
  });
}

function levels(format: NumberingLevel['format'], start = 1): readonly NumberingLevel[] {
  return Array.from({ length: deepest.list + 1 }, (_, level) => ({
    level,
    format,
    text: format === 'bullet' ? (level % 2 === 0 ? '•' : '–') : `%${level + 1}.`,
    alignment: 'left' as const,
    ...(format === 'decimal' && { start: start }),
    style: { paragraph: { indent: { left: (level + 1) * step, hanging: step } } },
  }));
}
