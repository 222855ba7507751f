/*
 * Numbers as the cells of a spreadsheet show them, so that `6.10` is not `6.1`. A format is understood once, however many
 * cells have it.
 */

/** Prints the number that a cell holds. */
export type NumberPrinter = (value: string) => string;

/** Excel writes none that is longer, and shows no more decimals. */
const longest = 255;
const mostDecimals = 30;

/** A number as its cell shows it: with the decimals of its format, and a day as 2026-10-02. */
export function numberAsShown(value: string, format: string): string {
  return numberPrinter(format)(value);
}

/** Prints numbers in a format: with its decimals, and a day as 2026-10-02. */
export function numberPrinter(format: string): NumberPrinter {
  const plain = format.length > longest ? 'General' : format.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '');
  const [first = ''] = plain.split(';');
  if (/[dmyh]/i.test(first) && !/general/i.test(first)) return finite(dayOf);
  const decimals = /0(?:\.(0+))?/.exec(first);
  if (!decimals || /[#?]0*\.0*[#?]|E/i.test(first))
    return finite((number) => String(Number(number.toPrecision(15))));
  const shown = Math.min(decimals[1]?.length ?? 0, mostDecimals);
  return first.includes('%')
    ? finite((number) => `${(number * 100).toFixed(shown)}%`)
    : finite((number) => number.toFixed(shown));
}

function finite(print: (number: number, value: string) => string): NumberPrinter {
  return (value) => {
    const number = Number(value);
    return Number.isFinite(number) ? print(number, value) : value;
  };
}

function dayOf(number: number, value: string): string {
  // Day 60 is the 29th of February 1900, which never was.
  const day = new Date(Math.round((number - 25569) * 86_400_000));
  return Number.isNaN(day.getTime()) ? value : day.toISOString().slice(0, 10);
}
