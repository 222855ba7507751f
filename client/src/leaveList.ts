/*
 * Leaving a list: Enter on an item without words takes its marker away, and a nested one becomes an item of
 * the list around it. Enter rules can only add text, so this is formatting while typing, which review
 * documents have on by default. It touches nothing but a marker that stands alone on its line.
 */
import { Position, Range, TextEdit, languages } from 'vscode';
import type { Disposable, TextDocument } from 'vscode';

/** An item's indentation and marker, and its words, for `  - words` the spaces, `-` and `words`. */
const item = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]*)?|$)(.*)$/;

/** Gives review documents this behaviour, until disposed of. */
export function leaveListOnEnter(): Disposable {
  const provideOnTypeFormattingEdits = (document: TextDocument, position: Position): TextEdit[] =>
    leaveList(document, position);
  return languages.registerOnTypeFormattingEditProvider('review', { provideOnTypeFormattingEdits }, '\n');
}

/** The edit after Enter was typed and `position` is on the new line. */
function leaveList(document: TextDocument, { line }: Position): TextEdit[] {
  if (line === 0 || document.lineAt(line).text.trim() !== '') return [];
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
