/*
 * Files that are there and cannot be read. Who runs everything may read whatever there is, so for root such a file is one
 * whose every reading is an error of the disk: the memory of the process itself, which Linux shows as a file.
 */
import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const memory = '/proc/self/mem';
const isRoot = process.getuid?.() === 0;

/** Why there can be no such file here, to be said with the name of a test; undefined where there can be one. */
export const whyReadable =
  process.platform === 'win32'
    ? 'Windows knows no such rights'
    : isRoot && !existsSync(memory)
      ? 'root may read everything here'
      : undefined;

/** Puts a file that cannot be read in the place of whatever is there. */
export function makeUnreadable(file: string): void {
  rmSync(file, { force: true });
  if (isRoot) symlinkSync(memory, file);
  else {
    writeFileSync(file, 'words\n');
    chmodSync(file, 0);
  }
}
