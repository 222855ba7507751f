/*
 * A catalogue that is read a part at a time holds what the parser finds in the whole text, at the same offsets.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { blocksOf } from '../../core/src/catalogue/blocks';
import { childrenOf, parse, spanOf } from '../../core/src/syntax/markdown';
import { runs } from '../support/awkward';

/** A block without its lines and columns, which no one asks for. */
function outline(node: Nodes): unknown {
  const { type } = node;
  const words = 'value' in node ? node.value : undefined;
  return { type, words, span: spanOf(node), children: childrenOf(node).map(outline) };
}

const whole = (text: string): unknown[] => parse(text).children.map(outline);
const inParts = (text: string): unknown[] => [...blocksOf(text, 1)].map(outline);

const heads = ['# Theme 1: A', '## Element 1: B', '### Standards', '# [a]', '## ```', '# <b>'];
const lines = [
  ...heads,
  ...['- 1.1 C', '1. D', '  - E', '    # F', '> G', '> # H', '\\# I', '#', '##\tJ', 'K', '---', '===', ''],
  ...['```', '~~~ x', '<div>', '</div>', '<!--', '-->', '<script>', '<?', '    ```', '- ```', '> ~~~'],
  ...[
    '[a]: http://b.example',
    '[a]',
    'see [a]',
    '- [a]: c',
    '> - 1) [a]: d',
    '[',
    'a]: e',
    '[^n]: f',
    'g[^n]',
  ],
  ...[
    '| h | i |',
    '| - | - |',
    '[std 1.1]',
    '\\[a]: j',
    '\t[a]: k',
    '* + [a]: l',
    '\u00a0[a]: m',
    '\uFEFF',
    'n\u2028# o',
  ],
];
const texts = fc
  .record({
    front: fc.constantFrom('', '---\nid: a\n---\n', '\uFEFF', '\uFEFF---\nid: a\n---\n', '---\n'),
    lines: fc.array(fc.oneof(fc.constantFrom(...heads), fc.constantFrom(...lines)), { maxLength: 16 }),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ front, lines: all, eol }) => (front + all.join('\n')).replaceAll('\n', eol));

describe('the blocks of a catalogue', () => {
  it('are the same in parts as in the whole text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(inParts(text), whole(text));
      }),
      runs(500),
    );
  });

  it('are read in more than one part', () => {
    const text = '# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n- 1.1 C\n';
    assert.deepEqual(inParts(text), whole(text));
    // The lines of a part begin with the part.
    const firstLines = [...blocksOf(text, 1)].map(({ position }) => position?.start.line);
    assert.deepEqual(firstLines, [1, 1, 3, 5]);
  });
});
