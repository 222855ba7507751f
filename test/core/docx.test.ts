/*
 * A report as a Word document: read back by somebody else's reader as the same headings, tables and words, well formed
 * whatever a reviewer wrote, the same bytes each time, and in a council's own styles.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import * as mammoth from 'mammoth';
import type * as library from 'docx';
import type * as charts from 'docx/charts';
import { contentsOf, findingsOf, type Report } from '../../core/src';
import { printDocx } from '../../core/src/report/docx/docx';
import { readDocxReference, type DocxReference } from '../../core/src/report/docx/reference';
import type * as known from '../../core/src/report/docx/library';
import { numberedTitle } from '../../core/src/report/report';
import { officeFileCaps } from '../../core/src/report/officeFile';
import { officeLink, xmlText } from '../../core/src/report/xmlText';
import { runs } from '../support/awkward';
import { exampleWorkspace } from '../support/example';
import { readFixture } from '../support/fixture';
import { hostile } from '../support/hostile';
import { checkHarmless, elementsOf, partsOf, rootsOf, textOf } from '../support/office';
import { reportOfReview } from '../support/report';

function exampleReport(): Report {
  const [set] = exampleWorkspace().snapshot().reviews();
  assert.ok(set);
  return reportOfReview(set);
}

let printed: Promise<Uint8Array> | undefined;

/** The example in Word, which several tests look at. */
function exampleDocx(): Promise<Uint8Array> {
  printed ??= printDocx(exampleReport());
  return printed;
}

function reportOf(drawn: string): Report {
  const [set] = readFixture(drawn).snapshot().reviews();
  assert.ok(set);
  return reportOfReview(set);
}

const written = reportOf(`
//- cover.review.md
---
title: Peer review
subject: Aberwen
date: 2026-10-02
documents: [cover.review.md, theme-3.review.md]
team: [{ initials: GP, name: Gwen Prosser, role: Lead }]
---
# Introduction
We *read* **everything**, ~~twice~~[^a], as [the guide](https://example.org/a_(b)?c=d&e#f) says.

3. Third
4. Fourth
   - deeper

| Day | Whom |
| --- | ---: |
| One | 12 |

> Well said.

~~~
a  b
  c
~~~

![A map](map.png)

[^a]: Really [twice](https://example.org).
## Contact details
Write to us.
//- theme-3.review.md
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1]
- We could reach a view on [std 6.2] at last
## Areas for development
- Plans are late [std 6.1] [std 99.9]
## Suggestions
- Hold workshops
## Actions
- Write it down @lead(The head) @due(2026-11-15)
`);

describe('a report in Word', () => {
  it('is read back as the same headings, tables and words', async () => {
    const report = exampleReport();
    const { value: html, messages } = await mammoth.convertToHtml({
      buffer: Buffer.from(await exampleDocx()),
    });
    assert.deepEqual(
      messages.filter(({ type }) => type === 'error'),
      [],
    );
    const plain = (text: string): string =>
      text
        .replace(/<sup>.*?<\/sup>/g, '')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replace(/\s+/g, ' ')
        .trim();
    const chapters = [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, words = '']) => plain(words));
    const expected = contentsOf(report).map(numberedTitle);
    assert.deepEqual(
      chapters.filter((title) => expected.includes(title)),
      expected,
    );
    for (const { words } of findingsOf(report))
      if (words !== '') assert.ok(plain(html).includes(words.slice(0, 40)), words);
    const heads = [...html.matchAll(/<thead><tr>(.*?)<\/tr><\/thead>/g)].map(([, row = '']) => plain(row));
    const others = 2 + (report.surveys?.surveys.length ?? 0);
    assert.equal(heads.length, report.standards.catalogues.flatMap(({ themes }) => themes).length + others);
    const standards = report.standards.catalogues
      .flatMap(({ themes }) => themes)
      .flatMap(({ elements }) => elements);
    for (const { words } of standards.flatMap((each) => each.standards))
      assert.ok(plain(html).includes(words), words);
    for (const { id } of report.evidence?.entries ?? []) assert.ok(html.includes(id));
  });

  it('has every kind of block as what it is', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await printDocx(written)) });
    const html = value.replace(/<a id="[^"]*"><\/a>/g, '');
    for (const piece of [
      '<em>read</em> <strong>everything</strong>, <s>twice</s>',
      '<a href="https://example.org/a_(b)?c=d&amp;e#f">the guide</a>',
      '<ol><li>Third</li><li>Fourth<ul><li>deeper</li></ul></li></ol>',
      '<p>Well said.</p>',
      'a  b<br />  c',
      '[Image: A map]',
      '<h2>Strengths</h2><ul><li>Visits are on time<sup>',
      'a view on standard 6.2<sup>',
      'Really <a href="https://example.org">twice</a>.',
      'Standard 6.1: ',
      'Standard 99.9: unknown',
      'Lead: The head. By: 15 November 2026',
    ])
      assert.ok(html.includes(piece), `${piece} is not in ${html}`);
  });

  it('tells programs and readers by ear what is what', async () => {
    const report = exampleReport();
    const bytes = await exampleDocx();
    const roots = rootsOf(bytes);
    const document = roots['word/document.xml'];
    const styles = new Map(
      elementsOf(roots['word/styles.xml'], 'w:style').map((each) => [each.attributes['w:styleId'], each]),
    );
    // Every style that is used is there; headings have their levels, in the style and on the paragraph.
    for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/header1.xml', 'word/footer1.xml'])
        for (const { attributes } of elementsOf(roots[part], name))
          assert.ok(styles.has(attributes['w:val']), `${part} ${attributes['w:val']}`);
    for (const level of [1, 2, 3, 4, 5, 6]) {
      const [outline] = elementsOf(styles.get(`Heading${level}`), 'w:outlineLvl');
      assert.equal(outline?.attributes['w:val'], String(level - 1));
    }
    let last = 0;
    for (const paragraph of elementsOf(document, 'w:p')) {
      const [, level] =
        /^Heading(\d)$/.exec(elementsOf(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '') ?? [];
      if (level === undefined) continue;
      assert.ok(Number(level) <= last + 1, `heading ${level} after ${last}`);
      last = Number(level);
    }
    // Each table has a caption, a title, a description and a first row that repeats, and no merged cells.
    const tables = elementsOf(document, 'w:tbl');
    assert.ok(tables.length > 5);
    for (const table of tables) {
      assert.ok(elementsOf(table, 'w:tblCaption')[0]?.attributes['w:val']);
      assert.ok(elementsOf(table, 'w:tblDescription')[0]?.attributes['w:val']);
      const [first, ...rest] = elementsOf(table, 'w:tr');
      assert.equal(elementsOf(first, 'w:tblHeader').length, 1);
      for (const row of rest) assert.equal(elementsOf(row, 'w:tblHeader').length, 0);
      assert.equal(elementsOf(table, 'w:gridSpan').length + elementsOf(table, 'w:vMerge').length, 0);
    }
    const captions = elementsOf(document, 'w:p').filter((paragraph) =>
      elementsOf(paragraph, 'w:pStyle').some((each) => each.attributes['w:val'] === 'Caption'),
    );
    assert.deepEqual(
      captions.map((each) => /^Table (\d+): /.exec(textOf(each))?.[1]),
      tables.map((_, i) => String(i + 1)),
    );
    // Nothing asks anything at opening, and the contents are there with their pages.
    const whole = Object.values(partsOf(bytes)).join('');
    assert.equal(/updateFields|w:dirty/.test(whole), false);
    const entries = elementsOf(document, 'w:p')
      .filter((each) => elementsOf(each, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'TOC1'))
      .map((each) => textOf(each));
    assert.deepEqual(
      entries.map((entry) => entry.replace(/\d+$/, '')),
      contentsOf(report).map(numberedTitle),
    );
    for (const entry of entries) assert.match(entry, /\d+$/);
    // Each finding, suggestion and action is a target.
    const names = elementsOf(document, 'w:bookmarkStart').map((each) => each.attributes['w:name'] ?? '');
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[A-Za-z_]\w{0,39}$/);
    for (const { id } of findingsOf(report)) assert.ok(names.includes(id.replaceAll('-', '_')), id);
    // Page numbers, language, properties.
    assert.match(partsOf(bytes)['word/footer1.xml'] ?? '', /PAGE/);
    assert.ok(
      elementsOf(roots['word/styles.xml'], 'w:lang').every((each) => each.attributes['w:val'] === 'en-GB'),
    );
    const core = partsOf(bytes)['docProps/core.xml'] ?? '';
    for (const piece of [
      `<dc:title>${report.title.replaceAll("'", '&apos;')}</dc:title>`,
      '<dc:creator>Gwen Prosser; Martin Hale; Sunita Rao</dc:creator>',
      '>2026-10-01T00:00:00Z</dcterms:created>',
      '<dc:language>en-GB</dc:language>',
    ])
      assert.ok(core.includes(piece), core);
  });

  it('leaves the page numbers of the contents to Word where a paragraph goes on for pages', async () => {
    const entriesOf = async (words: string): Promise<string[]> => {
      const report = reportOf(
        `//- cover.review.md\n---\ntitle: A\nstandards: ssia\n---\n//- a.review.md\n# Theme 1\n\n${words}\n`,
      );
      const { 'word/document.xml': document } = rootsOf(await printDocx(report));
      return elementsOf(document, 'w:p')
        .filter((each) =>
          elementsOf(each, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'TOC1'),
        )
        .map((each) => textOf(each));
    };
    const withPages = await entriesOf('Words. '.repeat(1000));
    assert.ok(withPages.length > 1);
    for (const entry of withPages) assert.match(entry, /\d$/);
    const without = await entriesOf('Words. '.repeat(2000));
    assert.ok(withPages.every((entry, i) => entry.startsWith(without[i] ?? entry + '.')));
    assert.ok(without.some((entry) => /\D$/.test(entry)));
  });

  it('is Welsh where the report is', async () => {
    const bytes = await printDocx({ ...written, language: 'cy' });
    const roots = rootsOf(bytes);
    const languages = elementsOf(roots['word/styles.xml'], 'w:lang').map((each) => each.attributes['w:val']);
    assert.deepEqual(new Set(languages), new Set(['cy-GB']));
    const words = textOf(roots['word/document.xml']);
    for (const each of ['Cynnwys', 'Cryfderau', 'Tabl 1', 'Drafft', '2 Hydref 2026'])
      assert.ok(words.includes(each), each);
    assert.match(textOf(roots['word/footer1.xml']), /Tudalen/);
  });

  it('is the same bytes every time, in any time zone', async () => {
    const report = exampleReport();
    const first = Buffer.from(await exampleDocx());
    const zone = process.env.TZ;
    await printDocx(written);
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      assert.equal(first.compare(await printDocx(report)), 0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('stays a document whatever a reviewer wrote', async () => {
    const lines = hostile.map((words) => `- ${words}`).join('\n');
    const report = reportOf(`
//- cover.review.md
---
title: "<w:p/> ]]> & \\u000C \\uFFFF"
subject: "</dc:subject><x>"
team: [{ initials: X, name: "\\u0000<b>" }]
documents: [cover.review.md, theme-3.review.md]
---
# Introduction
${hostile.join('\n\n')}
//- theme-3.review.md
# Delivery [theme 3]
## Strengths
${lines}
## Areas for development
- A \u000C\uFFFE\uD800 form feed ]]> <w:p> [std 6.1]
`);
    const bytes = await printDocx(report);
    checkHarmless(bytes);
    const words = textOf(rootsOf(bytes)['word/document.xml']);
    for (const each of ['<script>alert(1)</script>', ']]>', '<w:p>']) assert.ok(words.includes(each), each);
  });
});

describe('words in XML', () => {
  it('hold no character that XML forbids, and every other', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      const allowed =
        unit === 9 ||
        unit === 10 ||
        unit === 13 ||
        (unit >= 0x20 && unit <= 0xd7ff) ||
        (unit >= 0xe000 && unit <= 0xfffd);
      assert.equal(xmlText(text), allowed ? text : 'ab');
    }
    assert.equal(xmlText('👩‍👧'), '👩‍👧');
  });

  it('lead to plain addresses only', () => {
    const refused = [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'file:///etc/passwd',
      'data:x',
      '//host',
      'x',
      'https://',
      'mailto:',
      'mailto:x',
      'command:x',
      'java\tscript:x',
      'vbscript:x',
      '\u0001javascript:x',
    ];
    assert.deepEqual(
      refused.map(officeLink),
      refused.map(() => undefined),
    );
    assert.equal(
      officeLink('https://example.org/a b"<>?q=%zz%20#x#y'),
      'https://example.org/a%20b%22%3C%3E?q=%25zz%20#x%23y',
    );
    assert.equal(officeLink('https://cymru.example/â'), 'https://cymru.example/%C3%A2');
    assert.equal(officeLink('mailto:a.b@example.org'), 'mailto:a.b@example.org');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const link = officeLink(`https://x${text}`);
        assert.match(link ?? 'https://x', /^https:\/\/[\w\-.~:/?#@!$&'()*+,;=%]+$/);
      }),
      runs(500),
    );
  });
});

describe('a council’s own styles', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const file = (parts: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const styled = (styles: string): Uint8Array =>
    file({ 'word/styles.xml': `<w:styles ${w}>${styles}</w:styles>` });
  const read = (bytes: Uint8Array): DocxReference => {
    const found = readDocxReference(bytes);
    assert.ok(!('fault' in found), 'fault' in found ? found.fault : '');
    return found;
  };
  const faultOf = (bytes: Uint8Array): string => {
    const found = readDocxReference(bytes);
    assert.ok('fault' in found);
    return found.fault;
  };

  it('take the place of the report’s, by id or by Word’s own name', async () => {
    const reference = read(
      styled(
        `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
          <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:color w:val="00FF11"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:color w:val="00FF22"/><x:evil/></w:rPr></w:style>`,
      ),
    );
    const bytes = await printDocx(written, { reference });
    checkHarmless(bytes);
    const part = rootsOf(bytes)['word/styles.xml'];
    const style = (id: string) =>
      elementsOf(part, 'w:style').filter((each) => each.attributes['w:styleId'] === id);
    assert.equal(style('Heading1').length, 1);
    assert.equal(elementsOf(style('Heading1')[0], 'w:color')[0]?.attributes['w:val'], '00FF11');
    assert.equal(elementsOf(style('Heading1')[0], 'w:basedOn')[0]?.attributes['w:val'], 'Normal');
    assert.equal(elementsOf(style('Heading1')[0], 'w:numPr').length, 0);
    assert.equal(elementsOf(style('Title')[0], 'w:color')[0]?.attributes['w:val'], '00FF22');
    assert.deepEqual(
      new Set(elementsOf(part, 'w:lang').map((each) => each.attributes['w:val'])),
      new Set(['en-GB']),
    );
    assert.equal((partsOf(bytes)['word/styles.xml'] ?? '').includes('evil'), false);
    assert.equal(reference.missing.includes('heading 1'), false);
    assert.ok(reference.missing.includes('heading 2'));
    assert.ok(reference.missing.includes('footnote text'));
    // A style that is missing is still there, as the report's own.
    assert.equal(style('Heading2').length, 1);
  });

  it('are complete when a report is its own reference', async () => {
    const reference = read(await exampleDocx());
    assert.deepEqual(reference.missing, []);
    checkHarmless(await printDocx(written, { reference }));
  });

  it('bring the fonts and colours of their theme', () => {
    const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
    const theme = `<a:theme ${a}><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="aa0011"/></a:accent1></a:clrScheme>
      <a:fontScheme><a:majorFont><a:latin typeface="Verdana"/></a:majorFont><a:minorFont><a:latin typeface="&quot;/>"/></a:minorFont></a:fontScheme>
      </a:themeElements></a:theme>`;
    const { theme: found } = read(
      file({ 'word/styles.xml': `<w:styles ${w}/>`, 'word/theme/theme1.xml': theme }),
    );
    assert.deepEqual(found, { headings: 'Verdana', colors: { accent1: 'AA0011' } });
  });

  it('are refused from a file that is none, is too large, or means harm', () => {
    assert.match(faultOf(strToU8('no zip')), /not a Word document/);
    assert.match(faultOf(new Uint8Array(officeFileCaps.bytes + 1)), /larger than/);
    assert.match(faultOf(file({ 'x.txt': '' })), /has no styles/);
    assert.match(faultOf(file({ '../word/styles.xml': '<w:styles/>' })), /has no styles/);
    assert.match(faultOf(styled('<w:style')), /cannot be read/);
    assert.match(
      faultOf(file({ 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:styles>&a;</w:styles>' })),
      /cannot be read/,
    );
    assert.match(faultOf(styled(' '.repeat(officeFileCaps.partBytes))), /far too large/);
    assert.match(faultOf(styled(' '.repeat(1_000_000))), /far too large/);
    const many = Object.fromEntries(
      Array.from({ length: officeFileCaps.entries + 1 }, (_, i) => [`${i}`, '']),
    );
    assert.match(faultOf(file(many)), /more parts/);
    assert.match(
      faultOf(styled('<w:style>'.repeat(20000) + '</w:style>'.repeat(20000))),
      /cannot be read|far too large/,
    );
  });

  it('may be any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => void readDocxReference(bytes)),
      runs(200),
    );
  });
});

type First<C extends new (...args: never[]) => unknown> = ConstructorParameters<C>[0];

/** Compiles only while what the core gives the library is what the library takes. */
export const declarations: readonly ((given: never) => unknown)[] = [
  (given: Omit<First<typeof known.Document>, 'sections' | 'pageNumbers'>) =>
    given satisfies Omit<First<typeof library.Document>, 'sections'>,
  (given: Omit<known.RunOptions, 'children'>) => given satisfies First<typeof library.TextRun>,
  (given: Omit<known.ParagraphOptions, 'children'>) => given satisfies First<typeof library.Paragraph>,
  (given: Omit<First<typeof known.Table>, 'rows'>) =>
    given satisfies Omit<First<typeof library.Table>, 'rows'>,
  (given: Omit<First<typeof known.TableRow>, 'children'>) =>
    given satisfies Omit<First<typeof library.TableRow>, 'children'>,
  (given: Omit<First<typeof known.TableCell>, 'children'>) =>
    given satisfies Omit<First<typeof library.TableCell>, 'children'>,
  (given: First<typeof known.ChartRun>) => given satisfies First<typeof charts.ChartRun>,
  (given: ConstructorParameters<typeof known.TableOfContents>) =>
    given satisfies ConstructorParameters<typeof library.TableOfContents>,
  (given: First<typeof known.BuilderElement>) => given satisfies First<typeof library.BuilderElement>,
  (given: First<typeof known.SequentialIdentifier>) =>
    given satisfies First<typeof library.SequentialIdentifier>,
  (given: Omit<First<typeof known.Bookmark>, 'children'>) =>
    given satisfies Omit<First<typeof library.Bookmark>, 'children'>,
  (given: Omit<First<typeof known.ExternalHyperlink>, 'children'>) =>
    given satisfies Omit<First<typeof library.ExternalHyperlink>, 'children'>,
];
