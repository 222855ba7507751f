/*
 * A report as slides: which there are and in which order, that long lists are split and nothing is lost from the notes,
 * and that the file is well formed, harmless and the same bytes each time.
 */
import assert from 'node:assert/strict';
import { findingsOf, readReport, type Report } from '../../core/src';
import { printPptx } from '../../core/src/report/pptx';
import { slidesOf } from '../../core/src/report/slides';
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

function reportOf(drawn: string): Report {
  const [set] = readFixture(drawn).snapshot().reviews();
  assert.ok(set);
  // These reviews have gaps that stand in the way; being a draft is not what is looked at.
  return readReport(set, { draft: set.settings.phase !== 'final' });
}

describe('a report as slides', () => {
  it('has key messages first, then of each theme strengths and areas for development', () => {
    const report = reportOf(`
//- cover.review.md
---
title: Peer review
subject: Aberwen
date: 2026-10
phase: final
documents: [cover.review.md, theme-3.review.md, theme-1.review.md]
---
# General findings
- Much has been done
- Some is left
# Introduction
Not shown.
//- theme-3.review.md
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1]
  - in all areas
## Areas for development
- We could reach no view on [std 6.2]
//- theme-1.review.md
# Outcomes [theme 1]
## Strengths
- Children are heard [std 2.1]
`);
    const slides = slidesOf(report);
    assert.deepEqual(
      slides.map(({ title, lines, points }) => [
        title,
        ...(lines ?? []),
        ...points.map(({ words }) => words),
      ]),
      [
        ['Peer review', 'Aberwen', 'October 2026'],
        ['Key messages', 'Much has been done', 'Some is left'],
        ['Delivery: Strengths', 'Visits are on time'],
        ['Delivery: Areas for development', 'We could reach no view on standard 6.2'],
        ['Outcomes: Strengths', 'Children are heard'],
      ],
    );
    assert.deepEqual(slides[2]?.notes, [
      '• Visits are on time in all areas (standard 6.1)',
      "   Standard 6.1: Partners have robust and effective service delivery that improves outcomes for children and young people and makes safeguarding everybody's business",
    ]);
  });

  it('takes what stands first in each theme where there are no general findings', () => {
    const messages = slidesOf(exampleReport()).filter(({ title }) => title.startsWith('Key messages'));
    const points = messages.flatMap(({ points: each }) => each);
    assert.deepEqual(
      points.map(({ level }) => level),
      [0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1],
    );
    assert.match(points[1]?.words ?? '', /^Strengths: In all four area teams/);
  });

  it('splits long lists, shortens long points, and keeps every word in the notes', () => {
    const long = `${'A sentence that goes on for a while. '.repeat(20)}The end`;
    const items = Array.from({ length: 40 }, (_, i) => `- Finding ${i + 1} is about something that matters`);
    const report = reportOf(`
//- cover.review.md
---
title: Peer review
---
# Delivery [theme 3]
## Strengths
${items.join('\n')}
- ${long}
- ${'word '.repeat(200)}
`);
    const slides = slidesOf(report).filter(({ title }) => title.includes('Strengths'));
    assert.ok(slides.length > 3);
    slides.forEach(({ title, points }, i) => {
      assert.equal(title, `Delivery: Strengths (${i + 1}/${slides.length})`);
      assert.ok(points.length > 0 && points.length <= 11);
      for (const { words } of points) assert.ok(words.length <= 335, words);
    });
    assert.match(slides.at(-1)?.points.at(-2)?.words ?? '', /a while\.$/);
    assert.match(slides.at(-1)?.points.at(-1)?.words ?? '', /word …$/);
    const notes = slides.flatMap((slide) => slide.notes).join('\n');
    for (const { words } of findingsOf(report)) assert.ok(notes.includes(words), words);
  });

  it('is a file that says what is a title, in the report’s language, with notes in paragraphs', async () => {
    const report: Report = { ...exampleReport(), language: 'cy' };
    const bytes = await printPptx(report);
    const roots = rootsOf(bytes);
    const slides = slidesOf(report);
    slides.forEach(({ title, points, notes }, i) => {
      const slide = roots[`ppt/slides/slide${i + 1}.xml`];
      assert.equal(elementsOf(slide, 'p:ph').filter((each) => each.attributes.type === 'title').length, 1);
      const words = textOf(slide, 'a:t');
      for (const each of [title, ...points.map((point) => point.words)])
        assert.ok(words.includes(each), each);
      const paragraphs = elementsOf(roots[`ppt/notesSlides/notesSlide${i + 1}.xml`], 'a:p').map((each) =>
        textOf(each, 'a:t'),
      );
      for (const note of notes) assert.ok(paragraphs.includes(note), note);
    });
    const whole = Object.values(partsOf(bytes)).join('');
    assert.equal(/lang="en-US"/i.test(whole), false);
    assert.match(whole, /lang="cy-GB"/);
    assert.match(partsOf(bytes)['docProps/core.xml'] ?? '', /2026-10-01T00:00:00Z<\/dcterms:created>/);
  });

  it('is the same bytes every time', async () => {
    const report = exampleReport();
    const first = Buffer.from(await printPptx(report));
    const now = Date.now;
    // A day later by the clock that the library reads.
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(now() + 86_400_000);
        else super(...(given as [number]));
      }
    } as DateConstructor;
    try {
      assert.equal(first.compare(await printPptx(report)), 0);
    } finally {
      globalThis.Date = RealDate;
    }
  });

  it('stays a file whatever a reviewer wrote', async () => {
    const report = reportOf(`
//- cover.review.md
---
title: "<a:p/> ]]> & \\u000C \\uFFFF"
---
# Delivery [theme 3]
## Strengths
${hostile.map((words) => `- ${words}`).join('\n')}
## Areas for development
- A \u000C\uFFFE\uD800 form feed ]]> <a:t> \u2029 end [std 6.1]
`);
    const bytes = await printPptx(report);
    checkHarmless(bytes);
    const words = Object.entries(rootsOf(bytes))
      .filter(([name]) => name.startsWith('ppt/slides/slide'))
      .map(([, root]) => textOf(root, 'a:t'))
      .join('');
    for (const each of ['<script>alert(1)</script>', ']]>', '<a:t>']) assert.ok(words.includes(each), each);
  });
});
