/*
 * What `--since` gives: a day, or a revision of the repository. A day is never taken for a revision, so a branch that
 * is called like one cannot be named.
 */
import { isDate } from '../../core/src';
import type { Calendar } from '../../server/src/hosts/localDate';
import { CannotRun, plain } from './terminal';

/** The time that new findings are counted from; `words` are how it is shown. */
export type Since =
  | { readonly kind: 'day'; readonly day: string; readonly words: string }
  | { readonly kind: 'revision'; readonly words: string };

/** Reads the option's value; without one it is the start of today. */
export function readSince(given: string | undefined, calendar: Calendar): Since {
  const { today } = calendar;
  if (given === undefined || given === 'today') return { kind: 'day', day: today, words: today };
  if (given === 'yesterday') {
    const noonBefore = calendar.startOf(today).getTime() - 12 * 60 * 60 * 1000;
    const day = calendar.dayOf(new Date(noonBefore));
    return { kind: 'day', day, words: day };
  }
  const shown = plain(given);
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(given)) {
    const day = given.length === 7 ? `${given}-01` : given;
    if (!isDate(day) || day.length !== 10) {
      throw new CannotRun(
        `There is no day "${shown}". Write the year, the month and the day, such as ${today}.`,
      );
    }
    if (day > today)
      throw new CannotRun(`"${shown}" is still to come: today is ${today}. Give an earlier day.`);
    return { kind: 'day', day, words: day };
  }
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(given)) {
    throw new CannotRun(`"${shown}" can be read in several ways. Write the year first, such as ${today}.`);
  }
  if (shown === '')
    throw new CannotRun(`Since when? Write --since ${today}, or a revision such as --since HEAD~3.`);
  return { kind: 'revision', words: shown };
}
