import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Nodes } from 'mdast';
import { parse } from '../../core/src/syntax/markdown';
import { literalLine } from '../../core/src/text/markdownEscape';
import { awkwardText, runs } from '../support/awkward';

/** The words that are read where the line stands as a paragraph, in a list and in bold; other readers follow links. */
function readBack(line: string): string[] {
  const wordsOf = (node: Nodes): string => {
    const { type }: { type: string } = node;
    if ('value' in node && ['text', 'escapedCitation'].includes(type)) return node.value;
    if (node.type === 'root' || node.type === 'paragraph') return node.children.map(wordsOf).join('');
    if (node.type === 'strong' || node.type === 'list' || node.type === 'listItem') {
      return node.children.map(wordsOf).join('');
    }
    return `<${node.type}>`;
  };
  const other = new MarkdownIt({ html: true, linkify: true, typographer: false });
  const html = other.renderInline(line);
  return [wordsOf(parse(line)), wordsOf(parse(`- ${line}`)), html];
}

function escapeHtml(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function check(words: string): void {
  // eslint-disable-next-line no-control-regex -- what no reader keeps.
  const plain = words.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  assert.deepEqual(readBack(literalLine(words)), [plain, plain, escapeHtml(plain)]);
}

describe('words as Markdown', () => {
  const hostile = [
    '# A heading',
    '- a list',
    '+ a list',
    '1. a list',
    '12) a list',
    '1.5 is a number, 6.1 too',
    '> quoted',
    '=== ---',
    '---',
    '```js',
    '~~~',
    '    code',
    '[std 6.1]',
    '[x](javascript:alert(1))',
    '[x]: https://example.org',
    '![x](https://example.org/x.png)',
    '<script>alert(1)</script>',
    '<!-- gone -->',
    '<https://example.org>',
    'https://example.org/a_b_c and www.example.org and a@example.org',
    'ftp://x.org mailto:a@example.org',
    '&lt; &amp; &#35; AT&T',
    '*all* **of** _it_ __is__ ~~here~~',
    'a | b | c',
    ':-- | --',
    'a\\b \\[std 6.1]',
    '`code` and ``more``',
    '$x^2$ and [^1] and [^1]: x',
    'ends with a backslash \\',
    'two  blanks  and\ttabs',
    '- [ ] a task',
    '@by(AA) {{x}} ::: note',
    '…',
  ];
  for (const words of hostile) {
    it(`${JSON.stringify(words)} is read as it is`, () => {
      check(words);
    });
  }

  it('any words are read as they are', () => {
    fc.assert(fc.property(awkwardText, check), runs(500));
    const signs = fc.string({ unit: fc.constantFrom(...Array.from('#-+*_~`[](){}<>&|\\!:./=$^@"\'1a \n')) });
    fc.assert(fc.property(signs, check), runs(3000));
  });
});
