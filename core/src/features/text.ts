/*
 * Words as features show them: shortened to fit a line, and quoted so that Markdown takes them as words.
 */

import type { Count } from '../coverage/cited';
import { countOf } from '../coverage/labels';
import { startOfEnd, trimEndOf } from '../text/ends';

/** What joins words to those that follow, in English and in Welsh: nobody ends with it. */
const joining = new Set(['and', 'or', 'but', 'nor', 'a', 'ac', 'neu', 'ond', 'na', 'nac', '&']);
const stop = /[\s,.;:]/;

/** The text cut at a word near `length` characters, with an ellipsis; no “and” stands alone before it. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? trimEnd(cut.slice(0, space)) : trimEndOf(cut, stop)}…`;
}

/** Whole words as they stand before an ellipsis: without the signs and the “and” at their end. */
export function trimEnd(words: string): string {
  let rest = trimEndOf(words, stop);
  for (;;) {
    const start = startOfEnd(rest, /[^\s,.;:]/);
    if (start === 0 || !joining.has(rest.slice(start))) return rest;
    rest = trimEndOf(rest.slice(0, start), stop);
  }
}

/** How often something is cited: `2 strengths, 1 area for development, 1 mention`. */
export function countWords({ strengths, development, mentions }: Count): string {
  const words = [
    countOf(strengths, 'strength'),
    countOf(development, 'area for development', 'areas for development'),
    ...(mentions > 0 ? [countOf(mentions, 'mention')] : []),
  ];
  return strengths + development + mentions === 0 ? 'Not cited yet' : words.join(', ');
}

/** The text with everything that Markdown would read as a sign of its own made literal. */
export function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&#]/g, '\\$&');
}
