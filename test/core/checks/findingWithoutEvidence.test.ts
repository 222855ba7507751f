import { checkDiagnostics } from '../../support/check';
import { itWeighs, unfinished } from '../../support/weight';

const register = '# Evidence\n\n| Id |\n| --- |\n| D4 |\n';

describe('finding-without-evidence', () => {
  it('complains where there is a register', () => {
    checkDiagnostics(
      `//- cover.review.md
${register}
//- one.review.md
## Strengths
- On time [std 6.1]
  ^^^^^^^^^^^^^^^^^ finding-without-evidence: add some, such as [ev D4].
- On paper [std 6.1] [ev D4]
`,
      'finding-without-evidence',
    );
  });

  it('is quiet about stubs, narrative, and findings whose evidence is complained of already', () => {
    checkDiagnostics(
      `//- cover.review.md
${register}
//- one.review.md
We heard [std 6.2].

## Strengths
- On time [std 6.1] [ev D9]
- On time [std 6.1] [ev ;]
- TODO [std 6.1]

## Suggestions
- Ask again [std 6.1]
`,
      'finding-without-evidence',
    );
  });

  it('is quiet where there is no register, or one without an id', () => {
    checkDiagnostics(
      `//- cover.review.md
# Evidence

| Id | Description |
| --- | --- |
| | Carers |

## Strengths
- On time [std 6.1]
`,
      'finding-without-evidence',
    );
  });

  itWeighs('finding-without-evidence', unfinished, `## Strengths\n- On time [std 6.1]\n\n${register}`);
});
