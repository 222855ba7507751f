/*
 * An ignore comment for a diagnostic, on a line of its own before the line that it is for. A comment can cut a list
 * or a paragraph in two, so each way to write it is read again, and the first is taken that leaves headings, findings
 * and citations as they are. In front matter, code and some tables there is no such way.
 */
import { checks } from '../../checks';
import { applyEdits, eolOf, type TextEdit } from '../../text/textEdit';
import { type Diagnostic, type Fix } from '../../text/diagnostic';
import type { Document } from '../../document/document';
import { surveysIn } from '../../evidence/entry';
import { aboutSuppressions, printSuppression, silencedLine } from '../../syntax/suppression';
import { isPlaceholder } from '../../text/placeholder';
import { readDocument } from '../../document/readDocument';
import { sameReading } from '../../document/sameContent';
import { encloses, lineAround, span, touches } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { diagnostics } from '../../diagnostics/diagnostics';

/** The comment; without a reason a placeholder that silences nothing yet, selected. Undefined where none can stand. */
export function ignoreHere(
  snapshot: Snapshot,
  uri: string,
  { code, span: place }: Pick<Diagnostic, 'code' | 'span'>,
  reason = '',
): Fix | undefined {
  const document = snapshot.documents.get(uri);
  const front = document?.model.frontMatter?.whole;
  if (!document || code === aboutSuppressions || (front && encloses(front, place))) return undefined;
  const words = isPlaceholder(reason) ? '…' : reason;
  const comment = printSuppression(code, words);
  // In a fenced block no comment can stand; the one above it is for all of it.
  const block = surveysIn(document.model.evidence).find((survey) => encloses(survey.span, place));
  const at = block?.span.start ?? place.start;
  const edit = candidates(document.text, at, comment).find((candidate) =>
    works(document, candidate, code, place.start),
  );
  if (!edit || (isOfReview(code) && !silences(snapshot, document, reasoned(edit, comment, code), code)))
    return undefined;
  const title = `Ignore “${code}” here…`;
  if (words !== '…') return { title, uri, edits: [edit] };
  const reasonAt = edit.span.start + edit.text.indexOf(comment) + comment.lastIndexOf('…');
  return { title, uri, edits: [edit], select: span(reasonAt, reasonAt + 1) };
}

/** The ways to write a comment for the line of an offset, the most natural first. */
function candidates(text: string, offset: number, comment: string): TextEdit[] {
  const { start, end } = lineAround(text, offset);
  const line = text.slice(start, end);
  const eol = eolOf(text);
  const above = text.slice(0, start).replace(/(?:\r\n|\n|\r)$/, '');
  const previous = above.slice(lineAround(above, above.length).start);
  const prefix = /^[ \t>]*/.exec(line)?.[0] ?? '';
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(line.slice(prefix.length))?.[0] ?? '';
  const own = (indent: string): TextEdit => {
    return { span: span(start, start), text: `${prefix}${indent}${comment}${eol}` };
  };
  const behind = (at: number, words: string): TextEdit => ({ span: span(at, at), text: words });
  // Four blanks keep a paragraph together, where a comment at its margin would cut it in two.
  const inside = [own('    '), behind(above.length, ` ${comment}`)];
  const cell = previous.trimEnd().endsWith('|') ? above.lastIndexOf('|') : -1;
  const inCell = cell < 0 ? [] : [behind(cell, `${comment} `)];
  const begins = marker !== '' || /^[ \t>]*$/.test(previous) || /^#|^[-*_]{3}|-->\s*$/.test(previous.trim());
  const plain = [own('')];
  if (marker !== '') {
    const below = [own(' '.repeat(marker.length))];
    return hasItemAbove(above, prefix) ? [...below, ...plain] : [...plain, ...below];
  }
  if (line.startsWith(prefix + '|')) return [...inCell, ...inside];
  return begins ? [...plain, ...inside] : [...inside, ...plain];
}

/** Whether the nearest line above that is not indented further begins an item of the same list. */
function hasItemAbove(above: string, prefix: string): boolean {
  const lines = above.split(/\r\n|\n|\r/).reverse();
  const next = lines.find((line) => line.trim() !== '' && !/^[ \t]/.test(line.slice(prefix.length))) ?? '';
  return next.startsWith(prefix) && /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(next.slice(prefix.length));
}

/** The same edit with a reason, as it will be when somebody has written one. */
function reasoned({ span: place, text }: TextEdit, comment: string, code: string): TextEdit {
  return { span: place, text: text.replace(comment, () => printSuppression(code, 'a reason')) };
}

const isOfReview = (code: string): boolean =>
  checks.some((check) => check.about === 'review' && check.code === code);

/** Whether a diagnostic about the whole review is gone: it may stand on the first line, whatever that is. */
function silences(snapshot: Snapshot, { uri, text }: Document, edit: TextEdit, code: string): boolean {
  const after = snapshot.withText(uri, applyEdits(text, [edit]));
  const count = (at: Snapshot): number => diagnostics(at, uri).filter((found) => found.code === code).length;
  return count(after) < count(snapshot);
}

/** Whether a comment, once written, is read as one for the line, and all else as before. */
function works(document: Document, edit: TextEdit, code: string, place: number): boolean {
  const { model } = document;
  const text = applyEdits(document.text, [edit]);
  const after = readDocument(text, model);
  const added = after.suppressions.find(({ span: { start, end } }) => {
    return edit.span.start <= start && end <= edit.span.start + edit.text.length;
  });
  if (added?.code !== code || after.suppressions.length !== model.suppressions.length + 1) return false;
  const line = silencedLine(text, added.span.end, code);
  return touches(line, place + edit.text.length) && sameReading(model, after);
}
