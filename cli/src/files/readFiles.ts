/*
 * Files as a command line reads them: with the reason where one cannot be read. A text is decoded as everywhere else
 * (UTF-8, without a byte order mark); what cannot be a text is named and left out.
 */
import { lstat, stat } from 'node:fs/promises';
import { largestText, NotRead, readSafely, type Bounds } from '../../../server/src/hosts/safeRead';
import { reasonOf } from './files';

/** A file that was read; its bytes show later whether another program has written it since. */
export interface ReadFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Why a file is not read, to be put behind its name: `cannot be read: permission denied`. */
export interface Unreadable {
  readonly why: string;
  /** What the system had no objection to, and we had. */
  readonly refused?: NotRead;
}

/** Reads a document or a catalogue. */
export async function readTextFile(
  file: string,
  bounds: Partial<Bounds> = {},
): Promise<ReadFile | Unreadable> {
  let bytes: Uint8Array;
  try {
    bytes = await readSafely(file, { limit: largestText, ...bounds });
  } catch (failure) {
    if (failure instanceof NotRead) return { why: whyNotRead(failure), refused: failure };
    if (await leadsNowhere(file)) return { why: 'is a link to a file that is not there' };
    return { why: `cannot be read: ${reasonOf(failure)}` };
  }
  const text = new TextDecoder().decode(bytes);
  return whyNoText(text, bytes) ?? { text, bytes };
}

/** Why a pipe or a device is not read, to be put behind its name. */
export const whyEndless = 'is a pipe or a device, and no file';

/** Why a file was not read, to be put behind its name. */
export function whyNotRead({ why, target = '' }: NotRead): string {
  if (why === 'endless') return whyEndless;
  if (why === 'folder') return 'cannot be read: it is a folder';
  if (why === 'size') return 'is too large to be read';
  if (why === 'outside') return `is a link to "${target}", which is outside the folder`;
  return 'is reached through a link';
}

/** Whether the bytes are those that the text would be saved as, but for a byte order mark. */
export function isFaithful({ text, bytes }: ReadFile): boolean {
  return Buffer.compare(new TextEncoder().encode(text), bytes.subarray(markLength(bytes))) === 0;
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

/** Why bytes that were read as a text are none that documents and catalogues can be. */
export function whyNoText(text: string, bytes: Uint8Array): Unreadable | undefined {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return { why: 'is saved as UTF-16; save it as UTF-8, which editors offer under "Save As"' };
  if (text.slice(0, 8000).includes('\u0000'))
    return { why: 'is not a text, whatever its name says; perhaps it is a Word file or a picture' };
  return undefined;
}

async function leadsNowhere(file: string): Promise<boolean> {
  const isLink = await lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink && !(await stat(file).catch(() => undefined));
}

function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
