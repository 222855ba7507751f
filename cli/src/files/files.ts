/*
 * What reading and writing files share. How a command line reads is in `readFiles.ts`, how it writes in `replacement.ts`
 * and `newFiles.ts`.
 */
import { lstat } from 'node:fs/promises';

/** Whether two files hold the same. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
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
