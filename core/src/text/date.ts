/*
 * Days of the calendar: as people in Britain write them (`15.11.26`, `15 November 2026`), as `2026-11-15`, which is
 * how this product writes them, and how far one is from another. There is no clock here: who needs today is told it.
 */
import { pattern } from './pattern';

/** A day of the calendar as `2026-11-15`. */
export type Day = string;

/** A day as somebody wrote it, which need not be one of the calendar: 31 September is read and is no day. */
export interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** The day of the week that stands beside it, Sunday being 0. */
  readonly weekday?: number;
  /** It is written as `2026-11-15`. */
  readonly isIso: boolean;
}

/** The words for days and months; the first of each list is the one that is printed. */
export const monthWords = {
  en: [
    ['January', 'Jan'],
    ['February', 'Feb'],
    ['March', 'Mar'],
    ['April', 'Apr'],
    ['May'],
    ['June', 'Jun'],
    ['July', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sept', 'Sep'],
    ['October', 'Oct'],
    ['November', 'Nov'],
    ['December', 'Dec'],
  ],
  cy: [
    ['Ionawr', 'Ion'],
    ['Chwefror', 'Chwef'],
    ['Mawrth', 'Fawrth'],
    ['Ebrill', 'Ebr'],
    ['Mai', 'Fai'],
    ['Mehefin', 'Fehefin', 'Meh'],
    ['Gorffennaf', 'Orffennaf', 'Gorff'],
    ['Awst'],
    ['Medi', 'Fedi'],
    ['Hydref', 'Hyd'],
    ['Tachwedd', 'Dachwedd', 'Tach'],
    ['Rhagfyr', 'Ragfyr', 'Rhag'],
  ],
} as const;
const weekdayWords = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  cy: ['dydd Sul', 'dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn'],
} as const;

const monthByWord = new Map(
  [monthWords.en, monthWords.cy].flatMap((months) =>
    months.flatMap((words, i) => words.map((word): [string, number] => [word.toLowerCase(), i + 1])),
  ),
);
const weekdayByWord = new Map(
  weekdayWords.en.flatMap((word, i): [string, number][] => [
    [word.toLowerCase(), i],
    [word.slice(0, 3).toLowerCase(), i],
    [weekdayWords.cy[i]?.toLowerCase() ?? '', i],
  ]),
);

/** Reads a day as it may be written here; undefined where no whole day is written. Two figures of a year are 20…. */
export function readWrittenDay(words: string): WrittenDay | undefined {
  const written = words.trim().replace(/\s+/g, ' ');
  const [, name, rest = ''] = /^(?:((?:dydd )?\p{L}+),? )?(.*)$/u.exec(written) ?? [];
  const weekday = name === undefined ? undefined : weekdayByWord.get(name.toLowerCase());
  const read =
    readFigures(weekday === undefined ? written : rest) ?? readNamed(weekday === undefined ? written : rest);
  return read && { ...read, ...(weekday !== undefined && { weekday }) };
}

function readFigures(words: string): WrittenDay | undefined {
  const first = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(words);
  if (first) {
    const [, year = '', , month = '', date = ''] = first;
    return {
      year: Number(year),
      month: Number(month),
      date: Number(date),
      isIso: /^\d{4}-\d\d-\d\d$/.test(words),
    };
  }
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{4}|[’']?\d{2})$/.exec(words) ?? [];
  return year === ''
    ? undefined
    : { year: wholeYear(year), month: Number(month), date: Number(date), isIso: false };
}

const dayOf = '(\\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)?';
const yearOf = "(\\d{4}|[’']?\\d{2})";
const dayFirst = pattern(`^${dayOf} (?:of |o )?(\\p{L}+)\\.?,? ${yearOf}$`, 'iu');
const monthFirst = pattern(`^(\\p{L}+)\\.? ${dayOf},? ${yearOf}$`, 'iu');

/** `15 November 2026`, `15th Nov. ’26`, `15 o Dachwedd 2026`, `November 15, 2026`. */
function readNamed(words: string): WrittenDay | undefined {
  const before = dayFirst.exec(words);
  const behind = monthFirst.exec(words);
  const [date, name, inYear] = before
    ? [before[1], before[2], before[3]]
    : behind
      ? [behind[2], behind[1], behind[3]]
      : [];
  const month = monthByWord.get(name?.toLowerCase() ?? '');
  if (date === undefined || inYear === undefined || month === undefined) return undefined;
  return { year: wholeYear(inYear), month, date: Number(date), isIso: false };
}

function wholeYear(written: string): number {
  const figures = written.replace(/[’']/, '');
  return Number(figures) + (figures.length === 2 ? 2000 : 0);
}

/** The day that is written, where the calendar has it. */
export function toDay({ year, month, date }: Pick<WrittenDay, 'year' | 'month' | 'date'>): Day | undefined {
  return date >= 1 && date <= daysIn(year, month) ? printDay(year, month, date) : undefined;
}

/** A day as it is written, where it is clear and of the calendar, and no other weekday stands beside it. */
export function readDay(words: string): Day | undefined {
  const written = readWrittenDay(words);
  const day = written && toDay(written);
  const isOther = day !== undefined && written?.weekday !== undefined && weekdayOf(day) !== written.weekday;
  return isOther ? undefined : day;
}

/** The last day of a month that is written without a day, as in `November 2026` or `2026-11`. */
export function readLastDay(words: string): Day | undefined {
  const written = words.trim();
  const first = readWrittenDay(`1 ${written}`) ?? readWrittenDay(`${written}-01`);
  return first && toDay({ ...first, date: daysIn(first.year, first.month) });
}

/** `2026`, `2026-10` or a day of the calendar such as `2026-10-02`. */
export function isDate(value: string): boolean {
  const [all, year = '', month = '01', date = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  return (
    all !== undefined && toDay({ year: Number(year), month: Number(month), date: Number(date) }) !== undefined
  );
}

/** How many days a month has; none where there is no such month. */
export function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The same day some months later, or the last of that month. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = partsOf(day);
  const total = year * 12 + month - 1 + count;
  const then = [Math.floor(total / 12), (total % 12) + 1] as const;
  return printDay(...then, Math.min(date, daysIn(...then)));
}

/** The day some days later. */
export function addDays(day: Day, count: number): Day {
  const then = new Date((numberOf(day) + count) * msOfDay);
  return printDay(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate());
}

/** How many days the second is after the first; negative where it is before it. */
export function daysBetween(first: Day, second: Day): number {
  return numberOf(second) - numberOf(first);
}

/** The day of the week, Sunday being 0. */
export function weekdayOf(day: Day): number {
  return (((numberOf(day) + 4) % 7) + 7) % 7;
}

/** `Sunday 15 November 2026`, or without its weekday. */
export function dayInWords(day: Day, language: 'en' | 'cy' = 'en', withWeekday = true): string {
  const [year, month, date] = partsOf(day);
  const name = withWeekday ? `${weekdayWords[language][weekdayOf(day)] ?? ''} ` : '';
  return `${name}${date} ${monthWords[language][month - 1]?.[0] ?? ''} ${year}`;
}

/** The name of a weekday, Sunday being 0. */
export function weekdayName(weekday: number): string {
  return weekdayWords.en[weekday] ?? '';
}

const msOfDay = 24 * 60 * 60 * 1000;

/** Days since 1970 began; no time zone has a part in it. */
function numberOf(day: Day): number {
  const [year, month, date] = partsOf(day);
  return new Date(0).setUTCFullYear(year, month - 1, date) / msOfDay;
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function printDay(year: number, month: number, date: number): Day {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
