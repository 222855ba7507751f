/*
 * What Enter leads to, where an Enter rule of the language cannot: it can only add text, and in front matter
 * the editor asks the rules of YAML instead. This is formatting while typing, which review documents have on
 * by default. The surprising fact: the editor asks one provider for a language, so both aids share this one.
 */
import { languages } from 'vscode';
import type { Disposable, Position, TextDocument, TextEdit } from 'vscode';

import { indentSetting } from './indentSetting';
import { leaveList } from './leaveList';

/** Gives review documents this behaviour, until disposed of. */
export function helpOnEnter(): Disposable {
  const provideOnTypeFormattingEdits = (document: TextDocument, position: Position): TextEdit[] => {
    if (position.line === 0 || document.lineAt(position.line).text.trim() !== '') return [];
    const left = leaveList(document, position);
    return left.length > 0 ? left : indentSetting(document, position);
  };
  return languages.registerOnTypeFormattingEditProvider('review', { provideOnTypeFormattingEdits }, '\n');
}
