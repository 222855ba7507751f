/*
 * Writes files in the place of old ones, all or none: each is first written beside its place, under a name that nobody
 * looks for, and moved there when all of them are whole. Whatever fails or is called off leaves what was there before.
 */
import type { FileSystem, Uri } from 'vscode';

import { besides, nameOf } from './fileNames';

/** What it does with files; the editor's own file system can do all of it, wherever the files are. */
export type Files = Pick<FileSystem, 'writeFile' | 'rename' | 'delete'>;

/** A file to write. */
export interface NewFile {
  readonly uri: Uri;
  readonly bytes: Uint8Array;
}

/** A file could not be written. What was there before, of all of them, is as it was. */
export class NotReplaced extends Error {
  constructor(
    readonly uri: Uri,
    readonly reason: unknown,
  ) {
    super('A file was not written');
  }
}

/** What the editor's file systems say, by its name and by that of the system below, in words for people. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/NoPermissions|EACCES|EPERM|EROFS/, 'you are not allowed to write there'],
  [/FileNotFound|ENOENT|ENOTDIR/, 'there is no such folder'],
  [/FileIsADirectory|EISDIR/, 'there is a folder of this name'],
  [/ENOSPC|EDQUOT/, 'there is no room left'],
  [/EBUSY/, 'another program is using it'],
  [/Unavailable/, 'the place cannot be reached now'],
];

/** Why a file could not be written; undefined where nobody can tell. */
export function reasonOf({ reason }: NotReplaced): string | undefined {
  if (!(reason instanceof Error)) return undefined;
  const said = `${'code' in reason ? String(reason.code) : ''} ${reason.message}`;
  return reasons.find(([sign]) => sign.test(said))?.[1];
}

/** What a person can do about it: closing a file helps against a lock, and does nothing for a full disk. */
export function adviceOn({ reason }: NotReplaced): string {
  const isFull = reason instanceof Error && /ENOSPC|EDQUOT/.test(reason.message);
  return isFull
    ? 'Make room on the disk, or export to another folder.'
    : 'Close the file where it is open, or export to another folder.';
}

/** Replaces the files; false if it was called off before the first was moved, and NotReplaced is thrown if one fails. */
export async function replaceFiles(
  files: Files,
  wanted: readonly NewFile[],
  isCalledOff: () => boolean,
): Promise<boolean> {
  const moves: Move[] = wanted.map(({ uri, bytes }) => ({ uri, bytes, beside: hiddenBesides(uri, 'tmp') }));
  let current: NewFile | undefined;
  try {
    for (const move of moves) {
      current = move;
      if (isCalledOff()) return false;
      await files.writeFile(move.beside, move.bytes);
    }
    if (isCalledOff()) return false;
    if (moves.length === 1) {
      // One file needs no way back: it is moved over the old one, or is not.
      for (const { beside, uri } of moves) await files.rename(beside, uri, { overwrite: true });
      return true;
    }
    for (const move of moves) {
      current = move;
      await moveWithWayBack(files, move);
    }
    for (const { kept } of moves) if (kept) await discard(files, kept);
    return true;
  } catch (reason) {
    for (const move of moves.reverse()) await moveBack(files, move);
    throw current ? new NotReplaced(current.uri, reason) : reason;
  } finally {
    for (const { beside } of moves) await discard(files, beside);
  }
}

interface Move extends NewFile {
  readonly beside: Uri;
  /** Where the old file is kept, until all new ones are in their places. */
  kept?: Uri;
  isMoved?: boolean;
}

async function moveWithWayBack(files: Files, move: Move): Promise<void> {
  const kept = hiddenBesides(move.uri, 'old');
  // What is not there need not be kept, and what cannot be moved is in the way of the next step too.
  const isKept = await files.rename(move.uri, kept, { overwrite: false }).then(
    () => true,
    () => false,
  );
  if (isKept) move.kept = kept;
  await files.rename(move.beside, move.uri, { overwrite: false });
  move.isMoved = true;
}

async function moveBack(files: Files, { uri, kept, isMoved }: Move): Promise<void> {
  if (isMoved) await discard(files, uri);
  if (kept) await files.rename(kept, uri, { overwrite: true }).then(undefined, () => undefined);
}

/** Takes a file away, if it is there. */
async function discard(files: Files, uri: Uri): Promise<void> {
  await files.delete(uri, { useTrash: false }).then(undefined, () => undefined);
}

/** A name beside a file's own that no program looks for. */
function hiddenBesides(uri: Uri, ending: string): Uri {
  const chance = crypto.getRandomValues(new Uint8Array(6));
  const word = Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return besides(uri, `.${nameOf(uri)}.${word}.${ending}`);
}
