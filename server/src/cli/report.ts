/*
 * `critical-friend report`: the report of one review, in one of the formats of the core's list, to a file or to standard
 * output. A file is written beside its place and then moved there, so that a report that fails or is stopped
 * leaves the old one whole.
 */
import * as path from 'node:path';
import { isCataloguePath, isReviewPath, readReport, type PrintedFile } from '../../../core/src';
import { replaceFiles, type NewFile } from './replaceFiles';
import { load, noReview } from './load';
import { readReportOptions } from './reportOptions';
import { CannotRun, plain, type Program } from './terminal';

/** Runs `report`; resolves to the exit code, or throws CannotRun with what to do about it. */
export async function reportCommand(words: readonly string[], program: Program): Promise<number> {
  const { paths: given, printer, citations, output } = readReportOptions(words);
  const paths = given.length > 0 ? given : ['.'];
  const { sets, show } = await load(paths, program, program.shipped);
  const [set, another] = sets;
  if (!set) throw noReview(paths);
  if (another) {
    const [one, two] = [set, another].map(({ cover }) => show(cover.uri));
    throw new CannotRun(
      `A report is of one review, and here are several: name one, such as "${one}" or "${two}".`,
    );
  }
  const files = await printer.print(readReport(set), { citations });
  if (output !== undefined) {
    const targets = targetsOf(files, output, printer.format, program.cwd);
    await replaceFiles(targets);
    for (const { file } of targets)
      program.stderr.write(`Wrote ${plain(path.relative(program.cwd, file).replaceAll(path.sep, '/'))}\n`);
    return 0;
  }
  const [only, ...more] = files;
  if (!only || more.length > 0 || typeof only.content !== 'string') {
    throw new CannotRun(
      `A report in the format ${printer.format} needs a file to be written to: add -o report.${printer.format}.`,
    );
  }
  program.stdout.write(only.content);
  return 0;
}

/** Where each file goes: `report.csv` in several files is `report-findings.csv` and so on. */
function targetsOf(files: readonly PrintedFile[], output: string, format: string, cwd: string): NewFile[] {
  const full = path.resolve(cwd, output);
  const { dir, name, ext } = path.parse(full);
  if (isReviewPath(full) || isCataloguePath(full)) {
    throw new CannotRun(
      `"${plain(output)}" would take the place of what you write yourself: choose another name.`,
    );
  }
  return files.map(({ name: part, content }) => {
    const ending = ext === '' ? `.${format}` : ext;
    return { file: part === undefined ? full : path.join(dir, `${name}-${part}${ending}`), content };
  });
}
