import { checkDiagnostics, checkFix } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('escaped-citation', () => {
  it('sees a backslash before a citation', () => {
    checkDiagnostics(
      `
## Strengths
- On time \\[std 6.1] and \\[std 6.2\\]
          ^^^^^^^^^^ escaped-citation: The backslash hides this citation
                         ^^^^^^^^^^^ escaped-citation
`,
      'escaped-citation',
    );
  });

  it('is quiet about other backslashes, and about code', () => {
    checkDiagnostics(
      '\n## Strengths\n- On time \\\\[std 6.1] \\[x] \\* \\[std six] `\\[std 6.1]`\n',
      'escaped-citation',
    );
  });

  it('offers to take it away', () => {
    checkFix('A [std 1.1] and \\[std 6.1$0].', 'Take the backslash away', 'A [std 1.1] and [std 6.1].');
    checkFix('On time \\[std 6.1$0\\].', 'Take the backslash away', 'On time [std 6.1].');
  });

  itWeighs('escaped-citation', 'hint', '## Strengths\n- On time \\[std 6.1]\n');
});
