/*
 * What a finding says, as a number: findings with the same words have the same. Case, punctuation and citations do not
 * count. A number has 53 bits, which two findings do not share by chance.
 */
import { hashOf } from '../text/hash';

/** Findings with fewer words than this repeat by chance. */
const fewestWords = 5;

/** The number of some words; undefined where they are too few to tell. */
export function numberOfWords(words: string): number | undefined {
  const plain = lettersIn(words).trim();
  let count = plain === '' ? 0 : 1;
  for (let at = plain.indexOf(' '); at >= 0; at = plain.indexOf(' ', at + 1)) count++;
  return count < fewestWords ? undefined : hashOf(plain);
}

// eslint-disable-next-line no-control-regex -- all of the oldest characters, most of which are letters.
const ascii = /^[\u0000-\u007f]*$/;

/** Letters and digits in small letters, and one blank for all that stands between. Most words need no tables of Unicode. */
function lettersIn(words: string): string {
  if (ascii.test(words)) return words.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
