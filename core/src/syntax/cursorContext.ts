/*
 * Whether an offset stands in code or in a comment, told from the lines around and without a parse, for answers that
 * must not wait. It knows fences and comments, and where a list item or a quotation ends them, and code that is indented
 * outside of lists; other HTML it takes for text. The parser decides what a text means, this only what is offered while it is typed.
 */
import { isIndentedCode } from './indentedCode';
import { lineBefore } from '../text/ends';
import { pattern } from '../text/pattern';

/** Where something is typed. */
export type TextContext = 'text' | 'code' | 'comment';

/** A fence with what stands before it on its line, or a comment's beginning. */
const opening = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`\r\n]*$)|~{3,})|<!--/gm;

/** What every opening holds; most documents have none of them. */
const signs = ['```', '~~~', '<!--'];
const openingHere = pattern(opening.source, 'my');

/** What an offset stands in. */
export function contextAt(text: string, offset: number): TextContext {
  const context = enclosing(text, offset);
  return context === 'text' && isIndentedCode(text, offset) ? 'code' : context;
}

/** What has been opened above an offset and not closed. */
function enclosing(text: string, offset: number): TextContext {
  const first = Math.min(...signs.map((sign) => text.indexOf(sign)).filter((at) => at >= 0), text.length);
  const line = Math.max(text.lastIndexOf('\n', first), text.lastIndexOf('\r', first)) + 1;
  for (let at = line; at < offset;) {
    opening.lastIndex = at;
    const found = opening.exec(text);
    if (!found || found.index >= offset) return 'text';
    const [all, before = '', fence] = found;
    const begin = found.index + all.length;
    if (begin > offset) return 'text';
    const end = fence === undefined ? commentEnd(text, found.index) : fenceEnd(text, begin, before, fence);
    if (end > offset) return fence === undefined ? 'comment' : 'code';
    at = end;
  }
  return 'text';
}

/** Where the fenced code ends that begins on the line at `start`; undefined where that line is no fence. */
export function fencedEnd(text: string, start: number): number | undefined {
  openingHere.lastIndex = start;
  const [all = '', before = '', fence] = openingHere.exec(text) ?? [];
  if (fence === undefined) return undefined;
  return Math.min(fenceEnd(text, start + all.length, before, fence), text.length);
}

/** Behind the comment; one inside a line goes no further than its paragraph. */
function commentEnd(text: string, start: number): number {
  const line = lineBefore(text, start, 500);
  if ((line.match(/`/g)?.length ?? 0) % 2 === 1) return start + 4;
  const close = text.indexOf('-->', start + 2);
  const end = close < 0 ? text.length + 1 : close + 3;
  if (/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(line)) return end;
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/g;
  blank.lastIndex = start;
  return Math.min(end, blank.exec(text)?.index ?? end);
}

function closes(fence: string, line: string): boolean {
  const run = /^[ \t>]*(`+|~+)[ \t]*$/.exec(line)?.[1];
  return run?.[0] === fence[0] && (run?.length ?? 0) >= fence.length;
}

/** Behind the line that closes a fence, or where the item or quotation ends that it stands in. */
function fenceEnd(text: string, from: number, before: string, fence: string): number {
  const lines = /(?:\r\n|\n|\r)([^\r\n]*)/g;
  lines.lastIndex = from;
  for (let match = lines.exec(text); match; match = lines.exec(text)) {
    const [all, line = ''] = match;
    if (closes(fence, line)) return match.index + all.length;
    const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const isOutside = line.trim() !== '' && indent < before.length;
    // A fence that is only indented stands in an item where another one, or a heading, follows further out.
    if (isOutside && (/\S/.test(before) || /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|^#/.test(line)))
      return match.index + 1;
  }
  return text.length + 1;
}
