/*
 * What a subcommand may touch of the world, and how words are set on a terminal: no colour, no control
 * characters of a document, lines of at most 100 columns. Tests hand in their own streams.
 */

import type { Calendar } from '../../server/src/hosts/localDate';

/** A catalogue with its URI, as shipped. */
export interface Shipped {
  readonly uri: string;
  readonly text: string;
}

/** Something that could not be read: `theme-1.review.md`, `cannot be read: you are not allowed to`. */
export interface Unread {
  readonly file: string;
  readonly why: string;
}

/** Where a subcommand runs. */
export interface Terminal {
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Takes what could not be read, which is printed at the end and makes the exit code 2. */
  readonly unread?: Unread[] | undefined;
  /** How many seconds the reading of one file may take, as it is written. */
  readonly readSeconds?: string | undefined;
}

/** What the entry point knows and the subcommands need. */
export interface Program extends Terminal {
  readonly version: string;
  readonly shipped: readonly Shipped[];
  readonly calendar: Calendar;
  /** Whether standard output is a screen that shows colours. */
  readonly colours: boolean;
  /** All that comes in on standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Asks at a terminal, and gives undefined where the answers end; missing where there is no terminal. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** The signal that ends what goes on until it is stopped, such as watching; from then on an interrupt gives it. */
  readonly whenStopped: () => AbortSignal;
  /** Starts the language server, which then lives as long as its client. */
  serve(): void;
}

/** Nothing could be done; the message says why and what to do, and the exit code is 2. */
export class CannotRun extends Error {}

/** The widest line of a report. */
export const columns = 100;

/** The words in one line, without anything that a terminal would obey, or the build service that reads along. */
export function plain(words: string): string {
  return tame(words.replace(/[\r\n]+/g, ' ')).trim();
}

/** A text for the screen, line by line, without anything that a terminal or a build service would obey. */
export function tame(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      // What makes a terminal write from right to left would have the line say something else.
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(serviceCommand, '# #')
      // A sign that is not seen: GitHub ignores spaces.
      .replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u2060::')
  );
}

/** How a command to a build service begins (`##[error]`, `##vso[…]`), which is obeyed wherever it is in a line. */
export const serviceCommand = /##(?=\w*\[)/g;

/** Longer words are cut: no one reads a line that never ends, and the file has them all. */
const longest = 20_000;

/** The words in lines: the first begins with `first`, the others are indented as far. */
export function wrap(whole: string, first: string): string[] {
  const words = whole.length > longest ? `${whole.slice(0, longest)} …` : whole;
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  for (const word of plain(words).split(' ')) {
    const begun = line.length > first.length;
    if (begun && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent + word;
    } else {
      line += begun ? ` ${word}` : word;
    }
  }
  // What was in the middle of the words may stand at the beginning of a line now.
  return [...lines, line.trimEnd()].map(tame);
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A value for programs; what would be a command to a build service is written there in another way. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(serviceCommand, '#\\u0023')}\n`;
}

/** The line of an offset as people count them, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
