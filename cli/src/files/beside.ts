/*
 * Hidden names beside a file's own, under which it is written before it takes its place. Such a name shows who writes:
 * the machine and the process. So what a killed process has left is told from what another run is just writing, and
 * from the files of other machines in the same folder, where the same number is another process.
 *
 * There are two kinds. Under one lies new content, which is removed. Under the other lies the old file itself, which
 * was about to be given its new content and its name again (see `replacement.ts`): that is finished, not removed,
 * because it has the owner, the attributes and the other names of the file.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { chmod, lstat, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as path from 'node:path';
import { areSame } from './files';
import { bytesOf, overwrite } from './overwrite';

/** A name that is not there yet, in the same folder; no program looks for it. */
export function nameBeside(file: string): string {
  return hidden(file, '');
}

/** The same for the old file while another has its place; the name shows which place that is. */
export function nameOfOld(file: string): string {
  return hidden(file, `-${digest(path.basename(file))}`);
}

function hidden(file: string, place: string): string {
  // A file may have as long a name as the disk takes, and this one must fit too.
  const first = path.basename(file).slice(0, 40);
  const mark = `${machine()}-${process.pid}-${randomBytes(6).toString('hex')}${place}`;
  return path.join(path.dirname(file), `.${first}.critical-friend-${mark}.tmp`);
}

/** Finishes or removes what a process of this machine has left in a folder under such names, once it has ended. */
export async function sweepBeside(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const [, where, id, place] =
      /^\..*\.critical-friend-([\da-f]{8})-(\d{1,9})-[\da-f]{12}(?:-([\da-f]{12}))?\.tmp$/s.exec(
        entry.name,
      ) ?? [];
    if (!entry.isFile() || where !== machine() || !isGone(Number(id))) continue;
    const left = path.join(folder, entry.name);
    const owner = place === undefined ? undefined : entries.find(({ name }) => digest(name) === place)?.name;
    await (owner === undefined ? rm(left, { force: true }) : finish(left, path.join(folder, owner))).catch(
      () => undefined,
    );
  }
}

/** Gives the old file the content of the one that has its place, and its name again. */
async function finish(old: string, file: string): Promise<void> {
  const [own, stand] = [await lstat(old), await lstat(file)];
  if (!stand.isFile()) return;
  if (own.ino !== stand.ino || own.dev !== stand.dev) {
    const bytes = await bytesOf(file);
    await overwrite(old, bytes);
    await chmod(old, stand.mode & 0o7777);
    if (areSame(bytes, await bytesOf(file))) await rename(old, file);
    return;
  }
  await rm(old);
}

/** Tells machines apart, and on Linux containers, of which each counts its processes from 1. */
function machine(): string {
  let processes = '';
  try {
    processes = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has it.
  }
  return createHash('sha256').update(`${hostname()} ${processes}`).digest('hex').slice(0, 8);
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}

function isGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (failure) {
    // Whose process it is does not matter: one of someone else may not be asked, and is there.
    return (failure as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
