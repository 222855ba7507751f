/*
 * What a person can do with a report that has just been written: open it in the program that it is for, and see where it
 * lies. Both are of this machine; where the files are on another, the editor shows them.
 */
import { UIKind, commands, env, window, workspace } from 'vscode';
import type { Uri } from 'vscode';

import { nameOf } from './fileNames';
import { alarm } from '../notify';

/** Shows what was written, and offers what can be done with it. */
export async function offerExported(files: readonly Uri[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  const more = files.length === 1 ? '' : ` and ${files.length - 1} more`;
  const isHere = first.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  const isInside = workspace.getWorkspaceFolder(first) !== undefined;
  const open = 'Open';
  const show = isHere ? 'Show in Folder' : 'Show in Explorer';
  const offers = [open, ...(isHere || isInside ? [show] : [])];
  const choice = await window.showInformationMessage(`Exported “${nameOf(first)}”${more}.`, ...offers);
  if (choice === open) await openFile(first, isHere);
  if (choice === show) await commands.executeCommand(isHere ? 'revealFileInOS' : 'revealInExplorer', first);
}

/** Text for other tools opens in the editor, everything else in the program that this machine has for it. */
async function openFile(uri: Uri, isHere: boolean): Promise<void> {
  if (!isHere || /\.(?:md|json)$/i.test(uri.path)) await commands.executeCommand('vscode.open', uri);
  else if (!(await env.openExternal(uri)))
    alarm(`“${nameOf(uri)}” could not be opened. It is written; open it from its folder.`);
}
