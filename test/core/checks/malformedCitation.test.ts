import assert from 'node:assert/strict';
import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('malformed-citation', () => {
  it('quotes what cannot be read', () => {
    checkDiagnostics(
      `
## Strengths
- One [std six]
      ^^^^^^^^^ malformed-citation: “[std six]” cannot be read as a citation
- Two [std]
      ^^^^^ malformed-citation: it names no id; write [std 6.1]
- Three [std 6.1;]
        ^^^^^^^^^^ malformed-citation: an id such as 6.1 is expected at “;”
- Four [std 6.2-6.1]
       ^^^^^^^^^^^^^ malformed-citation: the range 6.2-6.1 runs backwards
- Five [std 5.1-6.2]
       ^^^^^^^^^^^^^ malformed-citation: a range stays within one element
- Six [standard 6.1]
      ^^^^^^^^^^^^^^ malformed-citation: write [std 6.1]
- Seven [theme one]
        ^^^^^^^^^^^ malformed-citation
`,
      'malformed-citation',
      'unknown-standard',
    );
  });

  it('is quiet about citations, links, code and comments', () => {
    checkDiagnostics(
      `
## Strengths
- One [std 6.1] [theme park](x) [the standard] \`[std six]\` <!-- [std six] --> \\[std six] [std
`,
      'malformed-citation',
    );
  });

  it('offers the one clear reading', () => {
    checkFix('## Strengths\n- One [std 6.1;$0]', 'Change to [std 6.1]', '## Strengths\n- One [std 6.1]');
    checkFix(
      '## Strengths\n- One [std 6.2-6.1$0]',
      'Change to [std 6.1-6.2]',
      '## Strengths\n- One [std 6.1-6.2]',
    );
    checkFix('## Strengths\n- One [std6.1$0]', 'Change to [std 6.1]', '## Strengths\n- One [std 6.1]');
    checkFix(
      '## Strengths\n- One [std 6.1 and 6.2$0]',
      'Change to [std 6.1, 6.2]',
      '## Strengths\n- One [std 6.1, 6.2]',
    );
  });

  it('offers nothing where no reading is clear', () => {
    assert.deepEqual(fixTitles('## Strengths\n- One [std six$0]'), []);
    assert.deepEqual(fixTitles('## Strengths\n- One [std 5.1-6.2$0]'), []);
  });

  itWeighs('malformed-citation', 'error', '## Strengths\n- One [std six]\n');
});
