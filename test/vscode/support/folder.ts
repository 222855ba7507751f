/**
 * The review folder that the tests opened, asked through the `vscode` API only.
 * Places are named by the words that stand there, never by line numbers. Nothing here knows the
 * extension. The surprising fact: in the web worker host the folder is no `file:` but a remote URI.
 */
import * as vscode from 'vscode';

import { until } from './until';

/** The one folder of the window. */
export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (first === undefined) throw new Error('No folder is open.');
  return first.uri;
}

/** The URI of a file in the folder. */
export function file(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

/** Opens a file in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file to the disk behind the editor's back. */
export async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
}

/** Where `words` begin in the document, moved on by `offset` characters. */
export function placeOf(document: vscode.TextDocument, words: string, offset = 0): vscode.Position {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in ${document.uri.path}.`);
  return document.positionAt(start + offset);
}

/** Replaces words in the editor without saving. */
export async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(placeOf(document, words), placeOf(document, words, words.length));
  edit.replace(document.uri, range, by);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

/** The codes of all diagnostics in a file, sorted. */
export function codes(name: string): string[] {
  return diagnostics(name)
    .map((diagnostic) => codeOf(diagnostic))
    .sort();
}

/** The diagnostics in a file that have this code. */
export function diagnostics(name: string, code?: string): vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(file(name));
  return all.filter((diagnostic) => code === undefined || codeOf(diagnostic) === code);
}

/** Forgets what has not been saved in a document; the command acts on the editor that has the focus by then. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await until(`${document.uri.path} is as on disk`, async () => {
    if (!document.isDirty) return true;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return !document.isDirty;
  });
}

/** Forgets all unsaved text and closes every editor. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await revert(document);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
