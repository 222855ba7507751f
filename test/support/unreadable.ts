/*
 * Files that are there and cannot be read. Root may read whatever there is, so for root opening such a file is made to
 * fail as on a disk that gives an error.
 */
import { chmodSync, promises, realpathSync, rmSync, writeFileSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** Why there can be no such file here, to be said with the name of a test; undefined where there can be one. */
export const whyReadable = process.platform === 'win32' ? 'Windows knows no such rights' : undefined;

/** For root: the real paths of files that cannot be opened. */
const broken = new Set<string>();

/** Puts a file that cannot be read in the place of whatever is there. */
export function makeUnreadable(file: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, 'words\n');
  if (isRoot) breakFile(realpathSync(file));
  else chmodSync(file, 0);
}

function breakFile(file: string): void {
  if (broken.size === 0) {
    const { open } = promises;
    const failing: typeof open = async (path, ...more) => {
      if (broken.has(String(path))) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      return open(path, ...more);
    };
    Object.assign(promises, { open: failing });
  }
  broken.add(file);
}
