import assert from 'node:assert/strict';
import { allDiagnostics, checkDiagnostics, fixTitles } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { itWeighs } from '../../support/weight';

const cover = `
//- cover.review.md
---
scope:
  exclude:
    - std: 5
      reason: The board is reviewed elsewhere
      agreed: Director, 2026-09-01
    - probe: 6.23-6.27
      reason: Outside
---
`;

describe('excluded-citation', () => {
  it('gives the reason', () => {
    checkDiagnostics(
      `${cover}
//- one.review.md
## Strengths
- Boards work [std 3.1, 5.1]
                        ^^^ excluded-citation: Standard 5.1 is out of scope: The board is reviewed elsewhere (agreed: Director, 2026-09-01).
- Boards work [std 5]
                   ^ excluded-citation: Element 5 is out of scope
- Leavers are housed [std 6.1] [probe 6.20-6.23]
                                      ^^^^^^^^^ excluded-citation: Probe 6.23 is out of scope: Outside.
`,
      'excluded-citation',
    );
  });

  it('is quiet about narrative, and about what is in scope', () => {
    checkDiagnostics(
      `${cover}
//- one.review.md
# Working Together [std 5]
The board [std 5.1] was left out.
## Strengths
- On time [std 6.1] [probe 6.22] [theme 2]
`,
      'excluded-citation',
    );
  });

  it('points to the exclusion in the cover', () => {
    const found = allDiagnostics(readFixture(`${cover}\n//- one.review.md\n## Strengths\n- A [std 5.1]`));
    const [related] = found.find(({ code }) => code === 'excluded-citation')?.related ?? [];
    assert.match(related?.uri ?? '', /cover\.review\.md$/);
    assert.match(related?.message ?? '', /left out here/);
  });

  it('offers no fix, for only people know which is wrong', () => {
    assert.deepEqual(fixTitles(`${cover}\n//- one.review.md\n## Strengths\n- A [std 5.1$0]`), []);
  });

  itWeighs(
    'excluded-citation',
    'warning',
    '## Strengths\n- A [std 5.1]\n',
    'scope: { exclude: [{ std: 5, reason: x }] }\n',
  );
});
