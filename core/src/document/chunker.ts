/*
 * Cuts a text into passages, and after an edit only where it was edited. A cut depends on what follows the
 * cut before it and on nothing else, so old passages stand wherever the text around their ends is the same:
 * the result after any edits is the result of reading the final text, by construction.
 */
import type { Root } from 'mdast';
import { parseBlocks } from '../syntax/markdown';
import { readChunk, type Chunk } from './chunk';
import { readPlainChunk } from './plainChunk';

/** A run of passages, held together so that what stands is not gone through one by one. */
export interface ChunkGroup {
  readonly passages: readonly Chunk[];
  /** Of its text, in UTF-16 units. */
  readonly length: number;
  readonly notes: ChunkGroupNotes;
}

/** What others have worked out about a chapter and keep with it, each under a key of its own. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each file that keeps something adds its key.
export interface ChunkGroupNotes {}

/** All passages of a text from `start` on, one behind the other. How they are held together means nothing. */
export interface Chunks {
  readonly text: string;
  readonly start: number;
  readonly chapters: readonly ChunkGroup[];
}

/**
 * How far after a cut the text is looked at: the longest marker, the spaces that are looked at after it, and one character.
 * Whether a line is a safe place to cut must not depend on anything further on, because an edit there would not be noticed.
 */
const lookahead = 16;
/** How many passages a new chapter holds; one that has been edited may hold up to twice as many. */
const chapterSize = 32;

/** Cuts and reads `text` from `start` on; `before` gives passages of an older text to be used again. */
export function cutChunks(text: string, start: number, before?: Chunks): Chunks {
  if (!before) return { text, start, chapters: toChapters(cutAll(text, start)) };
  const same = commonEnds(before.text, text);
  const front =
    before.start === start ? countKept(before.chapters, start, same.front) : { chapters: 0, at: start };
  const old = new OldPassages(before, front.chapters, before.start === start ? front.at : before.start);
  const open: Chunk[] = [];
  let at = front.at;
  const first = before.start === start ? (before.chapters[front.chapters]?.passages ?? []) : [];
  for (const passage of first) {
    if (at + passage.text.length + lookahead > same.front) break;
    open.push(passage);
    at += passage.text.length;
  }
  let rest: readonly ChunkGroup[] = [];
  while (at < text.length) {
    const found = at >= text.length - same.back ? old.from(at - text.length + before.text.length) : undefined;
    if (found) {
      open.push(...found.passages);
      rest = found.chapters;
      break;
    }
    const passage = nextPassage(text, at);
    open.push(passage);
    at += passage.text.length;
  }
  return {
    text,
    start,
    chapters: [...before.chapters.slice(0, front.chapters), ...toChapters(open), ...rest],
  };
}

function cutAll(text: string, start: number): Chunk[] {
  const list: Chunk[] = [];
  for (let at = start; at < text.length; at += list[list.length - 1]?.text.length ?? 1) {
    list.push(nextPassage(text, at));
  }
  return list;
}

/** How many whole chapters end well before the text is another, and where they end. */
function countKept(
  chapters: readonly ChunkGroup[],
  start: number,
  front: number,
): { chapters: number; at: number } {
  let at = start;
  for (const [i, chapter] of chapters.entries()) {
    if (at + chapter.length + lookahead > front) return { chapters: i, at };
    at += chapter.length;
  }
  return { chapters: chapters.length, at };
}

/** The passages of an older text, met in order of their offsets. */
class OldPassages {
  constructor(
    private readonly before: Chunks,
    private chapter: number,
    private at: number,
  ) {}

  /** All passages from an offset of the older text on, if one begins there; offsets are asked for in order. */
  from(offset: number): { passages: readonly Chunk[]; chapters: readonly ChunkGroup[] } | undefined {
    const { chapters } = this.before;
    for (
      let next = chapters[this.chapter];
      next && this.at + next.length <= offset;
      next = chapters[this.chapter]
    ) {
      this.at += next.length;
      this.chapter++;
    }
    if (this.at === offset) return { passages: [], chapters: chapters.slice(this.chapter) };
    let at = this.at;
    const passages = chapters[this.chapter]?.passages ?? [];
    for (const [i, passage] of passages.entries()) {
      if (at === offset) return { passages: passages.slice(i), chapters: chapters.slice(this.chapter + 1) };
      at += passage.text.length;
    }
    return undefined;
  }
}

function toChapters(passages: readonly Chunk[]): ChunkGroup[] {
  const count = Math.max(passages.length > 0 ? 1 : 0, Math.floor(passages.length / chapterSize));
  const size = Math.ceil(passages.length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => {
    const own = passages.slice(i * size, (i + 1) * size);
    return { passages: own, length: own.reduce((sum, { text }) => sum + text.length, 0), notes: {} };
  });
}

/** Reads the passage that begins at `start`, up to the first safe cut behind it. */
function nextPassage(text: string, start: number): Chunk {
  let line = readLine(text, start);
  const first = line;
  // While all lines are one heading or items and what belongs to them, nothing can be open at the top level.
  let certain = first.kind === 'heading' || first.kind === 'item';
  let tried = 0;
  /** The last line that is not blank. */
  let solid = first;
  while (line.end < text.length) {
    const next = readLine(text, line.end);
    const afterBlank = line.kind === 'blank';
    const opens = next.kind === 'heading' || (next.kind === 'item' && follows(first, next));
    // Behind what may be indented code the parser takes a number that is not one for words.
    const isOdd = next.odd || (next.isLater && solid.indent >= codeIndent);
    if (next.kind !== 'blank' && next.indent === 0 && !isOdd && (afterBlank || (certain && opens))) {
      // Each try may cost a reading: what is tried again must have grown well, or a long block costs its square.
      const size = next.start - start;
      const read = size >= tried * 2 ? readUpTo(text.slice(start, next.start), certain) : undefined;
      if (read) return read;
      tried = Math.max(tried, size >= tried * 2 ? size : 0);
    }
    if (next.kind !== 'blank' && (first.content === 0 || next.indent < first.content)) certain = false;
    line = next;
    if (next.kind !== 'blank') solid = next;
  }
  return readAlone(text.slice(start));
}

/** The passage, or undefined where a fence or a comment is still open at its end. */
function readUpTo(text: string, certain: boolean): Chunk | undefined {
  if (certain || !/(?:^|[\r\n]) {0,3}(?:`{3}|~{3}|<)/.test(text)) return readAlone(text);
  const tree = parseBlocks(text);
  return endsOpen(tree, text) ? undefined : readChunk(text, tree);
}

function readAlone(text: string): Chunk {
  return readPlainChunk(text) ?? readChunk(text);
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
  /**
   * It must not come first in a passage: it begins with a byte order mark, or is a marker and nothing else, which is
   * an item, a paragraph or the words of a heading, depending on what precedes it. Five spaces after a marker may be
   * followed by nothing as well: that is not looked at, because it may be any distance away.
   */
  readonly odd: boolean;
  /** An item with another number than one. */
  readonly isLater: boolean;
}

/** Columns that may make a line code. */
const codeIndent = 4;

const marked = /(?:(#{1,6})(?=[ \t]|[\r\n]|$)|(?:([-*+])|\d{1,9}([.)]))( {1,4})(?=[^\s\-*+#_=]))/y;
const bareMarker = /(?:[-+*]|\d{1,9}[.)])(?:[ \t]{5}|[ \t]{0,4}(?=[\r\n]|$))/y;
const lineEnd = /\r\n|\n|\r/g;
/** What a heading, an item or a bare marker begins with, and hardly any other line does. */
const sign = /[-+*#\d\uFEFF]/;

function readLine(text: string, start: number): Line {
  lineEnd.lastIndex = start;
  const isEnded = lineEnd.test(text);
  const end = isEnded ? lineEnd.lastIndex : text.length;
  const stop = isEnded ? end - (text[end - 1] === '\n' && text[end - 2] === '\r' ? 2 : 1) : end;
  let indent = 0;
  let i = start;
  for (; i < stop; i++) {
    if (text[i] === ' ') indent++;
    else if (text[i] === '\t') indent += 4 - (indent % 4);
    else break;
  }
  const line = (kind: Line['kind'], odd = false, content = 0, marker = '', isLater = false): Line => {
    return { start, end, kind, indent, content, marker, odd, isLater };
  };
  const first = text[i] ?? '';
  if (i === stop) return line('blank');
  if (!sign.test(first)) return line('other');
  bareMarker.lastIndex = i;
  const odd = first === '\uFEFF' || bareMarker.test(text);
  marked.lastIndex = i;
  const match = indent === 0 ? marked.exec(text) : null;
  if (!match) return line('other', odd);
  if (match[1] !== undefined) return line('heading', odd);
  const isLater = match[3] !== undefined && !/^1[.)]/.test(match[0]);
  return line('item', odd, match[0].length, match[3] ?? '-', isLater);
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
  if (last?.type !== 'code' && last?.type !== 'html') return false;
  const source = text.slice(last.position?.start.offset, last.position?.end.offset).trimStart();
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
  return !closing?.startsWith(fence);
}

/** How many characters two texts share at their front and, apart from those, at their back. */
function commonEnds(a: string, b: string): { front: number; back: number } {
  const most = Math.min(a.length, b.length);
  const front = bisect(most, (from, to) => a.slice(from, to) === b.slice(from, to));
  const fromEnd = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  const back = bisect(most - front, (from, to) => fromEnd(a, from, to) === fromEnd(b, from, to));
  return { front, back };
}

/** How far two texts are the same, up to `most`; halves are compared, so that each character is met about twice. */
function bisect(most: number, isSame: (from: number, to: number) => boolean): number {
  if (isSame(0, most)) return most;
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle;
  }
  return low;
}
