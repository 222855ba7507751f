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
      ^^^^^ malformed-citation: it names no id; write one after “std”.
- Three [std 6.1;]
        ^^^^^^^^^^ malformed-citation: an id with a number is expected at “;”
- Four [std 6.2-6.1]
       ^^^^^^^^^^^^^ malformed-citation: the range 6.2-6.1 runs backwards
- Five [std 5.1-6.2]
       ^^^^^^^^^^^^^ malformed-citation: a range stays within one element
- Six [standard 6.2]
      ^^^^^^^^^^^^^^ malformed-citation: cannot be read as a citation: write [std 6.2].
- Seven [theme one]
        ^^^^^^^^^^^ malformed-citation
- Eight [std6.2]
        ^^^^^^^^ malformed-citation: cannot be read as a citation: write [std 6.2].
- Nine [std 6.2-6.1]
       ^^^^^^^^^^^^^ malformed-citation: the range 6.2-6.1 runs backwards; write [std 6.1-6.2].
- Ten [std 6.2;]
      ^^^^^^^^^^ malformed-citation: an id with a number is expected at “;”; write [std 6.2].
- Eleven [std 6.1,]
         ^^^^^^^^^^ malformed-citation: an id with a number is expected at its end; write [std 6.1].
- Twelve [std9.9]
         ^^^^^^^^ malformed-citation: cannot be read as a citation: put a space after “std”.
- Thirteen [standard 9.9]
           ^^^^^^^^^^^^^^ malformed-citation: write “std” and a space instead of “standard”.
- Fourteen [ev D1 D2]
           ^^^^^^^^^^ malformed-citation: an id is expected at “D2”.
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

  it('offers no reading that names what the catalogue does not have', () => {
    for (const text of ['[std9.9$0]', '[std 6.1 and 6.9$0]', '[standard 6.3-6.1$0]', '[std xs:6.1;$0]'])
      assert.deepEqual(fixTitles(`## Strengths\n- One ${text}`), [], text);
  });

  itWeighs('malformed-citation', 'error', '## Strengths\n- One [std six]\n');
});
