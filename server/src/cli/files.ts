/*
 * Files as a command line reads them: with the reason where one cannot be read. A text is decoded as everywhere else
 * (UTF-8, without a byte order mark); what cannot be a text is said and left out. Writing is in `replacement.ts` and
 * `newFiles.ts`.
 */
import { lstat, readFile, stat } from 'node:fs/promises';
import { isEndless } from '../nodeHost';

/** A file that was read; its bytes tell later whether somebody else has written it since. */
export interface ReadFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Why a file is not read, to be put behind its name: `cannot be read: permission denied`. */
export interface Unreadable {
  readonly why: string;
}

/** Reads a document or a catalogue. */
export async function readTextFile(file: string): Promise<ReadFile | Unreadable> {
  let bytes: Uint8Array;
  if (await isEndless(file)) return { why: whyEndless };
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (failure) {
    if (await leadsNowhere(file)) return { why: 'is a link to a file that is not there' };
    return { why: `cannot be read: ${reasonOf(failure)}` };
  }
  const text = new TextDecoder().decode(bytes);
  return whyNoText(text, bytes) ?? { text, bytes };
}

/** Why a pipe or a device is not read, to be put behind its name. */
export const whyEndless = 'is a pipe or a device, and no file';

/** Whether the bytes are those that the text would be saved as, but for a byte order mark. */
export function isFaithful({ text, bytes }: ReadFile): boolean {
  return areSame(new TextEncoder().encode(text), bytes.subarray(markLength(bytes)));
}

/** The text as bytes, with the byte order mark that the file had. */
export function encodeLike(text: string, { bytes }: ReadFile): Uint8Array {
  const words = new TextEncoder().encode(text);
  const mark = bytes.subarray(0, markLength(bytes));
  const all = new Uint8Array(mark.length + words.length);
  all.set(mark);
  all.set(words, mark.length);
  return all;
}

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

async function leadsNowhere(file: string): Promise<boolean> {
  const isLink = await lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink && !(await stat(file).catch(() => undefined));
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

/** Why bytes that were read as a text are none that documents and catalogues can be. */
export function whyNoText(text: string, bytes: Uint8Array): Unreadable | undefined {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return { why: 'is saved as UTF-16; save it as UTF-8, which editors offer under "Save As"' };
  if (text.slice(0, 8000).includes('\u0000'))
    return { why: 'is not a text, whatever its name says; perhaps it is a Word file or a picture' };
  return undefined;
}

function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
