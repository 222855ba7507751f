/*
 * Every attack through every printer of the core: what comes out is what plain words would make, and the words.
 */
import assert from 'node:assert/strict';
import Papa from 'papaparse';
import {
  completion,
  completionDetail,
  coverageMatrix,
  digest,
  digestPage,
  FindingsPage,
  gate,
  gatePage,
  hover,
  htmlOf,
  moderation,
  printDigestHtml,
  printDigestMarkdown,
  printMatrixCsv,
  printMatrixHtml,
  printPageHtml,
  printModerationHtml,
  printReportHtml,
  ReportPage,
  reportPrinters,
  citationStyles,
  Workspace,
  type LineOf,
  type Review,
  type Snapshot,
} from '../../core/src';
import { printDocx } from '../../core/src/report/docx/docx';
import { printPptx } from '../../core/src/report/pptx';
import { attackedUris, attacks, forEachAttack, forTenAttacks } from '../support/attacks';
import { shippedFile } from '../support/fixture';
import { checkMarkdown, checkPlain, namesIn } from '../support/hostile';
import { checkHarmless, partsOf } from '../support/office';
import { reportOfReview } from '../support/report';

const read = new Map<string, AttackedReview>();

/** A review that is full of some words, read once for all tests. */
function reviewOf(words: string): AttackedReview {
  const known = read.get(words) ?? readReviewOf(words);
  read.set(words, known);
  return known;
}

function readReviewOf(words: string): { readonly snapshot: Snapshot; readonly set: Review } {
  const workspace = new Workspace([shippedFile]);
  for (const [uri, text] of attackedUris(words)) workspace.setFile(uri, text);
  const snapshot = workspace.snapshot();
  const [set] = snapshot.reviews();
  assert.ok(set);
  return { snapshot, set };
}

const lineOf: LineOf = () => 0;
const earlier = {
  kind: 'texts',
  documents: reviewOf('Words of old').snapshot.documents,
  state: 'a',
} as const;

type AttackedReview = ReturnType<typeof readReviewOf>;
const digestOf = ({ snapshot, set }: AttackedReview): ReturnType<typeof digestPage> =>
  digestPage(digest(snapshot, set, earlier, { today: '2026-10-02', since: '2026-10-02' }));

/** Everything that is shown or written as HTML, by its name. */
const pages: Readonly<Record<string, (review: AttackedReview) => string>> = {
  'preview of the findings': ({ set }) => htmlOf(new FindingsPage().print(set, lineOf)),
  'coverage matrix': ({ set }) => printMatrixHtml(coverageMatrix(set), lineOf),
  'moderation view': ({ set }) => printModerationHtml(moderation(set), lineOf),
  'page of today’s findings': (review) => printDigestHtml(digestOf(review), lineOf),
  'page of what stands in the way': ({ set }) => printPageHtml(gatePage(gate(set)), lineOf),
  'preview of the report': ({ set }) => htmlOf(new ReportPage().print(set, lineOf)),
  ...Object.fromEntries(
    citationStyles.map((style) => [
      `report as HTML, citations as ${style}`,
      ({ set }: AttackedReview) => {
        const html = printReportHtml(reportOfReview(set), style);
        assert.ok(
          html.includes('content="default-src &#x27;none&#x27;; style-src &#x27;sha256-'),
          'its policy',
        );
        return html.slice(html.indexOf('<body'));
      },
    ]),
  ),
};

/** Runs a check on the review of every attack. */
function forEachReview(check: (review: AttackedReview) => unknown): Promise<void> {
  return forEachAttack((words) => check(reviewOf(words)));
}

describe(`${attacks.length} attacks`, () => {
  after(() => read.clear());

  it('stand in the places that they are meant for', () => {
    const { set } = reviewOf('Words');
    const { chapters, actions, evidence, surveys, footnotes, suggestions } = reportOfReview(set);
    assert.ok(chapters.some(({ strengths, development }) => strengths.length > 0 && development.length > 0));
    for (const part of [actions, evidence, surveys, suggestions]) assert.ok(part);
    assert.equal(footnotes.length, 1);
  });

  for (const [name, print] of Object.entries(pages)) {
    it(`make nothing but plain markup of the ${name}`, () => {
      const usual = namesIn(print(reviewOf('Plain words')));
      // A note of the printer's own, where a survey cannot be drawn.
      const known = { tags: [...usual.tags, 'aside'], attributes: [...usual.attributes] };
      return forEachReview((review) => {
        checkPlain(print(review), known);
      });
    });
  }

  it('are words for whoever reads the Markdown of a report or of a digest', () =>
    forEachReview(async (review) => {
      const report = reportPrinters.find(({ format }) => format === 'md');
      const [file] = (await report?.print(reportOfReview(review.set), { citations: 'notes' })) ?? [];
      checkMarkdown(String(file?.content));
      checkMarkdown(printDigestMarkdown(digestOf(review), lineOf));
    }));

  it('are words under the mouse, and beside what is being completed', () =>
    forEachReview(({ snapshot }) => {
      for (const [uri, { text }] of [...snapshot.documents, ...snapshot.catalogues]) {
        for (const { index } of text.matchAll(/\[|@|^ *- |^\||^```/gm)) {
          const shown = hover(snapshot, uri, index + 3, '2026-10-02');
          if (shown) checkMarkdown(shown.markdown);
        }
        for (const { index } of text.matchAll(/\[(?:std|ev|probe|theme) /g)) {
          for (const item of completion(snapshot, uri, index + 5).slice(0, 20)) {
            checkMarkdown(item.documentation ?? '');
            if (item.about) checkMarkdown(completionDetail(snapshot, uri, item.about) ?? '');
          }
        }
      }
    }));

  it('begin no cell of a table with what a spreadsheet would run', () =>
    forEachReview(async ({ set }) => {
      const printer = reportPrinters.find(({ format }) => format === 'csv');
      const tables = (await printer?.print(reportOfReview(set), { citations: 'notes' })) ?? [];
      assert.equal(tables.length, 4);
      for (const csv of [
        ...tables.map(({ content }) => String(content)),
        printMatrixCsv(coverageMatrix(set)),
      ]) {
        const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), {
          newline: '\r\n',
          delimiter: ',',
        });
        assert.deepEqual(errors, []);
        const [head, ...rows] = data.filter((row) => row.length > 1 || row[0] !== '');
        for (const row of rows) assert.equal(row.length, head?.length);
        for (const cell of data.flat())
          assert.doesNotMatch(cell, /^[\s\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u);
      }
    }));

  it('are values in the data of a report', () =>
    forEachReview(async ({ set }) => {
      const printer = reportPrinters.find(({ format }) => format === 'json');
      const [file] = (await printer?.print(reportOfReview(set), { citations: 'notes' })) ?? [];
      assert.equal((JSON.parse(String(file?.content)) as { title: string }).title, set.title);
    }));

  for (const [format, print] of Object.entries({ docx: printDocx, pptx: printPptx })) {
    it(`are runs of text in ${format}, in parts of the usual names`, async () => {
      const plain = await print(reportOfReview(reviewOf('Plain words').set));
      const usual = new Set(Object.keys(partsOf(plain)).map(unnumbered));
      await forTenAttacks(async (words) => {
        const bytes = await print(reportOfReview(reviewOf(words).set));
        checkHarmless(bytes);
        for (const name of Object.keys(partsOf(bytes))) assert.ok(usual.has(unnumbered(name)), name);
      });
    });
  }
});

const unnumbered = (name: string): string => name.replace(/\d+(?=\.)/g, '');
