/*
 * Whether there is something at a place, so that nothing is written over it unasked.
 */
import { FileType, workspace } from 'vscode';
import type { Uri } from 'vscode';

/** Whether a file or a folder of this name is there. */
export async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => type !== FileType.Unknown,
    () => false,
  );
}

/** The opened folder that a file is in, if it is in one. */
export function openedFolderOf(uri: Uri): Uri | undefined {
  return workspace.getWorkspaceFolder(uri)?.uri;
}
