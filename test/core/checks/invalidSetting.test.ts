import assert from 'node:assert/strict';
import { allDiagnostics, checkDiagnostics, checkFix } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { itWeighs } from '../../support/weight';

const only = ['invalid-setting', 'unknown-setting', 'exclusion-without-reason'];

describe('invalid-setting', () => {
  it('stands on the very value', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
date: 2026-13
      ^^^^^^^ invalid-setting: “2026-13” is not a date
phase: draftng
       ^^^^^^^ invalid-setting: Did you mean “drafting”?
standards: ssia-childrens-services-2041
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-setting: did you mean “ssia-childrens-services-2014”?
documents: [cover.review.md, one.reveiw.md]
                             ^^^^^^^^^^^^^ invalid-setting: There is no document “one.reveiw.md” in this review; did you mean “one.review.md”?
checks:
  unknown-standard: eror
                    ^^^^ invalid-setting: Did you mean “error”?
---
//- one.review.md
`,
      ...only,
    );
  });

  it('offers a date as it is written here', () => {
    const cover = (date: string): string => `//- cover.review.md\n---\ndate: ${date}\n---\n`;
    const after = cover('2026-10-02').replace('//- cover.review.md\n', '');
    checkFix(cover('2.10.26$0'), 'Change to 2026-10-02', after);
  });

  it('knows ids that no catalogue has, in the scope and in the team', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
scope:
  exclude:
    - { std: 9, reason: x }
             ^ invalid-setting: The catalogue has no standard 9
    - { std: [6.1, 6.9], reason: x }
                   ^^^ invalid-setting: 6.9
    - { theme: "7", reason: x }
                ^ invalid-setting: The catalogue has no theme 7
team:
  - { initials: AA, leads: [std 3, std 33] }
                                       ^^ invalid-setting: The catalogue has no standard 33
---
`,
      ...only,
    );
  });

  it('quotes a long value of several lines in one short line', () => {
    const value = `soon\n  ${'and later '.repeat(100)}`;
    const found = allDiagnostics(readFixture(`---\ndate: ${value}\n---\n`)).find(
      ({ code }) => code === 'invalid-setting',
    );
    assert.match(found?.message ?? '', /^“soon and later [a-z ]{60,70}…” is not a date/);
  });

  it('knows a reviewer who is not in the team', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
team:
  - { initials: AA }
  - { initials: BB }
---
//- one.review.md
---
reviewer: CC
          ^^ invalid-setting: “CC” is not in the team of the cover; known are AA and BB
---
`,
      ...only,
    );
  });

  it('says that YAML cannot be read', () => {
    checkDiagnostics(
      `
---
title: Review: Aberwen
       ^^^^^^^^^^^^^^^ invalid-setting: stands in quotes
---
`,
      ...only,
    );
  });

  it('is quiet about a cover in order, and about documents beside it', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
title: "Review: Aberwen"
subject: Aberwen
date: 2026-10-02
language: en
standards: [ssia-childrens-services-2014]
phase: final
scope:
  exclude:
    - { std: 5, reason: x, agreed: y }
team:
  - { initials: AA, name: A, role: R, leads: [std 3, theme 4] }
documents: [one.review.md]
checks: { one-sided-standard: off }
---
//- one.review.md
---
title: One
reviewer: AA
date: 2026-10
---
`,
      ...only,
    );
  });

  it('offers the nearest name', () => {
    const nothing = 'scope: { exclude: [{ theme: 1-4, reason: x }] }\n';
    checkFix('---\nphase: draftng$0\n---\n', 'Change to drafting', '---\nphase: drafting\n---\n');
    checkFix(
      `---\nstandards: ssia-childrens-services-2015$0\n${nothing}---\n`,
      'Change to ssia-childrens-services-2014',
      `---\nstandards: ssia-childrens-services-2014\n${nothing}---\n`,
    );
  });

  itWeighs('invalid-setting', 'error', '---\ndate: soon\n---\n', 'title: x\n');
});
