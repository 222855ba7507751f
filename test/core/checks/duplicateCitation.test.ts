import { checkDiagnostics, checkFix } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('duplicate-citation', () => {
  it('sees the same thing twice in one finding', () => {
    checkDiagnostics(
      `
## Strengths
- On time [std 6.1] and early [std 6.1]
                                   ^^^ duplicate-citation: This finding has cited 6.1 before
- On time [std 6.1, 6.2, 6.1]
                         ^^^ duplicate-citation
- On time [std 1.1-1.3, 1.2]
                        ^^^ duplicate-citation
- On time [std 6.2, 7.2]
                    ^^^ duplicate-citation
- Heard [ev FG2, FG2]
                 ^^^ duplicate-citation
`,
      'duplicate-citation',
    );
  });

  it('takes an element and its standard, a standard and a probe, two findings, and a wider range for different', () => {
    checkDiagnostics(
      `
## Strengths
- On time [std 6, 6.1] [probe 6.1]
- On time [std 6.1] [std 1.1, 1.1-1.2]

In the narrative [std 6.1] and [std 6.1].
`,
      'duplicate-citation',
    );
  });

  const title = 'Remove the second citation';
  it('offers to remove the second', () => {
    checkFix(
      '## Strengths\n- On time [std 6.1, 6.2, 6.1$0]',
      title,
      '## Strengths\n- On time [std 6.1, 6.2]',
    );
    checkFix(
      '## Strengths\n- On [std 6.1] time [std 6.1$0, 6.2]',
      title,
      '## Strengths\n- On [std 6.1] time [std 6.2]',
    );
    checkFix('## Strengths\n- On [std 6.1] time [std 6.1$0].', title, '## Strengths\n- On [std 6.1] time.');
    checkFix('## Strengths\n- [std 6.1] On time[std 6.1$0]', title, '## Strengths\n- [std 6.1] On time');
  });

  it('leaves no citation behind that cannot be read', () => {
    checkFix('## Strengths\n- On [std 6.1] [std 6.1$0 ] time', title, '## Strengths\n- On [std 6.1] time');
    checkFix(
      '## Strengths\n- On [std 6.1, 6.2 , 6.1$0] time',
      title,
      '## Strengths\n- On [std 6.1, 6.2] time',
    );
  });

  itWeighs('duplicate-citation', 'hint', '## Strengths\n- On time [std 6.1, 6.1]\n');
});
