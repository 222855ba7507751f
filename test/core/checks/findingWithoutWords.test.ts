import { checkDiagnostics } from '../../support/check';
import { itWeighs, unfinished } from '../../support/weight';

describe('finding-without-words', () => {
  it('sees stubs, placeholders and empty items', () => {
    checkDiagnostics(
      `
## Strengths
- … [std 6.1]
  ^^^^^^^^^^^ finding-without-words: This finding has no words yet
- TODO
  ^^^^ finding-without-words
- TBC [std 6.1]
  ^^^^^^^^^^^^^ finding-without-words
-
^ finding-without-words
- [std 6.1]
  ^^^^^^^^^ finding-without-words
`,
      'finding-without-words',
    );
  });

  it('is quiet about findings with words, and about other lists', () => {
    checkDiagnostics(
      `
- TODO
## Strengths
- Visits [std 6.1]
- [std 6.1]: Visits
- [std 6.1]
  - Visits
## Actions
- TBC
`,
      'finding-without-words',
    );
  });

  itWeighs('finding-without-words', unfinished, '## Strengths\n- TBC [std 6.1]\n');
});
