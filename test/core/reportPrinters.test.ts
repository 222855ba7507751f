/*
 * What a report is written as: pages, Markdown, tables and data. Goldens of the example, and what must hold of any
 * review: nothing a reviewer writes becomes markup, a formula, or a citation again.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import {
  changeOf,
  citationStyles,
  htmlOf,
  printReportCsv,
  printReportHtml,
  printReportJson,
  printReportMarkdown,
  readDocument,
  ReportPage,
  reportTables,
  Workspace,
  type Report,
} from '../../core/src';
import { wordsOf } from '../../core/src/syntax/markdown';
import { reportStyleHash } from '../../core/src/report/html/file';
import { reportStyle } from '../../core/src/report/html/style';
import { awkwardText, runs } from '../support/awkward';
import { exampleWorkspace } from '../support/example';
import { firstSet, root, shippedFile } from '../support/fixture';
import { checkGolden } from '../support/golden';
import { checkPlain, hostile } from '../support/hostile';
import { readCommonMark } from '../support/plainMarkdown';
import { readWorkspace } from '../support/workspace';
import { reportOfReview } from '../support/report';

function reportOf(drawn: string): Report {
  return reportOfReview(firstSet(drawn));
}

function example(): Report {
  const [set] = exampleWorkspace().snapshot().reviews();
  assert.ok(set);
  return reportOfReview(set);
}

const letters = (words: string): string => (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('');

describe('a report as a page', () => {
  it('is the golden for the example, in each way of showing citations', () => {
    checkGolden('report/aberwen.html', printReportHtml(example()));
    const hidden = printReportHtml(example(), 'hidden');
    assert.doesNotMatch(hidden, /<sup/);
    assert.match(hidden, /reach a view on standard 2\.3\./);
    const superscripts = printReportHtml(example(), 'superscripts');
    assert.match(
      superscripts,
      /<sup class="ids"><a href="#standard-1-1">1\.1<\/a>, <a href="#standard-1-4">1\.4<\/a>/,
    );
    assert.doesNotMatch(superscripts, /doc-noteref/);
  });

  it('allows its own style sheet and nothing else', () => {
    const hash = createHash('sha256').update(reportStyle).digest('base64');
    assert.equal(
      reportStyleHash,
      `sha256-${hash}`,
      'after a change of the style sheet, put this into report/html/file.ts',
    );
    const html = printReportHtml(example());
    assert.match(
      html,
      /http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;sha256-/,
    );
    assert.doesNotMatch(html, /<script|<link|<img|<iframe| style=| on[a-z]+=|src=/);
  });

  it('has one heading of the first level, none that is skipped, and ids that are unique and led to', () => {
    for (const report of [example(), reportOfReview(readWorkspace('morfa-bay'))]) {
      const html = printReportHtml(report);
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      assert.equal(levels.filter((level) => level === 1).length, 1);
      levels.reduce((before, level) => {
        assert.ok(level <= before + 1, `h${level} follows h${before}`);
        return level;
      });
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const [, href = ''] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(href), href);
      assert.equal(html.match(/<table/g)?.length, html.match(/<caption/g)?.length);
      assert.ok(
        [...html.matchAll(/<th(?= |>)([^>]*)/g)].every(([, attributes]) => attributes?.includes('scope=')),
      );
    }
  });

  it('speaks Welsh where the review does', () => {
    const html = printReportHtml(
      reportOf(`
//- cover.review.md
---
language: cy
date: 2026-10-02
---
# Cyflwyniad
Daethom.
//- un.review.md
# Canlyniadau [theme 1]
## Cryfderau
- Gwrandawyd [std 1.1]
## Camau gweithredu
- Ysgrifennu @lead(Y pennaeth) @due(2026-11-15)
`),
    );
    for (const words of [
      '<html lang="cy-GB">',
      'Cynnwys</h2>',
      '2 Hydref 2026',
      'Cryfderau</h3>',
      'Atodiad 1: ',
      'Safon 1.1: ',
      'Arweinydd: </strong>Y pennaeth',
      '15 Tachwedd 2026',
      'Neidio i’r adroddiad',
    ])
      assert.ok(html.includes(words), words);
    const body = html.slice(html.indexOf('<body'));
    assert.doesNotMatch(body, /Strengths|Contents|Appendix|Draft<|November/);
  });

  it('makes nothing but plain markup of hostile words, wherever they stand', () => {
    for (const words of hostile) {
      const set = firstSet(
        `//- cover.review.md\n---\ntitle: ${JSON.stringify(words)}\nsubject: ${JSON.stringify(words)}\n---\n` +
          `# ${words}\n${words}\n## Strengths\n- ${words}\n- A ${words} [std 1.1] [std ${words}]\n\n## Actions\n- B @lead(${words.replace(/[()]/g, '')})\n` +
          `## Evidence\n| Id | Kind | Description | ${words.split('\n')[0]} |\n| - | - | - | - |\n| D1 | x | ${words.split('\n')[0]} | y |\n`,
      );
      const html = printReportHtml(reportOfReview(set));
      checkReportMarkup(html.slice(html.indexOf('<body')));
      checkReportMarkup(htmlOf(new ReportPage().print(set, () => 0)));
    }
  });
});

/** Checks a report's markup; its own sections and anchors are known besides what a reviewer's words may make. */
function checkReportMarkup(html: string): void {
  checkPlain(html, {
    tags: ['body', 'html', 'nav', 'main'],
    attributes: [
      'id',
      'role',
      'tabindex',
      'colspan',
      'aria-label',
      'aria-labelledby',
      'aria-pressed',
      'data-document',
      'data-documents',
      'data-line',
      'data-ask',
      'data-citations',
      'data-language',
      'lang',
      'value',
    ],
  });
}

describe('a report as Markdown', () => {
  it('is the golden for the example', () => {
    checkGolden('report/aberwen.md', printReportMarkdown(example()));
  });

  it('says the same words to a plain reader, and holds no citation', () => {
    const report = reportOfReview(readWorkspace('morfa-bay'));
    const markdown = printReportMarkdown(report);
    const { citations, escaped } = readDocument(markdown);
    assert.deepEqual([citations, escaped], [[], []]);
    const plain = letters(wordsOf(readCommonMark(markdown)));
    for (const { words } of report.chapters.flatMap(({ strengths, development }) =>
      [...strengths, ...development].flatMap(({ findings }) => findings),
    )) {
      assert.ok(plain.includes(letters(words)), words);
    }
  });

  it('keeps what would be a sign as a word, and footnotes as notes', () => {
    const markdown = printReportMarkdown(
      reportOf('# Notes\nA \\*b\\* \\[std 1.1] and [^1] `[std 2.1]` 1\\. c <b>d</b>\n\n[^1]: Word\n'),
    );
    const words = wordsOf(readCommonMark(markdown));
    assert.match(words, /A \*b\* \[std 1\.1\] and \(Note 1\) \[std 2\.1\] 1\. c d/);
    assert.match(markdown, /### Notes\n\n1\. Word\n/);
  });

  it('says the words of any finding to a plain reader', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const workspace = new Workspace([shippedFile]);
        workspace.setFile(`${root}/cover.review.md`, text);
        const [set] = workspace.snapshot().reviews();
        assert.ok(set);
        const report = reportOfReview(set);
        const plain = letters(wordsOf(readCommonMark(printReportMarkdown(report))));
        for (const { strengths, development } of report.chapters) {
          for (const { findings } of [...strengths, ...development])
            for (const { blocks } of findings) {
              const [first] = blocks;
              if (first?.type !== 'paragraph') continue;
              const own = first.children.flatMap((each) =>
                each.type === 'text' ? [letters(each.value)] : [],
              );
              for (const words of own) assert.ok(plain.includes(words), `${words} in ${plain}`);
            }
        }
      }),
      runs(200),
    );
  });
});

describe('a report as tables', () => {
  it('is the golden for a review of a real size', () => {
    const report = reportOfReview(readWorkspace('morfa-bay'));
    for (const table of reportTables) {
      const csv = printReportCsv(report, table);
      assert.doesNotMatch(csv.replace(/"[^"]*"/g, ''), /(?<!\r)\n/, 'lines end as RFC 4180 has it');
      checkGolden(`report/morfa-bay-${table}.csv`, csv.replaceAll('\r\n', '\n'));
    }
  });

  it('opens with accents right and no formula', () => {
    const csv = printReportCsv(
      reportOf('# Theme 1\n## Strengths\n- =HYPERLINK("x") tŷ [std 1.1]\n'),
      'findings',
    );
    assert.ok(csv.startsWith('\uFEFF'));
    assert.match(csv, /,"'=HYPERLINK\(""x""\) tŷ",1\.1,/);
  });
});

describe('a report as data', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/report.schema.json'), 'utf8')) as object;

  it('is the golden for the example', () => {
    checkGolden('report/aberwen.json', printReportJson(example()));
  });

  it('has the published shape, whatever the review is', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    const check = (report: Report): void => {
      assert.ok(validate(JSON.parse(printReportJson(report))), JSON.stringify(validate.errors));
    };
    check(example());
    check(reportOfReview(readWorkspace('morfa-bay')));
    check(reportOf('//- cover.review.md\n'));
    fc.assert(
      fc.property(awkwardText, (text) =>
        check(reportOf(`//- cover.review.md\n${text.replace(/^\/\/-/gm, '')}`)),
      ),
      runs(50),
    );
    assert.equal(validate({ schemaVersion: 2 }), false);
  });
});

describe('the page of a report', () => {
  it('is what is printed at once, after any edits, and changes little at a keystroke', () => {
    const uris = ['cover', 'one', 'two'].map((name) => `${root}/${name}.review.md`);
    const [coverUri = ''] = uris;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...uris), awkwardText), { minLength: 2, maxLength: 6 }),
        (steps) => {
          const workspace = new Workspace([shippedFile]);
          workspace.setFile(coverUri, '');
          const page = new ReportPage();
          for (const [uri, text] of steps) {
            workspace.setFile(uri, text);
            const set = workspace.snapshot().reviewOf(coverUri);
            assert.ok(set);
            const lineOf = (of: string, offset: number): number =>
              (set.documents
                .find((each) => each.uri === of)
                ?.text.slice(0, offset)
                .split(/\r\n|\n|\r/).length ?? 1) - 1;
            assert.equal(htmlOf(page.print(set, lineOf)), htmlOf(new ReportPage().print(set, lineOf)));
          }
        },
      ),
      runs(60),
    );
  });

  it('prints again only the part that was edited', () => {
    const workspace = exampleWorkspace();
    const page = new ReportPage();
    const print = (): ReturnType<ReportPage['print']> => {
      const [set] = workspace.snapshot().reviews();
      assert.ok(set);
      return page.print(set, () => 0);
    };
    const before = print();
    const uri = `${root}/theme-3-delivery.review.md`;
    const text = workspace.snapshot().documents.get(uri)?.text ?? '';
    workspace.setFile(uri, text.replace('Morale is good', 'Morale is very good'));
    const after = print();
    const changed = after.filter((block, i) => block !== before[i]).map(({ key }) => key);
    // The same document has suggestions and a survey, which are looked at too.
    assert.deepEqual(changed, ['chapter-4', 'suggestions', 'appendix-surveys']);
    assert.deepEqual(
      changeOf(before, after).blocks.map(({ key }) => key),
      ['chapter-4'],
    );
  });

  it('marks what is not ready', () => {
    const set = firstSet(
      '# Theme 1: Outcomes [theme 1]\n## Strengths\n- TBC [std 1.1]\n## Actions\n- Do it\n',
    );
    const html = htmlOf(new ReportPage().print(set, () => 0));
    assert.match(html, /class="not-ready">TBC[^]*?<span class="todo"> No words yet <\/span>/);
    assert.match(html, /no lead yet[^]*no date yet/);
    assert.match(html, /<div class="not-ready gaps" role="note" aria-label="Not addressed yet">/);
  });

  it('has citations in every way, and keeps the numbers of footnotes where those of citations are hidden', () => {
    const set = firstSet(
      '# Theme 1: Outcomes [theme 1]\n## Strengths\n- Heard [std 1.1] and seen[^1]\n\n[^1]: On two days.\n',
    );
    const html = htmlOf(new ReportPage().print(set, () => 0));
    for (const style of citationStyles)
      assert.match(html, new RegExp(`<button [^>]*data-citations="${style}"`));
    assert.match(html, /<sup class="note-ref cited">[^]*?<sup class="ids"><a href="#standard-1-1">1\.1</);
    assert.match(html, /<li id="chapter-1-note-1" value="1" class="cited">Standard 1\.1/);
    assert.match(html, /<li id="chapter-1-note-2" value="2">On two days\./);
  });

  it('says which language it is in, and names its documents', () => {
    const set = firstSet('//- cover.review.md\n---\nlanguage: cy\n---\n//- un.review.md\n# Theme 1\n');
    const html = htmlOf(new ReportPage().print(set, () => 0));
    assert.match(html, /data-language="cy-GB"/);
    assert.match(html, /data-documents="\[[^"]*cover\.review\.md[^"]*un\.review\.md[^"]*\]"/);
  });
});
