/*
 * Leaving a list: Enter on an item without words takes its marker away, and a nested one becomes an item of
 * the list around it. It touches nothing but a marker that stands alone on its line.
 */
import { Position, Range, TextEdit } from 'vscode';
import type { TextDocument } from 'vscode';

/** An item's indentation and marker, and its words, for `  - words` the spaces, `-` and `words`. */
const item = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]*)?|$)([^]*)$/;

/** The edit after Enter was typed and `position` is on the new line, which is empty and not the first. */
export function leaveList(document: TextDocument, { line }: Position): TextEdit[] {
  const empty = item.exec(document.lineAt(line - 1).text);
  if (!empty || empty[3]?.trim() !== '') return [];
  const both = new Range(new Position(line - 1, 0), document.lineAt(line).range.end);
  return [TextEdit.replace(both, outerMarker(document, line - 1, empty[1]?.length ?? 0))];
}

/** The start of an item of the list around a line, `- ` for example; empty where there is none, or it counts. */
function outerMarker(document: TextDocument, line: number, indentation: number): string {
  for (let above = line - 1; above >= 0 && indentation > 0; above--) {
    const [, space = '', marker = ''] = item.exec(document.lineAt(above).text) ?? [];
    if (marker !== '' && space.length < indentation) return /\d/.test(marker) ? '' : `${space}${marker} `;
  }
  return '';
}
