/*
 * Writes files in the place of others, all or none, and leaves each the file that it was: its owner, mode, attributes and
 * other names. Only the old file has those, so it changes places with the new one twice. The new content is written under a
 * hidden name. The old file is moved aside and the new one into its place. Then the old file gets the new content, and is
 * moved back. A failure, or a person who cancels, leaves everything as it was.
 *
 * The editor has no second names for files, so between the first two moves nothing is at the place, and what was there is
 * beside it under a hidden name.
 */
import type { Uri } from 'vscode';

import { hiddenBesides } from './hiddenNames';
import { discard, entryAt, holds, Refusal, refuseUnwritable } from './writable';
import type { Files, NewFile } from './writable';

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
  [/NoPermissions|EACCES|EPERM|EROFS/, 'it is read-only, or you are not allowed to write there'],
  [/FileNotFound|ENOENT|ENOTDIR/, 'there is no such folder'],
  [/FileIsADirectory|EISDIR/, 'there is a folder of this name'],
  [/ENOSPC|EDQUOT/, 'there is no room left'],
  [/EBUSY/, 'another program is using it'],
  [/Unavailable/, 'the place cannot be reached now'],
];

/** Why a file could not be written; undefined where it is not known. */
export function reasonOf({ reason }: { readonly reason: unknown }): string | undefined {
  if (!(reason instanceof Error)) return undefined;
  if (reason instanceof Refusal) return reason.message;
  const said = `${'code' in reason ? String(reason.code) : ''} ${reason.message}`;
  return reasons.find(([sign]) => sign.test(said))?.[1];
}

/**
 * Replaces the files; false if it was cancelled before the first was moved, and NotReplaced is thrown if one fails.
 * `baseOf` gives the opened folder that a file is in.
 */
export async function replaceFiles(
  files: Files,
  wanted: readonly NewFile[],
  isCancelled: () => boolean,
  baseOf: (uri: Uri) => Uri | undefined,
): Promise<boolean> {
  const moves: Move[] = wanted.map(({ uri, bytes }) => ({ uri, bytes, beside: hiddenBesides(uri, 'tmp') }));
  let current: NewFile | undefined;
  try {
    for (const move of moves) {
      current = move;
      if (isCancelled()) return false;
      await refuseUnwritable(files, move.uri, baseOf(move.uri));
      if (await entryAt(files, move.uri)) move.old = await files.readFile(move.uri);
      await files.writeFile(move.beside, move.bytes);
    }
    if (isCancelled()) return false;
    for (const move of moves) {
      current = move;
      await takePlace(files, move);
    }
    for (const move of moves) {
      current = move;
      await giveBackIdentity(files, move);
    }
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
  /** What was there before, if anything. */
  old?: Uint8Array;
  /** Where the old file is while the new one has its place. */
  kept?: Uri;
  isMoved?: boolean;
  isOverwritten?: boolean;
}

async function takePlace(files: Files, move: Move): Promise<void> {
  if (move.old) {
    const kept = hiddenBesides(move.uri, 'old');
    await files.rename(move.uri, kept, { overwrite: false });
    move.kept = kept;
    // Now no other program can save into it by its name. One may have done so since it was read.
    if (!(await holds(files, kept, move.old)))
      throw new Refusal('it was changed by someone else in the meantime');
  }
  await files.rename(move.beside, move.uri, { overwrite: false });
  move.isMoved = true;
}

async function giveBackIdentity(files: Files, move: Move): Promise<void> {
  const { uri, bytes, kept } = move;
  if (!kept) return;
  move.isOverwritten = true;
  await files.writeFile(kept, bytes);
  const aside = hiddenBesides(uri, 'old');
  await files.rename(uri, aside, { overwrite: false });
  // Where someone has saved into the new file since, that one stays.
  const [stays, goes] = (await holds(files, aside, bytes)) ? [kept, aside] : [aside, kept];
  try {
    await files.rename(stays, uri, { overwrite: false });
  } catch (reason) {
    if (goes === aside) await files.rename(aside, uri, { overwrite: false });
    throw reason;
  }
  await discard(files, goes);
  delete move.kept;
}

async function moveBack(files: Files, move: Move): Promise<void> {
  const { uri, bytes, old, kept, isMoved, isOverwritten } = move;
  try {
    // What someone else has saved there since stays.
    const isOurs = isMoved === true && (await holds(files, uri, bytes));
    if (isMoved && !isOurs) return;
    if (kept && old) {
      if (isOverwritten && !(await holds(files, kept, old))) await files.writeFile(kept, old);
      await files.rename(kept, uri, { overwrite: isOurs });
    } else if (isOurs && old) await files.writeFile(uri, old);
    else if (isOurs) await discard(files, uri);
  } catch {
    // What cannot be moved back keeps its hidden name, so that nothing of it is lost.
  }
}
