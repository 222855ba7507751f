/*
 * An edit of a text by offsets, and what applies one. Turning offsets into lines is left to the server.
 */
import type { Span } from './span';

/** Replaces `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text after `edits`, which must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lastFirst = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: own } of lastFirst.reverse()) {
    pieces.push(text.slice(at, span.start), own);
    at = span.end;
  }
  return pieces.join('') + text.slice(at);
}

/** The line end that an edit writes; in a text of several kinds never a lone CR, which a line feed behind it would take for its own. */
export function eolOf(text: string): string {
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
}
