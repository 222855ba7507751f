/*
 * `critical-friend report`: the report of one review, in one of the formats of the core's list, to a file or to standard
 * output. A file is written beside its place and then moved there, so that a report that fails or is stopped
 * leaves the old one whole.
 */
import * as path from 'node:path';
import {
  inTheWayOf,
  isDraft,
  isCataloguePath,
  isReviewPath,
  office,
  readDocxReference,
  readReport,
  type DocxReference,
  type PrintedFile,
} from '../../core/src';
import { NotRead, readSafely } from '../../server/src/hosts/safeRead';
import { pathOf } from '../../server/src/lsp/uris';
import { replaceFiles } from './files/replaceFiles';
import type { NewContent } from './files/replacement';
import { printCoverFaults } from './coverFaults';
import { load, noReview } from './load/load';
import { whyNotRead } from './files/readFiles';
import { readReportOptions } from './reportOptions';
import { CannotRun, count, plain, type Program } from './terminal';

/** Runs `report`; resolves to the exit code, or throws CannotRun with what to do about it. */
export async function reportCommand(words: readonly string[], program: Program): Promise<number> {
  const { paths: given, printer, citations, output, referenceDocx, force, inside } = readReportOptions(words);
  const paths = given.length > 0 ? given : ['.'];
  const { sets, show, snapshot, looked, unread } = await load(paths, program, program.shipped, { inside });
  const [set, another] = sets;
  if (!set) throw noReview(paths);
  if (another) {
    const [one, two] = [set, another].map(({ cover }) => show(cover.uri));
    throw new CannotRun(
      `A report is of one review, and here are several: name one, such as "${one}" or "${two}".`,
    );
  }
  printCoverFaults([set], snapshot, show, program);
  const open = inTheWayOf(set);
  if (open > 0)
    program.stderr.write(
      `critical-friend: ${count(open, 'point')} ${open === 1 ? 'stands' : 'stand'} in the way of the final report, so it is marked as a draft. See them with: critical-friend check --final\n`,
    );
  const reference = referenceDocx === undefined ? undefined : await stylesOf(referenceDocx, program);
  const folder = path.dirname(pathOf(set.cover.uri) ?? program.cwd);
  const missing = unread.map(({ file }) =>
    path.relative(folder, path.resolve(program.cwd, file)).replaceAll(path.sep, '/'),
  );
  const draft = isDraft(set) || missing.length > 0;
  const files = await printer.print(readReport(set, { draft, missing }), {
    citations,
    office,
    ...(reference && { reference }),
  });
  if (output !== undefined) {
    const targets = targetsOf(files, output, printer.format, program.cwd);
    await replaceFiles(targets, { force, within: looked });
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

/** A Word document that lends its styles is no larger, in bytes. */
const largestReference = 50_000_000;

/** The styles of a council's own document; prints which of ours it does not have. */
async function stylesOf(given: string, program: Program): Promise<DocxReference> {
  const named = `"${plain(given)}"`;
  const file = path.resolve(program.cwd, given);
  const bytes = await readSafely(file, { limit: largestReference }).catch((error: unknown) => {
    if (error instanceof NotRead)
      throw new CannotRun(`${named} ${whyNotRead(error)}. Check that it is the right one.`);
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CannotRun(
      isMissing
        ? `There is no file ${named}: give --reference-docx the name of a Word document.`
        : `${named} cannot be read: give --reference-docx the name of a Word document that you may open.`,
    );
  });
  const styles = readDocxReference(bytes);
  if ('fault' in styles) throw new CannotRun(`${named} cannot lend its styles: ${styles.fault}.`);
  if (styles.missing.length > 0) {
    program.stderr.write(
      `${named} has no style for ${styles.missing.join(', ')}; there the report keeps its own. ` +
        'Word leaves a style out of a file until it has been used: use it once there and save.\n',
    );
  }
  return styles;
}

/** Where each file goes: `report.csv` in several files is `report-findings.csv` and so on. */
function targetsOf(files: readonly PrintedFile[], output: string, format: string, cwd: string): NewContent[] {
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
