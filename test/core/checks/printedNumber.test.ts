import { checkDiagnostics, checkFix } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('printed-number', () => {
  it('tells that the catalogue numbers the standard otherwise', () => {
    checkDiagnostics(
      `
# Delivery [theme 3]
## Strengths
- Safeguarding is personal [std 7.2].
                                ^^^ printed-number: 7.2 is the number printed for standard 6.2
`,
      'printed-number',
      'unknown-standard',
    );
  });

  it('is quiet about a printed number that is an id of its own', () => {
    checkDiagnostics(
      '\n## Strengths\n- Buying is safe [std 7.1] [std 6.1] [std 6.2] [probe 7.2]\n',
      'printed-number',
    );
  });

  it('speaks in narrative too', () => {
    checkDiagnostics(
      `
Mentioned [std 7.2].
               ^^^ printed-number
`,
      'printed-number',
    );
  });

  it('offers the catalogue’s number', () => {
    checkFix('## Strengths\n- Safe [std 7.2$0].', 'Change to 6.2', '## Strengths\n- Safe [std 6.2].');
    checkFix(
      '## Strengths\n- Safe [std 1.1, 7.2$0].',
      'Change to 6.2',
      '## Strengths\n- Safe [std 1.1, 6.2].',
    );
  });

  it('writes a range with a printed end as a list of what it cites', () => {
    checkFix(
      '## Strengths\n- Safe [std 7.1-7.2$0].',
      'Change to 7.1, 6.2',
      '## Strengths\n- Safe [std 7.1, 6.2].',
    );
  });

  it('adds no second citation of what the finding cites already', () => {
    checkFix(
      '## Strengths\n- Safe [std 6.2, 7.1-7.2$0].',
      'Change to 7.1',
      '## Strengths\n- Safe [std 6.2, 7.1].',
    );
  });

  itWeighs('printed-number', 'warning', '## Strengths\n- Safe [std 7.2]\n');
});
