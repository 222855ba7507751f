/*
 * Counting many numbers, held to a Map that counts the same.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Tally } from '../../core/src/text/intCounter';
import { runs } from '../support/awkward';

describe('a tally of numbers', () => {
  it('says what a map of counts says, whatever is counted on and off', () => {
    // Numbers with the same lower bits are looked for in the same place.
    const number = fc.oneof(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 2 ** 20 }).map((high) => high * 2 ** 32 + 7),
    );
    const step = fc.record({ number, by: fc.constantFrom(1 as const, 1 as const, -1 as const) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const tally = new Tally();
        const counts = new Map<number, number>();
        for (const { number: each, by } of steps) {
          tally.add(each, by);
          counts.set(each, Math.max(0, (counts.get(each) ?? 0) + by));
        }
        for (const [each, times] of counts) assert.equal(tally.of(each), times);
        assert.equal(tally.of(2 ** 52), 0);
      }),
      runs(300),
    );
  });

  it('keeps a hundred thousand', () => {
    const tally = new Tally();
    for (let i = 1; i <= 100_000; i++) tally.add(i * 7919, 1);
    for (let i = 1; i <= 100_000; i += 2) tally.add(i * 7919, -1);
    assert.equal(tally.of(7919), 0);
    assert.equal(tally.of(2 * 7919), 1);
    assert.equal(tally.of(5), 0);
  });
});
