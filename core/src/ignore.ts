/*
 * Comments that silence one check for one line: `<!-- review-ignore-next-line CODE: reason -->`. Without a
 * reason a comment silences nothing. Blank lines between the comment and its line do not matter, because
 * formatters put them there.
 */
import { slice, span, type Span } from './span';

/** One ignore comment. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly span: Span;
}

const pattern = /<!--\s*review-ignore-next-line\s+([a-z][a-z-]*)\s*:\s*(\S[^]*?)\s*-->/g;

/** The ignore comments in the HTML at `place`. */
export function readIgnores(text: string, place: Span): Ignore[] {
  return [...slice(text, place).matchAll(pattern)].map((match) => {
    const [all, code = '', reason = ''] = match;
    const start = place.start + match.index;
    return { code, reason, span: span(start, start + all.length) };
  });
}

/** The line that a comment which ends at `end` silences: the next one with words. */
export function silencedLine(text: string, end: number): Span {
  const gap = /[^\r\n]*(?:\r\n|\n|\r|$)(?:[ \t]*(?:\r\n|\n|\r))*/y;
  gap.lastIndex = end;
  const start = end + (gap.exec(text)?.[0].length ?? 0);
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  return span(start, start + (line.exec(text)?.[0].length ?? 0));
}
