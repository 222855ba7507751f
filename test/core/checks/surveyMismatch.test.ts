import assert from 'node:assert/strict';
import { checkDiagnostics, allDiagnostics } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { itWeighs } from '../../support/weight';

describe('survey-mismatch', () => {
  it('sees ratings off the scale, counts that disagree with n, and a mean that they do not have', () => {
    checkDiagnostics(
      `
\`\`\`survey
id: S1
scale: -5..5
responses: {-6: 1, 2: 3, 7: 1}
            ^^ survey-mismatch: Rating −6 is not on the scale, which goes from −5 to 5
                         ^ survey-mismatch: Rating 7
n: 4
   ^ survey-mismatch: The responses add up to 5, and “n” says that 4 answered.
\`\`\`

- A point

  ~~~survey
  scale: 1..5
  responses:
    2: 1
    4: 3
  n: 40
     ^^ survey-mismatch: add up to 4
  mean: 3.4
        ^^^ survey-mismatch: The responses have a mean of 3.5, and “mean” says 3.4.
  ~~~

\`\`\`survey
scale: -5..5
n: 35
mean: -5.5
      ^^^^ survey-mismatch: A mean of −5.5 is not on the scale
\`\`\`
`,
      'survey-mismatch',
    );
  });

  it('sees a mean where nobody answered', () => {
    checkDiagnostics(
      `
\`\`\`survey
scale: 1..5
n: 0
mean: 3
      ^ survey-mismatch: There is no mean where nobody answered
\`\`\`

\`\`\`survey
scale: 1..5
responses: {1: 0}
mean: 3
      ^ survey-mismatch: all counts are 0
\`\`\`
`,
      'survey-mismatch',
    );
  });

  it('is quiet about figures that agree, that are rounded, or that are not known', () => {
    checkDiagnostics(
      `
\`\`\`survey
id: S1
scale: -5..5
responses: {-5: 1, 2: 1, 5: 1}
n: 3
mean: 0.67
\`\`\`

\`\`\`survey
scale: -5..5
responses: {-5: 1, 2: 1, 5: 1}
mean: 0.7
\`\`\`

\`\`\`survey
scale: 0..1
responses: {0: 1, 1: 1}
mean: 1
\`\`\`

\`\`\`survey
scale: 0..10
n: 15
mean: 7.5
\`\`\`

\`\`\`survey
responses: {1: 2}
n: many
\`\`\`

\`\`\`yaml
scale: 1..2
responses: {7: 2}
\`\`\`
`,
      'survey-mismatch',
    );
  });

  it('is silenced by a comment above the block, for all of it and no further', () => {
    const body = '```survey\nscale: 1..5\nresponses: {2: 1, 7: 3}\nn: 9\n```\n';
    const count = (text: string): number =>
      allDiagnostics(readFixture(text)).filter(({ code }) => code === 'survey-mismatch').length;
    const comment = '<!-- review-ignore-next-line survey-mismatch: as the council gave it -->';
    assert.equal(count(`${body}\n${body}`), 4);
    assert.equal(count(`${comment}\n\n${body}\n${body}`), 2);
  });

  itWeighs(
    'survey-mismatch',
    'error',
    '```survey\nscale: 1..5\nresponses: {6: 1}\n```\n',
    // Above the line itself no comment can stand; that it stands above the block is seen above.
    'title: A\n',
  );
});
