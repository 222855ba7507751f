/*
 * How often a server that has ended is started again, by a clock that stands still until it is moved.
 */
import assert from 'node:assert/strict';
import { restartLimit, Restarts } from '../client/src/connection/restarts';

const { times, within } = restartLimit;

/** Restarts by a clock of the test's own. */
function withClock(): { readonly restarts: Restarts; readonly pass: (milliseconds: number) => void } {
  let now = 0;
  return {
    restarts: new Restarts(() => now),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** What is said to so many ends at once. */
function endTimes(restarts: Restarts, count: number): boolean[] {
  return Array.from({ length: count }, () => restarts.mayRestart());
}

describe('a server that ends', () => {
  it('is started again, up to a limit', () => {
    const { restarts } = withClock();
    assert.deepEqual(endTimes(restarts, times), Array(times).fill(true));
    assert.equal(restarts.areUsedUp, false);
    assert.equal(restarts.mayRestart(), false);
    assert.equal(restarts.areUsedUp, true);
  });

  it('is started again for ever if it ends now and then only', () => {
    const { restarts, pass } = withClock();
    for (let day = 0; day < 100; day++) {
      assert.equal(restarts.mayRestart(), true);
      pass(within / times);
    }
  });

  it('is not started again a moment before the first end is old enough, and is at that moment', () => {
    for (const [late, expected] of [
      [-1, false],
      [0, true],
    ] as const) {
      const { restarts, pass } = withClock();
      endTimes(restarts, times);
      pass(within + late);
      assert.equal(restarts.mayRestart(), expected);
    }
  });

  it('has all its restarts again when a person wants it to be tried anew', () => {
    const { restarts } = withClock();
    endTimes(restarts, times + 1);
    restarts.forget();
    assert.equal(restarts.areUsedUp, false);
    assert.deepEqual(endTimes(restarts, times + 1), [...Array<boolean>(times).fill(true), false]);
  });

  it('is started again once if it gave no answer, and not after a second time, however late that is', () => {
    const { restarts, pass } = withClock();
    restarts.gaveNoAnswer();
    assert.equal(restarts.mayRestart(), true);
    pass(24 * 60 * 60_000);
    restarts.gaveNoAnswer();
    assert.equal(restarts.mayRestart(), false);
    assert.equal(restarts.areUsedUp, true);
  });

  it('may give no answer once more after a person has tried again, which leaves other ends counted', () => {
    const { restarts } = withClock();
    endTimes(restarts, times - 1);
    restarts.gaveNoAnswer();
    restarts.forgetNoAnswer();
    restarts.gaveNoAnswer();
    assert.equal(restarts.mayRestart(), true);
    assert.equal(restarts.mayRestart(), false);
    restarts.gaveNoAnswer();
    restarts.forget();
    assert.equal(restarts.areUsedUp, false);
  });
});
