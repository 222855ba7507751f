/*
 * Comments that silence one check for one line: `<!-- review-ignore-next-line CODE: reason -->`. Without a
 * reason a comment silences nothing.
 */
import { slice, span, type Span } from './span';

/** One ignore comment; `line` is the line after the comment, which it silences. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly span: Span;
  readonly line: Span;
}

const pattern = /<!--\s*review-ignore-next-line\s+([a-z][a-z-]*)\s*:\s*(\S[^]*?)\s*-->/g;

/** The ignore comments in the HTML at `place`. */
export function readIgnores(text: string, place: Span): Ignore[] {
  return [...slice(text, place).matchAll(pattern)].map((match) => {
    const [all, code = '', reason = ''] = match;
    const start = place.start + match.index;
    const end = start + all.length;
    const next = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
    next.lastIndex = end;
    const lineStart = end + (next.exec(text)?.[0].length ?? 0);
    const lineEnd = lineStart + (/^[^\r\n]*/.exec(text.slice(lineStart))?.[0].length ?? 0);
    return { code, reason, span: span(start, end), line: span(lineStart, lineEnd) };
  });
}
