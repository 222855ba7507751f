/*
 * Puts whole files in the place of old ones: each is written under another name in the same folder, and all are moved
 * into place when every one of them has been written. Whatever goes wrong before leaves everything as it was.
 */
import { open, rename, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { CannotRun, plain } from './terminal';

/** A file to write, by its full path. */
export interface NewFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** Replaces the files, or throws CannotRun with what to do about it. */
export async function replaceFiles(files: readonly NewFile[]): Promise<void> {
  for (const { file } of files) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      throw new CannotRun(`"${plain(file)}" is a folder: add the name of a file, such as report.html.`);
    }
  }
  const written: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { file, content } of files) {
      const from = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
      written.push({ from, to: file });
      const handle = await open(from, 'w');
      // What is moved into place must be on the disk, or a crash would leave an empty file there.
      await handle
        .writeFile(content)
        .then(() => handle.sync())
        .finally(() => handle.close());
    }
    for (const { from, to } of written) await rename(from, to);
  } catch (failure) {
    for (const { from } of written) await rm(from, { force: true });
    throw new CannotRun(reasonOf(failure as NodeJS.ErrnoException, files[0]?.file ?? ''));
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException, file: string): string {
  const folder = plain(path.dirname(file));
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `There is no folder "${folder}" to write the report to: make it first, or choose another.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY')
    return `The report cannot be written to "${folder}": close the file where it is open, or choose a folder that you may write to.`;
  if (code === 'ENOSPC') return `There is no room left in "${folder}". The old report is as it was.`;
  return `The report could not be written to "${folder}": ${plain(message)}`;
}
