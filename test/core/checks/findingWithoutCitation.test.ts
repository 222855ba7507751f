import { checkDiagnostics } from '../../support/check';
import { itWeighs, unfinished } from '../../support/weight';

describe('finding-without-citation', () => {
  it('sees a finding with words that cites no standard', () => {
    checkDiagnostics(
      `
## Strengths
- Visits are on time
  ^^^^^^^^^^^^^^^^^^ finding-without-citation: This finding cites no standard yet
- Visits are on time [probe 6.12]
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ finding-without-citation
## Areas for development
1. Plans are late
   ^^^^^^^^^^^^^^ finding-without-citation
   and nobody knows
`,
      'finding-without-citation',
    );
  });

  it('is quiet about findings that cite, even wrongly, about stubs, and elsewhere', () => {
    checkDiagnostics(
      `
Narrative.

- A list
## Strengths
- Visits are on time [std 6.1]
- Visits are on time [std 6]
- Visits
  - are on time [std 6.1]
- Unknown [std 9.9]
- Malformed [std six]
- TODO
-
## Suggestions
- Visit more
`,
      'finding-without-citation',
    );
  });

  itWeighs('finding-without-citation', unfinished, '## Strengths\n- Visits are on time\n');
});
