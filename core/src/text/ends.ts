/*
 * Small scans where an expression would take time that grows with the square of a text: one that looks for space before
 * the end, or before a comma, starts again at every character of a long run. Each of these takes one pass.
 */

/** Where the run of characters that match `one`, an expression for a single character, starts at the end of `text`. */
export function startOfEnd(text: string, one: RegExp): number {
  let start = text.length;
  for (;;) {
    const before = previous(text, start);
    if (before === start || !one.test(text.slice(before, start))) return start;
    start = before;
  }
}

/** The text without the characters at its end that match `one`. */
export function trimEndOf(text: string, one: RegExp): string {
  return text.slice(0, startOfEnd(text, one));
}

/** The characters at the end of the text that match `one`. */
export function endOf(text: string, one: RegExp): string {
  return text.slice(startOfEnd(text, one));
}

/** The text from `offset` back to the start of its line, at most so many units of it. */
export function lineBefore(text: string, offset: number, most = Infinity): string {
  let start = offset;
  while (start > 0 && offset - start < most && !isLineEnd(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}

function isLineEnd(sign: string): boolean {
  return sign === '\n' || sign === '\r';
}

/** At most `most` units of the text before `offset`. */
export function stretchBefore(text: string, offset: number, most: number): string {
  return text.slice(Math.max(0, offset - most), offset);
}

/** At most `most` units of the text from `offset` on. */
export function stretchAfter(text: string, offset: number, most: number): string {
  return text.slice(offset, offset + most);
}

/** The pieces between separators, each without the space around it. */
export function splitTrimmed(text: string, separator: string | RegExp): string[] {
  return text.split(separator).map((piece) => piece.trim());
}

/** Where `word` is in the text with no other letter, digit or underscore on either side; -1 where it is not. */
export function findWord(text: string, word: string): number {
  const isPart = (at: number): boolean => /\w/.test(text.charAt(at));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isPart(at - 1) && !isPart(at + word.length)) return at;
  return -1;
}

/** The start of the character that ends at `end`: two units before it for a surrogate pair. */
function previous(text: string, end: number): number {
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, end - 2), end));
  return Math.max(0, end - (isPair ? 2 : 1));
}
