/*
 * Cuts a text into passages, and after an edit only where it was edited. A cut depends on what follows the
 * cut before it and on nothing else, so old passages stand wherever the text around their ends is the same:
 * the result after any edits is the result of reading the final text, by construction.
 */
import type { Root } from 'mdast';
import { parseBlocks } from './markdown';
import { readPassage, type Passage } from './passage';

/** All passages of a text from `start` on, one behind the other. */
export interface Passages {
  readonly text: string;
  readonly start: number;
  readonly list: readonly Passage[];
}

/** How far behind a cut the text is looked at: the longest marker, its spaces and one character. */
const lookahead = 16;

/** Cuts and reads `text` from `start` on; `before` gives passages of an older text to be used again. */
export function cutPassages(text: string, start: number, before?: Passages): Passages {
  const list: Passage[] = [];
  let at = start;
  let old = 0;
  let oldAt = before?.start ?? 0;
  const same = before ? commonEnds(before.text, text) : { front: 0, back: 0 };
  if (before && before.start === start) {
    for (; old < before.list.length; old++) {
      const passage = before.list[old];
      if (!passage || at + passage.text.length + lookahead > same.front) break;
      list.push(passage);
      at += passage.text.length;
    }
    oldAt = at;
  }
  while (at < text.length) {
    if (before && at >= text.length - same.back) {
      const wanted = at - text.length + before.text.length;
      for (; oldAt < wanted && old < before.list.length; old++) oldAt += before.list[old]?.text.length ?? 0;
      if (oldAt === wanted) return { text, start, list: list.concat(before.list.slice(old)) };
    }
    const passage = nextPassage(text, at);
    list.push(passage);
    at += passage.text.length;
  }
  return { text, start, list };
}

/** Reads the passage that begins at `start`, up to the first safe cut behind it. */
function nextPassage(text: string, start: number): Passage {
  let line = readLine(text, start);
  const first = line;
  // While all lines are one heading or items and what belongs to them, nothing can be open at the top level.
  let certain = first.kind === 'heading' || first.kind === 'item';
  let tried = 0;
  while (line.end < text.length) {
    const next = readLine(text, line.end);
    const afterBlank = line.kind === 'blank';
    const opens = next.kind === 'heading' || (next.kind === 'item' && follows(first, next));
    if (next.kind !== 'blank' && next.indent === 0 && !next.odd && (afterBlank || (certain && opens))) {
      // Each try may cost a reading: what is tried again must have grown well, or a long block costs its square.
      const size = next.start - start;
      const read = size >= tried * 2 ? readUpTo(text.slice(start, next.start), certain) : undefined;
      if (read) return read;
      tried = Math.max(tried, size >= tried * 2 ? size : 0);
    }
    if (next.kind !== 'blank' && (first.content === 0 || next.indent < first.content)) certain = false;
    line = next;
  }
  return readPassage(text.slice(start));
}

/** The passage, or undefined where a fence or a comment is still open at its end. */
function readUpTo(text: string, certain: boolean): Passage | undefined {
  if (certain || !/(?:^|[\r\n]) {0,3}(?:`{3}|~{3}|<)/.test(text)) return readPassage(text);
  const tree = parseBlocks(text);
  return endsOpen(tree, text) ? undefined : readPassage(text, tree);
}

interface Line {
  readonly start: number;
  /** Behind the line ending. */
  readonly end: number;
  readonly kind: 'blank' | 'heading' | 'item' | 'other';
  /** Columns before the first character. */
  readonly indent: number;
  /** For an item, the column where its content begins, else 0. */
  readonly content: number;
  /** For an item, `-`, or the sign behind its number. */
  readonly marker: string;
  /** It begins with a byte order mark, which must not come first in a passage. */
  readonly odd: boolean;
}

const marked = /(?:(#{1,6})(?=[ \t]|[\r\n]|$)|(?:([-*+])|\d{1,9}([.)]))( {1,4})(?=[^\s\-*+#_=]))/y;
const lineEnd = /\r\n|\n|\r/g;

function readLine(text: string, start: number): Line {
  lineEnd.lastIndex = start;
  const ending = lineEnd.exec(text);
  const stop = ending ? ending.index : text.length;
  const end = ending ? ending.index + ending[0].length : text.length;
  let indent = 0;
  let i = start;
  for (; i < stop; i++) {
    if (text[i] === ' ') indent++;
    else if (text[i] === '\t') indent += 4 - (indent % 4);
    else break;
  }
  const base = { start, end, indent, content: 0, marker: '', odd: text[i] === '\uFEFF' };
  if (i === stop) return { ...base, kind: 'blank' };
  marked.lastIndex = i;
  const match = indent === 0 ? marked.exec(text) : null;
  if (!match) return { ...base, kind: 'other' };
  if (match[1] !== undefined) return { ...base, kind: 'heading' };
  return { ...base, kind: 'item', content: match[0].length, marker: match[3] ?? '-' };
}

/** Whether an item's line begins an item behind these lines: a number cannot follow just anything. */
function follows(first: Line, next: Line): boolean {
  return next.marker === '-' || first.kind === 'heading' || first.marker === next.marker;
}

const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/** Whether the last block would swallow what follows: a fence or one of the HTML blocks that end at a marker. */
function endsOpen(tree: Root, text: string): boolean {
  const last = tree.children[tree.children.length - 1];
  if (!last || (last.type !== 'code' && last.type !== 'html')) return false;
  const source = text.slice(last.position?.start.offset, last.position?.end.offset);
  if (last.type === 'html') {
    const kind = htmlEnds.find(([opening]) => opening.test(source));
    return kind !== undefined && !kind[1].test(source);
  }
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  const lines = source.split(/\r\n|\n|\r/);
  const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(
    lines.length > 1 ? (lines[lines.length - 1] ?? '') : '',
  )?.[1];
  return closing === undefined || !closing.startsWith(fence);
}

/** How many characters two texts share at their front and, apart from those, at their back. */
function commonEnds(a: string, b: string): { front: number; back: number } {
  const most = Math.min(a.length, b.length);
  const front = bisect(most, (n) => a.slice(0, n) === b.slice(0, n));
  const back = bisect(most - front, (n) => a.slice(a.length - n) === b.slice(b.length - n));
  return { front, back };
}

/** The largest number up to `most` that `holds`, which holds for all below it. */
function bisect(most: number, holds: (n: number) => boolean): number {
  if (holds(most)) return most;
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
