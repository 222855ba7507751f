/*
 * Where something is typed, told without a parse: the Markdown parser, which decides in the end, must agree.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../core/src';
import { isIndentedCode } from '../../core/src/syntax/indentedCode';
import { contextAt } from '../../core/src/syntax/cursorContext';
import { completions } from '../support/check';
import { runs } from '../support/awkward';

const typed = '    [std 6.1';

/** Whether the parser takes what is typed behind some text for code. */
function isCode(above: string): boolean {
  return !readDocument(`${above}${typed}]\n`).citations.some(({ span }) => span.start === above.length + 4);
}

describe('indented code', () => {
  const code = [
    '',
    '\n',
    'A paragraph.\n\n',
    '# A heading\n',
    'A paragraph.\n\n    code\n',
    'A paragraph.\n\n    code\n\n',
    '- A point.\n\nA paragraph.\n\n',
    '1. A point.\n\n## A heading\n\n',
    '- A point.\n\n---\n\n',
    '---\ntitle: A\n---\n\n',
    '> A quotation.\n\n',
    'A paragraph.\r\n\r\n',
    '   A paragraph.\n\n',
  ];
  for (const above of code) {
    it(`offers nothing: ${JSON.stringify(above)}`, () => {
      assert.ok(isCode(above));
      assert.equal(contextAt(above + typed, above.length + typed.length), 'code');
      assert.deepEqual(completions(`${above}    [std $0`), []);
    });
  }

  const words = [
    'A paragraph.\n',
    'A paragraph.\n    carried on\n',
    '- A point.\n\n',
    '- A point.\n\n  Its words.\n\n',
    '- A point,\ncarried on.\n\n',
    '10. A point.\n\n',
    '- A point.\n\n    - Another.\n\n',
    '[^1]: A note.\n\n',
  ];
  for (const above of words) {
    it(`is none, and all is offered: ${JSON.stringify(above)}`, () => {
      assert.ok(!isCode(above));
      assert.equal(contextAt(above + typed, above.length + typed.length), 'text');
      assert.ok(completions(`${above}    [std $0`).length > 0);
    });
  }

  it('is text where there is more above than is looked at', () => {
    const above = `A paragraph.\n\n${'    code\n'.repeat(400)}`;
    assert.equal(contextAt(above + typed, above.length + typed.length), 'text');
  });

  it('is never said where the parser reads a citation', () => {
    const line = fc.constantFrom(
      ...['', '', 'Words', '  Words', '   Words', '    Words', '\tWords', '      Words'],
      ...['- A', '  - A', '    - A', '1. A', '100. A', '-', '# H', '---', '***', '- - -', '> Words', '> - A'],
      ...['[^1]: Note', '  [^1]: Note', '| a |', '<div>', '```', '<!-- a -->', 'Words', '+ A', '   * A'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const above = lines.map((each) => each + end).join('');
        const isSaid = isIndentedCode(above + typed, above.length + typed.length);
        assert.ok(!isSaid || isCode(above), JSON.stringify(above));
      }),
      runs(2000),
    );
  });
});
