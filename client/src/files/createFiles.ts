/*
 * Makes files that are not there yet, all or none. Each is first written under a hidden name and then moved to its own
 * without overwriting. This is not an edit of the editor's: undo would take the files away from everyone, with whatever
 * others have written into them since.
 *
 * A file system may only look whether a name is free and then move (VS Code's own on disk does). So the name is looked
 * at right before the move, and the file is read after it.
 */
import type { Uri } from 'vscode';

import { hiddenBesides } from './hiddenNames';
import { discard, entryAt, holds, Refusal, refuseUnwritable } from './writable';
import type { Files, NewFile } from './writable';

/** Not all files could be made. Those that were have been removed, but for `left`. */
export class NotCreated extends Error {
  constructor(
    readonly uri: Uri,
    /** The editor's error, or a Refusal. */
    readonly reason: unknown,
    /** Files that were made, have been changed by someone since, and are still there. */
    readonly left: readonly Uri[],
  ) {
    super('A file was not created');
  }

  /** Whether there is a file of this name already. */
  get isTaken(): boolean {
    return this.reason instanceof Taken;
  }
}

class Taken extends Refusal {}

/** Makes the files; the folder must be there. Fails with NotCreated. `base` is the opened folder that they are in. */
export async function createFiles(
  files: Files,
  wanted: readonly NewFile[],
  base: Uri | undefined,
): Promise<void> {
  const moves = wanted.map((file) => ({ ...file, beside: hiddenBesides(file.uri, 'tmp') }));
  const made: NewFile[] = [];
  let current: Uri | undefined;
  try {
    for (const { uri } of moves) {
      current = uri;
      await mustBeFree(files, uri);
      await refuseUnwritable(files, uri, base);
    }
    for (const { uri, beside, bytes } of moves) {
      current = uri;
      await files.writeFile(beside, bytes);
    }
    for (const move of moves) {
      current = move.uri;
      await mustBeFree(files, move.uri);
      await files.rename(move.beside, move.uri, { overwrite: false });
      made.push(move);
      if (!(await holds(files, move.uri, move.bytes)))
        throw new Refusal('someone else has written there at the same moment');
    }
  } catch (reason) {
    const left: Uri[] = [];
    for (const file of made) if (!(await removeUnchanged(files, file))) left.push(file.uri);
    throw current ? new NotCreated(current, reason, left) : reason;
  } finally {
    for (const { beside } of moves) await discard(files, beside);
  }
}

async function mustBeFree(files: Files, uri: Uri): Promise<void> {
  if (await entryAt(files, uri)) throw new Taken('there is one already');
}

/**
 * Removes a file if it still holds what it was made with; false where it was kept. It is moved aside before the last look,
 * so that nothing can be saved into it between the look and the removal. An open editor would go with it to the hidden
 * name, so `closeEditors` is called first.
 */
export async function removeUnchanged(
  files: Files,
  { uri, bytes }: NewFile,
  closeEditors: (uri: Uri) => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  if (!(await entryAt(files, uri))) return true;
  if (!(await holds(files, uri, bytes))) return false;
  await closeEditors(uri);
  const aside = hiddenBesides(uri, 'old');
  try {
    await files.rename(uri, aside, { overwrite: false });
  } catch {
    return false;
  }
  if (await holds(files, aside, bytes)) {
    await discard(files, aside);
    return true;
  }
  await files.rename(aside, uri, { overwrite: false }).then(undefined, () => undefined);
  return false;
}
