/*
 * A citation that cannot be read is printed as it was written. Each review here is printed twice: with a slip, and with
 * letters of the same length in its place. What comes out must be the same but for these letters, in every format: so
 * nothing is cut from a slip, and no number appears that no one wrote.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import Papa from 'papaparse';
import {
  citationStyles,
  coverageMatrix,
  diagnostics,
  digest,
  digestPage,
  FindingsPage,
  gate,
  gatePage,
  htmlOf,
  moderation,
  printDigestHtml,
  printDigestMarkdown,
  printMatrixCsv,
  printMatrixHtml,
  printModerationHtml,
  printPageHtml,
  printReportHtml,
  ReportPage,
  reportPrinters,
  printReportCsv,
  Workspace,
  type Review,
  type Snapshot,
} from '../../core/src';
import type { Citation } from '../../core/src/syntax/citation';
import '../../core/src/syntax/micromarkCitation';
import { childrenOf, parse } from '../../core/src/syntax/markdown';
import { printDocx } from '../../core/src/report/docx/docx';
import { printPptx } from '../../core/src/report/pptx';
import { readCommonMark } from '../support/plainMarkdown';
import { runs } from '../support/awkward';
import { sampled } from '../support/depth';
import { shippedFile } from '../support/fixture';
import { elementsOf, rootsOf, textOf } from '../support/office';
import { reportOfReview } from '../support/report';

type Nodes = Parameters<typeof childrenOf>[0];

const slips = [
  ...['[std6.1]', '[std12.1]', '[std9.9]', '[probe6.12]', '[STD6.1]', '[Std6]', '[theme3]', '[evFG2]'],
  ...['[std:6.1]', '[std.6.1]', '[std-6.1]', '[std6.1, 6.2]', '[std6.1-6.2]', '[std6.1 probe 6.12]'],
  ...['[std 6.1;]', '[std 6.3-6.1]', '[std 6.1 and 6.2]', '[std 6..1]', '[std .1]', '[std 6.1/6.2]'],
  ...['[standard 6.1]', '[standards 6.1, 6.2]', '[element 6]', '[probes 6.12]', '[std six]', '[std]'],
  ...[
    '[theme three]',
    '[probe 6.12 6.13]',
    '[ev D1 D2]',
    '[ev: D1]',
    '[EV D1 & D2]',
    '[ std 6.1]',
    '[std 6.1–]',
  ],
  ...[
    '[std\u200b6.1]',
    '[std 6.1\u200b]',
    '[s\u00adtd6.1]',
    '[std\u00a06.1;]',
    '[std ６．１]',
    '［std 6.1］',
  ],
  ...[
    '[std６.１]',
    '[safon 6.1]',
    '[safon6.1]',
    '[std xs:]',
    '[std cs:6.1:2]',
    '[6.1]',
    '(std 6.1)',
    '{std 6.1}',
  ],
];

/** Everything that a person can fill, with some words in it. */
const documentWith = (words: string): string => `# Delivery ${words}

Opening ${words} words.

## Strengths

- One ${words} of many. [std 6.2]
- Two. ${words}
- ${words} Three.

### Group ${words}

- *Four ${words}* and **five ${words}**.

## Areas for development

- Six[^1] has ${words}, [a link ${words}](https://example.org/) and ~~seven ${words}~~.

  > Quoted ${words} here.

## Suggestions

- Suggest ${words}.

## Actions

- Act ${words}. @lead(Ann) @due(2027-01-04)

## Evidence

| Id | Kind | Description | Note |
| --- | --- | --- | --- |
| FG1 | Interview | Talked ${words} there | Noted ${words} |
| FG2 ${words} | Other | Words | Words |

## More

| Head ${words} | Other |
| --- | --- |
| Cell ${words} | Words |

[^1]: A note ${words} of the author.
`;

interface SlippedReview {
  readonly snapshot: Snapshot;
  readonly set: Review;
}

const read = new Map<string, SlippedReview>();

/** A review with one document for each of some words, read once for all tests. */
function reviewOf(all: readonly string[]): SlippedReview {
  const key = all.join('\n');
  const known = read.get(key) ?? readReviewOf(all);
  if (all.length > 10) read.set(key, known);
  return known;
}

function readReviewOf(all: readonly string[]): SlippedReview {
  const workspace = new Workspace([shippedFile]);
  workspace.setFile('file:///r/cover.review.md', '---\ntitle: T\ndate: 2026-10-02\n---\n');
  for (const [i, words] of all.entries())
    workspace.setFile(
      `file:///r/document-${String.fromCharCode(97 + i / 26, 97 + (i % 26))}.review.md`,
      documentWith(words),
    );
  const snapshot = workspace.snapshot();
  const [set] = snapshot.reviews();
  assert.ok(set);
  return { snapshot, set };
}

/** The words of an HTML page, without those of attributes, styles and scripts. */
function wordsOfHtml(html: string): string {
  const words: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name) => (hidden += name === 'style' || name === 'script' ? 1 : 0),
    onclosetag: (name) => (hidden -= name === 'style' || name === 'script' ? 1 : 0),
    ontext: (text) => words.push(hidden > 0 ? '' : text),
  });
  parser.end(html);
  return words.join('');
}

/** The words of plain Markdown, without the signs that make them literal. */
function wordsOfMarkdown(markdown: string): string {
  const gather = (node: Nodes): string =>
    'value' in node ? node.value : childrenOf(node).map(gather).join('');
  return gather(readCommonMark(markdown));
}

const wordsOfSlides = (bytes: Uint8Array): string =>
  Object.values(rootsOf(bytes))
    .map((root) => textOf(root, 'a:t'))
    .join('\n');

/** The words of a Word document; on which page a chapter begins depends on how wide its letters are. */
const wordsOfWord = (bytes: Uint8Array): string =>
  Object.values(rootsOf(bytes))
    .flatMap((root) => elementsOf(root, 'w:p'))
    .filter(
      (paragraph) => !elementsOf(paragraph, 'w:instrText').some((each) => each.text.includes('PAGEREF')),
    )
    .map((paragraph) => textOf(paragraph))
    .join('\n');

type Print = (review: SlippedReview) => string | Promise<string>;

const printed = (format: string, read: (text: string) => string): Print => {
  const printer = reportPrinters.find((each) => each.format === format);
  assert.ok(printer);
  return async ({ set }) => {
    const files = await printer.print(reportOfReview(set), { citations: 'notes' });
    return files.map(({ content }) => read(String(content))).join('\n');
  };
};

const valuesOf = (json: string): string => {
  const found: unknown[] = [];
  JSON.parse(json, (_, value: unknown) => found.push(value) > 0 && value);
  return found.filter((each) => typeof each !== 'object').join('\n');
};

const cellsOf = (csv: string): string => Papa.parse<string[]>(csv).data.flat().join('\n');

/** What is handed to others, by its name. */
const reports: Readonly<Record<string, Print>> = {
  ...Object.fromEntries(
    citationStyles.map((style) => [
      `a page with citations as ${style}`,
      ({ set }: SlippedReview) => wordsOfHtml(printReportHtml(reportOfReview(set), style)),
    ]),
  ),
  Markdown: printed('md', wordsOfMarkdown),
  CSV: printed('csv', cellsOf),
  JSON: printed('json', valuesOf),
  Word: async ({ set }) => wordsOfWord(await printDocx(reportOfReview(set))),
  slides: async ({ set }) => wordsOfSlides(await printPptx(reportOfReview(set))),
};

const lineOf = (): number => 0;
const digestOf = ({ snapshot, set }: SlippedReview): ReturnType<typeof digestPage> =>
  digestPage(
    digest(
      snapshot,
      set,
      { kind: 'texts', documents: reviewOf(['Old']).snapshot.documents, state: 'a' },
      { today: '2026-10-02', since: '2026-10-02' },
    ),
  );

/** What is shown to reviewers, who are told besides what is wrong. */
const pages: Readonly<Record<string, Print>> = {
  'the preview of the findings': ({ set }) => wordsOfHtml(htmlOf(new FindingsPage().print(set, lineOf))),
  'the preview of the report': ({ set }) => wordsOfHtml(htmlOf(new ReportPage().print(set, lineOf))),
  'the moderation view': ({ set }) => wordsOfHtml(printModerationHtml(moderation(set), lineOf)),
  'the digest as a page': (review) => wordsOfHtml(printDigestHtml(digestOf(review), lineOf)),
  'the digest as Markdown': (review) => wordsOfMarkdown(printDigestMarkdown(digestOf(review), lineOf)),
  'the matrix': ({ set }) =>
    wordsOfHtml(printMatrixHtml(coverageMatrix(set), lineOf)) + printMatrixCsv(coverageMatrix(set)),
};

/** Letters of the same length that no other slip has, with spaces where the slip has some. */
function standIn(slip: string, i: number): string {
  const letters = ['q', String.fromCharCode(97 + i / 26), String.fromCharCode(97 + (i % 26))];
  return slip.replace(/\S/g, () => letters.shift() ?? 'q');
}

const fold = (text: string): string => text.replace(/\s+/g, ' ');
const digitsOf = (text: string): string => text.replace(/\P{N}/gu, '');

async function checkReport(print: Print, all: readonly string[]): Promise<void> {
  const letters = all.map(standIn);
  const usual = fold(await print(reviewOf(letters)));
  const shown = letters
    .map((word, i) => ({ word: fold(word), slip: fold(all[i] ?? '') }))
    .sort((a, b) => b.word.length - a.word.length);
  for (const { word } of shown) assert.ok(usual.includes(word), word);
  const expected = shown.reduce((text, { word, slip }) => text.replaceAll(word, () => slip), usual);
  const out = fold(await print(reviewOf(all)));
  if (out === expected) return;
  let at = 0;
  while (out[at] === expected[at]) at++;
  assert.equal(out.slice(Math.max(0, at - 80), at + 80), expected.slice(Math.max(0, at - 80), at + 80));
}

async function checkPage(print: Print, all: readonly string[]): Promise<void> {
  const letters = all.map(standIn);
  const [out, usual] = [fold(await print(reviewOf(all))), fold(await print(reviewOf(letters)))];
  const count = (text: string, words: string): number => text.split(fold(words)).length - 1;
  for (const [i, slip] of all.entries())
    assert.ok(count(out, slip) >= count(usual, letters[i] ?? ''), `${slip} is missing from:\n${out}`);
}

describe('a citation that cannot be read', function () {
  this.timeout(60_000);
  after(() => {
    read.clear();
  });

  for (const [name, print] of Object.entries(reports))
    it(`is printed as it is written: ${name}`, () =>
      checkReport(print, sampled(name === 'Word' ? slips.slice(0, 12) : slips)));

  it('is quoted in the pre-issue check', () => {
    const { set } = reviewOf(slips);
    const out = fold(wordsOfHtml(printPageHtml(gatePage(gate(set)), lineOf)));
    for (const slip of slips.filter(isMalformed)) assert.ok(out.includes(`“${fold(slip)}”`), slip);
  });

  for (const [name, print] of Object.entries(pages))
    it(`is shown as it is written: ${name}`, () => checkPage(print, sampled(slips)));

  it('is not one that has only an unusual space or case', () => {
    for (const [written, shown] of [
      ['[std\u00a06.1]', '6.1'],
      ['[STD 6.1]', '6.1'],
      ['[std 6.1,6.2]', '6.1, 6.2'],
      ['[std  6.1 ,\t6.2 ]', '6.1, 6.2'],
    ] as const) {
      const csv = printReportCsv(reportOfReview(reviewOf([written]).set), 'findings');
      const row = Papa.parse<string[]>(csv).data.find((cells) => cells[3]?.startsWith('Two.'));
      assert.deepEqual(row?.slice(3, 5), ['Two.', shown], written);
    }
  });

  it('is called by the ids that were written, and by no others, in what is said of it', () => {
    for (const slip of slips) {
      const { snapshot } = reviewOf([slip]);
      const written = digitsOf(slip);
      for (const { code, message } of diagnostics(snapshot, 'file:///r/document-aa.review.md')) {
        if (code !== 'malformed-citation') continue;
        assert.ok(fold(message).includes(fold(slip)), message);
        for (const number of message.match(/\p{N}[\p{N}.]*/gu) ?? [])
          assert.ok(written.includes(digitsOf(number)), `${slip}: ${message}`);
      }
    }
  });

  it('is printed as it is written, however it came about', async () => {
    const keyword = fc.constantFrom('std', 'STD', 'probe', 'theme', 'ev', 'standard', 'element', 'safon');
    const joint = fc.constantFrom('', ' ', ':', '.', '-', ' .', '\u200b', '\u00a0', '; ', ' 6.1 and ');
    const piece = fc.constantFrom(
      '6',
      '.',
      '1',
      '12',
      ' ',
      ',',
      '-',
      '–',
      ';',
      '/',
      'FG',
      'x',
      'to',
      ':',
      '６',
    );
    const body = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('').trim());
    const written = fc
      .tuple(keyword, joint, body)
      .map((pieces) => `[${pieces.join('')}]`)
      .filter((slip) => !isCitation(slip));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(written, { minLength: 1, maxLength: 6 }), async (all) => {
        for (const print of [reports.Markdown, reports.JSON]) {
          assert.ok(print);
          await checkReport(print, all);
        }
      }),
      runs(25),
    );
  });
});

const citationsIn = (node: Nodes): Citation[] =>
  node.type === 'citation' ? [node.citation] : childrenOf(node).flatMap(citationsIn);

const isCitation = (written: string): boolean =>
  citationsIn(parse(`Words ${written} words`)).some(({ malformed }) => malformed === undefined);
const isMalformed = (written: string): boolean =>
  citationsIn(parse(`Words ${written} words`)).some(({ malformed }) => malformed !== undefined);
