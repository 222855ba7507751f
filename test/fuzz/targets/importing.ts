/*
 * Importing: spreadsheets, tables, web pages, data, and the styles of a Word document. A file is refused in a sentence, or
 * gives a catalogue that is the same when it is printed and read again.
 */
import assert from 'node:assert/strict';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readCatalogue, readDocxReference } from '../../../core/src';
import { dataOf } from '../../../core/src/standards/data';
import { printCatalogue } from '../../../core/src/standards/print';
import { importStandards } from '../../../server/src/importing/importing';
import * as sources from '../../../server/src/importing/sources';
import { parseXml } from '@rgrove/parse-xml';
import { separator, textsOf, type Target } from '../target';

function checkImport(name: string, bytes: Uint8Array): void {
  const imported = importStandards(sources, { name, bytes }, 'own');
  if ('refused' in imported) {
    assert.match(imported.refused, /^[^\r\n]+\.$/, 'a refusal is a sentence');
    return;
  }
  const { text, notes, columns } = imported;
  const data = dataOf(readCatalogue(text));
  assert.equal(printCatalogue(data), text, 'an imported catalogue is printed as the same');
  for (const { message } of notes) assert.ok(message.trim() !== '', 'a note has words');
  for (const column of columns) assert.ok(column.trim() !== '', 'a column has words');
  assert.ok(
    data.themes.some(({ elements }) => elements.some(({ standards }) => standards.length > 0)),
    'an imported catalogue has standards',
  );
}

/** The bytes of a zip file of parts, and the same with bytes changed where an input says so. */
function packed(names: readonly string[], input: string): Uint8Array {
  const parts = textsOf(input, names.length);
  const files: Zippable = {};
  for (const [i, name] of names.entries())
    files[name] = [strToU8(parts[i] ?? ''), { level: 0, mtime: new Date(1980, 0, 1) }];
  return zipSync(files);
}

const sheetParts = [
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
];
const cell = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const sheet = [
  `<worksheet><sheetData><row r="1">${cell('A1', 'Id')}${cell('B1', 'Theme')}${cell('C1', 'Element')}${cell('D1', 'Standard')}</row>` +
    `<row r="2"><c r="A2" s="1"><v>1.1</v></c>${cell('B2', '1. Care')}${cell('C2', '1. Homes')}<c r="D2" t="s"><v>0</v></c></row></sheetData></worksheet>`,
  '<sst><si><t>Children feel_x000D_ at home</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>',
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  '<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
].join(separator);

const xmlWords = [
  ...[
    '<row r="3">',
    '</row>',
    '<c r="B3" t="s">',
    '<c>',
    '</c>',
    '<v>',
    '</v>',
    '<t>',
    '</t>',
    '<si>',
    '</si>',
    '<rPh>',
    '_x0041_',
  ],
  ...[
    '&amp;',
    '&#x1F;',
    '&#xD800;',
    '<!DOCTYPE x [<!ENTITY e "y">]>',
    '&e;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?x ',
    ' r="ZZZ99999"',
  ],
  ...[
    ' s="99"',
    ' t="b"',
    ' numFmtId="14"',
    ' formatCode="0.0%"',
    ' xml:space="preserve"',
    '1E400',
    '-0',
    'NaN',
    '46297.5',
    ' w:val="',
    '/>',
  ],
];

function checkWord(bytes: Uint8Array): void {
  const reference = readDocxReference(bytes);
  if ('fault' in reference) {
    assert.match(reference.fault, /^[^\r\n]+[^.]$/, 'a fault is the rest of a sentence');
    return;
  }
  for (const tag of ['en-GB', 'cy-GB']) {
    const part = reference.stylesFor(tag);
    assert.ok(parseXml(part).root, 'styles are XML');
    assert.doesNotMatch(part, /<!DOCTYPE|<!ENTITY|r:id|http:\/\/(?!schemas\.)/, 'styles lead nowhere');
  }
}

const table =
  'Id,Theme,Element,Standard,Probes\n1.1,1. Care,1. Homes,"Feel, at ""home""","• Do they?\n• Who says?"\n1.10,,,Have a say,\n';
const page = `<!doctype html><h1>Theme 1: Care</h1><h2>Element 1: Homes</h2><p>About <b>it</b></p><table><tr><th>Standards</th><th>Probes</th><th>Sources of evidence</th></tr>
<tr><td><p>1.1 Feel at home</p><p>1.2 Say</p></td><td><ul><li>Do they?</li></ul></td><td>Visits</td></tr></table><script>x</script>`;
const barred = `# Theme 1: Care\n\n## Element 1: Homes\n\n| Standards | Probes | Sources of evidence |\n| --- | --- | --- |\n| 1.1 Feel at home | Do they? | Visits |\n`;
const oscal = JSON.stringify({
  catalog: {
    metadata: { title: 'T', version: '1' },
    groups: [
      {
        id: 'a',
        title: 'A',
        controls: [{ id: 'a-1', title: 'B', parts: [{ name: 'statement', prose: 'C' }] }],
      },
    ],
  },
});
const rows = (length: number): string =>
  table + '1.2,,,Plain words of a standard,\n'.repeat(Math.ceil(length / 31));
const items = (length: number): string =>
  page + '<p>Plain words of a page</p>\n'.repeat(Math.ceil(length / 29));

export const importers: readonly Target[] = [
  {
    name: 'import of a table',
    executions: 150,
    seeds: [table, table.replaceAll(',', '\t'), table.replaceAll(',', ';')],
    words: [
      '"',
      '""',
      ',',
      ';',
      '\t',
      "'=",
      'Id',
      'Ref',
      'Theme',
      'Element',
      'Standard',
      'Probes',
      'Requirement',
      'Sources',
      'Printed',
      '1.1',
      '• ',
    ],
    plain: rows,
    check: (input) => checkImport('a.csv', strToU8(input)),
  },
  {
    name: 'import of a page',
    executions: 300,
    seeds: [page],
    words: [
      '<td>',
      '</td>',
      '<tr>',
      '</tr>',
      '<table>',
      '</table>',
      '<p>',
      '<li>',
      '<br>',
      '<h2>',
      'Theme 2: ',
      'Element 2: ',
      '1.3 ',
      '&nbsp;',
      '<style>',
      '</script>',
    ],
    plain: items,
    check: (input) => checkImport('a.html', strToU8(input)),
  },
  {
    name: 'import of Markdown',
    executions: 150,
    seeds: [barred, barred.replaceAll(' | ', '\t')],
    words: [
      '|',
      '\\|',
      '**',
      '__',
      '- ',
      '• ',
      '# Theme 2: ',
      '## Element 2: ',
      '1.3 ',
      '<br>',
      '<p>',
      '</p>',
      '\t',
      '| --- |',
    ],
    plain: (length) => barred + '| 1.2 Plain words | Plain | Words |\n'.repeat(Math.ceil(length / 36)),
    check: (input) => checkImport('a.md', strToU8(input)),
  },
  {
    name: 'import of data',
    executions: 300,
    seeds: [oscal],
    words: [
      '"groups":[',
      '"controls":[',
      '"parts":[',
      '"props":[',
      '"title":',
      '"id":',
      '"prose":',
      '"__proto__":{',
      '{',
      '}',
      ']',
      ',',
      'null',
      '1e999',
      '"\\ud800"',
    ],
    plain: (length) =>
      JSON.stringify({ catalog: { metadata: { title: 'w '.repeat(length / 2) }, groups: [] } }),
    check: (input) => checkImport('a.json', strToU8(input)),
  },
  {
    name: 'import of a spreadsheet',
    executions: 300,
    seeds: [sheet],
    words: xmlWords,
    plain: (length) =>
      sheet.replace(
        '</sheetData>',
        `${'<row><c><v>1</v></c></row>'.repeat(Math.ceil(length / 27))}</sheetData>`,
      ),
    check: (input) => checkImport('a.xlsx', packed(sheetParts, input)),
  },
  {
    name: 'import of bytes',
    executions: 120,
    seeds: [Buffer.from(packed(sheetParts, sheet)).toString('latin1')],
    words: [
      'PK\u0003\u0004',
      'PK\u0001\u0002',
      'PK\u0005\u0006',
      '\u0000',
      '\u00FF\u00FF\u00FF\u00FF',
      '\u00FF\u00FE',
      '\u00FE\u00FF',
      '\u0008\u0000',
    ],
    plain: (length) => Buffer.from(packed(sheetParts, sheet + ' '.repeat(length))).toString('latin1'),
    check: (input) => {
      const bytes = Uint8Array.from(Buffer.from(input, 'latin1'));
      for (const ending of ['xlsx', 'csv', 'md']) checkImport(`a.${ending}`, bytes);
      checkWord(bytes);
    },
  },
  {
    name: 'styles of Word',
    executions: 500,
    seeds: [
      '<w:styles xmlns:w="x"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>' +
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/></w:pPr><w:rPr><w:color w:val="FF0000" w:themeColor="accent1"/></w:rPr></w:style></w:styles>' +
        `${separator}<a:theme xmlns:a="y"><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="00FF00"/></a:accent1></a:clrScheme><a:fontScheme><a:majorFont><a:latin typeface="Arial"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>`,
    ],
    words: [
      ...xmlWords,
      '<w:style w:type="table" w:styleId="',
      '<w:rPr>',
      '<w:pPr>',
      '<w:link w:val="x"/>',
      '<w:numPr>',
      '<w:lang w:val="en"/>',
      ' w:styleId="',
      'Normal',
      'Heading2',
    ],
    plain: (length) =>
      `<w:styles xmlns:w="x">${'<w:style w:type="paragraph" w:styleId="a"/>'.repeat(Math.ceil(length / 43))}</w:styles>`,
    check: (input) => checkWord(packed(['word/styles.xml', 'word/theme/theme1.xml'], input)),
  },
];
