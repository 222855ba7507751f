/*
 * Files as a command line writes them: whole or not at all. How they are read is in `readFiles.ts`.
 */
import { copyFile, link, lstat, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { isEndless } from '../nodeHost';
import { nameBeside, sweepBeside } from './beside';

/** Whether two files hold the same. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** A file could not be written; every file is as it was. */
export class NotWritten extends Error {
  constructor(
    readonly file: string,
    /** What the system said. */
    readonly reason: unknown,
  ) {
    super(reasonOf(reason));
  }
}

/**
 * Writes a file so that whoever reads it sees the old content or the new one and nothing between. A link stays one: the
 * file that it leads to is written, with the rights that it had. Folders on the way are made.
 */
export async function writeWhole(named: string, content: string | Uint8Array): Promise<void> {
  const file = await realpath(named).catch(() => named);
  await mkdir(path.dirname(file), { recursive: true });
  await replaceWhole(new Map([[file, content]])).catch((failure: unknown) => {
    throw failure instanceof NotWritten ? failure.reason : failure;
  });
}

/** A file on its way to its place. */
interface Move {
  /** As whoever writes it names it. */
  readonly named: string;
  readonly file: string;
  /** What is to be moved there. */
  readonly beside: string;
  /** The old file under another name, until all new ones are in their places. */
  kept?: string;
  isMoved?: boolean;
}

/**
 * The same for several files in folders that are there, all or none: none takes its place before each has been written
 * beside it, and where one cannot take its place, those that have give it back. Fails with NotWritten. Whoever is killed
 * meanwhile leaves hidden files that end in `.tmp`, and nothing else; who writes into the same folder next takes them away.
 */
export async function replaceWhole(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const moves: Move[] = [];
  const swept = new Set<string>();
  const sweepOnce = async (folder: string): Promise<void> => {
    if (!swept.has(folder)) await sweepBeside(folder);
    swept.add(folder);
  };
  let current = '';
  try {
    for (const [named, content] of files) {
      current = named;
      const file = await realpath(named).catch(() => named);
      const mode = await stat(file).then(
        (found) => found.mode & 0o777,
        () => undefined,
      );
      // What was moved into its place would take a pipe, or /dev/null, away from everybody.
      if (await isEndless(file)) throw Object.assign(new Error(), { code: 'ENDLESS' });
      await sweepOnce(path.dirname(file));
      const beside = nameBeside(file);
      moves.push({ beside, file, named });
      const handle = await open(beside, 'wx', mode);
      try {
        await handle.writeFile(content);
        // What is moved into place must be on the disk, or a crash would leave an empty file there.
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const move of moves) {
      current = move.named;
      // A single file needs no way back: it is moved over the old one, or is not.
      if (moves.length > 1) await keepOld(move);
      await rename(move.beside, move.file);
      move.isMoved = true;
    }
  } catch (failure) {
    for (const move of moves) await moveBack(move);
    throw new NotWritten(current, failure);
  } finally {
    for (const { beside, kept } of moves)
      for (const hidden of [beside, ...(kept === undefined ? [] : [kept])])
        await rm(hidden, { force: true }).catch(() => undefined);
  }
}

/** Gives the old file another name besides, so that it is never without the one that people know. */
async function keepOld(move: Move): Promise<void> {
  if (!(await exists(move.file))) return;
  const kept = nameBeside(move.file);
  move.kept = kept;
  // Some disks know no second name.
  await link(move.file, kept).catch(() => copyFile(move.file, kept));
}

async function moveBack({ file, kept, isMoved }: Move): Promise<void> {
  if (isMoved !== true) return;
  await (kept === undefined ? rm(file, { force: true }) : rename(kept, file)).catch(() => undefined);
}

/**
 * Writes files that are not there yet into a folder, all or none of them: where one is there already, or one cannot be
 * written, those that were written are taken away again. Resolves to the first that was in the way.
 */
export async function writeNew(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<string | undefined> {
  const made: string[] = [];
  const madeFolder = await mkdir(folder, { recursive: true });
  await sweepBeside(folder);
  const undo = async (): Promise<void> => {
    for (const file of made) await rm(file, { force: true });
    if (madeFolder !== undefined) await rm(madeFolder, { recursive: true, force: true });
  };
  try {
    for (const { path: name, text } of files) {
      const file = path.join(folder, name);
      const beside = nameBeside(file);
      try {
        await writeFile(beside, text, { flag: 'wx' });
        // Unlike a renamed file, a link never takes the place of another one.
        await link(beside, file);
        made.push(file);
      } finally {
        await rm(beside, { force: true });
      }
    }
    return undefined;
  } catch (failure) {
    await undo();
    if (isSystemError(failure) && failure.code === 'EEXIST') return files[made.length]?.path;
    throw failure;
  }
}

/** Whether there is anything of this name, a link that leads nowhere included. */
export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** Why the system refused something, in words for people. */
export function reasonOf(failure: unknown): string {
  const code = isSystemError(failure) ? failure.code : '';
  return reasons[code ?? ''] ?? (code ? `the system says ${code}` : 'the system does not say why');
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to',
  EPERM: 'you are not allowed to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for you on the disk',
  EFBIG: 'there is no room for a file of this size',
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where a folder should be',
  ELOOP: 'its links lead round in a circle',
  EIO: 'the disk gives an error',
  // Ours, and not the system's.
  ENDLESS: 'it is a pipe or a device, and no file',
  EBUSY: 'another program is using it',
};

function isSystemError(failure: unknown): failure is NodeJS.ErrnoException {
  return failure instanceof Error && 'code' in failure;
}
