import { checkDiagnostics } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('citation-elsewhere', () => {
  it('sees a finding that cites only standards of another theme', () => {
    checkDiagnostics(
      `
# Delivery [theme 3]
## Strengths
- Leaders lead [std 3.1] and plan [std 4.1]
               ^^^^^^^^^ citation-elsewhere: This finding stands in theme 3 and cites only theme 2 (Leadership, strategy and working together).
`,
      'citation-elsewhere',
    );
  });

  it('knows the theme by a title, an element, an alias', () => {
    checkDiagnostics(
      `
# 6. Commissioning
## Strengths
- Leaders lead [std 3.1]
               ^^^^^^^^^ citation-elsewhere: stands in theme 3
# Local Safeguarding Board
## Strengths
- Visits are on time [std 6.1]
                     ^^^^^^^^^ citation-elsewhere: stands in theme 2
`,
      'citation-elsewhere',
    );
  });

  it('is quiet when one of them is of this theme, or nothing says which theme it is', () => {
    checkDiagnostics(
      `
## Strengths
- Leaders lead [std 3.1]
# Delivery [theme 3]
## Strengths
- Leaders lead [std 3.1] and visit [std 6.1]
- Buying is safe [std 7]
- Nothing cited
- Unknown [std 9.9]
`,
      'citation-elsewhere',
    );
  });

  itWeighs('citation-elsewhere', 'information', '# Delivery [theme 3]\n## Strengths\n- A [std 3.1]\n');
});
