/*
 * What a file that a person imports may hold at most. The largest catalogue that we know has 1,189 standards; these are
 * more than twice what it needs, and few enough that a file made to do harm is read or refused within about two seconds
 * and 200 MB. Each limit has a sentence of its own: what was found, what the limit is, and what to do.
 */
import { CannotImport } from './cannotImport';

/** How much of each thing is read. */
export const limits = {
  /** Bytes of a file, as it is on the disk. */
  bytes: 20_000_000,
  /** Bytes of the parts of a spreadsheet that are read, once they are unpacked. */
  unpacked: 40_000_000,
  sheets: 200,
  /** Rows of all sheets, or lines of a page, down to the last that holds something. */
  rows: 200_000,
  columns: 500,
  /** Cells that hold something. */
  filled: 500_000,
  /** Cells from the first to the last filled one of each row. */
  cells: 1_000_000,
  /** Different formats of cells; Excel itself has no more. */
  formats: 65_490,
  /** Quotation marks of a table that open a cell, or are not closed. */
  quotes: 300_000,
  /** Characters in all cells or paragraphs; what a hundred cells share counts a hundred times. */
  text: 5_000_000,
  /** Headings, paragraphs and cells of a page. */
  blocks: 100_000,
  /** Elements inside one another. */
  depth: 1000,
  /** Attributes of one element. */
  attributes: 1000,
  /** Values of a JSON file. */
  values: 1_000_000,
  /** What one catalogue holds. */
  themes: 1000,
  entries: 4000,
  /** Standards, probes and sources of one element. */
  inElement: 1000,
  words: 1_000_000,
  /** Characters of one standard or other text. */
  wording: 5000,
  /** Signs with a meaning in Markdown: each costs the reader as much as many letters. */
  signs: 10_000,
  /** What a person would have to look at. */
  notes: 10_000,
} as const;

/** The file holds more than is read; the message goes on after the name of the file. */
export class TooMuch extends CannotImport {}

/** A number as people read it. */
export function many(number: number): string {
  return number.toLocaleString('en-GB');
}

/** Why a file is not even opened. */
export function tooLargeToImport(name: string): string {
  return `"${name}" is larger than ${many(limits.bytes / 1_000_000)} MB, which no catalogue is. ${savePart}`;
}

/** What to do with a spreadsheet that is too large. */
export const saveAlone = 'Save the sheet with the standards in a file of its own, and import that.';
/** What to do with a page that is too large. */
export const savePart = 'Save the part with the standards in a file of its own, and import that.';

/** Counts up to a limit, and throws TooMuch beyond it; `say` makes the sentence from the limit. */
export function counter(most: number, say: (most: string) => string): (more: number) => void {
  let sum = 0;
  return (more) => {
    sum += more;
    if (sum > most) throw new TooMuch(say(many(most)));
  };
}

/** Counts characters. */
export function textCounter(advice: string): (more: number) => void {
  return counter(
    limits.text,
    (most) => `holds more than ${most} characters of text, which is the most that is read. ${advice}`,
  );
}
