/*
 * Positions as an editor counts them, found the slow way and without any of the server's code: by splitting
 * the text into lines and measuring the words in front. What the server says is held against it.
 */
import type * as lsp from 'vscode-languageserver';
import type { Encoding } from '../../server/src/lsp/positionEncoding';

export const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** The lines of a text with their ends. */
function linesOf(text: string): string[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return /[\r\n]$/.test(text) || text === '' ? [...lines, ''] : lines;
}

function measure(words: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(words, 'utf8');
  return encoding === 'utf-16' ? words.length : Array.from(words).length;
}

/** The nearest offset at or before `offset` that a position can name: inside neither a character nor a line's end. */
export function snap(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  const pair = text.slice(at - 1, at + 1);
  return pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? at - 1 : at;
}

/** The position of an offset. */
export function positionIn(text: string, offset: number, encoding: Encoding): lsp.Position {
  let start = 0;
  for (const [line, words] of linesOf(text).entries()) {
    const end = start + words.replace(/[\r\n]+$/, '').length;
    if (offset <= end) return { line, character: measure(text.slice(start, offset), encoding) };
    start += words.length;
  }
  throw new Error(`no position is at ${offset}`);
}

/** The offset of a position. */
export function offsetIn(text: string, position: lsp.Position, encoding: Encoding): number {
  const lines = linesOf(text);
  const start = lines.slice(0, position.line).join('').length;
  let words = '';
  for (const character of lines[position.line] ?? '') {
    if (measure(words, encoding) >= position.character) break;
    words += character;
  }
  return start + words.length;
}

/** The range between two offsets. */
export function rangeIn(text: string, start: number, end: number, encoding: Encoding): lsp.Range {
  return { start: positionIn(text, start, encoding), end: positionIn(text, end, encoding) };
}

/** The words of a text that a range names. */
export function wordsIn(text: string, range: lsp.Range, encoding: Encoding): string {
  return text.slice(offsetIn(text, range.start, encoding), offsetIn(text, range.end, encoding));
}
