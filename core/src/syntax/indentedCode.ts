/*
 * Whether a line is indented code, told from the lines above it and without a parse. Four blanks begin code only behind a
 * blank line, a heading or nothing, and outside of lists and notes, which the same four blanks carry on. Where a few
 * hundred lines do not tell, it is text.
 */

/** How many lines are looked at, and how much of each: whoever writes code in a review writes a few. */
const reach = { lines: 300, letters: 300 };

const indented = /^(?: {4}| {0,3}\t)/;
const blank = /^[ \t]*$/;
/** What goes on over a blank line, as long as what follows is indented. */
const begunItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:)(?:[ \t]|$)/;
/** A heading or a rule: nothing that stands above it goes on below it. */
const ending = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/;

/** Whether the line that holds an offset is indented code outside of any list. */
export function isIndentedCode(text: string, offset: number): boolean {
  if (!indented.test(text.slice(startOf(text, offset), offset))) return false;
  const above = linesAbove(text, startOf(text, offset));
  const isWhole = above.length < reach.lines;
  const first = above.findIndex((line) => blank.test(line) || !indented.test(line));
  const before = above[first];
  if (before === undefined) return isWhole;
  if (ending.test(before)) return true;
  // Behind words its lines only carry their paragraph on.
  if (!blank.test(before)) return false;
  for (let i = first + 1; i < above.length; i++) {
    const line = above[i] ?? '';
    // A paragraph that begins at the margin has ended every list above it.
    if (blank.test(line) ? /^\S/.test(above[i - 1] ?? '') : ending.test(line)) return true;
    if (begunItem.test(line)) return false;
  }
  return isWhole;
}

/** The lines above the one that begins at `start`, from the bottom, as far as they are looked at. */
function linesAbove(text: string, start: number): string[] {
  const lines: string[] = [];
  for (let next = start; next > 0 && lines.length < reach.lines;) {
    const end = next - (text.startsWith('\r\n', next - 2) ? 2 : 1);
    next = startOf(text, end);
    lines.push(text.slice(next, Math.min(end, next + reach.letters)));
  }
  return lines;
}

/** Where the line begins that holds an offset. */
function startOf(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
