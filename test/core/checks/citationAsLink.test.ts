import { checkDiagnostics, checkFix } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('citation-as-link', () => {
  it('sees what other tools read as a link or as a link definition', () => {
    checkDiagnostics(
      `
## Strengths
- On time [std 6.1](see the plan)
- On time [std 6.1](x.md)
          ^^^^^^^^^ citation-as-link: Other tools read “[std 6.1](…)” as a link
- [std 6.2]: Strong
  ^^^^^^^^^ citation-as-link: link definition

[theme 3]: <x>
^^^^^^^^^ citation-as-link
`,
      'citation-as-link',
    );
  });

  it('is quiet where they read the same as we do', () => {
    checkDiagnostics(
      `
## Strengths
- On time [std 6.1] (x.md)
- On time [std 6.1]: Strong
- [std 6.1]: Strong in every team
- [std 6.1][std 6.2]
- See [the plan](x.md) [std 6.1].
`,
      'citation-as-link',
    );
  });

  it('offers to move the text apart', () => {
    checkFix(
      '## Strengths\n- On time [std 6.1$0](x.md)',
      'Put a space behind the citation',
      '## Strengths\n- On time [std 6.1] (x.md)',
    );
    checkFix(
      '## Strengths\n- [std 6.1$0]: Strong',
      'Write a dash instead of the colon',
      '## Strengths\n- [std 6.1] – Strong',
    );
  });

  itWeighs('citation-as-link', 'warning', '## Strengths\n- On time [std 6.1](x)\n');
});
