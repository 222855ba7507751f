/*
 * Tables of a report in Word: a caption above, a first row that repeats on every page, rows that stay whole, and a title
 * and description for those who hear the table. No cell is merged with another and none stands for two.
 */
import {
  BuilderElement,
  Paragraph,
  SequentialIdentifier,
  Table,
  TableCell,
  TableRow,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type { SpokenWords } from '../citedWords';
import { inLanguage, run } from './inlines';
import { textWidth } from './styles';
import { xmlText } from '../xmlText';

/** A cell is a paragraph of its own. */
export interface DocxTable {
  /** What the table is called; in pieces where they are in several languages. */
  readonly title: string | readonly SpokenWords[];
  readonly description: string;
  readonly head: readonly (readonly ParagraphChild[])[];
  readonly rows: readonly (readonly (readonly ParagraphChild[])[])[];
  /** Shares of the width; without them all columns are as wide. */
  readonly shares?: readonly number[];
  readonly align?: readonly ('left' | 'right' | 'center' | undefined)[];
  /** Whether the first cell of a row says what the row is about. */
  readonly namesRows: boolean;
}

/** A table under its caption; `label` is the word in front of the number. */
export function printDocxTable(label: string, table: DocxTable): FileChild[] {
  const { description, head, rows, align = [], namesRows } = table;
  const pieces = typeof table.title === 'string' ? [{ words: table.title }] : table.title;
  const title = pieces.map(({ words }) => words).join('');
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length));
  const widths = widthsOf(columns, table.shares);
  const cell = (children: readonly ParagraphChild[], column: number): TableCell => {
    const side = align[column];
    return new TableCell({
      width: { size: widths[column] ?? 0, type: 'dxa' },
      children: [new Paragraph({ children, ...(side && { alignment: side }) })],
    });
  };
  const row = (cells: readonly (readonly ParagraphChild[])[], isHead: boolean): TableRow =>
    new TableRow({
      children: widths.map((_, i) => cell(cells[i] ?? [], i)),
      cantSplit: true,
      // Written as “no”, some readers take it for a yes.
      ...(isHead && { tableHeader: true }),
    });
  return [
    new Paragraph({
      style: 'Caption',
      children: [
        run(`${label} `),
        new SequentialIdentifier('Table'),
        ...(title === '' ? [] : [run(': '), ...pieces.map(inLanguage)]),
      ],
    }),
    new DescribedTable(title, description, {
      style: 'TableGrid',
      width: { size: textWidth, type: 'dxa' },
      columnWidths: widths,
      tableLook: {
        firstRow: true,
        firstColumn: namesRows,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [row(head, true), ...rows.map((each) => row(each, false))],
    }),
    // Words that follow would touch the table.
    new Paragraph({ children: [] }),
  ];
}

/** The library writes neither title nor description, so they are put behind what it writes about the table. */
class DescribedTable extends Table {
  constructor(title: string, description: string, options: ConstructorParameters<typeof Table>[0]) {
    super(options);
    const [properties] = this.root as BuilderElement[];
    for (const [name, words] of [
      ['w:tblCaption', title],
      ['w:tblDescription', description],
    ] as const) {
      const value = xmlText(words).replace(/\s+/g, ' ');
      properties?.addChildElement(
        new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } }),
      );
    }
  }
}

function widthsOf(columns: number, shares: readonly number[] | undefined): readonly number[] {
  const given = Array.from({ length: columns }, (_, i) => shares?.[i] ?? 10);
  const whole = given.reduce((sum, share) => sum + share, 0);
  return given.map((share) => Math.floor((textWidth * share) / whole));
}
