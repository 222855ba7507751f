/*
 * Days as a person at this machine counts them, written as `2026-10-02`, and how a person may write one. In Britain
 * the day comes before the month; what is understood is said back in words before it counts.
 */

/** The day of an instant, here. */
export function dayOf(instant: Date): string {
  const [year, month, day] = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

/** The instant at which a day begins here. */
export function startOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The day before another. */
export function dayBefore(day: string): string {
  // Noon, because a day may have 23 hours.
  return dayOf(new Date(startOf(day).getTime() - 12 * 60 * 60 * 1000));
}

/** A day in words, such as `Friday 2 October 2026`. */
export function dayInWords(day: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return startOf(day).toLocaleDateString('en-GB', options).replace(',', '');
}

/** Reads `2026-10-02`, `2.10.2026`, `2/10/26` or `2 10 2026`; undefined where this is no day. */
export function readDay(words: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words.trim());
  const british = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2}|\d{4})$/.exec(words.trim());
  const [year, month, day] = iso ? iso.slice(1) : [british?.[3], british?.[2], british?.[1]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = [year.length === 2 ? `20${year}` : year, month.padStart(2, '0'), day.padStart(2, '0')].join(
    '-',
  );
  return dayOf(startOf(written)) === written ? written : undefined;
}
