/*
 * Chunks that contain nothing but words and citations, which is most of a review: one line that is a heading,
 * an item or a paragraph; some words may be stressed. They are read without the Markdown parser, which costs
 * some fifty times as much, and a property test compares the two. The rest is left to the parser.
 */
import { readPlain, type Citation } from '../syntax/citation';
import { kindOfHeading } from '../syntax/sectionKind';
import { readsAsLink } from '../syntax/linkAmbiguity';
import { findAnnotations, withoutAnnotations, type Annotation } from '../syntax/annotations';
import type { Block, Chunk, ReadCitation } from './chunk';
import { foldBlanks } from '../text/singleLine';
import { isPlaceholder } from '../text/placeholder';
import { span } from '../text/span';
import { pushAll } from '../text/arrays';

/** One line, and blank lines behind it; nothing in it that the parser would have to think about. */
const shape =
  /^(?:(#{1,6}) |([-*+]|\d{1,9}[.)])( {1,4}))?([^\s#=+\-[\]\d\\`*_<>&~|^\0\uFEFF][^\\`_<>&~|^#\t\v\f\0\uFEFF\r\n]*)((?:\r\n|\n|\r)[ \t\r\n]*)?$/;

// Shared by all of them: there are a hundred thousand in a folder.
const nothing: readonly never[] = [];

/** The chunk, or undefined where the parser has to read it. */
export function readPlainChunk(text: string): Chunk | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, hashes, marker = '', gap = '', line = ''] = match;
  if (line.endsWith(' ') || line.includes('![')) return undefined;
  const start = hashes === undefined ? marker.length + gap.length : hashes.length + 1;
  const read = readLine(text, start, start + line.length);
  if (!read) return undefined;
  const none = { escaped: nothing, suppressions: nothing, surveys: nothing, labels: nothing };
  return { text, blocks: [toBlock(read)], ...none };

  function toBlock({ words, citations, annotations }: Line): Block {
    const end = start + line.length;
    if (hashes !== undefined) {
      const kind = kindOfHeading(words);
      const base = { level: hashes.length, title: words, span: span(0, end), citations };
      return { type: 'heading', ...base, ...(kind && { kind }) };
    }
    if (marker === '') return { type: 'other', citations };
    const said = words.includes('@') ? withoutAnnotations(words) : words;
    const base = {
      span: span(0, end),
      head: span(start, end),
      words: said,
      empty: isPlaceholder(said),
      annotations,
      citations,
    };
    return { type: 'item', ...base };
  }
}

/** What a plain item says: words, and citations as they are written. */
export type PlainPiece = string | { readonly citation: Citation; readonly written: string };

/** The words and citations of an item that is one plain line, for whoever shows it; undefined where the parser has to read it. */
export function readPlainItem(text: string): readonly PlainPiece[] | undefined {
  const [whole = '', , marker, gap = '', line = '', behind] = shape.exec(text) ?? [];
  if (whole === '' || marker === undefined || behind !== undefined || /[*@]|!\[| $/.test(line))
    return undefined;
  const pieces: PlainPiece[] = [];
  let at = marker.length + gap.length;
  for (let open = text.indexOf('[', at); open >= 0; open = text.indexOf('[', at)) {
    const close = text.indexOf(']', open);
    const citation = close < 0 ? undefined : readPlain(text.slice(open + 1, close), open);
    if (!citation) return undefined;
    if (open > at) pieces.push(text.slice(at, open));
    pieces.push({ citation, written: text.slice(open, close + 1) });
    at = close + 1;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** Words between stars, with blanks or signs of a sentence around: there is only one way to read them. */
const emphasis = /(^|[ (])(\*\*?)([\p{L}\p{N}](?:[^*]*[\p{L}\p{N}])?)\2(?=$|[ .,;:!?)])/gu;

interface Line {
  readonly words: string;
  readonly citations: readonly ReadCitation[];
  readonly annotations: readonly Annotation[];
}

/** The words and citations of a line; undefined where brackets stand that are no citation. */
function readLine(text: string, start: number, end: number): Line | undefined {
  const citations: ReadCitation[] = [];
  const pieces: string[] = [];
  let annotations: Annotation[] | undefined;
  let at = start;
  for (let open = text.indexOf('[', at); open >= 0 && open < end; open = text.indexOf('[', at)) {
    const close = text.indexOf(']', open);
    if (close < 0 || close >= end) return undefined;
    const citation = readPlain(text.slice(open + 1, close), open);
    if (!citation) return undefined;
    const link = readsAsLink(text, close + 1, open === start);
    citations.push(link ? { ...citation, link } : citation);
    take(open);
    at = close + 1;
  }
  take(end);
  const star = text.indexOf('*', start);
  if (star >= 0 && star < end) {
    for (const [i, piece] of pieces.entries()) pieces[i] = piece.replace(emphasis, '$1$3');
    if (pieces.some((piece) => /[*@]/.test(piece))) return undefined;
  }
  return { words: joinPieces(pieces), citations, annotations: annotations ?? nothing };

  function take(until: number): void {
    if (until <= at) return;
    const piece = text.slice(at, until);
    pieces.push(piece);
    if (piece.includes('@')) pushAll((annotations ??= []), findAnnotations(piece, at));
  }
}

/** The words between citations in one line, with single blanks. */
function joinPieces(pieces: readonly string[]): string {
  const [only = ''] = pieces;
  if (pieces.length < 2) return foldBlanks(only);
  return pieces
    .map(foldBlanks)
    .filter((piece) => piece !== '')
    .join(' ');
}
