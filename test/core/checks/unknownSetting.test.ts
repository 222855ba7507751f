import assert from 'node:assert/strict';
import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('unknown-setting', () => {
  it('stands on the key, wherever it is', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
titel: A
^^^^^ unknown-setting: “titel” is not a setting; did you mean “title”?
colour: red
^^^^^^ unknown-setting: known are title, subject
scope:
  exclude:
    - { std: 5, reasn: x }
                ^^^^^ unknown-setting: did you mean “reason”?
team:
  - { initials: AA, nam: A }
                    ^^^ unknown-setting: did you mean “name”?
checks:
  unkown-standard: off
  ^^^^^^^^^^^^^^^ unknown-setting: “unkown-standard” is not a check; did you mean “unknown-standard”?
---
`,
      'unknown-setting',
    );
  });

  it('tells that a setting of the whole review belongs on the cover', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
title: A
---
//- one.review.md
---
title: One
phase: final
^^^^^ unknown-setting: “phase” holds for the whole review and is read from cover.review.md only; move it there.
---
`,
      'unknown-setting',
    );
  });

  it('is quiet about every key that is read, also of a document that is its own cover', () => {
    checkDiagnostics(
      `
---
title: A
phase: final
checks: { single-source: off }
---
`,
      'unknown-setting',
    );
  });

  it('offers the nearest name, and no name for what is in the wrong place', () => {
    checkFix('---\ntitel$0: A\n---\n', 'Change to title', '---\ntitle: A\n---\n');
    checkFix(
      '---\nchecks:\n  unkown-standard$0: off\n---\n',
      'Change to unknown-standard',
      '---\nchecks:\n  unknown-standard: off\n---\n',
    );
    assert.deepEqual(fixTitles('//- cover.review.md\n//- one.review.md\n---\nphase$0: final\n---\n'), []);
  });

  it('offers no name that stands there already', () => {
    assert.deepEqual(fixTitles('---\ntitle: A\ntitel$0: B\n---\n'), []);
  });

  itWeighs('unknown-setting', 'warning', '---\ncolour: red\n---\n', 'title: x\n');
});
