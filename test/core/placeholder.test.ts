/*
 * Rows of signs that stand for a name or for text to come. A row of x is how a redacted name looks: it must be read
 * at once, however long it is and whatever follows it.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnostics, Workspace } from '../../core/src';
import { isPlaceholder } from '../../core/src/text/placeholder';
import { runs } from '../support/awkward';
import { itUnlessQuick } from '../support/depth';
import { assertLinear } from '../support/growth';

/** What a placeholder is made of, one piece each. */
const piece = /^(?:to ?do|tb[acdw]|fix ?me|x{2,}|n\/?a|\p{P}|\p{S}|\s)$/iu;
const longestPiece = 12;

/** The plain meaning: the text can be cut into such pieces. Tries every cut, so only for short texts. */
function canBeCut(text: string): boolean {
  const reached = [true];
  for (let end = 1; end <= text.length; end++)
    reached[end] = Array.from({ length: Math.min(end, longestPiece) }, (_, i) => end - 1 - i).some(
      (start) => reached[start] && piece.test(text.slice(start, end)),
    );
  return reached[text.length] === true;
}

const signs = [
  'x',
  'X',
  'xX',
  '.',
  '…',
  '-',
  '–',
  '_',
  '?',
  '[',
  ']',
  '()',
  '*',
  '█',
  'n/a',
  'na',
  'tbc',
  'todo',
  ' ',
];
const others = ['', 'a', '7', 'é', 'ŵ', 'Ж', '名', 'e\u0301', '\u200b', '😀'];

describe('isPlaceholder', () => {
  for (const sign of signs) {
    itUnlessQuick(`reads a row of ${JSON.stringify(sign)} at once, whatever follows`, () => {
      for (const other of others) {
        const short = costOf(`${sign.repeat(8)}${other}`);
        const long = costOf(`${sign.repeat(22)}${other}`);
        assert.ok(long < short * 30, `${sign} and ${other}: ${(long / short).toFixed(0)} times the cost`);
      }
    });
  }

  for (const [name, textOf] of [
    ['x', (n: number) => 'x'.repeat(n)],
    ['x before a letter', (n: number) => `${'x'.repeat(n)}y`],
    ['redacted names', (n: number) => `${'Xxxx xxxxxx, '.repeat(n / 10)}spoke`],
    ['mixed signs', (n: number) => `${'x?-[xx]…'.repeat(n / 8)}ŵ`],
  ] as const) {
    itUnlessQuick(`takes time in proportion to the length of the text: ${name}`, () => {
      assertLinear(textOf, isPlaceholder);
    });
  }

  it('means what it meant: the text is made of such pieces', () => {
    const parts = [
      ...signs,
      ...others,
      'x',
      'xx',
      'xxx',
      'fix me',
      'fixme',
      'to do',
      'tb',
      'to',
      'n',
      '\u017f',
      '\u212a',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 9 }), (drawn) => {
        const text = drawn.join('');
        const isNote = /^to ?do\b/i.test(text);
        assert.equal(isPlaceholder(text), isNote || canBeCut(text), JSON.stringify(text));
      }),
      runs(1000),
    );
  });

  it('lets a review with redacted names be checked', () => {
    const names = ['x'.repeat(60), 'X'.repeat(45), 'x'.repeat(44) + 'é', `${'_'.repeat(80)} (parent)`];
    const workspace = new Workspace([]);
    const findings = names.map((name) => `- ${name} said that visits were on time [std 6.1]\n- ${name}\n`);
    workspace.setFile('a.review.md', `## Strengths\n\n${findings.join('')}`);
    const codes = diagnostics(workspace.snapshot(), 'a.review.md').map(({ code }) => code);
    assert.ok(codes.includes('finding-without-words'));
  });
});

/** Processor time of 200 readings, in milliseconds; never nothing, so that it can be divided by. */
function costOf(text: string): number {
  const costs = [0, 1, 2, 3, 4].map(() => {
    const before = process.cpuUsage();
    for (let i = 0; i < 200; i++) isPlaceholder(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.max(0.5, Math.min(...costs));
}
