import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayInWords,
  daysBetween,
  isDate,
  readDay,
  readLastDay,
  weekdayOf,
} from '../../core/src/text/date';
import { runs } from '../support/awkward';

describe('a day as it is written', () => {
  const written = [
    ...[
      '2026-11-15',
      '15.11.26',
      '15.11.2026',
      '15/11/26',
      '15/11/2026',
      '15-11-2026',
      '15 11 26',
      '2026/11/15',
    ],
    ...[
      '15 November 2026',
      '15th November 2026',
      '15 Nov 2026',
      '15 NOV. 26',
      '15 November, 2026',
      '15 . 11 . 26',
    ],
    ...[
      'November 15, 2026',
      'Sunday 15 November 2026',
      'Sun, 15/11/2026',
      "15 Nov '26",
      '15  November\n 2026',
    ],
    ...['15 Tachwedd 2026', '15fed o Dachwedd 2026', 'dydd Sul 15 Tachwedd 2026', '15th of November 2026'],
  ];
  for (const words of written) {
    it(`is 2026-11-15 in “${words}”`, () => assert.equal(readDay(words), '2026-11-15'));
  }

  it('puts the day before the month, as people here do', () => {
    assert.equal(readDay('3/4/26'), '2026-04-03');
    assert.equal(readDay('29.2.28'), '2028-02-29');
  });

  const unclear = [
    ...[
      '',
      'soon',
      'TBC',
      '2026',
      '2026-11',
      'November 2026',
      '15 November',
      '15.11',
      '15.11.026',
      '1.2.3.4',
    ],
    ...[
      '2026-02-30',
      '31.9.26',
      '29.2.27',
      '11/15/2026',
      '0.1.26',
      '15 Novembber 2026',
      'Monday 15 November 2026',
    ],
  ];
  for (const words of unclear) {
    it(`is not clear in “${words}”`, () => assert.equal(readDay(words), undefined));
  }

  it('has a last day where it is a month only', () => {
    assert.equal(readLastDay('November 2026'), '2026-11-30');
    assert.equal(readLastDay('2028-02'), '2028-02-29');
    assert.equal(readLastDay('soon'), undefined);
  });

  it('may be a month or a year in front matter', () => {
    assert.deepEqual(['2026', '2026-10', '2026-10-02'].map(isDate), [true, true, true]);
    assert.deepEqual(
      ['26', '2026-13', '2026-02-30', '2026-1-2', '2.10.26'].map(isDate),
      Array(5).fill(false),
    );
  });
});

describe('the calendar', () => {
  it('knows weekdays, months and what lies between', () => {
    assert.equal(dayInWords('2026-11-15'), 'Sunday 15 November 2026');
    assert.equal(dayInWords('2026-11-15', 'cy'), 'dydd Sul 15 Tachwedd 2026');
    assert.equal(dayInWords('2024-02-29', 'en', false), '29 February 2024');
    assert.equal(addMonths('2026-11-30', 3), '2027-02-28');
    assert.equal(addMonths('2026-01-31', -2), '2025-11-30');
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2027-01-01', '2026-12-31'), -1);
  });

  it('counts days as the calendar does', () => {
    const year = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(year, fc.integer({ min: -100_000, max: 100_000 }), (from, count) => {
        const day = `${String(from).padStart(4, '0')}-03-01`;
        const then = addDays(day, Math.max(count, -365 * (from - 1)));
        assert.equal(readDay(then), then);
        assert.equal(addDays(then, daysBetween(then, day)), day);
        assert.equal(weekdayOf(addDays(then, 7)), weekdayOf(then));
      }),
      runs(500),
    );
  });
});
