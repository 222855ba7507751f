import assert from 'node:assert/strict';
import { findingsReport, FindingsPage, htmlOf, printFindingsHtml, readDocument } from '../../core/src';
import { surveysIn } from '../../core/src/evidence/entry';
import { printHtml } from '../../core/src/report/html/hast';
import { surveyFigure } from '../../core/src/report/html/survey';
import { figuresSentence, surveyTexts } from '../../core/src/evidence/surveyLabels';
import { surveyFigures } from '../../core/src/evidence/survey';
import { readFixture } from '../support/fixture';
import { checkGolden } from '../support/golden';

function figureOf(lines: string, language: 'en' | 'cy' = 'en'): string {
  const [survey] = surveysIn(readDocument(`\`\`\`survey\n${lines}\n\`\`\`\n`).evidence);
  assert.ok(survey);
  return printHtml([surveyFigure(survey, language)]);
}

const whole = `id: S1
title: Practitioners <b>& others</b>
question: How has practice changed?
scale: -2..2
responses: {-1: 1, 1: 3, 2: 4}`;

/** The page of a review, printed at once and block by block, which must be the same. */
function pageOf(drawn: string): string {
  const [set] = readFixture(drawn).snapshot().reviews();
  assert.ok(set);
  const html = printFindingsHtml(findingsReport(set), () => 6);
  assert.equal(htmlOf(new FindingsPage().print(set, () => 6)), html);
  return html;
}

describe('a survey as a figure', () => {
  it('has a picture with a title and a description, and the table of its numbers', () => {
    checkGolden('survey.html', `${figureOf(whole).replaceAll('><', '>\n<')}\n`);
  });

  it('draws a bar for each rating, in proportion, in the colour of the text', () => {
    const html = figureOf(whole);
    const heights = [...html.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map((found) => Number(found[1]));
    assert.deepEqual(heights, [0, 32.5, 0, 97.5, 130]);
    assert.match(html, /<svg [^>]*role="img"[^>]*fill="currentColor"/);
    assert.doesNotMatch(html, /style=|#[0-9a-f]{3}|rgb/);
  });

  it('says in its description what it shows', () => {
    assert.match(
      figureOf(whole),
      /<desc>8 answered on a scale from −2 to 2: mean 1\.3, standard deviation 1\.0\. 1 chose −1, 3 chose 1, 4 chose 2\.<\/desc>/,
    );
  });

  it('makes nothing of markup in a reviewer’s words', () => {
    const html = figureOf(whole);
    assert.match(html, /Practitioners &#x3C;b>&#x26; others/);
    assert.doesNotMatch(html, /<b>/);
  });

  it('has neither picture nor table where the answers are not known one by one', () => {
    const html = figureOf('id: S2\nscale: 0..10\nn: 15\nmean: 7.5');
    assert.doesNotMatch(html, /svg|table/);
    assert.match(html, /15 answered on a scale from 0 to 10: mean 7\.5\./);
    assert.match(figureOf(''), /No figures yet\./);
  });

  it('stays readable with a hundred ratings', () => {
    const html = figureOf('scale: 0..100\nresponses: {7: 2, 90: 1}');
    assert.equal(html.match(/<rect /g)?.length, 101);
    assert.equal(html.match(/<text /g)?.length, 11 + 1);
  });

  it('speaks Welsh in a Welsh report', () => {
    const html = figureOf(whole, 'cy');
    assert.match(html, /<th scope="col">Sgôr<\/th><th scope="col">Atebion<\/th>/);
    assert.match(html, /Atebodd 8 ar raddfa o −2 i 2: cymedr 1\.3, gwyriad safonol 1\.0\./);
    assert.deepEqual(Object.keys(surveyTexts.en), Object.keys(surveyTexts.cy));
    const figures = surveyFigures({
      answers: [],
      span: { start: 0, end: 0 },
      head: { start: 0, end: 0 },
      faults: [],
    });
    assert.equal(figuresSentence(figures, 'cy'), 'Dim ffigurau eto.');
  });
});

describe('a survey in the preview of findings', () => {
  const block = `\`\`\`survey\n${whole}\n\`\`\``;

  it('stands with the theme of its section', () => {
    const html = pageOf(
      `# Delivery [theme 3]\n\n## Strengths\n\n- On time [std 6.1]\n\n## Practice\n\n${block}\n`,
    );
    const theme =
      /<section class="theme" data-key="theme-3">[^]*?(?=<section class="theme")/.exec(html)?.[0] ?? '';
    assert.match(
      theme,
      /<section class="surveys" data-key="theme-3-surveys"><h3>Surveys<\/h3>.*<figure class="survey">/,
    );
    assert.match(theme, /<button [^>]*data-line="6">one, line 7<\/button>/);
    assert.equal(html.match(/<figure /g)?.length, 1);
  });

  it('stands with the words of the finding that holds it', () => {
    const html = pageOf(
      `## Strengths\n\n- Morale is high [std 6.1]\n\n  ${block.replaceAll('\n', '\n  ')}\n`,
    );
    assert.match(html, /<div class="words">Morale is high [^]*<figure class="survey">[^]*<\/figure><\/div>/);
    assert.equal(html.match(/<figure /g)?.length, 1);
    assert.doesNotMatch(html, /drawn-here|<code/);
  });

  it('stands at the end where it belongs to no theme', () => {
    const html = pageOf(`# Method\n\n${block}\n`);
    assert.match(html, /<section class="surveys" data-key="surveys"><h2>Surveys<\/h2>/);
    assert.doesNotMatch(html, /Findings without a theme/);
  });

  it('is drawn again when its figures change, and no other', () => {
    const fixture = readFixture(
      `//- cover.review.md\n${block}\n//- one.review.md\n# Delivery [theme 3]\n\n${block.replace('S1', 'S2')}\n`,
    );
    const page = new FindingsPage();
    const print = (): string[] => {
      const [set] = fixture.snapshot().reviews();
      assert.ok(set);
      return page.print(set, () => 0).flatMap(({ fragments }) => fragments);
    };
    const before = print();
    const [uri = ''] = fixture.files.keys();
    fixture.workspace.open(uri, `${block.replace('2: 4', '2: 9')}\n`, 1);
    const after = print();
    const changed = after.filter((fragment) => !before.includes(fragment));
    assert.equal(changed.length, 1);
    assert.match(changed[0] ?? '', /S1[^]*13 answered/);
  });
});
