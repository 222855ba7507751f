/*
 * A clock that is set forward or back, as after a flat battery or a correction over the network: what decides by time
 * does so by a clock that only runs, or by none. The day of today is the one exception, and is asked for anew each time.
 */
import assert from 'node:assert/strict';
import { Restarts, restartLimit } from '../client/src/connection/restarts';
import { Pages } from '../server/src/requests/pageState';
import { Slice } from '../server/src/session/timeSlices';
import { Desk } from './support/serverCli';

const year = 365 * 24 * 3600 * 1000;
const jumps = [10 * year, -30 * year, 0, -1000, 3600 * 1000];

describe('a clock that jumps', () => {
  const real = Date.now;
  let shift = 0;
  beforeEach(() => {
    Date.now = () => real() + shift;
  });
  afterEach(() => {
    Date.now = real;
  });

  it('neither uses up the restarts of a server nor gives more of them', () => {
    const restarts = new Restarts();
    for (let i = 0; i < restartLimit.times; i++) {
      shift = jumps[i % jumps.length] ?? 0;
      assert.equal(restarts.mayRestart(), true);
    }
    shift = 10 * year;
    assert.equal(restarts.mayRestart(), false);
  });

  it('makes no slice of work endless', () => {
    const slice = new Slice();
    shift = -10 * year;
    const end = performance.now() + 50;
    while (performance.now() < end);
    assert.equal(slice.isOver, true);
  });

  it('makes no server take the page of the one before it for its own', () => {
    Date.now = () => 1_800_000_000_000;
    const print = (): [] => [];
    const stateOf = (): number => new Pages(() => undefined).change('a', undefined, print).state;
    const states = new Set(Array.from({ length: 50 }, stateOf));
    assert.equal(states.size, 50);
    for (const state of states) assert.ok(Number.isSafeInteger(state));
  });

  describe('while files are watched', () => {
    const finding = (words: string): string => `# Theme 1: Outcomes\n\n## Strengths\n\n- ${words}\n`;
    let desk: Desk;
    beforeEach(() => {
      desk = new Desk({
        'r/cover.review.md': '---\ntitle: A review\nstandards: tiny\n---\n',
        'r/one.review.md': finding('Told. [std 1.1]'),
      });
    });
    afterEach(() => {
      // What a failed test leaves watching would keep the process alive.
      desk.stop.abort();
      desk.folder.remove();
    });

    it('leaves watching and fixing as they are', async () => {
      const { running, until } = desk.watch('check --watch --fix r');
      await until(/Watching for changes/);
      for (const [i, jump] of jumps.entries()) {
        shift = jump;
        desk.folder.write('r/one.review.md', finding(`Told ${i}. [std1.1]`));
        await until(/“\[std1\.1\]” became “\[std 1\.1\]”/);
      }
      desk.stop.abort();
      assert.equal((await running).code, 0);
    });
  });
});
