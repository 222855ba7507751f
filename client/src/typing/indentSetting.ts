/*
 * Where the next setting begins after Enter in front matter: under the key of a list item (`- std: 5`), or one
 * step further in below a key that holds others (`scope:`). It reads the line above and nothing else.
 */
import { TextEdit } from 'vscode';
import type { Position, TextDocument } from 'vscode';

/** A list item that begins with a key; its dash and blanks. */
const firstOfItem = /^([ \t]*-[ \t]+)[A-Za-z-]+:(?:[ \t]|$)/;

/** A key that holds further lines; what stands before it. */
const holder = /^([ \t]*)(?:scope|exclude|team|documents|checks):[ \t]*(?:#.*)?$/;

/** The edit after Enter was typed and `position` is on the new line, which is empty and not the first. */
export function indentSetting(document: TextDocument, { line }: Position): TextEdit[] {
  if (!isFrontMatter(document, line)) return [];
  const above = document.lineAt(line - 1).text;
  const item = firstOfItem.exec(above)?.[1]?.replace('-', ' ');
  const outer = holder.exec(above)?.[1];
  const indentation = item ?? (outer === undefined ? undefined : `${outer}  `);
  const { range, text } = document.lineAt(line);
  if (indentation === undefined || text === indentation) return [];
  return [TextEdit.replace(range, indentation)];
}

/** Whether a line stands behind the opening fence and not behind the closing one. */
function isFrontMatter(document: TextDocument, line: number): boolean {
  const isFence = (at: number): boolean => /^\uFEFF?---[ \t]*$/.test(document.lineAt(at).text);
  if (!isFence(0)) return false;
  for (let at = 1; at < line; at++) if (isFence(at)) return false;
  return true;
}
