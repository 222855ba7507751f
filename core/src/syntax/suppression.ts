/*
 * Comments that silence one check for one line: `<!-- review-ignore-next-line CODE: reason -->`. Without a
 * reason a comment silences nothing. Blank lines between the comment and its line do not matter, because
 * formatters put them there, and neither do further such comments: they all stand for the same line. Where that line
 * opens a fenced block, as a survey does, they stand for the block, because no comment can stand in it.
 */
import { pattern } from '../text/pattern';
import { isPlaceholder } from '../text/placeholder';
import { slice, span, type Span } from '../text/span';
import { fencedEnd } from './cursorContext';

/** One ignore comment. */
export interface Suppression {
  /** As written, be it a check or not; empty where none is named. */
  readonly code: string;
  /** Undefined where none is given, or a placeholder such as `…`. */
  readonly reason?: string;
  readonly span: Span;
  readonly codeSpan: Span;
}

/** What an ignore comment begins with. */
export const ignoreWord = 'review-ignore-next-line';

const opening = pattern(`<!--\\s*${ignoreWord}(?![\\w-])\\s*`, 'g');

/** A blank line, or one on which nothing stands but ignore comments; a quotation's mark is no words. */
const blank = /[ \t>]*(?:\r\n|\n|\r)/y;
const blankOrIgnore = pattern(
  `[ \\t>]*(?:<!--[ \\t]*${ignoreWord}(?:(?!-->)[^\\r\\n])*-->[ \\t]*)*(?:\\r\\n|\\n|\\r)`,
  'y',
);

/** The ignore comments in the HTML at `place`. */
export function readSuppressions(text: string, place: Span): Suppression[] {
  const html = slice(text, place);
  const found: Suppression[] = [];
  let at = 0;
  for (const { index, 0: front } of html.matchAll(opening)) {
    if (index < at) continue;
    const codeAt = index + front.length;
    const close = html.indexOf('-->', codeAt);
    if (close < 0) break;
    at = close + '-->'.length;
    const [, code = '', written] =
      /^([^\s:]*)(?:\s*:\s*([^]*))?/.exec(html.slice(codeAt, close).trimEnd()) ?? [];
    const reason = written === undefined || isPlaceholder(written) ? undefined : written;
    found.push({
      code,
      ...(reason !== undefined && { reason }),
      span: span(place.start + index, place.start + at),
      codeSpan: span(place.start + codeAt, place.start + codeAt + code.length),
    });
  }
  return found;
}

/** An ignore comment as it is written. */
export function printSuppression(code: string, reason: string): string {
  // Two dashes could end the comment, and a line end would cut it in two where a list goes on.
  const words = reason.replace(/\s+/g, ' ').replace(/-{2,}/g, '–');
  return `<!-- ${ignoreWord} ${code}: ${words.trim()} -->`;
}

/**
 * The line that a comment for `code`, which ends at `end`, silences: the next one with words. Only a comment about
 * comments silences one.
 */
export function silencedLine(text: string, end: number, code: string): Span {
  return new SilencedLines(text).of(end, code);
}

/**
 * The same for many comments of one text, asked for from the last to the first: comments that follow each other share
 * what was found for the one below, so all of them together cost what the text costs.
 */
export class SilencedLines {
  /** By the start of a line: the line that is silenced from there on, for comments about comments and for the others. */
  private readonly found = { passingBlank: new Map<number, Span>(), passingIgnores: new Map<number, Span>() };
  /** The comment asked about last, and where the line after it starts. */
  private last: { readonly end: number; readonly next: number } | undefined;

  constructor(private readonly text: string) {}

  /** The line that a comment which ends at `end` silences. */
  of(end: number, code: string): Span {
    const isAbout = code === aboutSuppressions;
    const known = isAbout ? this.found.passingBlank : this.found.passingIgnores;
    const passed = isAbout ? blank : blankOrIgnore;
    const visited: number[] = [];
    let start = this.lineAfter(end);
    let line = known.get(start);
    while (!line) {
      visited.push(start);
      passed.lastIndex = start;
      const length = passed.exec(this.text)?.[0].length ?? 0;
      line = length === 0 ? this.lineAt(start) : known.get(start + length);
      start += length;
    }
    for (const each of visited) known.set(each, line);
    return line;
  }

  private lineAfter(end: number): number {
    const { text, last } = this;
    const rest = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
    rest.lastIndex = end;
    // No line end between this comment and the one after it: they share a line.
    const isSameLine = last && end <= last.end && !/[\r\n]/.test(text.slice(end, last.end));
    const next = isSameLine ? last.next : end + (rest.exec(text)?.[0].length ?? 0);
    this.last = { end, next };
    return next;
  }

  private lineAt(start: number): Span {
    const line = /[^\r\n]*/y;
    line.lastIndex = start;
    return span(start, fencedEnd(this.text, start) ?? start + (line.exec(this.text)?.[0].length ?? 0));
  }
}

/** The check of ignore comments. */
export const aboutSuppressions = 'unused-ignore';
