/*
 * Puts the files of a report in the place of old ones, all or none, and says in words for people what was in the way.
 * How a file is written whole is left to `files.ts`.
 */
import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { NotWritten, reasonOf, replaceWhole } from './files';
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
  try {
    await replaceWhole(new Map(files.map(({ file, content }) => [file, content])));
  } catch (failure) {
    throw failure instanceof NotWritten ? new CannotRun(adviceOn(failure)) : failure;
  }
}

function adviceOn({ file, reason }: NotWritten): string {
  const { code = '' } = reason as NodeJS.ErrnoException;
  const folder = plain(path.dirname(file));
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `There is no folder "${folder}" to write the report to: make it first, or choose another.`;
  const head = `"${plain(file)}" cannot be written: ${reasonOf(reason)}.`;
  const kept = 'What was there before is as it was.';
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code))
    return `${head} Close the file where it is open, or choose a folder that you may write to. ${kept}`;
  return `${head} Make room, or choose another folder. ${kept}`;
}
