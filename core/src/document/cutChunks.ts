/*
 * Cuts a text into chunks by one scan of its lines. A cut is made where a line cannot belong to what is above it: after
 * a blank line, or at an item or a heading while nothing else is open. A chunk does not end inside a
 * fence or a comment. Where a cut is depends on the text from the cut before it and on nothing else.
 */
import { readChunk, type Chunk } from './chunk';
import { readPlainChunk } from './plainChunk';

/** Chunks by their text: what was parsed for one text of a document is not parsed again for the next. */
export type ParsedChunks = Map<string, Chunk>;

/** How many chunks of older texts are kept at most. */
const spare = 64;

/**
 * Cuts and reads `text` from `start` on. Chunks that are in `parsed` are not parsed again, and those that are not are
 * put there: after an edit all but a chunk or two are found.
 */
export function cutChunks(text: string, start: number, parsed: ParsedChunks): readonly Chunk[] {
  const read = (piece: string): Chunk => {
    const known = parsed.get(piece);
    if (known) return known;
    const own = copyOf(piece);
    const chunk = readPlainChunk(own) ?? readChunk(own);
    parsed.set(own, chunk);
    return chunk;
  };
  const list: Chunk[] = [];
  for (let at = start; at < text.length; at += list[list.length - 1]?.text.length ?? text.length)
    list.push(nextChunk(text, at, read));
  if (parsed.size > list.length + spare) {
    parsed.clear();
    for (const chunk of list) parsed.set(chunk.text, chunk);
  }
  return list;
}

/** The same text in memory of its own: a piece of a text keeps all of that text, and a chunk outlives many. */
function copyOf(piece: string): string {
  return ` ${piece}`.slice(1);
}

/** The chunk that begins at `start`, up to the first safe cut. */
function nextChunk(text: string, start: number, read: (piece: string) => Chunk): Chunk {
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
    // After what may be indented code the parser takes a number that is not one for words.
    const isOdd = next.odd || (next.isLater && solid.indent >= codeIndent);
    if (next.kind !== 'blank' && next.indent === 0 && !isOdd && (afterBlank || (certain && opens))) {
      // Each try may cost a reading: what is tried again must have grown well, or a long block costs its square.
      const size = next.start - start;
      if (size >= tried * 2) {
        const chunk = read(text.slice(start, next.start));
        if (chunk.endsOpen !== true) return chunk;
        tried = size;
      }
    }
    if (next.kind !== 'blank' && (first.content === 0 || next.indent < first.content)) certain = false;
    line = next;
    if (next.kind !== 'blank') solid = next;
  }
  return read(text.slice(start));
}

interface Line {
  readonly start: number;
  /** After the line ending. */
  readonly end: number;
  readonly kind: 'blank' | 'heading' | 'item' | 'other';
  /** Columns before the first character. */
  readonly indent: number;
  /** For an item, the column where its content begins, else 0. */
  readonly content: number;
  /** For an item, `-`, or the sign behind its number. */
  readonly marker: string;
  /**
   * It must not come first in a chunk: it begins with a byte order mark, or is a marker and nothing else, which is
   * an item, a paragraph or the words of a heading, depending on what precedes it. A marker with five spaces after it
   * counts as one, whatever follows: how far away the next word is must not matter.
   */
  readonly odd: boolean;
  /** An item with another number than one. */
  readonly isLater: boolean;
}

/** Columns that may make a line code. */
const codeIndent = 4;

const marked = /(?:(#{1,6})(?=[ \t]|[\r\n]|$)|(?:([-*+])|\d{1,9}([.)]))( {1,4})(?=[^\s\-*+#_=]))/y;
const lineEnd = /\r\n|\n|\r/g;
/** What a heading, an item or a bare marker begins with, and hardly any other line does. */
const sign = /[-+*#\d\uFEFF]/;
const bareMarker = /(?:[-+*]|\d{1,9}[.)])(?:[ \t]{5}|[ \t]{0,4}(?=[\r\n]|$))/y;

function readLine(text: string, start: number): Line {
  const end = endOfLine(text, start);
  let indent = 0;
  let i = start;
  for (; i < end; i++) {
    if (text[i] === ' ') indent++;
    else if (text[i] === '\t') indent += 4 - (indent % 4);
    else break;
  }
  const first = text[i] ?? '\n';
  const line = (kind: Line['kind'], odd = false, content = 0, marker = '', isLater = false): Line => {
    return { start, end, kind, indent, content, marker, odd, isLater };
  };
  if (i === end || first === '\n' || first === '\r') return line('blank');
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

/** Where the line ends that begins at `start`, its line ending included. */
function endOfLine(text: string, start: number): number {
  lineEnd.lastIndex = start;
  return lineEnd.test(text) ? lineEnd.lastIndex : text.length;
}

/** Whether an item's line begins an item after these lines: a number cannot follow just anything. */
function follows(first: Line, next: Line): boolean {
  return next.marker === '-' || first.kind === 'heading' || first.marker === next.marker;
}
