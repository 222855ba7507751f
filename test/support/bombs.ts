/*
 * Files that are made to do harm to whoever opens them: a few bytes that become a great many, or that take for ever. Each
 * says what is expected of it. They are built when they are asked for; none is kept in the repository.
 */
import { deflateRawSync, constants } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file, and what is said of it: why it is refused, or what has been read. */
export interface Bomb {
  readonly what: string;
  readonly file: string;
  readonly bytes: () => Uint8Array;
  readonly said: RegExp;
  /** It harms nobody, and is read. */
  readonly isRead?: boolean;
}

const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { level: 1 }];
  return zipSync(files);
};
const repeat = (count: number, make: (i: number) => string): string => {
  const pieces: string[] = [];
  for (let i = 0; i < count; i++) pieces.push(make(i));
  return pieces.join('');
};

const cell = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const standards = `<row r="1">${cell('A1', 'Ref')}${cell('B1', 'Standard')}</row><row r="2">${cell('A2', '1.1')}${cell('B2', 'Heard')}</row>`;
const sheetOf = (rows: string, after = ''): string =>
  `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of a spreadsheet with these sheets. */
function book(sheets: readonly (string | Uint8Array)[], more: Record<string, string | Uint8Array> = {}) {
  const parts: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': `<workbook><sheets>${repeat(sheets.length, (i) => `<sheet name="S${i}" r:id="r${i}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${repeat(sheets.length, (i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`)}</Relationships>`,
    ...more,
  };
  for (const [i, sheet] of sheets.entries()) parts[`xl/worksheets/s${i}.xml`] = sheet;
  return parts;
}
const xlsx = (sheets: readonly string[], more?: Record<string, string>): Uint8Array =>
  zip(book(sheets, more));

/** A spreadsheet whose sheet claims to be small and unpacks to this many megabytes. */
function lying(megabytes: number): Uint8Array {
  const piece = deflateRawSync(new Uint8Array(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const pieces = [...Array.from({ length: megabytes }, () => piece), Buffer.from([3, 0])];
  const packed = new Uint8Array(Buffer.concat(pieces.map((each) => new Uint8Array(each))));
  // Stored as it is, and then called packed: its directory and its head are changed in place.
  const name = 'xl/worksheets/s0.xml';
  const bytes = zipSync({ ...asIs(book(['x'])), [name]: [packed, { level: 0 }] });
  return patch(bytes, name, (view, at, isDirectory) => {
    view.setUint16(at + (isDirectory ? 10 : 8), 8, true);
    view.setUint32(at + (isDirectory ? 24 : 22), 1000, true);
  });
}

function asIs(parts: Readonly<Record<string, string | Uint8Array>>): Zippable {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  );
}

/** Changes what is said of a file in the head before it and in the directory. */
function patch(
  bytes: Uint8Array,
  name: string,
  change: (view: DataView, at: number, isDirectory: boolean) => void,
): Uint8Array {
  const all = Buffer.from(bytes);
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  for (let at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
    if (view.getUint32(at - 30, true) === 0x04034b50) change(view, at - 30, false);
    else if (at >= 46 && view.getUint32(at - 46, true) === 0x02014b50) change(view, at - 46, true);
  }
  return new Uint8Array(all);
}

/** A part is there twice, under one name. */
function twice(): Uint8Array {
  const bytes = zip({ ...book([sheetOf(standards)]), 'xl/worksheets/t0.xml': sheetOf('') });
  const all = Buffer.from(bytes);
  for (let at = all.indexOf('t0.xml'); at >= 0; at = all.indexOf('t0.xml', at + 1)) all.write('s0.xml', at);
  return new Uint8Array(all);
}

const html = (body: string): Uint8Array => strToU8(`<!doctype html><html><body>${body}</body></html>`);
const line = (words: string): string => `Ref,Element,Standard\n1.1,Home,${words}\n`;

/** A table with so many standards, in elements of 30, each with these words. */
const tableOf = (count: number, words: string): Uint8Array =>
  strToU8(
    `Ref,Theme,Element,Standard\n${repeat(count, (i) => {
      const element = Math.floor(i / 30) + 1;
      return `${element}.${(i % 30) + 1},Theme ${Math.ceil(element / 16)},Element ${element},${words}\n`;
    })}`,
  );

const spreadsheets: readonly Bomb[] = [
  {
    what: '1,000 sheets with a cell in the last row each',
    file: 'sheets.xlsx',
    bytes: () =>
      xlsx(Array.from({ length: 1000 }, () => sheetOf(`<row r="1048576">${cell('A1048576', 'x')}</row>`))),
    said: /"sheets\.xlsx" has more than 200 sheets/,
  },
  {
    what: '100 sheets with a cell in the last row each',
    file: 'last-row.xlsx',
    bytes: () =>
      xlsx(Array.from({ length: 100 }, () => sheetOf(`<row r="1048576">${cell('A1048576', 'x')}</row>`))),
    said: /has a cell in row 1,048,576 of the sheet “S0”, and sheets are read as far as row 200,000/,
  },
  {
    what: '100 sheets with a cell in row 190,000 each',
    file: 'rows.xlsx',
    bytes: () =>
      xlsx(Array.from({ length: 100 }, () => sheetOf(`<row r="190000">${cell('A190000', 'x')}</row>`))),
    said: /has sheets that reach down to more than 200,000 rows in all/,
  },
  {
    what: 'a text of 100,000 characters in 1,000 cells',
    file: 'shared.xlsx',
    bytes: () =>
      xlsx([sheetOf(repeat(1000, (i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`))], {
        'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>`,
      }),
    said: /"shared\.xlsx" holds more than 5,000,000 characters of text/,
  },
  {
    what: 'cells in column XFD, the last there is',
    file: 'column.xlsx',
    bytes: () => xlsx([sheetOf(repeat(5000, (i) => `<row r="${i + 1}">${cell(`XFD${i + 1}`, 'x')}</row>`))]),
    said: /has a cell in column XFD of the sheet “S0”, and sheets are read as far as column SF/,
  },
  {
    what: 'a cell in column 500 of 150,000 rows',
    file: 'wide.xlsx',
    bytes: () =>
      xlsx([sheetOf(repeat(150_000, (i) => `<row r="${i + 1}"><c r="SF${i + 1}"><v>1</v></c></row>`))]),
    said: /has rows with more than 1,000,000 cells in all, empty ones included/,
  },
  {
    what: '600,000 cells that hold something',
    file: 'cells.xlsx',
    bytes: () => xlsx([sheetOf(repeat(6000, () => `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`))]),
    said: /has more than 500,000 cells that hold something/,
  },
  {
    what: '10 million empty rows',
    file: 'empty-rows.xlsx',
    bytes: () => xlsx([sheetOf('<row/>'.repeat(10_000_000))]),
    said: /"empty-rows\.xlsx" unpacks to more than 40 MB/,
  },
  {
    what: '6 million empty rows',
    file: 'fewer-rows.xlsx',
    bytes: () => xlsx([sheetOf(standards + '<row/>'.repeat(6_000_000))]),
    said: /has a sheet with more than 1,048,576 rows/,
  },
  {
    what: 'a million empty rows after a standard',
    file: 'a-million-rows.xlsx',
    bytes: () => xlsx([sheetOf(standards + '<row/>'.repeat(1_000_000))]),
    said: /1 standard/,
    isRead: true,
  },
  {
    what: 'a million merged cells',
    file: 'merged.xlsx',
    bytes: () =>
      xlsx([sheetOf(standards, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`)]),
    said: /1 standard/,
    isRead: true,
  },
  {
    what: 'a long format of numbers in 400,000 cells',
    file: 'format.xlsx',
    bytes: () =>
      xlsx([sheetOf(repeat(4000, () => `<row>${'<c s="0"><v>1.5</v></c>'.repeat(100)}</row>`))], {
        'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'[a]'.repeat(100_000)}0.0"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
      }),
    said: /No standards were found in "format\.xlsx"/,
  },
  {
    what: '200,000 formats of cells',
    file: 'formats.xlsx',
    bytes: () =>
      xlsx([sheetOf(standards)], {
        'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(200_000)}</cellXfs></styleSheet>`,
      }),
    said: /has more than 65,490 formats of cells/,
  },
  {
    what: 'XML nested a million deep',
    file: 'deep.xlsx',
    bytes: () => xlsx([`<worksheet>${'<a>'.repeat(1_000_000)}`]),
    said: /"deep\.xlsx" has elements nested more than 1,000 deep/,
  },
  {
    what: 'an element with a million attributes',
    file: 'attributes.xlsx',
    bytes: () => xlsx([`<worksheet ${repeat(1_000_000, (i) => `a${i}="" `)}>`]),
    said: /"attributes\.xlsx" has an element with more than 1,000 attributes/,
  },
  {
    what: 'entities that stand for entities',
    file: 'entities.xlsx',
    bytes: () =>
      xlsx([
        `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}">${repeat(9, (i) => `<!ENTITY b${i} "${`&b${i + 1};`.repeat(10)}">`)}]>${sheetOf(standards.replace('Heard', '&b0;'))}`,
      ]),
    said: /"entities\.xlsx" has a document type of its own \(DOCTYPE\)/,
  },
  {
    what: 'a part that unpacks a thousandfold',
    file: 'ratio.xlsx',
    bytes: () => zip(book([new Uint8Array(100_000_000)])),
    said: /"ratio\.xlsx" unpacks to more than 40 MB/,
  },
  {
    what: 'a part of 2 GB that claims to have 1,000 bytes',
    file: 'lying.xlsx',
    bytes: () => lying(2000),
    said: /"lying\.xlsx" does not hold what its own list of parts claims/,
  },
  {
    what: 'a zip file in a zip file',
    file: 'nested.xlsx',
    bytes: () => zip(book([zip({ a: new Uint8Array(30_000_000) })])),
    said: /No standards were found in "nested\.xlsx"/,
  },
  {
    what: 'a part that is there twice',
    file: 'twice.xlsx',
    bytes: twice,
    said: /"twice\.xlsx" holds its part xl\/worksheets\/s0\.xml twice/,
  },
  {
    what: '20,000 parts',
    file: 'parts.xlsx',
    bytes: () =>
      zip(
        book(
          [sheetOf(standards)],
          Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`${i}`, ''])),
        ),
      ),
    said: /"parts\.xlsx" holds more parts than any spreadsheet does/,
  },
];

const tables: readonly Bomb[] = [
  {
    what: 'a line of 50 MB',
    file: 'line.csv',
    bytes: () => strToU8(line('x'.repeat(50_000_000))),
    said: /"line\.csv" is larger than 20 MB/,
  },
  {
    what: 'a line of 4 MB',
    file: 'shorter.csv',
    bytes: () => strToU8(line('x'.repeat(4_000_000))),
    said: /has 4,000,\d+ characters of wording, and a catalogue is made of at most 1,000,000/,
  },
  {
    what: 'a million columns',
    file: 'columns.csv',
    bytes: () => strToU8(`Ref,Standard${',x'.repeat(1_000_000)}\n`),
    said: /has 1,000,002 columns in row 1, and at most 500 are read/,
  },
  {
    what: '4 million empty columns',
    file: 'commas.csv',
    bytes: () => strToU8(`${line('Heard')}${','.repeat(4_000_000)}`),
    said: /1 standard/,
    isRead: true,
  },
  {
    what: 'a quotation mark that is not closed, before 4 MB',
    file: 'quote.csv',
    bytes: () => strToU8(line(`"${'a,"b\n'.repeat(800_000)}`)),
    said: /"quote\.csv" has /,
  },
  {
    what: '6 million characters',
    file: 'text.csv',
    bytes: () => strToU8(repeat(100, () => line('x'.repeat(60_000)))),
    said: /"text\.csv" holds more than 5,000,000 characters/,
  },
  {
    what: '2 million rows',
    file: 'rows.csv',
    bytes: () => strToU8('x\n'.repeat(2_000_000)),
    said: /"rows\.csv" has more than 200,000 rows/,
  },
  {
    what: '50,000 standards of one number',
    file: 'same.csv',
    bytes: () => strToU8(`Ref,Element,Standard\n${'1.1,Home,Heard\n'.repeat(50_000)}`),
    said: /has 50,001 elements, standards, probes, sources of evidence and paragraphs, and a catalogue is made of at most 4,000/,
  },
  {
    what: 'as many standards and words as are read',
    file: 'most.csv',
    bytes: () => tableOf(3850, 'Children are heard by those who plan their care. '.repeat(5)),
    said: /129 elements, 3850 standards/,
    isRead: true,
  },
  {
    what: 'as many standards and signs of Markdown as are read',
    file: 'signs.csv',
    bytes: () => tableOf(3850, `_heard_${' by those who plan their care'.repeat(8)}`),
    said: /129 elements, 3850 standards/,
    isRead: true,
  },
  {
    what: '1,000 standards in one element, with long lines',
    file: 'element.csv',
    bytes: () =>
      strToU8(`Ref,Element,Standard\n${repeat(1000, (i) => `1.${i},Home,${'a '.repeat(490)}a\n`)}`),
    said: /1 element, 1000 standards/,
    isRead: true,
  },
  {
    what: '200 standards of 5,000 characters',
    file: 'long.csv',
    bytes: () => tableOf(200, 'a '.repeat(2490)),
    said: /7 elements, 200 standards/,
    isRead: true,
  },
  {
    what: '9,700 standards',
    file: 'many.csv',
    bytes: () => tableOf(9700, 'Children are heard.'),
    said: /has 10,024 elements, standards, probes, sources of evidence and paragraphs, and a catalogue is made of at most 4,000/,
  },
  {
    what: '2,000 standards in one element',
    file: 'element.csv',
    bytes: () => strToU8(`Ref,Element,Standard\n${repeat(2000, (i) => `1.${i},Home,Heard\n`)}`),
    said: /has 2,000 standards, probes and sources of evidence in one element, and a catalogue is made of at most 1,000/,
  },
  {
    what: 'a standard of 30,000 characters',
    file: 'one.csv',
    bytes: () => tableOf(1, 'a '.repeat(15_000)),
    said: /has 29,999 characters in one standard or other text, and a catalogue is made of at most 5,000/,
  },
  {
    what: '900,000 backslashes',
    file: 'backslashes.csv',
    bytes: () => tableOf(200, '\\'.repeat(4500)),
    said: /has 900,000 signs with a meaning in Markdown \(such as _, \*, \\ and &\), and a catalogue is made of at most 10,000/,
  },
  {
    what: '100,000 words in emphasis',
    file: 'emphasis.csv',
    bytes: () => tableOf(2000, '_a_ '.repeat(50)),
    said: /has 200,000 signs with a meaning in Markdown/,
  },
  {
    what: '80,000 entities of HTML',
    file: 'amp.csv',
    bytes: () => tableOf(100, '&amp; '.repeat(800)),
    said: /has 80,000 signs with a meaning in Markdown/,
  },
  {
    what: 'a standard in each of 5,000 themes',
    file: 'themes.csv',
    bytes: () => strToU8(`Theme,Element,Standard\n${repeat(5000, (i) => `T${i},E,Heard\n`)}`),
    said: /has 5,000 themes, and a catalogue is made of at most 1,000/,
  },
  {
    what: '100,000 rows that have no place',
    file: 'notes.csv',
    bytes: () => strToU8(`Kind,Id,Words\nStandard,1.1,Heard\n${'x,,y\n'.repeat(100_000)}`),
    said: /has 100,000 lines or rows to look at, and a catalogue is made of at most 10,000/,
  },
  {
    what: 'lists nested 5 million deep',
    file: 'deep.json',
    bytes: () => strToU8(`{"catalog":${'['.repeat(5_000_000)}`),
    said: /"deep\.json" has lists nested more than 1,000 deep/,
  },
  {
    what: '5 million empty objects',
    file: 'objects.json',
    bytes: () => strToU8(`{"catalog":{"controls":[${'{},'.repeat(5_000_000)}{}]}}`),
    said: /"objects\.json" holds more than 1,000,000 values/,
  },
];

const pages: readonly Bomb[] = [
  {
    what: 'HTML nested a million deep',
    file: 'deep.html',
    bytes: () => html('<div>'.repeat(1_000_000)),
    said: /"deep\.html" has elements nested more than 1,000 deep/,
  },
  {
    what: 'a tag with a million attributes',
    file: 'attributes.html',
    bytes: () => html(`<p ${repeat(1_000_000, (i) => `a${i} `)}>`),
    said: /"attributes\.html" has an element with more than 1,000 attributes/,
  },
  {
    what: 'a million paragraphs',
    file: 'paragraphs.html',
    bytes: () => html('<p>x'.repeat(1_000_000)),
    said: /"paragraphs\.html" has more than 100,000 headings, paragraphs and cells/,
  },
  {
    what: '19 MB in one comment',
    file: 'comment.html',
    bytes: () => html(`<!--${'x'.repeat(19_000_000)}`),
    said: /No standards were found in "comment\.html"/,
  },
  {
    what: 'entities that stand for entities, in a page',
    file: 'entities.html',
    bytes: () =>
      strToU8(
        `<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "${'&a;'.repeat(1000)}">]><html><p>${'&b;'.repeat(100_000)}</html>`,
      ),
    said: /No standards were found in "entities\.html"/,
  },
  {
    what: '28,000 headings and 100 themes with nearly the same words',
    file: 'headings.html',
    bytes: () =>
      html(
        `${repeat(100, (i) => `<h2>Care and support for children</h2><table><tr><th>Element</th><th>Standards</th><th>Probes</th></tr><tr><td>${i + 1}. A</td><td>${i + 1}.1 B</td><td>C</td></tr></table>`)}${repeat(28_000, (i) => `<h3>Care and support for children ${i}</h3>`)}`,
      ),
    said: /standard/,
    isRead: true,
  },
  {
    what: '2 million lines',
    file: 'lines.md',
    bytes: () => strToU8('a\n'.repeat(2_000_000)),
    said: /"lines\.md" has more than 100,000 headings, paragraphs and cells/,
  },
  {
    what: 'a line of 2 million bars',
    file: 'bars.md',
    bytes: () => strToU8(`${'|'.repeat(2_000_000)}x|\n`),
    said: /"bars\.md" has more than 100,000 headings, paragraphs and cells/,
  },
  {
    what: 'a heading of 4 million blanks and a line separator',
    file: 'blanks.md',
    bytes: () => strToU8(`# ${' '.repeat(4_000_000)}x\u2028y`),
    said: /No standards were found in "blanks\.md"/,
  },
  {
    what: 'a Word document with a chain of 2,400 styles',
    file: 'chain.docx',
    bytes: () => docx(chain(2400)),
    said: /"chain\.docx" cannot be imported: its name ends in none of/,
  },
];

const wordStyle = (id: string, rest: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${rest}</w:style>`;
const chain = (count: number): string =>
  wordStyle('Normal', '<w:basedOn w:val="S0"/>') +
  repeat(count, (i) => wordStyle(`S${i}`, i + 1 < count ? `<w:basedOn w:val="S${i + 1}"/>` : ''));
const docx = (styles: string): Uint8Array =>
  zip({ 'word/styles.xml': `<w:styles xmlns:w="urn:w">${styles}</w:styles>` });

/** Documents whose styles a report is asked to take over. */
export const references: readonly Bomb[] = [
  {
    what: 'a chain of 2,400 styles',
    file: 'chain.docx',
    bytes: () => docx(chain(2400)),
    said: /its style “Normal” is based on more than 32 others, one on the next/,
  },
  {
    what: 'styles that are based on each other in a ring',
    file: 'ring.docx',
    bytes: () => docx(wordStyle('A', '<w:basedOn w:val="B"/>') + wordStyle('B', '<w:basedOn w:val="A"/>')),
    said: /its style “A” is based on more than 32 others/,
  },
  {
    what: '20,000 styles',
    file: 'styles.docx',
    bytes: () => docx(repeat(20_000, (i) => wordStyle(`S${i}`, ''))),
    said: /it has 20,000 styles, and at most 4,000 are read/,
  },
  {
    what: 'a million settings of one style',
    file: 'settings.docx',
    bytes: () => docx(wordStyle('Normal', `<w:pPr ${repeat(500_000, (i) => `w:a${i}=""`)}/>`)),
    said: /hold more than 200,000 elements or 400,000 settings/,
  },
  {
    what: '700,000 elements',
    file: 'elements.docx',
    bytes: () => docx(wordStyle('Normal', '<w:b></w:b>'.repeat(700_000))),
    said: /hold more than 200,000 elements or 400,000 settings|is far too large/,
  },
  {
    what: 'elements nested 100,000 deep',
    file: 'nested.docx',
    bytes: () => docx(repeat(100_000, (i) => `<w:a${((i * 2_654_435_761) % 2 ** 32).toString(36)}>`)),
    said: /are nested more than 100 deep/,
  },
  {
    what: 'a part that unpacks a thousandfold, as styles',
    file: 'ratio.docx',
    bytes: () => zip({ 'word/styles.xml': new Uint8Array(7_000_000) }),
    said: /its part word\/styles\.xml is far too large/,
  },
];

/** Files that are given to be imported. */
export const imports: readonly Bomb[] = [...spreadsheets, ...tables, ...pages];
