/*
 * Several rounds of edits as one: each round was made for the text that the round before it left, and what comes out
 * is made for the first text. Words that no round touched are in no edit, so an editor keeps its marks on them.
 */
import { span, type Span } from './span';
import type { TextEdit } from './textEdit';
/** A piece of the present text: a stretch of the first one, or words that were put in. */
type Piece = Span | string;

const lengthOf = (piece: Piece): number =>
  typeof piece === 'string' ? piece.length : piece.end - piece.start;

/** The edits of a text of `length` characters that do what the rounds do one after the other. */
export function composeEdits(length: number, rounds: readonly (readonly TextEdit[])[]): TextEdit[] {
  let pieces: readonly Piece[] = [span(0, length)];
  for (const edits of rounds) {
    // Of two at one place the later one comes first, as if they were made from the last to the first.
    const ordered = [...edits]
      .reverse()
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    pieces = replace(pieces, ordered);
  }
  const result: TextEdit[] = [];
  let at = 0;
  let text = '';
  for (const piece of [...pieces, span(length, length)]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.start > at || text !== '') result.push({ span: span(at, piece.start), text });
    at = piece.end;
    text = '';
  }
  return result;
}

/** Makes edits that follow each other, in one pass over the pieces. */
function replace(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const replaced: Piece[] = [];
  let i = 0;
  let start = 0;
  let at = 0;
  const keep = (from: number, to: number): void => {
    for (let piece = pieces[i]; piece !== undefined && start < to; piece = pieces[i]) {
      const end = start + lengthOf(piece);
      if (Math.min(end, to) > Math.max(start, from))
        replaced.push(cut(piece, Math.max(start, from) - start, Math.min(end, to) - start));
      if (end > to) break;
      start = end;
      i++;
    }
  };
  for (const { span: place, text } of edits) {
    keep(at, place.start);
    if (text !== '') replaced.push(text);
    at = Math.max(at, place.end);
  }
  keep(at, Infinity);
  return replaced;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : span(piece.start + from, piece.start + to);
}
