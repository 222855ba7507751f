import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likeness, wordSet } from '../../core/src/text/similarity';

const alike = (a: string, b: string): number => likeness(wordSet(a), wordSet(b));

describe('likeness', () => {
  it('is the share of words in common, whatever their case, order and marks', () => {
    assert.equal(alike('Children feel *heard*.', 'heard children FEEL'), 1);
    assert.equal(alike('one two three', 'one two four'), 4 / 6);
    assert.equal(alike('one two', 'three four'), 0);
  });

  it('takes both apostrophes for one, and a Welsh word whole', () => {
    assert.equal(alike('the council’s plan', "The council's plan"), 1);
    assert.deepEqual([...wordSet('Mae’r tîm, 2026.')], ["mae'r", 'tîm', '2026']);
  });

  it('says that nothing is like nothing', () => {
    assert.equal(alike('', ''), 0);
    assert.equal(alike('…', 'words'), 0);
  });

  it('is the same both ways, between 0 and 1, and 1 for the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const found = alike(a, b);
        assert.equal(found, alike(b, a));
        assert.ok(found >= 0 && found <= 1);
        if (wordSet(a).size > 0) assert.equal(alike(a, a), 1);
      }),
    );
  });
});
