/*
 * A private list of names and phrases to watch for: whole words, whatever their case, their accents and a
 * possessive behind them. The list belongs to one person's machine: nothing here or elsewhere prints a word of it.
 */
import { span, type Span } from '../text/span';

/** A list that has been read; the same object as long as the list is the same. */
export interface PrivateWords {
  /** The words of each name or phrase, folded, by the first of them. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
/** What may stand between the words of a phrase: blanks, one line end, and the signs of names and of stress. */
const between = /^(?:[ \t\u00A0.'’*_-]{0,4}|[ \t*_]{0,2}\r?\n[ \t>*_]{0,8})$/;

/** Reads a list: one name or phrase a line; a line that begins with `#`, or has no letter, says nothing. */
export function readPrivateWords(text: string): PrivateWords {
  const byFirst = new Map<string, string[][]>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const words = line.trimStart().startsWith('#')
      ? []
      : [...line.matchAll(word)].map(([each]) => fold(each));
    const [first] = words;
    if (first === undefined || !/\p{L}/u.test(line)) continue;
    const phrases = byFirst.get(first);
    if (phrases) phrases.push(words);
    else byFirst.set(first, [words]);
  }
  return { byFirst };
}

/** Where words of the list stand in a text, in order; the longest phrase where several begin. */
export function* findPrivateWords(text: string, { byFirst }: PrivateWords): Iterable<Span> {
  if (byFirst.size === 0) return;
  const words = [...text.matchAll(word)];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    const phrases = first && byFirst.get(fold(first[0]));
    if (!phrases) continue;
    const lengths = phrases.filter((phrase) => stands(text, words, i, phrase)).map(({ length }) => length);
    if (lengths.length === 0) continue;
    const length = Math.max(...lengths);
    const last = words[i + length - 1] ?? first;
    yield span(first.index, last.index + last[0].length);
    i += length - 1;
  }
}

function stands(
  text: string,
  words: readonly RegExpExecArray[],
  at: number,
  phrase: readonly string[],
): boolean {
  return phrase.every((wanted, i) => {
    const here = words[at + i];
    if (!here || fold(here[0]) !== wanted) return false;
    const before = words[at + i - 1];
    return (
      i === 0 ||
      (before !== undefined && between.test(text.slice(before.index + before[0].length, here.index)))
    );
  });
}

/** A word without its case and its accents, however those are encoded. */
function fold(each: string): string {
  // eslint-disable-next-line no-control-regex -- plain letters, which most words are made of, have nothing to take off.
  if (/^[\x00-\x7F]*$/.test(each)) return each.toLowerCase();
  return each.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
