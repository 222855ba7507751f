/*
 * The file system that the library for git is given: it reads ordinary files in the folder of one repository, and nothing
 * else. Where a link leads out of that folder, or a pipe or a device is in the place of a file, there is no file. Nothing
 * is ever written.
 */
import { lstat, readdir, realpath } from 'node:fs/promises';
import type { PromiseFsClient } from 'isomorphic-git';
import { isInside, readSafely } from '../../server/src/hosts/safeRead';

/** Node itself reads no larger file at once. */
const largest = 2 ** 31 - 1;

/** Reads files in `folders`, which are real paths. */
export function gitFiles(folders: readonly string[]): PromiseFsClient {
  const judged = async (file: string): Promise<string> => {
    const real = await realpath(file);
    if (!isInside(real, folders)) throw missing(file);
    return real;
  };
  const refuse = (): Promise<never> => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' }));
  return {
    promises: {
      readFile: async (file: string, options?: string | { encoding?: string }): Promise<unknown> => {
        const bytes = await readSafely(file, { within: folders, limit: largest }).catch(
          (failure: unknown) => {
            throw failure instanceof Error && 'code' in failure ? failure : missing(file);
          },
        );
        const encoding = typeof options === 'string' ? options : options?.encoding;
        return encoding === undefined ? Buffer.from(bytes) : new TextDecoder().decode(bytes);
      },
      readdir: async (folder: string) => readdir(await judged(folder)),
      stat: async (file: string) => lstat(await judged(file)),
      lstat: async (file: string) => lstat(await judged(file)),
      readlink: refuse,
      writeFile: refuse,
      mkdir: refuse,
      rmdir: refuse,
      unlink: refuse,
      symlink: refuse,
      chmod: refuse,
    },
  };
}

function missing(file: string): Error {
  return Object.assign(new Error(`ENOENT: ${file}`), { code: 'ENOENT' });
}
