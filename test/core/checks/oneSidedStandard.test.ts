import assert from 'node:assert/strict';
import { allDiagnostics, checkDiagnostics } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { fromModerationOn, itWeighs } from '../../support/weight';

const cover = `//- cover.review.md
---
phase: moderation
scope: { exclude: [{ std: 1.4, reason: Left out }] }
---
`;

describe('one-sided-standard', () => {
  it('names them once for a theme, on its heading', () => {
    checkDiagnostics(
      `${cover}//- one.review.md
# Outcomes [theme 1]
^^^^^^^^^^^^^^^^^^^^ one-sided-standard: Theme 1: 1.1 and 1.2 have only strengths; 2.1 has only areas for development. Is that the whole picture?
## Strengths
- On time [std 1.1-1.2, 1.4]
- Heard [std 2.2]
## Areas for development
- Not heard [std 2.1]
//- two.review.md
## Areas for development
- Not heard either [std 2.2]
`,
      'one-sided-standard',
    );
  });

  it('stands on the cover where the theme has no heading', () => {
    checkDiagnostics(
      `//- cover.review.md
---
standards: ssia-childrens-services-2014
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ one-sided-standard: Theme 3: 6.1 has only strengths.
phase: final
---
//- one.review.md
## Strengths
- On time [std 6.1]
`,
      'one-sided-standard',
    );
  });

  it('is quiet about both sides, none, elements, stubs, mentions and what is out of scope', () => {
    checkDiagnostics(
      `${cover}//- one.review.md
# Outcomes [theme 1]
A mention [std 2.3].
## Strengths
- On time [std 1.1]
- Both [std 2] [std 1.4]
- TODO [std 2.2]
## Areas for development
- Late [std 1.1]
`,
      'one-sided-standard',
    );
  });

  it('has the wording as related information, and follows what is written', () => {
    const text = '# Outcomes [theme 1]\n\n## Strengths\n- On time [std 1.1]\n';
    const fixture = readFixture(`${cover}//- one.review.md\n${text}`);
    const found = () => allDiagnostics(fixture).filter(({ code }) => code === 'one-sided-standard');
    assert.match(found()[0]?.related?.[0]?.message ?? '', /^1\.1 /);
    const uri = [...fixture.files.keys()][1] ?? '';
    fixture.workspace.setFile(uri, `${text}\n## Areas for development\n- Late [std 1.1]\n`);
    assert.deepEqual(found(), []);
    fixture.workspace.setFile(uri, text.replace('1.1', '1.3'));
    assert.match(found()[0]?.message ?? '', /^Theme 1: 1\.3 has only strengths\./);
  });

  itWeighs(
    'one-sided-standard',
    fromModerationOn,
    '# Outcomes [theme 1]\n\n## Strengths\n- On time [std 1.1]\n',
  );
});
