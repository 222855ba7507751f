/*
 * Hidden names beside a file's own, under which it is written before it takes its place. Such a name says who writes: the
 * machine and the process. So what somebody left who was killed is told from what another run is just writing, and from
 * the files of other machines in the same folder, where the same number is another process.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as path from 'node:path';

/** A name that is not there yet, in the same folder; no program looks for it. */
export function nameBeside(file: string): string {
  // A file may have as long a name as the disk takes, and this one is to fit too.
  const first = path.basename(file).slice(0, 40);
  const mark = `${machine()}-${process.pid}-${randomBytes(6).toString('hex')}`;
  return path.join(path.dirname(file), `.${first}.critical-friend-${mark}.tmp`);
}

/** Takes away what a process of this machine has left in a folder under such names, if it is no more. */
export async function sweepBeside(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const [, where, id] =
      /^\..*\.critical-friend-([\da-f]{8})-(\d{1,9})-[\da-f]{12}\.tmp$/s.exec(entry.name) ?? [];
    if (!entry.isFile() || where !== machine() || !isGone(Number(id))) continue;
    await rm(path.join(folder, entry.name), { force: true }).catch(() => undefined);
  }
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

function isGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (failure) {
    // Whose process it is does not matter: that of somebody else is not to be asked, and is there.
    return (failure as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
