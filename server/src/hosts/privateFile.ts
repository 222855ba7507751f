/*
 * The private list as a file of this machine, for the entry points on Node. It is named by a person's own setting or
 * on a command line, never by a review, may lie anywhere, and is looked at every two seconds, because no editor
 * watches files outside its folders. A pipe or a device is never waited for. What it holds is handed on and never logged.
 */
import { unwatchFile, watchFile } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import { readSafely } from './safeRead';

const lookEvery = 2000;
/** No list of names is larger, in bytes. */
const largest = 10_000_000;

/** The file's text in whichever encoding an editor gave it; `undefined` when it cannot be read. */
export async function readPrivateFile(file: string): Promise<string | undefined> {
  try {
    return decode(await readSafely(file, { limit: largest }));
  } catch {
    return undefined;
  }
}

/** Hands on the text of a file now and after each change, until the returned function is called. */
export function watchPrivateFile(
  named: string,
  take: (text: string | undefined) => void,
  interval = lookEvery,
): () => void {
  const file = /^~[\\/]/.test(named) ? path.join(homedir(), named.slice(2)) : named;
  // There is no folder that a relative path could be relative to.
  if (!path.isAbsolute(file)) {
    take(undefined);
    return () => undefined;
  }
  let latest = 0;
  const read = (): void => {
    const now = ++latest;
    void readPrivateFile(file).then((text) => {
      if (now === latest) take(text);
    });
  };
  read();
  watchFile(file, { interval, persistent: false }, read);
  return () => {
    latest++;
    unwatchFile(file, read);
  };
}

/** UTF-8 or UTF-16 as its mark says; what is no UTF-8 is the old encoding of Windows, or `Siân` would never be found. */
function decode(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
