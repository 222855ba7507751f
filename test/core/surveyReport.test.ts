/*
 * A survey in a report: its figures as a picture and as a table wherever a report is for people, the same numbers for
 * programs, and its own words where it cannot be read in full.
 */
import assert from 'node:assert/strict';
import * as mammoth from 'mammoth';
import { printReportHtml, printReportJson, printReportMarkdown, type Report } from '../../core/src';
import { printDocx } from '../../core/src/report/docx/docx';
import { firstSet } from '../support/fixture';
import { checkHarmless, elementsOf, partsOf, rootsOf } from '../support/office';
import { checkNothingIsLost } from '../support/reported';
import { reportOfReview } from '../support/report';

const survey = `~~~survey
id: S1
title: Staff survey
question: Is <it> & that so?
scale: 1..3
responses: {1: 1, 2: 0, 3: 3}
~~~`;

function reportOf(block: string): Report {
  const set = firstSet(
    `# Theme 3 [theme 3]\n## Strengths\n- Asked [std 6.1] [ev S1]\n## Surveys\n\n${block}\n`,
  );
  const report = reportOfReview(set);
  checkNothingIsLost(set, report);
  return report;
}

describe('a survey in a report', () => {
  const report = reportOf(survey);

  it('is a drawing and a table on a page', () => {
    const html = printReportHtml(report);
    const [figure = ''] = /<figure class="survey">[^]*?<\/figure>/.exec(html) ?? [];
    assert.match(figure, /<p class="survey-title">S1\. Staff survey<\/p>/);
    assert.match(figure, /Is &#x3C;it> &#x26; that so\?/);
    assert.match(
      figure,
      /<svg class="survey-chart" role="img"[^>]*><title>[^<]+<\/title><desc>4 answered[^<]+1 chose 1, 3 chose 3\./i,
    );
    assert.match(figure, /<caption>Distribution of the answers: S1\. Staff survey<\/caption>/);
    assert.match(figure, /<tr><th scope="row">3<\/th><td>3<\/td><td>75%<\/td><\/tr>/);
    assert.doesNotMatch(html, /scale: 1\.\.3/);
  });

  it('is a chart with words for those who do not see it, and a table, in Word', async () => {
    const bytes = await printDocx(report);
    checkHarmless(bytes);
    const roots = rootsOf(bytes);
    const [about] = elementsOf(roots['word/document.xml'], 'wp:docPr');
    assert.ok(about);
    assert.equal(about.attributes.title, 'Distribution of the answers: S1. Staff survey');
    assert.match(
      about.attributes.descr ?? '',
      /4 answered on a scale from 1 to 3: mean 2\.5.* 1 chose 1, 3 chose 3\./,
    );
    const charts = Object.keys(partsOf(bytes)).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
    assert.equal(charts.length, 1);
    const values = elementsOf(roots[charts[0] ?? ''], 'c:val').flatMap((each) => elementsOf(each, 'c:v'));
    assert.deepEqual(
      values.map(({ text }) => text),
      ['1', '0', '3'],
    );
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const html = value.replace(/<a id="[^"]*"><\/a>/g, '');
    assert.match(
      html,
      /<h2>S1\. Staff survey<\/h2><p><em>Is &lt;it&gt; &amp; that so\?<\/em><\/p><p>4 answered/,
    );
    assert.match(html, /<tr><td><p>3<\/p><\/td><td><p>3<\/p><\/td><td><p>75%<\/p><\/td><\/tr>/);
    assert.equal(Buffer.from(bytes).compare(await printDocx(report)), 0);
  });

  it('is a table in Markdown, and figures in data', () => {
    const markdown = printReportMarkdown(report);
    assert.match(markdown, /\*\*S1\. Staff survey\*\*\n\nIs \\<it> & that so\?\n\n4 answered/);
    assert.match(markdown, /\| 3 \| 3 \| 75% \|/);
    const [data] = (JSON.parse(printReportJson(report)) as { surveys: object[] }).surveys;
    const { text, document, start, end, ...figures } = data as Record<string, unknown>;
    assert.equal(text, survey.split('\n').slice(1, -1).join('\n'));
    assert.ok(document !== undefined && Number(start) < Number(end));
    assert.deepEqual(figures, {
      id: 'S1',
      title: 'Staff survey',
      question: 'Is <it> & that so?',
      scale: [1, 3],
      n: 4,
      mean: 2.5,
      spread: Math.sqrt(3) / 2,
      answers: [
        { rating: 1, count: 1 },
        { rating: 2, count: 0 },
        { rating: 3, count: 3 },
      ],
    });
  });

  it('keeps its own words where it cannot be read in full', async () => {
    const broken = reportOf(survey.replace('scale: 1..3', 'scale: one to three\nwho: everybody asked'));
    assert.match(
      printReportHtml(broken),
      /<figure class="survey">[^]*<pre tabindex="0"><code>[^<]*everybody asked/,
    );
    assert.match(printReportMarkdown(broken), /everybody asked/);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await printDocx(broken)) });
    assert.match(value, /everybody asked/);
  });

  it('is its question and its figures where the answers are not known one by one', async () => {
    const few = reportOf('~~~survey\nid: S1\nscale: 1..5\nn: 35\nmean: 1.8\n~~~');
    assert.doesNotMatch(printReportHtml(few), /<svg|class="survey-table/);
    assert.match(printReportHtml(few), /35 answered on a scale from 1 to 5: mean 1\.8\./);
    assert.equal(elementsOf(rootsOf(await printDocx(few))['word/document.xml'], 'w:drawing').length, 0);
  });
});
