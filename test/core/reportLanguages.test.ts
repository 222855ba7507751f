/*
 * The language of parts: a report in one language that quotes standards in another says so of every quotation, for those
 * who hear it, and of nothing else.
 */
import assert from 'node:assert/strict';
import { printReportHtml, ReportPage, type Report, type Review } from '../../core/src';
import { otherLanguage } from '../../core/src/report/words';
import { printDocx } from '../../core/src/report/docx/docx';
import { firstSet } from '../support/fixture';
import { elementsOf, rootsOf, textOf } from '../support/office';
import { reportOfReview } from '../support/report';

function reportIn(language: 'en' | 'cy'): Report {
  return reportOfReview(setIn(language));
}

function setIn(language: 'en' | 'cy'): Review {
  return firstSet(`
//- cover.review.md
---
title: Adolygiad
language: ${language}
scope: { exclude: [{ std: 8, reason: Nid oes tîm }] }
---
# Adolygiad
//- theme-3.review.md
# Theme 3 [theme 3]
## Strengths
- Ar amser [std 6.1] [std 99.9]
# [theme 2]
## Argymhellion
- Dechrau eto
`);
}

describe('a report in another language than its standards', () => {
  it('says so of every wording on a page', () => {
    const html = printReportHtml(reportIn('cy'));
    assert.match(html, /<html lang="cy-GB">/);
    assert.match(html, /<li id="[^"]+">Safon 6\.1: <span lang="en-GB">[^<]+<\/span>; Safon 99\.9: anhysbys /);
    assert.match(html, /<caption>Thema 1: <span lang="en-GB">Outcomes/);
    assert.match(html, /Elfen 1: <span lang="en-GB">/);
    assert.match(
      html,
      /<li><strong>Elfen 8<\/strong> <span lang="en-GB">[^<]+<\/span> <span class="reason">Nid oes tîm</,
    );
    const wordings = [
      ...html.matchAll(/<tr class="(?:covered|uncovered|excluded)"><th[^>]*>[^<]*<\/th><td([^>]*)>/g),
    ];
    assert.ok(wordings.length === 18);
    for (const [, attributes] of wordings) assert.equal(attributes, ' lang="en-GB"');
  });

  it('says so of the headings that are the catalogue’s, and of no other', () => {
    const html = printReportHtml(reportIn('cy'));
    const headings = [...html.matchAll(/<h2 id="chapter-\d-title">.*?<\/h2>/g)].map(String);
    assert.match(headings.join('\n'), /<\/span><span lang="en-GB">Outcomes/);
    assert.equal(headings.filter((heading) => heading.includes('lang="en-GB"')).length, 2);
    assert.ok(headings.some((heading) => heading.endsWith('</span>Theme 3</h2>')));
    assert.match(html, /<a href="#chapter-1" lang="en-GB">Outcomes/);
    assert.match(html, /<a href="#chapter-2">Theme 3</);
    // Nobody has given theme 2 a name, so its suggestions stand under the catalogue's.
    assert.match(html, /<h3><span lang="en-GB">Leadership[^<]*<\/span><\/h3>\s*<ul class="items">/);
  });

  it('says so of what nobody has addressed yet, which a preview lists', () => {
    const page = new ReportPage();
    const show = (): string =>
      page
        .print(setIn('cy'), () => 0)
        .flatMap(({ fragments }) => fragments)
        .join('');
    assert.match(show(), /<li>1 <span lang="en-GB">[^<]+<\/span><\/li>/);
  });

  it('says so in Word', async () => {
    const document = rootsOf(await printDocx(reportIn('cy')))['word/document.xml'];
    const tagged = elementsOf(document, 'w:r').filter((run) =>
      elementsOf(run, 'w:lang').some(({ attributes }) => attributes['w:val'] === 'en-GB'),
    );
    assert.ok(tagged.length > 40);
    assert.ok(tagged.every((run) => !/Safon|Elfen|Thema/.test(textOf(run))));
    const headings = elementsOf(document, 'w:p')
      .filter((paragraph) =>
        elementsOf(paragraph, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Heading1'),
      )
      .filter((paragraph) => elementsOf(paragraph, 'w:r').some((run) => tagged.includes(run)));
    assert.deepEqual(
      headings.map((heading) => textOf(heading).slice(0, 7)),
      ['1. Outc', '3. Lead'],
    );
  });

  it('has nothing to say where they are the same', async () => {
    assert.deepEqual([...printReportHtml(reportIn('en')).matchAll(/ lang="[^"]*"/g)].map(String), [
      ' lang="en-GB"',
    ]);
    const document = rootsOf(await printDocx(reportIn('en')))['word/document.xml'];
    assert.equal(elementsOf(document, 'w:lang').length, 0);
  });

  it('knows a language by its tag only', () => {
    assert.equal(otherLanguage('en', 'cy'), 'en-GB');
    assert.equal(otherLanguage('fr', 'en'), 'fr');
    assert.equal(otherLanguage('de-AT', 'en'), 'de-AT');
    for (const same of [undefined, '', 'en', 'EN-us', 'English, mostly', '"><script>'])
      assert.equal(otherLanguage(same, 'en'), undefined);
  });
});
