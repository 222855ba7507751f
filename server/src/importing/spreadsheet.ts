/*
 * Spreadsheets (XLSX) as rows of words. A number is what its cell shows; formulas
 * count with the value that was saved. Cells are read as they come and counted, so that what a file can make of a few
 * bytes has a limit: rows far below the others, cells far to the right, one text in a thousand cells.
 */
import { counter, limits, many, saveAlone, textCounter, TooMuch } from './limits';
import { numberPrinter, type NumberPrinter } from './numberFormat';
import { openWorkbook, type ReadPart } from './workbook';

/** The rows of every sheet, in the order of the workbook. */
export function readSpreadsheet(bytes: Uint8Array): string[][][] {
  const read = openWorkbook(bytes);
  const count = counters();
  const sheets = readSheetNames(read);
  const strings = readStrings(read);
  const formats = readFormats(read);
  return sheets.map(({ part, name }) => new Sheet(name, { strings, formats, count }).read(read, part));
}

/** What is counted over all sheets. */
type Counters = ReturnType<typeof counters>;

function counters() {
  return {
    rows: counter(
      limits.rows,
      (most) =>
        `has sheets that reach down to more than ${most} rows in all, which is the most that is read. ${saveAlone}`,
    ),
    filled: counter(
      limits.filled,
      (most) =>
        `has more than ${most} cells that hold something, which is the most that is read. ${saveAlone}`,
    ),
    cells: counter(
      limits.cells,
      (most) =>
        `has rows with more than ${most} cells in all, empty ones included, which is the most that is read. ${saveAlone}`,
    ),
    text: textCounter(saveAlone),
  };
}

function readSheetNames(read: ReadPart): { readonly part: string; readonly name: string }[] {
  const targets = new Map<string, string>();
  read('xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship' && targets.size < mostRelations)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { part: string; name: string }[] = [];
  read('xl/workbook.xml', {
    open(name, attributes) {
      const part = name === 'sheet' ? targets.get(attributes['r:id'] ?? '') : undefined;
      if (part === undefined) return;
      sheets.push({ part, name: (attributes.name ?? '').slice(0, 31) });
      if (sheets.length > limits.sheets)
        throw new TooMuch(
          `has more than ${many(limits.sheets)} sheets, which is the most that is read. ${saveAlone}`,
        );
    },
  });
  return sheets;
}

/** More relations than a workbook has with as many sheets as are read. */
const mostRelations = 10_000;

function readStrings(read: ReadPart): string[] {
  const count = textCounter(saveAlone);
  const strings: string[] = [];
  let words = '';
  let isText = false;
  let isPhonetic = false;
  read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') words = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(said) {
      if (!isText) return;
      count(said.length);
      words += said;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      strings.push(unescape(words));
      // An empty one is a text as well.
      count(1);
    },
  });
  return strings;
}

const builtIn: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '0',
  4: '0.00',
  9: '0%',
  10: '0.00%',
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'd/m/yyyy h:mm',
};

/** How a number of each style of a cell is printed. */
function readFormats(read: ReadPart): NumberPrinter[] {
  const count = counter(
    limits.formats,
    (most) => `has more than ${most} formats of cells, which is more than Excel writes. ${saveAlone}`,
  );
  const own = new Map<string, NumberPrinter>();
  const formats: NumberPrinter[] = [];
  const known = new Map<string, NumberPrinter>();
  let isCell = false;
  read('xl/styles.xml', {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') {
        count(1);
        own.set(numFmtId, numberPrinter(formatCode));
      }
      if (name === 'cellXfs') isCell = true;
      if (name !== 'xf' || !isCell) return;
      count(1);
      const print = own.get(numFmtId) ?? known.get(numFmtId) ?? numberPrinter(builtIn[numFmtId] ?? 'General');
      known.set(numFmtId, print);
      formats.push(print);
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return formats;
}

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly column: number;
}

/** Empty ones included, which cost nothing but the time to pass over them. */
const mostRows = 1_048_576;
const general = numberPrinter('General');
const nothing: string[] = [];

/** One sheet while it is read. */
class Sheet {
  readonly #rows: string[][] = [];
  #row = -1;
  #found = 0;
  #next = 0;
  #cell: Cell | undefined;
  #value = '';
  #isValue = false;
  #isDone = false;

  constructor(
    readonly name: string,
    readonly book: {
      readonly strings: readonly string[];
      readonly formats: readonly NumberPrinter[];
      readonly count: Counters;
    },
  ) {}

  /** The rows of the sheet; what follows its cells, such as which of them are merged, is not read. */
  read(read: ReadPart, part: string): string[][] {
    const reader = {
      open: this.#open.bind(this),
      text: (said: string) => {
        if (this.#isValue) this.#take(said);
      },
      close: this.#close.bind(this),
    };
    read(part, reader, () => this.#isDone);
    return this.#rows;
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.#next = 0;
      if (++this.#found > mostRows)
        throw new TooMuch(
          `has a sheet with more than ${many(mostRows)} rows, which is more than any spreadsheet holds. ${saveAlone}`,
        );
      this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r) - 1;
    }
    if (name === 'c') {
      const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0];
      const column = letters === undefined ? this.#next : columnAt(letters);
      this.#next = column + 1;
      this.#cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), column };
      this.#value = '';
    }
    this.#isValue = this.#cell !== undefined && (name === 'v' || name === 't');
  }

  #take(said: string): void {
    this.book.count.text(said.length);
    this.#value += said;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    if (name === 'sheetData') this.#isDone = true;
    const cell = this.#cell;
    if (name !== 'c' || !cell) return;
    this.#cell = undefined;
    if (this.#value !== '') this.#put(cell);
  }

  #put(cell: Cell): void {
    const { count } = this.book;
    const row = this.#row;
    if (!(row >= 0 && row < limits.rows))
      throw this.#tooFar(`row ${many(row + 1)}`, `row ${many(limits.rows)}`);
    if (!(cell.column < limits.columns))
      throw this.#tooFar(`column ${columnName(cell.column)}`, `column ${columnName(limits.columns - 1)}`);
    count.filled(1);
    if (row >= this.#rows.length) count.rows(row + 1 - this.#rows.length);
    // Rows that hold nothing are one and the same list.
    while (this.#rows.length <= row) this.#rows.push(nothing);
    let cells = this.#rows[row] ?? nothing;
    if (cells === nothing) this.#rows[row] = cells = [];
    if (cell.column >= cells.length) count.cells(cell.column + 1 - cells.length);
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = this.#shown(cell);
  }

  #shown({ type, style }: Cell): string {
    const { strings, formats, count } = this.book;
    if (type === 's') {
      const shared = strings[Number(this.#value)] ?? '';
      count.text(shared.length);
      return shared;
    }
    if (type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    return type === 'n' ? (formats[style] ?? general)(this.#value) : unescape(this.#value);
  }

  #tooFar(found: string, last: string): TooMuch {
    return new TooMuch(
      `has a cell in ${found} of the sheet “${this.name}”, and sheets are read as far as ${last}. Delete what is there, or save the standards alone in a file of their own, and import that.`,
    );
  }
}

function columnAt(letters: string): number {
  let sum = 0;
  for (let i = 0; i < letters.length; i++) sum = sum * 26 + letters.charCodeAt(i) - 64;
  return sum - 1;
}

/** As a spreadsheet names a column, or a number where it has none so far to the right. */
function columnName(column: number): string {
  if (!(column < 18_278)) return many(column + 1);
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** XML cannot hold every character, so the format spells some as `_x000D_`. */
function unescape(words: string): string {
  return words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
