/*
 * Gives a file new content and leaves it the same file: its owner, mode, attributes and other names stay, because none
 * of them belongs to its content. A program that reads it at that moment may see half of it, so the file must not have
 * its public name.
 */
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';

/** Writes the bytes and waits until they are on the disk. */
export async function overwrite(file: string, bytes: Uint8Array): Promise<void> {
  // Zero where a system has no such flag.
  const noFollow = (constants as { O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;
  const handle = await open(file, constants.O_RDWR | noFollow);
  try {
    await handle.writeFile(bytes);
    await handle.truncate(bytes.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes of a file. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(file));
}
