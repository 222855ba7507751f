/*
 * Puts the files of a report in the place of old ones, all or none, and explains what to do when that cannot be done.
 * How a file is replaced is left to `replacement.ts`.
 */
import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { reasonOf } from './files';
import { Refusal } from './refusal';
import { NotWritten, replaceWhole, type NewContent, type Replacing } from './replacement';
import { CannotRun, plain } from '../terminal';

/** Replaces the files, or throws CannotRun with what to do about it. */
export async function replaceFiles(files: readonly NewContent[], how: Replacing): Promise<void> {
  for (const { file } of files) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      throw new CannotRun(`"${plain(file)}" is a folder: add the name of a file, such as report.html.`);
    }
  }
  try {
    await replaceWhole(files, how);
  } catch (failure) {
    throw failure instanceof NotWritten ? new CannotRun(adviceOn(failure)) : failure;
  }
}

function adviceOn({ file, reason, replaced }: NotWritten): string {
  if (reason instanceof Refusal)
    return `"${plain(file)}" ${reason.why}. Nothing was written. ${reason.advice}`;
  const { code = '' } = reason as NodeJS.ErrnoException;
  const folder = plain(path.dirname(file));
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `There is no folder "${folder}" to write the report to: make it first, or choose another.`;
  const head = `"${plain(file)}" cannot be written: ${reasonOf(reason)}.`;
  const names = replaced.map((each) => `"${plain(each)}"`).join(' and ');
  const kept = names === '' ? 'What was there before is as it was.' : `New already: ${names}.`;
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code))
    return `${head} Close the file where it is open, or choose a folder that you may write to. ${kept}`;
  return `${head} Make room, or choose another folder. ${kept}`;
}
