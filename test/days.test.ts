/*
 * Days as the client counts and reads them, wherever this machine is.
 */
import assert from 'node:assert/strict';
import { dayBefore, dayInWords, dayOf, readDay, startOf } from '../client/src/days';

describe('days of the client', () => {
  it('begin where the clock says midnight', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-12-31']) {
      const start = startOf(day);
      assert.equal(dayOf(start), day);
      assert.equal(dayOf(new Date(start.getTime() - 1)), dayBefore(day));
    }
    assert.equal(dayBefore('2026-03-01'), '2026-02-28');
  });

  it('are read in the British order, or with the year first', () => {
    for (const words of ['2026-10-02', '2026-10-2', '2.10.2026', '02/10/26', ' 2 10 2026 ', '2-10-2026']) {
      assert.equal(readDay(words), '2026-10-02', words);
    }
    for (const words of ['', 'Friday', '2026-02-30', '31.9.2026', '10/13/2026', '2026-10', '2026', '1.1.1']) {
      assert.equal(readDay(words), undefined, words);
    }
  });

  it('are said in words', () => {
    assert.equal(dayInWords('2026-10-02'), 'Friday 2 October 2026');
  });
});
