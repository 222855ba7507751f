/*
 * Days as the person at the terminal counts them. The clock and the zone of the machine are read here and nowhere
 * else, and come in as a value, so that a test can live on any day.
 */

/** Days are written as `2026-10-02`. */
export interface Calendar {
  readonly today: string;
  /** The instant at which a day begins. */
  startOf(day: string): Date;
  /** The day of an instant. */
  dayOf(instant: Date): string;
}

/** The calendar of this machine at `now`. */
export function localCalendar(now: Date): Calendar {
  const dayOf = (instant: Date): string => {
    const [year, month, day] = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
    return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
      '-',
    );
  };
  return {
    today: dayOf(now),
    startOf: (day) => {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
      const start = new Date(year, month - 1, date);
      start.setFullYear(year);
      return start;
    },
    dayOf,
  };
}
