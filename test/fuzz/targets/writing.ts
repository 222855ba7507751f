/*
 * Answers and exports: a review of four texts is asked everything, and printed as everything.
 */
import assert from 'node:assert/strict';
import Papa from 'papaparse';
import * as core from '../../../core/src';
import { printDocx } from '../../../core/src/report/docx/docx';
import { printPptx } from '../../../core/src/report/pptx';
import { root, shippedFile } from '../../support/fixture';
import { checkMarkdown, namesIn } from '../../support/hostile';
import { checkHarmless } from '../../support/office';
import { textsOf, type Target } from '../target';
import { checkElements } from '../wellFormed';
import * as texts from './texts';
import { reportOfReview } from '../../support/report';

const uris = ['cover.review.md', 'one.review.md', 'evidence.review.md', 'own.standards.md'].map(
  (name) => `${root}/${name}`,
);

function workspaceOf(input: string): core.Workspace {
  const workspace = new core.Workspace([shippedFile]);
  for (const [i, text] of textsOf(input, uris.length).entries()) workspace.setFile(uris[i] ?? '', text);
  return workspace;
}

function setOf(input: string): core.Review {
  const [set] = workspaceOf(input).snapshot().reviews();
  assert.ok(set, 'four texts are a review');
  return set;
}

/** Every question has an answer, and every place in it lies in its text. */
function checkAnswers(input: string): void {
  const snapshot = workspaceOf(input).snapshot();
  const lengths = new Map(textsOf(input, uris.length).map((text, i) => [uris[i] ?? '', text.length]));
  const inside = (uri: string, { start, end }: core.Span, what: string): void =>
    assert.ok(
      0 <= start && start <= end && end <= (lengths.get(uri) ?? Infinity),
      `${what} lies outside of its text`,
    );
  for (const uri of uris) {
    for (const { span, message, related } of core.diagnostics(snapshot, uri)) {
      inside(uri, span, 'a diagnostic');
      assert.match(message, /^[^\r\n]{10,}$/, 'a message is one line');
      for (const place of related ?? []) inside(place.uri, place.span, 'a related place');
    }
    const length = lengths.get(uri) ?? 0;
    for (const { fix } of core.fixes(snapshot, uri, { start: 0, end: length }))
      for (const { span } of fix.edits) inside(fix.uri, span, 'a fix');
    core.documentSymbols(snapshot, uri);
    core.foldingRanges(snapshot, uri);
    core.semanticTokens(snapshot, uri);
    core.links(snapshot, uri);
    for (let i = 1; i <= 3; i++) {
      const offset = Math.floor((length * i) / 3);
      for (const { edit } of core.completion(snapshot, uri, offset)) inside(uri, edit.span, 'a completion');
      const hovered = core.hover(snapshot, uri, offset);
      if (hovered) inside(uri, hovered.span, 'a hover');
      for (const place of core.references(snapshot, uri, offset, true))
        inside(place.uri, place.span, 'a reference');
      core.definition(snapshot, uri, offset);
      core.prepareRename(snapshot, uri, offset);
      core.codeActions(snapshot, uri, { start: offset, end: offset });
      core.selectionRanges(snapshot, uri, offset);
    }
  }
  for (const set of snapshot.reviews()) core.printCoverageLine(core.coverage(set));
}

const tags =
  'html head meta title style body header nav main section aside div h1 h2 h3 h4 table caption thead tbody tr th td ul ol li p span button a em strong del code pre br hr blockquote sup sub tfoot colgroup col figure figcaption svg g desc line rect text'.split(
    ' ',
  );

/** A page is made of known elements, one properly in the other, and leads to web pages, mail and itself only. */
function checkPage(html: string): void {
  const page = html.replace(/^<!doctype html>/i, '').replace(/<style>[^<]*<\/style>/, '');
  const names = namesIn(page);
  const unknown = [...names.tags].filter((tag) => !tags.includes(tag));
  assert.deepEqual(unknown, [], 'a page has known elements only');
  for (const name of names.attributes)
    assert.doesNotMatch(name, /^(?:on|src|style|srcset)/, 'a page runs nothing');
  for (const href of names.hrefs)
    assert.match(href, /^(?:https?:|mailto:|#|[^:]*$)/, 'a page leads to the web only');
  checkElements(page);
}

async function checkReport(input: string): Promise<void> {
  const set = setOf(input);
  const report = reportOfReview(set);
  for (const style of core.citationStyles) checkPage(core.printReportHtml(report, style));
  for (const printer of core.reportPrinters.filter(
    ({ needsOffice, format }) => !needsOffice && format !== 'html',
  ))
    for (const { content } of await printer.print(report, { citations: 'notes' }))
      checkPlainFile(printer.format, String(content));
  for (const html of [
    core.htmlOf(new core.FindingsPage().print(set, () => 0)),
    core.htmlOf(new core.ReportPage().print(set, () => 0)),
    core.printMatrixHtml(core.coverageMatrix(set), () => 0),
    core.printModerationHtml(core.moderation(set), () => 0),
    core.printPageHtml(core.gatePage(core.gate(set)), () => 0),
  ])
    checkPage(html);
}

function checkPlainFile(format: string, content: string): void {
  if (format === 'md') checkMarkdown(content);
  else if (format === 'json') JSON.parse(content);
  else {
    const { data, errors } = Papa.parse<string[]>(content.replace(/^\uFEFF/, ''), {
      newline: '\r\n',
      delimiter: ',',
    });
    assert.deepEqual(errors, [], 'a table can be read');
    for (const each of data.flat())
      assert.doesNotMatch(each, /^[\s\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u, 'a cell is no formula');
  }
}

const { review, words, yamlWords } = texts;
const seeds = [...texts.smallReviews, review, texts.cover, texts.document];
const plain = (length: number): string => `${review}${texts.plainReview(length)}`;

export const writers: readonly Target[] = [
  { name: 'answers', executions: 12, seeds, words: [...words, ...yamlWords], plain, check: checkAnswers },
  { name: 'report', executions: 10, seeds, words: [...words, ...yamlWords], plain, check: checkReport },
  {
    name: 'report for Word',
    executions: 3,
    // The slowest by far: most of its inputs are tried in the soak.
    seeds: texts.smallReviews.slice(0, 1),
    words,
    plain,
    check: async (input) => checkHarmless(await printDocx(reportOfReview(setOf(input)))),
  },
  {
    name: 'report as slides',
    executions: 8,
    seeds: texts.smallReviews,
    words,
    plain,
    check: async (input) => checkHarmless(await printPptx(reportOfReview(setOf(input)))),
  },
];
