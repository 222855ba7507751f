/*
 * No text, no folder and no file can make the product slow by being made so: four times as much costs about four times as
 * much, whatever is done with it. Each run of the tests tries a few shapes; the soak, and `GROWTH=all`, tries every one.
 */
import assert from 'node:assert/strict';
import { few, growthShapes } from '../support/growth/all';
import { bound, growthOf } from '../support/growth/measure';

const isWhole = process.env.GROWTH === 'all';

describe('what grows with its input', () => {
  for (const shape of growthShapes) {
    if (!isWhole && !few.includes(shape.name)) continue;
    it(`costs four times as much for four times as much: ${shape.name}`, async () => {
      const { n, growth } = await growthOf(shape, isWhole);
      const steep = growth.filter(({ ratio }) => ratio >= bound);
      const words = steep.map(
        ({ what, costs }) => `${what} ${costs.map((cost) => cost.toFixed(0)).join(', ')} ms`,
      );
      assert.deepEqual(words, [], `with ${n}, ${4 * n} and ${16 * n} pieces`);
    });
  }

  it('is tried with a few shapes that there are', () => {
    const names = growthShapes.map(({ name }) => name);
    assert.deepEqual(
      few.filter((name) => !names.includes(name)),
      [],
    );
    assert.equal(new Set(names).size, names.length);
  });
});
