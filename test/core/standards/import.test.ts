import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCatalogue } from '../../../core/src';
import { dataOf } from '../../../core/src/standards/data';
import { readOscal } from '../../../core/src/standards/oscal';
import { readPublished } from '../../../core/src/standards/published';
import { printTable, readTable } from '../../../core/src/standards/table';
import { readPage } from '../../../server/src/importing/publishedPage';
import { printCsvTable, readCsv } from '../../../server/src/importing/csvTable';
import { numberAsShown } from '../../../server/src/importing/numberFormat';
import { printSpreadsheet } from '../../../server/src/importing/printSpreadsheet';
import { readSpreadsheet } from '../../../server/src/importing/spreadsheet';
import { runs } from '../../support/awkward';
import { catalogueData } from '../../support/catalogueData';
import { countryText } from '../../support/country';
import { shippedText } from '../../support/fixture';
import { printAppendix } from '../../support/publishedAppendix';

const shipped = dataOf(readCatalogue(shippedText));

describe('standards in a table', () => {
  it('come back from CSV and XLSX without loss', () => {
    fc.assert(
      fc.property(catalogueData, (data) => {
        const rows = printTable(data);
        const mark = /^\uFEFF/;
        assert.deepEqual(readTable(readCsv(printCsvTable(rows).replace(mark, '')))?.data, data);
        const [sheet = []] = readSpreadsheet(printSpreadsheet(rows, [10]));
        assert.deepEqual(readTable(sheet)?.data, data);
      }),
      runs(200),
    );
  });

  it('come back whole, the shipped ones and those of another make', () => {
    for (const text of [shippedText, countryText]) {
      const data = dataOf(readCatalogue(text));
      const [sheet = []] = readSpreadsheet(printSpreadsheet(printTable(data), [10]));
      assert.deepEqual(readTable(sheet)?.data, data);
    }
  });

  it('give the same bytes for the same rows', () => {
    const rows = printTable(shipped);
    assert.deepEqual(printSpreadsheet(rows, [10]), printSpreadsheet(rows, [10]));
  });

  it('take a number as its cell shows it, so that 6.10 is not 6.1', () => {
    const cases = [
      ['6.1', 'General', '6.1'],
      ['6.1', '0.00', '6.10'],
      ['6.1', '0.00_ ;[Red]-0.00', '6.10'],
      ['6.1000000000000005', 'General', '6.1'],
      ['6', '@', '6'],
      ['46297', 'd-mmm', '2026-10-02'],
    ];
    for (const [value = '', format = '', shown] of cases) assert.equal(numberAsShown(value, format), shown);
  });

  it('are understood by the headings of others, one row for each standard', () => {
    const rows = [
      ['Our fostering standards'],
      ['Ref', 'Domain', 'Topic', 'Requirement', 'Questions', 'Colour'],
      ['1.1', '1. Homes', '1. Home life', 'Children feel at home', '• Do they?\n• Says who?', 'red'],
      ['1.10', '', '', 'Children have a say', '', ''],
      ['', '', '2. School', 'Children go to school', '', ''],
    ];
    const table = readTable(rows);
    assert.deepEqual(
      table?.data.themes[0]?.elements.map(({ id, title, standards, probes }) => [
        ...[id, title],
        standards.map((standard) => `${standard.id} ${standard.text}`),
        probes.map(({ text }) => text),
      ]),
      [
        [
          '1',
          'Home life',
          ['1.1 Children feel at home', '1.10 Children have a say'],
          ['Do they?', 'Says who?'],
        ],
        ['2', 'School', ['2.1 Children go to school'], []],
      ],
    );
    assert.deepEqual(table.columns.slice(3), [
      'column D “Requirement”: the wording',
      'column E “Questions”: probes',
      'column F “Colour”: not used',
    ]);
  });

  it('lose no row without a word', () => {
    const rows = [
      ['Kind', 'Id', 'Words'],
      ['Theme', '1', 'A'],
      ['Element', '1', 'B'],
      ['Standard', '1.1', 'C'],
      ['Standard', '1.1', 'D'],
      ['Remark', '', 'E'],
    ];
    assert.deepEqual(
      readTable(rows)?.notes.map(({ place, message }) => `${place}: ${message}`),
      [
        'row 6: “Remark” is none of Setting, Theme, About the theme, About the theme (point), Element, Standard, Probe, Source of evidence; the row “E” is left out.',
        'row 5: The number 1.1 stands twice; this one is 1.2.',
      ],
    );
    assert.equal(readTable([['Anything', 'else']]), undefined);
  });
});

describe('a published document', () => {
  const read = readPublished(readPage(printAppendix(shipped)));

  it('gives the standards as they were before pages cut them', () => {
    assert.deepEqual(
      read?.data.themes.map(({ elements }) => elements),
      shipped.themes.map(({ elements }) => elements),
    );
    assert.deepEqual(
      read.data.themes.map(({ id, title, about }) => ({ id, title, about })),
      shipped.themes.map(({ id, title, about }) => ({ id, title, about })),
    );
    assert.deepEqual(
      read.data.themes.map(({ aliases }) => aliases),
      shipped.themes.map(({ aliases }) => aliases),
    );
    assert.equal(read.data.settings.title, shipped.settings.title);
  });

  it('lists by line what has no place', () => {
    const said = (read?.notes ?? []).map(({ place, message }) => `${place}: ${message}`).join('\n');
    assert.match(said, /line \d+: “The standards are grouped” has no place/);
    assert.match(said, /line \d+: “A\. Author” has no place/);
    assert.match(said, /The number 7\.2 is none of element 6; the standard is 6\.2/);
    assert.match(said, /lines 1 to \d+ and from \d+ on/);
  });

  it('may be HTML, or Markdown with bars', () => {
    const html =
      '<html><h2>Homes</h2><p>About &amp; more</p><table><tr><th></th><th>Standards</th><th>Probes</th></tr><tr><td>1. Life</td><td><p>1.1 Safe</p></td><td><ul><li>Who?</li></ul></td></tr></table></html>';
    const markdown =
      '## Homes\n\nAbout & more\n\n|  | Standards | Probes |\n| --- | --- | --- |\n| **1. Life** | 1.1 Safe | Who? |\n';
    for (const text of [html, markdown]) {
      const [theme] = readPublished(readPage(text))?.data.themes ?? [];
      assert.deepEqual(theme?.about, [{ words: 'About & more', isItem: false }]);
      assert.deepEqual(theme.elements[0]?.standards, [{ id: '1.1', text: 'Safe', formerly: [] }]);
      assert.deepEqual(theme.elements[0].probes, [{ text: 'Who?', formerly: [] }]);
    }
    assert.equal(readPublished(readPage('# A\n\nNo table\n')), undefined);
  });
});

describe('an OSCAL catalogue', () => {
  it('gives groups as themes and controls as standards, which keep their labels', () => {
    const control = (id: string, label: string, title: string) => ({
      ...{ id, title, props: [{ name: 'label', value: label }] },
      parts: [
        { name: 'statement', prose: 'Do so.', parts: [{ name: 'item', prose: 'Daily.' }] },
        { name: 'assessment-objective', prose: 'Is it done?' },
        { name: 'guidance', prose: 'How to.' },
      ],
    });
    const group = { id: 'ac', title: 'Access', controls: [control('ac-1', 'AC-1', 'Policy')] };
    const read = readOscal({ catalog: { metadata: { title: 'C', version: '5' }, groups: [group] } });
    assert.deepEqual(read?.data.settings, { title: 'C', edition: '5' });
    const [element] = read.data.themes[0]?.elements ?? [];
    assert.deepEqual(element?.standards, [
      { id: '1.1', text: 'Policy: Do so. Daily.', printed: 'AC-1', formerly: [] },
    ]);
    assert.deepEqual(element.probes, [{ text: 'Is it done?', formerly: [] }]);
    assert.ok(
      read.notes.some(({ message }) => message === 'Its part “guidance” has no place in a catalogue.'),
    );
    for (const other of [null, 1, {}, { catalog: [] }]) assert.equal(readOscal(other), undefined);
  });
});
