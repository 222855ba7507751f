/*
 * What *New Review…* and *Import Standards…* have created last, so that a person can have it removed again. Undo does not
 * do that: on a shared folder, others may have written into the files by then. It is forgotten when the window closes.
 */
import { TabInputText, commands, window, workspace } from 'vscode';
import type { Uri } from 'vscode';

import { removeUnchanged } from '../files/createFiles';
import { nameOf } from '../files/fileNames';
import { warn } from '../notify';
import type { NewFile } from '../files/writable';

const remove = 'Remove What Was Created';

/** The files that were created last. */
export class Created {
  #files: readonly NewFile[] = [];
  #folder: Uri | undefined;

  /** Notes what was created; `folder` is the one that was made for it, if one was. */
  remember(files: readonly NewFile[], folder: Uri | undefined): void {
    this.#files = files;
    this.#folder = folder;
    // The command is in the palette only while it has something to do.
    void commands.executeCommand('setContext', 'criticalFriend.created', files.length > 0);
  }

  /** Shows what was created, with a button that removes it. */
  async offer(words: string): Promise<void> {
    const offered = this.#files;
    const isWanted = (await window.showInformationMessage(words, remove)) === remove;
    // The notice may be answered after something else has been created.
    if (isWanted && offered === this.#files) await this.remove();
  }

  /** Asks, and removes the files that are still as they were created. */
  async remove(): Promise<void> {
    const [first, ...more] = this.#files;
    if (!first) return;
    const question =
      more.length === 0
        ? `Remove “${nameOf(first.uri)}”?`
        : `Remove the ${more.length + 1} files that were created?`;
    const detail = `${this.#files.map(({ uri }) => nameOf(uri)).join(', ')}\n\nFiles that have been changed since are kept.`;
    const button = 'Remove';
    if ((await window.showWarningMessage(question, { modal: true, detail }, button)) !== button) return;
    const [files, folder] = [this.#files, this.#folder];
    this.remember([], undefined);
    const kept: Uri[] = [];
    for (const file of files) {
      if (isUnsaved(file.uri) || !(await removeUnchanged(workspace.fs, file, closeTabs))) kept.push(file.uri);
    }
    if (kept.length > 0) {
      const names = kept.map(nameOf).join(', ');
      warn(
        `These files were kept, because they have been changed since: ${names}. To remove them too, delete them in the Explorer.`,
      );
    } else if (folder) await removeEmpty(folder);
  }
}

function isUnsaved(uri: Uri): boolean {
  return workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}

async function closeTabs(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const showing = tabs.filter(
    ({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString(),
  );
  await window.tabGroups.close(showing, true);
}

async function removeEmpty(folder: Uri): Promise<void> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => undefined,
  );
  if (entries?.length === 0)
    await workspace.fs.delete(folder, { recursive: false }).then(undefined, () => undefined);
}
