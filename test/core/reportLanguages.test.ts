/*
 * The language of parts: a report in one language that quotes standards in another says so of every quotation, for those
 * who hear it, and of nothing else.
 */
import assert from 'node:assert/strict';
import { printReportHtml, readReport, type Report } from '../../core/src';
import { otherLanguage } from '../../core/src/report/words';
import { printDocx } from '../../core/src/report/docx';
import { firstSet } from '../support/fixture';
import { elementsOf, rootsOf, textOf } from '../support/office';

function reportIn(language: 'en' | 'cy'): Report {
  return readReport(
    firstSet(`
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
`),
  );
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

  it('says so in Word', async () => {
    const document = rootsOf(await printDocx(reportIn('cy')))['word/document.xml'];
    const tagged = elementsOf(document, 'w:r').filter((run) =>
      elementsOf(run, 'w:lang').some(({ attributes }) => attributes['w:val'] === 'en-GB'),
    );
    assert.ok(tagged.length > 40);
    assert.ok(tagged.every((run) => !/Safon|Elfen|Thema/.test(textOf(run))));
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
