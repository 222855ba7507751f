/*
 * Writes files that are not there yet, all or none, and never over one that has appeared in the meantime.
 */
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, rm, rmdir } from 'node:fs/promises';
import * as path from 'node:path';
import { nameBeside, sweepBeside } from './beside';
import { areSame } from './files';
import { bytesOf } from './overwrite';

/** A file to make, by its name in a folder. */
export interface NewText {
  readonly path: string;
  readonly text: string;
}

/** Not all files could be made. Those that were have been removed, but for some that someone has changed since. */
export class NotMade extends Error {
  constructor(
    /** The file that could not be made. */
    readonly file: string,
    /** The error of the system; EEXIST where the file exists already. */
    readonly reason: unknown,
    /** Files that were made, have been changed since, and are still there. */
    readonly left: readonly string[],
  ) {
    super('A file was not made');
  }
}

/** Makes the files in a folder, which is made too; fails with NotMade. */
export async function writeNew(folder: string, files: readonly NewText[]): Promise<void> {
  const made: NewText[] = [];
  const firstMade = await mkdir(folder, { recursive: true });
  await sweepBeside(folder);
  let current = '';
  try {
    for (const wanted of files) {
      current = wanted.path;
      await writeOne(path.join(folder, wanted.path), wanted.text);
      made.push(wanted);
    }
  } catch (failure) {
    const left: string[] = [];
    for (const each of made)
      if (!(await removeUnchanged(path.join(folder, each.path), each.text))) left.push(each.path);
    if (firstMade !== undefined) await removeEmpty(folder, firstMade);
    throw new NotMade(current, failure, left);
  }
}

async function writeOne(file: string, text: string): Promise<void> {
  const beside = nameBeside(file);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await placeNew(beside, file))) throw Object.assign(new Error(), { code: 'EEXIST' });
  } finally {
    await rm(beside, { force: true });
  }
}

/** Gives a file that is whole a further name, its public one; false where something of that name exists. */
export async function placeNew(whole: string, file: string): Promise<boolean> {
  const ifTaken = (failure: unknown): boolean => {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  };
  try {
    // Unlike a move, a second name never takes the place of another file.
    await link(whole, file);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Some disks have no second names. A copy that must be new takes no place either.
    return copyFile(whole, file, constants.COPYFILE_EXCL).then(() => true, ifTaken);
  }
}

/** Removes a file that still has the content that it was made with; false where it has another. */
async function removeUnchanged(file: string, text: string): Promise<boolean> {
  try {
    if (!areSame(await bytesOf(file), new TextEncoder().encode(text))) return false;
    await rm(file);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Removes the folders that were made, from the inside out, up to one that holds something. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  for (let at = folder; ; at = path.dirname(at)) {
    const isRemoved = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isRemoved || at === first || at === path.dirname(at)) return;
  }
}
