import assert from 'node:assert/strict';
import { documentSymbols, workspaceSymbols } from '../../../core/src';
import { foldsOf } from '../../support/checkShown';
import { hoverAt } from '../../support/check';
import { readFixture, root } from '../../support/fixture';

const today = '2026-10-03';
const plan = (line: string): string => `
//- cover.review.md
---
team:
  - { initials: AA, name: A. Author, role: Senior social worker }
---
## Actions
- Measure outcomes [std 2.1] @lead(PO Safeguarding) @due(31.3.27)
- Ask families @lead(po safeguarding)
//- one.review.md
## Action plan
${line}
`;

describe('the pointer on a mark', () => {
  it('tells on what else a lead leads, and by when', () => {
    const { words, markdown } = hoverAt(plan('- Plan it @lead(PO Safe$0guarding) @due(2026-11-15)')) ?? {};
    assert.equal(words, '@lead(PO Safeguarding)');
    assert.equal(
      markdown,
      [
        '**PO Safeguarding** leads on 3 actions of this review:',
        '',
        '- Measure outcomes (cover.review.md, by 31 March 2027)',
        '- Ask families (cover.review.md, no date yet)',
        '- Plan it (one.review.md, by 15 November 2026)',
      ].join('\n'),
    );
  });

  const days: [due: string, told: string][] = [
    ['2026-11-15', '**Sunday 15 November 2026**\n\nIn 43 days, about 6 weeks.'],
    ['15.11.26', '**Sunday 15 November 2026**\n\nIn 43 days, about 6 weeks.'],
    ['2026-10-10', '**Saturday 10 October 2026**\n\nIn 7 days.'],
    ['2026-10-04', '**Sunday 4 October 2026**\n\nTomorrow.'],
    ['2026-10-03', '**Saturday 3 October 2026**\n\nToday.'],
    ['2026-07-01', '**Wednesday 1 July 2026**\n\n94 days ago, about 3 months.'],
    ['2029-10-03', '**Wednesday 3 October 2029**\n\nIn 1096 days, about 3 years.'],
  ];
  for (const [due, told] of days) {
    it(`tells which day ${due} is and how long it is until then`, () => {
      const found = hoverAt(plan(`- Plan it @due($0${due})`), today);
      assert.deepEqual([found?.words, found?.markdown], [`@due(${due})`, told]);
    });
  }

  it('tells the day alone where nobody knows what day it is', () => {
    assert.equal(hoverAt(plan('- Plan it @due(2026-1$01-15)'))?.markdown, '**Sunday 15 November 2026**');
  });

  it('tells whose initials stand in a finding', () => {
    const by = (initials: string): string | undefined =>
      hoverAt(plan(`## Strengths\n- On time @b$0y(${initials})`))?.markdown;
    assert.equal(by('AA'), '**A. Author** (AA), Senior social worker');
    assert.equal(by('ZZ'), '**ZZ** is not in the team of the cover.');
  });

  it('says nothing of dates that cannot be read, of placeholders, and elsewhere', () => {
    for (const line of [
      '- A @due(so$0on)',
      '- A @lead(T$0BC)',
      '## Suggestions\n- A @lead(A$0nn)',
      '- A `@lead(A$0nn)`',
    ])
      assert.equal(hoverAt(plan(line), today), undefined, line);
  });
});

describe('an action in lists', () => {
  const drawn = `## Action plan
- Write a plan [std 8.1] @lead(Ann) @due(15.11.26)
- Ask families
  - first those in care
`;

  it('stands in the outline with its lead and its day', () => {
    const [section] = documentSymbols(readFixture(drawn).snapshot(), `${root}/one.review.md`);
    assert.equal(section?.detail, '2 actions');
    assert.deepEqual(
      section.children.map(({ kind, name, detail }) => [kind, name, detail]),
      [
        ['action', 'Write a plan', 'Ann, 2026-11-15'],
        ['action', 'Ask families first those in care', ''],
      ],
    );
  });

  it('is found by its words and by its lead', () => {
    const [found, ...others] = workspaceSymbols(readFixture(drawn).snapshot(), 'plan ann');
    assert.deepEqual([found?.kind, found?.container, others.length], ['action', 'Action plan', 0]);
  });

  it('folds where it has several lines', () => {
    assert.ok(foldsOf(drawn).includes('- Ask families …   - first those in care'));
  });
});
