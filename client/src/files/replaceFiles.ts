/*
 * Writes files in the place of others, all or none, and leaves each the file that it was: its owner, mode, attributes
 * and other names. Only the old file has those, so it is written into, as the editor does when it saves. Before that,
 * all new content has been written under hidden names, so there is room for it, and so has the old content, which is
 * put back when something fails. A file that is new gets its place by a move that overwrites nothing.
 *
 * An old file is never moved away, not even for a moment: open editors would go with it to the other name.
 */
import type { Uri } from 'vscode';

import { removeUnchanged } from './createFiles';
import { nameOf } from './fileNames';
import { hiddenBesides } from './hiddenNames';
import { discard, entryAt, holds, Refusal, refuseUnwritable } from './writable';
import type { Files, NewFile } from './writable';

/** A file could not be written. What was there before, of all of them, is as it was, but for what `rescued` holds. */
export class NotReplaced extends Error {
  constructor(
    readonly uri: Uri,
    readonly reason: unknown,
    /** The old content of files that could not be put back. */
    readonly rescued: readonly Uri[] = [],
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

/** The message when files could not be written: which, why, and what has become of the old ones. */
export function whyNotWritten(failure: {
  readonly uri: Uri;
  readonly reason: unknown;
  readonly rescued?: readonly Uri[];
}): string {
  const why = reasonOf(failure);
  const head = `“${nameOf(failure.uri)}” could not be written${why === undefined ? '' : `: ${why}`}.`;
  const names = (failure.rescued ?? []).map((uri) => `“${nameOf(uri)}”`).join(' and ');
  return names === ''
    ? `${head} What was there before is as it was.`
    : `${head} What was there before could not be put back, and is in ${names} in the same folder.`;
}

/** What a person can do about it: closing a file helps against a lock, and does nothing for a full disk. */
export function adviceOn({ reason }: { readonly reason: unknown }): string {
  const isFull = reason instanceof Error && /ENOSPC|EDQUOT/.test(reason.message);
  return isFull
    ? 'Make room on the disk, or export to another folder.'
    : 'Close the file where it is open, or export to another folder.';
}

/**
 * Replaces the files; false if it was cancelled before the first got its place, and NotReplaced is thrown if one fails.
 * `baseOf` gives the opened folder that a file is in.
 */
export async function replaceFiles(
  files: Files,
  wanted: readonly NewFile[],
  isCancelled: () => boolean,
  baseOf: (uri: Uri) => Uri | undefined,
): Promise<boolean> {
  const changes: Change[] = wanted.map(({ uri, bytes }) => ({
    uri,
    bytes,
    beside: hiddenBesides(uri, 'tmp'),
    kept: hiddenBesides(uri, 'old'),
  }));
  let current: NewFile | undefined;
  try {
    for (const change of changes) {
      current = change;
      if (isCancelled()) return false;
      await prepare(files, change, baseOf(change.uri));
    }
    if (isCancelled()) return false;
    for (const change of changes) {
      current = change;
      await takePlace(files, change);
    }
    return true;
  } catch (reason) {
    const rescued: Uri[] = [];
    for (const change of changes.reverse()) if (!(await undo(files, change))) rescued.push(change.kept);
    throw current ? new NotReplaced(current.uri, reason, rescued) : reason;
  } finally {
    for (const { beside, kept, isRescued } of changes) {
      await discard(files, beside);
      if (!isRescued) await discard(files, kept);
    }
  }
}

interface Change extends NewFile {
  /** Where the new content is first written. */
  readonly beside: Uri;
  /** Where the old content is while the file is being written. */
  readonly kept: Uri;
  /** What was there before, if anything. */
  old?: Uint8Array;
  isBegun?: boolean;
  isWritten?: boolean;
  isRescued?: boolean;
}

async function prepare(files: Files, change: Change, base: Uri | undefined): Promise<void> {
  const { uri, bytes, beside, kept } = change;
  await refuseUnwritable(files, uri, base);
  if (await entryAt(files, uri)) {
    change.old = await files.readFile(uri);
    await files.writeFile(kept, change.old);
  }
  await files.writeFile(beside, bytes);
}

async function takePlace(files: Files, change: Change): Promise<void> {
  const { uri, bytes, beside, old } = change;
  if (!old) {
    await files.rename(beside, uri, { overwrite: false });
    change.isBegun = true;
    return;
  }
  // The room that it takes is needed for the file itself.
  await discard(files, beside);
  if (!(await holds(files, uri, old))) throw new Refusal('it was changed by someone else in the meantime');
  change.isBegun = true;
  await files.writeFile(uri, bytes);
  change.isWritten = true;
}

/** Puts back what was there before; false where that cannot be done, and the old content keeps its hidden name. */
async function undo(files: Files, change: Change): Promise<boolean> {
  const { uri, old, bytes, isBegun, isWritten } = change;
  // What someone else has saved there since stays.
  if (!isBegun || (isWritten && !(await holds(files, uri, bytes)))) return true;
  if (!old) {
    await removeUnchanged(files, { uri, bytes });
    return true;
  }
  await files.writeFile(uri, old).then(undefined, () => undefined);
  change.isRescued = !(await holds(files, uri, old));
  return !change.isRescued;
}
