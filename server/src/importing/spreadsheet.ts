/*
 * Spreadsheets (XLSX) as rows of words, and rows of words as a spreadsheet. A number is what its cell shows, so that
 * `6.10` is not `6.1`; formulas count with the value that was saved. A file that would unpack to more than any
 * catalogue needs is refused before it is unpacked.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { Parser } from 'htmlparser2';
import { CannotImport } from './cannotImport';

/** Unpacked, the largest file in a spreadsheet that is read, and the most cells. */
const largest = 40_000_000;
const mostCells = 500_000;

/** The rows of every sheet, in the order of the workbook. */
export function readSpreadsheet(bytes: Uint8Array): string[][][] {
  const files = unpack(bytes);
  const strings = readStrings(files('xl/sharedStrings.xml') ?? '');
  const formats = readFormats(files('xl/styles.xml') ?? '');
  const targets = new Map<string, string>();
  walk(files('xl/_rels/workbook.xml.rels') ?? '', (name, { Id = '', Target = '' }) => {
    if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  const sheets: string[] = [];
  walk(files('xl/workbook.xml') ?? '', (name, attributes) => {
    const target = name === 'sheet' ? targets.get(attributes['r:id'] ?? '') : undefined;
    if (target !== undefined) sheets.push(target);
  });
  let left = mostCells;
  return sheets.map((sheet) => {
    const rows = readSheet(files(sheet) ?? '', strings, formats, left);
    left -= rows.reduce((sum, row) => sum + row.length, 0);
    return rows;
  });
}

function unpack(bytes: Uint8Array): (name: string) => string | undefined {
  let sum = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted =
          /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
            name,
          );
        if (isWanted) sum += originalSize;
        if (sum > largest)
          throw new CannotImport(
            'This spreadsheet unpacks to more than 40 MB, which no catalogue needs, so it is not read. Save the sheet with the standards alone, or as CSV.',
          );
        return isWanted;
      },
    });
    if (!files['xl/workbook.xml']) throw new Error('no workbook');
    return (name) => (files[name] ? strFromU8(files[name]) : undefined);
  } catch (failure) {
    if (failure instanceof CannotImport) throw failure;
    throw new CannotImport(
      'This is no spreadsheet that can be read: it is damaged, or has a password, or is an old .xls. Open it and save it as .xlsx or CSV.',
    );
  }
}

function walk(
  xml: string,
  open: (name: string, attributes: Record<string, string>) => void,
  more: { text?: (words: string) => void; close?: (name: string) => void } = {},
): void {
  const parser = new Parser(
    {
      onopentag: open,
      ...(more.text && { ontext: more.text }),
      ...(more.close && { onclosetag: more.close }),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let words = '';
  let isText = false;
  let isPhonetic = false;
  walk(
    xml,
    (name) => {
      if (name === 'si') words = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    {
      text: (said) => {
        if (isText) words += said;
      },
      close: (name) => {
        if (name === 't') isText = false;
        if (name === 'rPh') isPhonetic = false;
        if (name === 'si') strings.push(unescape(words));
      },
    },
  );
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

/** The number format of each style of a cell. */
function readFormats(xml: string): string[] {
  const own = new Map<string, string>();
  const formats: string[] = [];
  let isCell = false;
  walk(
    xml,
    (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(numFmtId, formatCode);
      if (name === 'cellXfs') isCell = true;
      if (name === 'xf' && isCell) formats.push(own.get(numFmtId) ?? builtIn[numFmtId] ?? 'General');
    },
    {
      close: (name) => {
        if (name === 'cellXfs') isCell = false;
      },
    },
  );
  return formats;
}

function readSheet(
  xml: string,
  strings: readonly string[],
  formats: readonly string[],
  most: number,
): string[][] {
  const rows: string[][] = [];
  let count = 0;
  let cell: { type: string; style: number; column: number } | undefined;
  let row = -1;
  let next = 0;
  let value = '';
  let isValue = false;
  walk(
    xml,
    (name, attributes) => {
      if (name === 'row') next = 0;
      if (name === 'row') row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
      if (name === 'c') {
        const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0];
        const column = letters === undefined ? next : columnAt(letters);
        next = column + 1;
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), column };
        value = '';
      }
      isValue = cell !== undefined && (name === 'v' || name === 't');
    },
    {
      text: (said) => {
        if (isValue) value += said;
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        if (name !== 'c' || !cell) return;
        const { type, style, column } = cell;
        cell = undefined;
        if (value === '') return;
        if (++count > most || column > 500 || !(row >= 0 && row < 200_000))
          throw new CannotImport(
            'This spreadsheet has more cells than any catalogue needs. Save the sheet with the standards alone.',
          );
        while (rows.length <= row) rows.push([]);
        const cells = rows[row] ?? [];
        while (cells.length < column) cells.push('');
        cells[column] = sayCell(type, value, strings, formats[style] ?? 'General');
      },
    },
  );
  return rows;
}

function sayCell(type: string, value: string, strings: readonly string[], format: string): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? numberAsShown(value, format) : unescape(value);
}

/** A number as its cell shows it: with the decimals of its format, and a day as 2026-10-02. */
export function numberAsShown(value: string, format: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const [first = ''] = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '').split(';');
  if (/[dmyh]/i.test(first) && !/general/i.test(first)) {
    // Day 60 is the 29th of February 1900, which never was.
    const day = new Date(Math.round((number - 25569) * 86_400_000));
    return Number.isNaN(day.getTime()) ? value : day.toISOString().slice(0, 10);
  }
  const decimals = /0(?:\.(0+))?/.exec(first);
  const isPercent = first.includes('%');
  if (!decimals || /[#?]0*\.0*[#?]|E/i.test(first)) return String(Number(number.toPrecision(15)));
  return `${(isPercent ? number * 100 : number).toFixed(decimals[1]?.length ?? 0)}${isPercent ? '%' : ''}`;
}

function columnAt(letters: string): number {
  let sum = 0;
  for (let i = 0; i < letters.length; i++) sum = sum * 26 + letters.charCodeAt(i) - 64;
  return sum - 1;
}

/** XML cannot hold every character, so the format spells some as `_x000D_`. */
function unescape(words: string): string {
  return words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

// eslint-disable-next-line no-control-regex -- these cannot stand in XML.
const unprintable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu;

function spell(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function escape(words: string): string {
  return words
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unprintable, spell)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet of words: every cell is text, so that no program makes a number of an id. The same rows give the same bytes. */
export function printSpreadsheet(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Uint8Array {
  const sheetRows = rows.map((row, i) => {
    const cells = row.map((words, column) => {
      const style = i === 0 ? 2 : 1;
      const at = `${String.fromCharCode(65 + column)}${i + 1}`;
      return words === ''
        ? `<c r="${at}" s="${style}"/>`
        : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(words)}</t></is></c>`;
    });
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const xf = (font: number, rest: string): string =>
    `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${rest}</xf>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Standards" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(0, wrapped)}${xf(1, wrapped)}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}">${frozen}<cols>${columns.join('')}</cols><sheetData>${sheetRows.join('')}</sheetData></worksheet>`,
  };
  const zip: Zippable = {};
  // A zip knows no time before 1980.
  for (const [name, xml] of Object.entries(files))
    zip[name] = [strToU8(xml), { mtime: new Date(1980, 0, 1) }];
  return zipSync(zip);
}
