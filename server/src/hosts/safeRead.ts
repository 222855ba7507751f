/*
 * The one way in which files of this machine are read: ordinary files only, never waited for, of a bounded size, and
 * judged by where they really are after they have been opened, so that a link that is changed at the same moment
 * changes nothing. The caller gives the folders that the file has to be in, or that no link may lead to it. On Linux
 * the system itself says what was opened; elsewhere the path is looked at again.
 */
import { constants } from 'node:fs';
import { lstat, open, readlink, realpath, type FileHandle } from 'node:fs/promises';
import * as path from 'node:path';

/** Why a file was not read where the system had no objection. */
export type NotReadWhy = 'endless' | 'folder' | 'size' | 'outside' | 'link';

/** A file was not read; failures of the system are passed on as they are. */
export class NotRead extends Error {
  constructor(
    readonly why: NotReadWhy,
    /** Where the file really is, for `outside`. */
    readonly target?: string,
  ) {
    super(why);
  }
}

/** What a file may be. */
export interface Bounds {
  /** In bytes. */
  readonly limit: number;
  /** The real paths of folders, one of which has to hold the file. */
  readonly within?: readonly string[];
  /** Whether no link may lead to it: neither the file nor a folder on the way is one. */
  readonly noLinks?: boolean;
}

/** Documents and catalogues in a folder are no larger, in bytes. */
export const largestText = 200_000_000;

// Opening a pipe would wait for its other end, and opening a terminal could make it ours. Windows has neither.
const {
  O_RDONLY,
  O_NONBLOCK = 0,
  O_NOFOLLOW = 0,
  O_NOCTTY = 0,
} = constants as Partial<typeof constants> & {
  O_RDONLY: number;
};

/** The bytes of an ordinary file; fails with NotRead, or as the system does. */
export async function readSafely(file: string, { limit, within, noLinks }: Bounds): Promise<Uint8Array> {
  if (noLinks === true && (await hasLink(file))) throw new NotRead('link');
  const real = await realpath(file);
  refuseOutside(real, within);
  const before = await lstat(real, { bigint: true });
  if (before.isDirectory()) throw new NotRead('folder');
  if (!before.isFile()) throw new NotRead('endless');
  const handle = await open(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY);
  try {
    const opened = await handle.stat({ bigint: true });
    if (!opened.isFile()) throw new NotRead('endless');
    const place = await placeOf(handle);
    // Windows and network folders may number one file in several ways, so numbers count only where nothing else is known.
    const isSame = opened.ino === before.ino && opened.dev === before.dev;
    if (place === undefined && !isSame && process.platform !== 'win32') throw new NotRead('link');
    const now = place ?? (await realpath(real));
    refuseOutside(now, within);
    if (noLinks === true && (now !== real || (await hasLink(file)))) throw new NotRead('link');
    if (opened.size > BigInt(limit)) throw new NotRead('size');
    return await readBounded(handle, Number(opened.size), limit);
  } finally {
    await handle.close();
  }
}

/** Whether a file or folder is one of some folders or below one; all are real paths. */
export function isInside(real: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const way = path.relative(folder, real);
    return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  });
}

/** The real paths of folders; one that is not there is left out. */
export async function realFolders(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)));
  return [...new Set(found.flatMap((folder) => folder ?? []))];
}

function refuseOutside(real: string, within: readonly string[] | undefined): void {
  if (within && !isInside(real, within)) throw new NotRead('outside', real);
}

/** Where an open file really is; undefined where the system does not say. */
async function placeOf(handle: FileHandle): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const place = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => undefined);
  return place?.startsWith('/') === true ? place : undefined;
}

/** Whether a path, or a folder on the way to it, is a link. */
async function hasLink(file: string): Promise<boolean> {
  for (let at = path.resolve(file); ; at = path.dirname(at)) {
    if ((await lstat(at)).isSymbolicLink()) return true;
    if (path.dirname(at) === at) return false;
  }
}

/** Reads to the end, which a file that grows may put off, and no further than the limit. */
async function readBounded(handle: FileHandle, size: number, limit: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
    length += bytesRead;
    if (bytesRead === 0) return bytes.subarray(0, length);
    if (length > limit) throw new NotRead('size');
    if (length < bytes.length) continue;
    const larger = new Uint8Array(Math.min(2 * bytes.length + 4096, limit + 1));
    larger.set(bytes);
    bytes = larger;
  }
}
