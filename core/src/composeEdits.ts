/*
 * Several rounds of edits as one: each round was made for the text that the round before it left, and what comes out
 * is made for the first text. Words that no round touched are in no edit, so an editor keeps its marks on them.
 */
import { span, type Span } from './span';
import type { TextEdit } from './diagnostic';

/** A piece of the present text: a stretch of the first one, or words that were put in. */
type Piece = Span | string;

const lengthOf = (piece: Piece): number =>
  typeof piece === 'string' ? piece.length : piece.end - piece.start;

/** The edits of a text of `length` characters that do what the rounds do one after the other. */
export function composeEdits(length: number, rounds: readonly (readonly TextEdit[])[]): TextEdit[] {
  let pieces: readonly Piece[] = [span(0, length)];
  for (const edits of rounds) {
    // From behind, so that the places of those before stay as they are.
    const ordered = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
    for (const edit of ordered) pieces = replace(pieces, edit);
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

function replace(pieces: readonly Piece[], { span: place, text }: TextEdit): readonly Piece[] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    if (at < place.start) before.push(cut(piece, 0, Math.min(end, place.start) - at));
    if (end > place.end) after.push(cut(piece, Math.max(at, place.end) - at, end - at));
    at = end;
  }
  return [...before, ...(text === '' ? [] : [text]), ...after];
}

function cut(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : span(piece.start + from, piece.start + to);
}
