/*
 * `invalid-date`: what `@due(…)` holds is no day, no day of the calendar, or a day in another form than 2026-11-15. A
 * day as people in Britain write it is understood all the same, everywhere; where one reading is clear it is offered.
 */
import {
  dayInWords,
  daysIn,
  monthWords,
  readLastDay,
  readWrittenDay,
  toDay,
  weekdayName,
  weekdayOf,
} from '../text/date';
import type { Day, WrittenDay } from '../text/date';
import type { Due } from '../document/fragment';
import { byPlace } from './byPlace';
import type { FragmentCheck } from './check';

const duesAt = byPlace(
  ({ actions }) => actions.flatMap(({ dues }) => dues),
  ({ valueSpan }) => valueSpan,
);

export const invalidDate: FragmentCheck = {
  about: 'fragment',
  looksAt: 'actions',
  code: 'invalid-date',
  severity: 'error',
  title: 'A date cannot be read, is no day of the calendar, or stands in another form',
  why: 'Days are compared and put in order, and 3/4/26 is another day in other countries.',
  *run({ actions }) {
    for (const due of actions.flatMap(({ dues }) => dues)) {
      const found = complain(due);
      if (found) yield { span: due.valueSpan, message: found.message };
    }
  },
  fix({ span }, fragment, context) {
    const due = duesAt(fragment, context, span).find(({ valueSpan }) => valueSpan.end === span.end);
    const day = due && complain(due)?.meant;
    return day === undefined
      ? []
      : [{ title: `Change to ${day}`, edits: [{ span, text: day }], preferred: true }];
  },
};

interface Found {
  readonly message: string;
  /** The day that is clearly meant. */
  readonly meant?: Day;
}

function complain({ value, day }: Due): Found | undefined {
  const written = readWrittenDay(value);
  if (!written) return { message: describeWords(value) };
  if (day !== undefined) {
    if (written.isIso && value === day) return undefined;
    return {
      message: `“${value}” is ${dayInWords(day)}; write ${day}, which is the same day everywhere.`,
      meant: day,
    };
  }
  return describeNoDay(value, written);
}

function describeWords(value: string): string {
  const last = readLastDay(value);
  if (last === undefined) return `“${value}” is not a date; write a day such as 2026-11-15.`;
  return `“${value}” does not say which day; write one, such as ${last} for the end of that month.`;
}

function describeNoDay(value: string, { year, month, date, weekday }: WrittenDay): Found {
  const day = toDay({ year, month, date });
  if (day !== undefined && weekday !== undefined) {
    const words = dayInWords(day, 'en', false);
    const is = `${words} is a ${weekdayName(weekdayOf(day))}, not a ${weekdayName(weekday)}`;
    return { message: `“${value}” cannot be: ${is}; write the day that is meant, such as ${day}.` };
  }
  const swapped = toDay({ year, month: date, date: month });
  if (month > 12 && swapped !== undefined) {
    const message = `“${value}” has no month ${month}: the day comes before the month here; write ${swapped} for ${dayInWords(swapped, 'en', false)}.`;
    return { message, meant: swapped };
  }
  const name = monthWords.en[month - 1]?.[0];
  const why =
    name === undefined ? `there is no month ${month}` : `${name} ${year} has ${daysIn(year, month)} days`;
  return {
    message: `“${value}” is no day of the calendar: ${why}; write the day that is meant, such as 2026-11-15.`,
  };
}
