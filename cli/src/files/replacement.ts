/*
 * Puts new content in the place of files, all or none, so that a reader sees the old content or the new and nothing
 * between, and so that each stays the file that it was: owner, mode, attributes, access lists and hard links.
 *
 * Node cannot read extended attributes, so they cannot be copied to a new file; only the old file has them. Therefore
 * each file changes places twice. The new content is written beside it, the old file gets a hidden second name, and the
 * new one is moved over it. Then the old file, which no reader sees now, gets the new content too and is moved back.
 * Whatever happens between, the name leads to something whole, and `sweepBeside` finishes what a killed process has left.
 */
import { lstatSync, renameSync, type Stats } from 'node:fs';
import {
  access,
  chmod,
  chown,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  rm,
  stat,
} from 'node:fs/promises';
import * as path from 'node:path';
import { nameBeside, nameOfOld, sweepBeside } from './beside';
import { areSame, exists, reasonOf } from './files';
import { refuseLinks } from './links';
import { placeNew } from './newFiles';
import { bytesOf, overwrite } from './overwrite';
import { changed, readOnly, Refusal, severalNames } from './refusal';

/** A file to write, by its full path. */
export interface NewContent {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** What was read from it: if it holds anything else by now, it is left as it is. */
  readonly read?: Uint8Array | undefined;
  /** Whether nothing may be there. */
  readonly isNew?: boolean;
}

/** How files are replaced. */
export interface Replacing {
  /** Whether a read-only file is replaced too. */
  readonly force?: boolean;
  /** Folders that a person has named; no link on the way to a file may lead out of them. */
  readonly within?: readonly string[];
}

/** A file could not be written. Every file is as it was, but for those that could not be given back what they were. */
export class NotWritten extends Error {
  constructor(
    readonly file: string,
    /** The error of the system, or a Refusal. */
    readonly reason: unknown,
    /** Files that have the whole new content all the same. */
    readonly replaced: readonly string[] = [],
  ) {
    super(reason instanceof Refusal ? reason.why : reasonOf(reason));
  }
}

/** Replaces one file, and makes the folders on the way to it. Fails with the error of the system, or a Refusal. */
export async function replaceOne(wanted: NewContent, how: Replacing = {}): Promise<void> {
  await refuseLinks(wanted.file, how.within ?? []);
  await mkdir(path.dirname(wanted.file), { recursive: true });
  await replaceWhole([wanted], how).catch((failure: unknown) => {
    throw failure instanceof NotWritten ? failure.reason : failure;
  });
}

/** The file that is there before. */
interface Old {
  readonly bytes: Uint8Array;
  readonly stats: Stats;
  /** Whether it may be written to only after its mode has been changed, because of `--force`. */
  readonly isLocked: boolean;
}

/** A file on its way to its place. */
interface Move {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly old: Old | undefined;
  /** The new file, which keeps this name until everything is done. */
  readonly beside: string;
  /** A second name of the new file, which is moved into the place. */
  readonly step: string;
  /** A second name of the old file, or of a copy where the disk has no second names. */
  kept?: string;
  isCopy?: boolean;
  isMoved?: boolean;
  /** Whether the old file may have some of the new content. */
  isOverwritten?: boolean;
}

/**
 * Replaces files in folders that exist, or makes them; all or none. Fails with NotWritten. A process that is killed
 * leaves hidden files that end in `.tmp`; the next that writes into the same folder finishes or removes them.
 */
export async function replaceWhole(files: readonly NewContent[], how: Replacing = {}): Promise<void> {
  const moves: Move[] = [];
  const swept = new Set<string>();
  let current = '';
  try {
    for (const wanted of files) {
      current = wanted.file;
      await refuseLinks(wanted.file, how.within ?? []);
      const folder = path.dirname(wanted.file);
      if (!swept.has(folder)) await sweepBeside(folder);
      swept.add(folder);
      const move = await prepare(wanted, how.force === true);
      if (move) moves.push(move);
      if (move) await writeBeside(move);
    }
    for (const move of moves) {
      current = move.file;
      await takePlace(move);
    }
    for (const move of moves) {
      current = move.file;
      await giveBackIdentity(move);
    }
  } catch (failure) {
    const replaced: string[] = [];
    for (const move of moves.reverse()) if (!(await moveBack(move))) replaced.push(move.file);
    throw new NotWritten(current, failure, replaced);
  } finally {
    for (const { beside, step, kept } of moves)
      for (const hidden of [step, beside, kept]) if (hidden !== undefined) await discard(hidden);
  }
}

/** Looks at what is there; undefined where the file holds the new content already. */
async function prepare(
  { file, content, read, isNew }: NewContent,
  force: boolean,
): Promise<Move | undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const stats = await lstat(file).catch((failure: unknown) => {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure;
  });
  const ways = { beside: nameBeside(file), step: nameBeside(file) };
  if (!stats) {
    if (read) throw Object.assign(new Error(), { code: 'ENOENT' });
    return { file, bytes, old: undefined, ...ways };
  }
  if (isNew) throw changed();
  if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  // A file in the place of a pipe, or of /dev/null, would take it away from every program that uses it.
  if (!stats.isFile()) throw Object.assign(new Error(), { code: 'ENDLESS' });
  const before = await bytesOf(file);
  if (areSame(before, bytes)) return undefined;
  if (read && !areSame(before, read)) throw changed();
  // The system lets root write to any file, so the mode is looked at too.
  const isReadOnly = (stats.mode & 0o222) === 0;
  const isLocked = isReadOnly || !(await mayWrite(file));
  if (isLocked && !force) throw readOnly(isReadOnly);
  await refuseSticky(file, stats);
  return { file, bytes, old: { bytes: before, stats, isLocked }, ...ways };
}

/** In a folder such as /tmp only an owner may move or remove a file: even a second name for it would stay for good. */
async function refuseSticky(file: string, { uid }: Stats): Promise<void> {
  const self = process.getuid?.() ?? 0;
  const folder = await stat(path.dirname(file));
  if (self === 0 || self === uid || self === folder.uid || (folder.mode & 0o1000) === 0) return;
  throw Object.assign(new Error(), { code: 'EPERM' });
}

async function mayWrite(file: string): Promise<boolean> {
  return access(file, constants.W_OK).then(
    () => true,
    (failure: unknown) => {
      const { code = '' } = failure as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') return false;
      throw failure;
    },
  );
}

/** The whole new content, on the disk, with the rights of the old file as far as they can be given. */
async function writeBeside({ beside, step, bytes, old }: Move): Promise<void> {
  const handle = await open(beside, 'wx', old && old.stats.mode & 0o600);
  try {
    await handle.writeFile(bytes);
    // What is moved into place must be on the disk, or a crash would leave an empty file there.
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (old) await giveRights(beside, old.stats);
  await link(beside, step).catch(async (failure: unknown) => {
    if (!(await exists(beside))) throw failure;
    // Some disks have no second names; there a copy does.
    await copyFile(beside, step, constants.COPYFILE_EXCL);
    if (old) await giveRights(step, old.stats);
  });
}

/** Owner, group and mode; a group that cannot be given must not have its rights go to another one. */
async function giveRights(file: string, { uid, gid, mode }: Stats): Promise<void> {
  const isGiven = await chown(file, uid, gid).then(
    () => true,
    () => false,
  );
  const { gid: now } = await lstat(file);
  const rights = isGiven || now === gid ? mode & 0o777 : (mode & 0o707) | ((mode & 0o007) << 3);
  await chmod(file, rights);
}

/** Moves the new file into the place; the old one is at hand under a hidden name from before until after. */
async function takePlace(move: Move): Promise<void> {
  const { file, step, old } = move;
  if (!old) {
    if (!(await placeNew(step, file))) throw changed();
    move.isMoved = true;
    return;
  }
  if (old.isLocked) await chmod(file, (old.stats.mode & 0o7777) | 0o200).catch(() => undefined);
  move.kept = await keep(file, old, move);
  if (!areSame(await bytesOf(move.kept), old.bytes)) throw changed();
  // Nothing comes between the last look and the move: another program's file must not be moved over.
  if (!isSameFile(lstatSync(file), old.stats)) throw changed();
  renameSync(step, file);
  move.isMoved = true;
  // A program that had the old file open may have saved into it just then.
  if (!areSame(await bytesOf(move.kept), old.bytes)) throw changed();
}

/** A second name for the old file. */
async function keep(file: string, { stats }: Old, move: Move): Promise<string> {
  const kept = nameOfOld(file);
  try {
    await link(file, kept);
    return kept;
  } catch (failure) {
    if (stats.nlink > 1) throw severalNames();
    const copy = nameBeside(file);
    await copyFile(file, copy, constants.COPYFILE_EXCL).catch(() => {
      throw failure;
    });
    move.isCopy = true;
    return copy;
  }
}

/** Gives the old file the new content and its place again; where that cannot be done, the new file stays. */
async function giveBackIdentity(move: Move): Promise<void> {
  const { file, beside, bytes, old, kept } = move;
  if (!old || kept === undefined || move.isCopy) return;
  // With `--force`, a file of someone else may be replaced and not written to. It has then become ours.
  if (old.isLocked && !(await mayWrite(kept))) return;
  move.isOverwritten = true;
  await overwrite(kept, bytes);
  await chmod(kept, old.stats.mode & 0o7777).catch(() => undefined);
  // A save since then has gone into the new file, which stays in that case.
  if (!areSame(await bytesOf(beside), bytes) || !isSameFile(lstatSync(file), lstatSync(beside))) return;
  renameSync(kept, file);
  delete move.kept;
  const late = await bytesOf(beside);
  if (!areSame(late, bytes)) await overwrite(file, late);
}

/** Gives a file its old content, place and mode again, unless someone else has saved there since; false if it cannot. */
async function moveBack(move: Move): Promise<boolean> {
  const { file, bytes, old, beside, kept, isMoved, isOverwritten } = move;
  try {
    if (isMoved && areSame(await bytesOf(file), bytes)) {
      if (!old) await rm(file);
      else if (kept === undefined) await overwrite(file, old.bytes);
      else {
        if (isOverwritten && !areSame(await bytesOf(kept), old.bytes)) await overwrite(kept, old.bytes);
        if (move.isCopy || isSameFile(lstatSync(file), lstatSync(beside))) {
          renameSync(kept, file);
          delete move.kept;
        }
      }
    }
    if (old?.isLocked) await chmod(file, old.stats.mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}

function isSameFile(one: Stats, another: Stats): boolean {
  return one.ino === another.ino && one.dev === another.dev;
}

async function discard(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}
