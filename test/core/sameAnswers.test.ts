/*
 * What is looked up by halves or made in one pass gives what the plain way gives that looks at everything each time. The
 * plain ways are written here; they are too slow for a long text.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupAlikeBy } from '../../core/src/text/alike';
import { enclosesAny, firstReached } from '../../core/src/text/bisect';
import { composeEdits } from '../../core/src/text/composeEdits';
import { applyEdits, type TextEdit } from '../../core/src/text/textEdit';
import {
  aboutSuppressions,
  readSuppressions,
  silencedLine,
  SilencedLines,
} from '../../core/src/syntax/suppression';
import { likeness } from '../../core/src/text/similarity';
import { encloses, span } from '../../core/src/text/span';
import { runs } from '../support/awkward';

const spans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => span(start, start + length)),
  { maxLength: 12 },
);

/** Groups as they were made before: each item against all others. */
function groupPlainly(items: readonly ReadonlySet<string>[], bound: number): ReadonlySet<string>[][] {
  const groups: ReadonlySet<string>[][] = [];
  for (const item of items) {
    const near = groups.filter((group) => group.some((other) => likeness(other, item) >= bound));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), item]);
  }
  return groups.filter((group) => group.length > 1);
}

/** A text and edits of it that do not overlap, in any order; several may be at one place. */
const round = (text: string): fc.Arbitrary<TextEdit[]> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(3), fc.constantFrom('', 'x', 'yz')), { maxLength: 6 })
    .map((drawn) => {
      const edits: TextEdit[] = [];
      for (const [start, length, words] of drawn) {
        const place = span(start, Math.min(text.length, start + length));
        if (edits.every((other) => place.end <= other.span.start || other.span.end <= place.start))
          edits.push({ span: place, text: words });
      }
      return edits;
    });

describe('quick ways', () => {
  it('find the first of a list in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, from) => {
        const inOrder = [...numbers].sort((a, b) => a - b);
        const found = inOrder.findIndex((number) => number >= from);
        assert.equal(
          firstReached(inOrder, (number) => number >= from),
          found < 0 ? inOrder.length : found,
        );
      }),
      runs(300),
    );
  });

  it('tell whether a span encloses one of many', () => {
    fc.assert(
      fc.property(spans, spans, (outer, inner) => {
        const holds = enclosesAny(inner);
        for (const each of outer)
          assert.equal(
            holds(each),
            inner.some((other) => encloses(each, other)),
          );
      }),
      runs(300),
    );
  });

  it('group what is nearly the same, in the same order', () => {
    const words = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
      .map((list) => new Set(list));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (items) => {
        const grouped = groupAlikeBy(items, (item) => item, 0.6, 200);
        assert.deepEqual(grouped, groupPlainly(items, 0.6));
      }),
      runs(500),
    );
  });

  it('find the same words at any distance, and others near by', () => {
    const others = Array.from({ length: 300 }, (_, i) => new Set([`only ${i}`]));
    const same = new Set(['a', 'b', 'c']);
    const near = new Set(['a', 'b', 'd']);
    const group = (...items: ReadonlySet<string>[]): number =>
      groupAlikeBy(items, (item) => item, 0.6, 200).length;
    assert.equal(group(same, ...others, new Set(same)), 1);
    assert.equal(group(same, ...others.slice(0, 199), near), 1);
    assert.equal(group(same, ...others.slice(0, 200), near), 0);
  });

  it('make rounds of edits one', () => {
    const drawn = fc.string({ maxLength: 20 }).chain((text) =>
      round(text).chain((first) => {
        const after = applyEdits(text, first);
        return round(after).map((second) => ({ text, first, after, second }));
      }),
    );
    fc.assert(
      fc.property(drawn, ({ text, first, after, second }) => {
        const composed = composeEdits(text.length, [first, second]);
        assert.equal(applyEdits(text, composed), applyEdits(after, second));
      }),
      runs(500),
    );
  });

  it('find the line that each of many ignore comments is for', () => {
    const piece = fc.constantFrom(
      '<!-- review-ignore-next-line a: why -->',
      `<!-- review-ignore-next-line ${aboutSuppressions}: why -->`,
      '\n',
      '\r\n',
      '  ',
      '> ',
      'words',
      '```survey\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const lines = new SilencedLines(text);
        for (const { code, span: place } of readSuppressions(text, span(0, text.length)).reverse())
          assert.deepEqual(lines.of(place.end, code), silencedLine(text, place.end, code));
      }),
      runs(500),
    );
  });
});
