/*
 * The report of a review as a value: where everything stands in it, that nothing is lost, and that both languages
 * have all words.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  contentsOf,
  printDate,
  isDraft,
  readReport,
  ReportReader,
  reportWords,
  wordsOfBlocks,
  wordsOfInlines,
  Workspace,
  type FindingGroup,
  type Report,
  type ReportBlock,
  type Review,
} from '../../core/src';
import { awkwardText, runs } from '../support/awkward';
import { exampleWorkspace } from '../support/example';
import { firstSet, root, shippedFile } from '../support/fixture';
import { checkNothingIsLost } from '../support/reported';
import { readWorkspace } from '../support/workspace';
import { reportOfReview } from '../support/report';

function reportOf(drawn: string): Report {
  const set = firstSet(drawn);
  const report = reportOfReview(set);
  checkNothingIsLost(set, report);
  return report;
}

/** A report in short: chapters, lists and first words. */
function draw(report: Report): string[] {
  const group = ({ title, before, findings }: FindingGroup): string[] => [
    ...(title === undefined ? [] : [`    (${title})`]),
    ...before.map((block) => `    ${short(block)}`),
    ...findings.map(({ words }) => `    - ${words}`),
  ];
  const lists = (name: string, list: typeof report.suggestions): string[] =>
    list
      ? [
          `${list.number} ${list.title}`,
          ...list.groups.flatMap(({ title, before, items }) => [
            ...(title === undefined ? [] : [`    (${title})`]),
            ...before.map((block) => `    ${short(block)}`),
            ...items.map(
              ({ words, lead, due }) => `    ${name} ${[words, lead, due].filter(Boolean).join(' | ')}`,
            ),
          ]),
        ]
      : [];
  return [
    ...[...report.front, ...report.chapters].flatMap((chapter) => [
      [chapter.number, chapter.title].filter(Boolean).join(' '),
      ...(chapter.strengths.length > 0 ? ['  strengths', ...chapter.strengths.flatMap(group)] : []),
      ...(chapter.development.length > 0 ? ['  development', ...chapter.development.flatMap(group)] : []),
      ...chapter.narrative.map((block) => `  ${short(block)}`),
    ]),
    ...lists('*', report.suggestions),
    ...lists('!', report.actions),
  ];
}

function short(block: ReportBlock): string {
  if (block.type === 'heading') return `${'#'.repeat(block.level)} ${wordsOfInlines(block.children)}`;
  return block.type === 'paragraph' ? wordsOfBlocks([block]) : `${block.type}: ${wordsOfBlocks([block])}`;
}

const onlyThemeOne = `scope: { exclude: [{ theme: 2, reason: x }, { theme: 3, reason: x }, { theme: 4, reason: x }] }`;

describe('the report', () => {
  it('has the shape of a published report', () => {
    const report = reportOf(`
//- cover.review.md
---
title: Peer review
documents: [cover.review.md, delivery.review.md, buying.review.md, theme-1.review.md, plan.review.md]
scope: { exclude: [{ theme: 2, reason: x }, { theme: 4, reason: x }] }
---
# Peer review
## 1. Introduction
The council asked us.
### The team
Three people.
## 2. National context
The Act.
## 3. General findings
Much has been done.
- Go on
## Acknowledgement
Thank you.
## Contact details
Write to us.
//- delivery.review.md
# Delivery of services [theme 3]
## **Strengths:**
- Visits are on time [std 6.1]
## Areas for development
- Plans are late [std 6.2]
## Daily work
Morale is good.
## Suggestions
- Hold workshops
//- buying.review.md
# Commissioning [std 7]
## Strengths
We saw much.
- Renewed with care [std 7.1]
## Buying
A framework.
//- theme-1.review.md
# Outcomes [theme 1]
## Strengths
- Listened to [std 2.1]
//- plan.review.md
# Action plan
Drafted together.
## Actions
- Write it down @lead(The head) @due(15.11.26)
- Tell everybody
## How it goes on
Every month.
`);
    assert.deepEqual(draw(report), [
      'Acknowledgement',
      '  Thank you.',
      'Contact details',
      '  Write to us.',
      '1 Introduction',
      '  The council asked us.',
      '  # The team',
      '  Three people.',
      '2 National context',
      '  The Act.',
      '3 General findings',
      '  Much has been done.',
      '  list: Go on',
      '4 Delivery of services',
      '  strengths',
      '    - Visits are on time',
      '    (Commissioning)',
      '    We saw much.',
      '    - Renewed with care',
      '  development',
      '    - Plans are late',
      '  # Daily work',
      '  Morale is good.',
      '  # Commissioning',
      '  ## Buying',
      '  A framework.',
      '5 Outcomes',
      '  strengths',
      '    - Listened to',
      '6 Suggestions',
      '    (Delivery of services)',
      '    * Hold workshops',
      '7 Action plan',
      '    Drafted together.',
      '    ! Write it down | The head | 15.11.26',
      '    ! Tell everybody',
      '    (How it goes on)',
      '    Every month.',
    ]);
    assert.deepEqual(
      contentsOf(report).map(({ number, title }) => `${number} ${title}`),
      [
        '1 Introduction',
        '2 National context',
        '3 General findings',
        '4 Delivery of services',
        '5 Outcomes',
        '6 Suggestions',
        '7 Action plan',
        'Appendix 1 Standards and coverage',
        'Appendix 2 Actions, leads and dates',
      ],
    );
  });

  it('has a chapter for a theme that nobody has written about, and none for one that is left out', () => {
    const titles = reportOf(
      '//- cover.review.md\n---\nscope: { exclude: [{ theme: 2, reason: x }] }\n---\n',
    ).chapters;
    assert.deepEqual(
      titles.map(({ theme }) => theme?.id),
      ['1', '3', '4'],
    );
    assert.deepEqual(
      titles[2]?.gaps.map(({ id }) => id),
      ['8', '8.1'],
    );
  });

  it('puts findings without a theme with the words around them, or with the general findings', () => {
    const report = reportOf(`
//- cover.review.md
---
${onlyThemeOne}
---
## Strengths
- Loose
- On a theme [std 1.1]
//- notes.review.md
# Notes of the last day
Heard at noon.
## Strengths
- Noted
`);
    assert.deepEqual(draw(report), [
      '1 General findings',
      '  strengths',
      '    - Loose',
      '2 Outcomes for and the experiences of children and young people and their families who use services',
      '  strengths',
      '    - On a theme',
      '3 Notes of the last day',
      '  strengths',
      '    - Noted',
      '  Heard at noon.',
    ]);
  });

  it('knows what a citation means, and which one is part of its sentence', () => {
    const report = reportOf(`
//- cover.review.md
---
scope: { exclude: [{ std: 5, reason: Elsewhere }] }
---
## Strengths
- Seen [std 6.1] [probe 6.12][ev fg2].
- No view on [std 2.3] and [std 9.9]; [std 5.1]
- [std 6.2]: Strong
## Evidence
| Id | Kind | Description | Room |
| --- | --- | --- | --- |
| FG2 | Focus group | *Carers* | 7 |
`);
    const findings = report.chapters.flatMap(({ strengths }) => strengths.flatMap((each) => each.findings));
    const cited = findings.map(({ citations }) =>
      citations.map(({ written, spoken, items, unknown }) =>
        [
          written,
          ...(spoken ? ['spoken'] : []),
          ...items.map(({ kind, id, excluded }) => [kind, id, excluded].filter(Boolean).join(' ')),
          ...unknown.map(({ words }) => `? ${words}`),
        ].join('; '),
      ),
    );
    assert.deepEqual(cited, [
      ['[std 6.1] [probe 6.12][ev fg2]; standard 6.1; probe 6.12; evidence FG2'],
      ['[std 6.2]; standard 6.2'],
      ['[std 2.3]; spoken; standard 2.3', '[std 9.9]; spoken; ? 9.9', '[std 5.1]; standard 5.1 Elsewhere'],
    ]);
    assert.equal(
      wordsOfBlocks(findings.find(({ words }) => words.includes('Strong'))?.blocks ?? []),
      'Strong',
    );
    const [entry] = report.evidence?.entries ?? [];
    assert.deepEqual(
      entry && [entry.id, entry.kind, wordsOfInlines(entry.description), entry.others.map((o) => o.heading)],
      ['FG2', 'focus group', 'Carers', ['Room']],
    );
  });

  it('keeps everything that Markdown can say', () => {
    const report = reportOf(`
# Introduction
A *b* **c** ~~d~~ \`e\` [f](https://example.org) [g](other.review.md) ![h](x.png) 24<sup>th</sup><br>i[^n] [j][k]

[k]: mailto:a@example.org
[^n]: The note
[^unused]: Never called

> quoted
> - [x] done

3. three
4. four

| a | b |
| - | -: |
| 1 | 2 |

<div>In <b>tags</b> &amp; all</div>

\`\`\`text
code
\`\`\`
***
`);
    const [chapter] = report.chapters;
    assert.ok(chapter);
    assert.deepEqual(
      chapter.narrative.map(({ type }) => type),
      ['paragraph', 'paragraph', 'quote', 'list', 'table', 'paragraph', 'code', 'rule'],
    );
    const [first] = chapter.narrative;
    assert.ok(first?.type === 'paragraph');
    assert.deepEqual(
      first.children.map((inline) => inline.type).filter((type) => type !== 'text'),
      ['emphasis', 'strong', 'deleted', 'code', 'link', 'image', 'break', 'footnote', 'link'],
    );
    assert.deepEqual(
      report.footnotes.map(({ blocks }) => wordsOfBlocks(blocks)),
      ['The note'],
    );
    assert.equal(wordsOfBlocks(chapter.narrative.slice(5, 6)), 'In tags & all');
  });

  for (const [name, read] of [
    ['the example', () => exampleWorkspace().snapshot().reviews()[0]],
    ['a review of a real size', () => readWorkspace('morfa-bay')],
  ] as const) {
    it(`holds every block of ${name} once`, () => {
      const set = read();
      assert.ok(set);
      checkNothingIsLost(set, reportOfReview(set));
    });
  }

  it('holds every block of any review once, and a second reading is the first one', () => {
    const uris = ['cover', 'one', 'two'].map((name) => `${root}/${name}.review.md`);
    const step = fc.tuple(fc.constantFrom(...uris), awkwardText);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const workspace = new Workspace([shippedFile]);
        workspace.setFile(uris[0] ?? '', '');
        const reader = new ReportReader();
        for (const [uri, text] of steps) {
          workspace.setFile(uri, text);
          const set = workspace.snapshot().reviewOf(uris[0] ?? '');
          assert.ok(set);
          const report = reader.read(set, { draft: isDraft(set) });
          checkNothingIsLost(set, report);
          assert.deepEqual(report, reportOfReview(set));
        }
      }),
      runs(300),
    );
  });

  it('is a draft until the review is final and nothing stands in the way, or as it is told', () => {
    const catalogue =
      '//- own.standards.md\n---\nid: own\n---\n# Theme 1: A\n## Element 1: A\n### Standards\n- 1.1 Words\n';
    const final = (finding: string): Review =>
      firstSet(
        `${catalogue}//- cover.review.md\n---\nstandards: ./own.standards.md\nphase: final\n---\n## Strengths\n- ${finding} [std 1.1]\n`,
      );
    assert.equal(reportOfReview(final('Children are heard.')).draft, false);
    assert.equal(reportOfReview(final('TBC')).draft, true);
    assert.equal(readReport(final('TBC'), { draft: false }).draft, false);
    assert.equal(readReport(final('Children are heard.'), { draft: true }).draft, true);
    assert.equal(reportOfReview(firstSet('//- cover.review.md\n')).draft, true);
  });
});

describe('the words of a report', () => {
  it('are there in both languages', () => {
    const { en, cy } = reportWords;
    assert.deepEqual(Object.keys(cy), Object.keys(en));
    for (const [key, word] of Object.entries(en)) {
      const other = cy[key as keyof typeof cy];
      assert.equal(typeof other, typeof word);
      if (typeof word !== 'string' || typeof other !== 'string') continue;
      assert.ok(word.trim() !== '' && other.trim() !== '', key);
      assert.notEqual(word, other, `“${key}” is the same in both languages`);
    }
    assert.equal(cy.months.length, 12);
    assert.deepEqual(Object.keys(cy.cited), Object.keys(en.cited));
  });

  it('write dates as people read them', () => {
    assert.equal(printDate('en', '2026-10'), 'October 2026');
    assert.equal(printDate('cy', '2026-10-02'), '2 Hydref 2026');
    assert.equal(printDate('en', 'soon'), 'soon');
    assert.equal(printDate('en', '2026-13'), '2026-13');
  });
});
