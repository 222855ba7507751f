/*
 * Which formats of `check` go where. An `--output-file` belongs to the `--format` in front of it; what has no file goes
 * to standard output, which takes one format only. A file is written whole or not at all, and never over a document.
 */
import * as path from 'node:path';
import { isCataloguePath, isReviewPath } from '../../core/src';
import { reasonOf } from './files/files';
import { isFormat, type FormatName } from './formats';
import { Refusal } from './files/refusal';
import { replaceOne, type Replacing } from './files/replacement';
import { CannotRun, plain, type Terminal } from './terminal';

/** A format, and the file that it goes into, if it does. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** Reads `--format` and `--output-file` in the order in which they were written, or throws CannotRun. */
export function readOutputs(all: readonly { readonly name: string; readonly value: string }[]): Output[] {
  const outputs: { format: FormatName; file?: string }[] = [];
  let waiting: string | undefined;
  for (const { name, value } of all) {
    if (name === 'format' && isFormat(value)) {
      // A file that is named before any format is that of the first one.
      outputs.push({ format: value, ...(waiting !== undefined && { file: waiting }) });
      waiting = undefined;
    } else if (name === 'output-file') {
      const last = outputs[outputs.length - 1];
      if (waiting !== undefined || last?.file !== undefined) {
        const first = plain(waiting ?? last?.file ?? '');
        throw new CannotRun(
          `"${first}" and "${plain(value)}" are two files for one format. Write a --format in front of each --output-file.`,
        );
      }
      if (last) last.file = value;
      else waiting = value;
    }
  }
  if (outputs.length === 0)
    outputs.push({ format: 'stylish', ...(waiting !== undefined && { file: waiting }) });
  const onScreen = outputs.filter(({ file }) => file === undefined);
  if (onScreen.length > 1) {
    const names = onScreen.map(({ format }) => format).join(' and ');
    throw new CannotRun(
      `${names} would be mixed on the screen. Write an --output-file behind all but one of them.`,
    );
  }
  for (const { file } of outputs) if (file !== undefined) refuseDocument(file);
  return outputs;
}

/** Prints something in each of the formats; `print` is told whether it goes to the screen. */
export async function printOutputs(
  outputs: readonly Output[],
  print: (format: FormatName, isShown: boolean) => string,
  terminal: Terminal,
  how: Replacing,
): Promise<void> {
  for (const { format, file } of outputs) {
    const text = print(format, file === undefined);
    if (file === undefined) {
      terminal.stdout.write(text);
      continue;
    }
    try {
      await replaceOne({ file: path.resolve(terminal.cwd, file), content: text }, how);
    } catch (failure) {
      if (failure instanceof Refusal)
        throw new CannotRun(`"${plain(file)}" ${failure.why}. Nothing was written. ${failure.advice}`);
      throw new CannotRun(`"${plain(file)}" cannot be written: ${reasonOf(failure)}.`);
    }
  }
}

function refuseDocument(file: string): void {
  if (!isReviewPath(file) && !isCataloguePath(file)) return;
  throw new CannotRun(
    `"${plain(file)}" has the name of a document, which would be lost. Give --output-file another name.`,
  );
}
