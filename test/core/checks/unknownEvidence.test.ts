import assert from 'node:assert/strict';
import { allDiagnostics, checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { itWeighs } from '../../support/weight';

const register = `## Evidence

| Id | Kind | Description |
| --- | --- | --- |
| FG2 | Focus group | Foster carers |
| D4 | Document | Corporate plan |
`;

describe('unknown-evidence', () => {
  it('names the id, wherever it is cited, and the nearest', () => {
    checkDiagnostics(
      `//- cover.review.md
${register}
The plan says so [ev D5, D4].
                     ^^ unknown-evidence: D5 is not in the evidence register; did you mean D4?
//- one.review.md
## Strengths
- On time [std 6.1] [ev Panel]
                        ^^^^^ unknown-evidence: add a row for it there, or correct the id.
`,
      'unknown-evidence',
    );
  });

  it('names several that are as near, the next number first', () => {
    checkDiagnostics(
      `//- cover.review.md
# Evidence

| Id |
| --- |
| FG1 |
| FG2 |
| D1 |
//- one.review.md
On time [ev FG3]
            ^^^ unknown-evidence: FG3 is not in the evidence register; did you mean FG2 or FG1?
`,
      'unknown-evidence',
    );
  });

  it('says so where there is no register', () => {
    checkDiagnostics(
      `## Strengths
- On time [std 6.1] [ev FG2]
                        ^^^ unknown-evidence: this review has no evidence register yet
`,
      'unknown-evidence',
    );
  });

  it('is quiet about what is registered, in any letters and in any document, and about what is no citation', () => {
    checkDiagnostics(
      `//- z.review.md
${register}
//- cover.review.md
## Strengths
- On time [std 6.1] [ev fg2, D4] \`[ev D9]\` \\[ev D9]
`,
      'unknown-evidence',
    );
  });

  it('is gone when the register has a row for it, and back without one', () => {
    const fixture = readFixture(`//- cover.review.md\n${register}\n//- one.review.md\n[ev I1]`);
    const count = (): number =>
      allDiagnostics(fixture).filter(({ code }) => code === 'unknown-evidence').length;
    const [uri = ''] = fixture.files.keys();
    assert.equal(count(), 1);
    fixture.workspace.setFile(uri, `${register}| I1 | Interview | The director |\n`);
    assert.equal(count(), 0);
    fixture.workspace.setFile(uri, register);
    assert.equal(count(), 1);
  });

  it('is mended by the nearest entry that the finding does not cite yet', () => {
    const cited = `- On time [std 6.1] [ev D4, D$05]\n`;
    assert.deepEqual(fixTitles(`${register}\n## Strengths\n${cited}`), ['Add D5 to the evidence register']);
    checkFix(
      `${register}| D5 | Data | Figures |\n\nCarers [ev FG2].\n\n## Strengths\n- On time [std 6.1] [ev GF$02, D4, D5]\n`,
      'Change to FG2',
      `${register}| D5 | Data | Figures |\n\nCarers [ev FG2].\n\n## Strengths\n- On time [std 6.1] [ev FG2, D4, D5]\n`,
    );
  });

  it('is mended by a row in the register, in the document that keeps it, with all its columns', () => {
    const kept = `## Tystiolaeth

| Lle | Disgrifiad | Rhif |
| --- | --- | --- |
| x | Cynllun | D4 |

Words.`;
    checkFix(
      `//- cover.review.md
---
title: A
---
//- evidence.review.md
${kept}
//- one.review.md
## Strengths
- On time [std 6.1] [ev D4, FG$09]
`,
      'Add FG9 to the evidence register',
      kept.replace('| D4 |\n', '| D4 |\n|  |  | FG9 |\n'),
    );
  });

  it('is mended by the first row of a table that waits for one', () => {
    checkFix(
      `# Evidence\n\n| Id | Kind |\n|---|---|\n\n# Strengths\n\n- On time [std 6.1] [ev D$01]\n`,
      'Add D1 to the evidence register',
      `# Evidence\n\n| Id | Kind |\n|---|---|\n| D1 |  |\n\n# Strengths\n\n- On time [std 6.1] [ev D1]\n`,
    );
  });

  it('is mended by a table below a heading that has none', () => {
    checkFix(
      `# Evidence\nWhat we read.\n\n# Strengths\n\n- On time [std 6.1] [ev D$01]\n`,
      'Add D1 to the evidence register',
      `# Evidence

| Id | Kind | Description | Date | Reviewer |
| --- | --- | --- | --- | --- |
| D1 |  |  |  |  |

What we read.

# Strengths

- On time [std 6.1] [ev D1]
`,
    );
  });

  it('is mended by a register in the cover, in the language of the review, where there is none', () => {
    checkFix(
      `//- cover.review.md
---
language: cy
---
//- one.review.md
## Cryfderau
- Ar amser [std 6.1] [ev D$01]
`,
      'Add D1 to the evidence register',
      `---
language: cy
---

## Tystiolaeth

| Cyfeirnod | Math | Disgrifiad | Dyddiad | Adolygydd |
| --- | --- | --- | --- | --- |
| D1 |  |  |  |  |
`,
    );
  });

  it('offers no row that an open fence would swallow', () => {
    assert.deepEqual(fixTitles('## Strengths\n- On time [std 6.1] [ev D$01]\n\n```\n'), []);
  });

  itWeighs('unknown-evidence', 'error', '## Strengths\n- On time [std 6.1] [ev D1]\n');
});
