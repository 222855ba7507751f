/*
 * `critical-friend check` from its words to its exit code: what is read, mended, printed where, and when a run fails.
 * One round of it is one function, which `--watch` repeats. What was changed, and what goes wrong, is said on standard
 * error, so that standard output holds what was asked for and nothing else.
 */
import * as path from 'node:path';
import { isCataloguePath, isReviewPath, phases, type Severity } from '../../core/src';
import { fileUri } from '../../server/src/lsp/uris';
import { allOf, check } from './check';
import { readConfig } from './config';
import { fixReviews, printFixed } from './fix';
import { formats, type FormatName } from './formats';
import { byWeight } from './formats/format';
import { gateCommand } from './gate';
import { load, printUnread } from './load/load';
import { readWords, seeHelp } from './options';
import { printOutputs, readOutputs } from './outputs';
import { CannotRun, count, plain, type Program, type Unread } from './terminal';
import { TimedWorkspace } from './load/timed';
import { watch } from './watch';

/** Runs `check`; resolves to the exit code. */
export async function checkCommand(words: readonly string[], program: Program): Promise<number> {
  const options = readWords('check', words);
  const paths = options.paths.length > 0 || options.has('stdin') ? options.paths : ['.'];
  const outputs = readOutputs(options.all);
  if (options.has('final')) return gateCommand(options, paths, outputs, program);
  const fails = readFails(options.value('fail-on'));
  const most = readMost(options.value('max-warnings'));
  const phase = phases.find((one) => one === options.value('phase'));
  const instead = await readInstead(options, program);
  const timed = new TimedWorkspace(program.shipped);
  /** What `--fix` has written last, by file: a watcher that hears of it does no round for it. */
  const ours = new Map<string, Uint8Array>();

  const round = async (into: Program): Promise<{ code: number; looked: readonly string[] }> => {
    const config = options.value('config');
    const weigh = config === undefined ? undefined : await readConfig(config, program.cwd);
    const privateWords = options.value('private-words');
    const inside = options.has('inside');
    const asked = { privateWords, instead, timed, inside, showsLinks: true, assumed: phase && { phase } };
    let loaded = await load(paths, into, program.shipped, asked);
    let isMended = true;
    if (options.has('fix')) {
      const { fixed, refused } = await fixReviews(loaded, options.has('force'), (file, bytes) =>
        ours.set(file, bytes),
      );
      isMended = refused.length === 0;
      if (fixed.length + refused.length > 0) program.stderr.write(printFixed(fixed, refused));
      if (fixed.length > 0) loaded = await load(paths, { ...into, unread: [] }, program.shipped, asked);
    }
    const only = instead && fileUri(path.resolve(program.cwd, instead.path));
    const shown = paths.length > 0 ? paths : [instead?.path ?? '.'];
    const report = check(loaded, shown, { weigh, only });
    const { version, colours } = program;
    const print = (format: FormatName, isShown: boolean): string =>
      formats[format](report, { version, colours: colours && isShown, fails });
    await printOutputs(outputs, print, program, { force: options.has('force'), within: loaded.looked });
    const all = allOf(report);
    const warnings = all.filter(({ severity }) => severity === 'warning').length;
    if (warnings > most) {
      program.stderr.write(
        `critical-friend: ${count(warnings, 'warning')}, and --max-warnings allows ${most}.\n`,
      );
    }
    const isWrong = warnings > most || all.some(({ severity }) => fails(severity));
    const named = [config, privateWords].flatMap((file) => file ?? []);
    const looked = [...loaded.looked, ...named.map((file) => path.resolve(program.cwd, file))];
    // What was asked for and could not be done goes before what was found.
    return { code: !isMended ? 2 : isWrong ? 1 : 0, looked };
  };

  if (!options.has('watch')) return (await round(program)).code;
  if (instead) throw new CannotRun(`What comes in on standard input cannot be watched. ${seeHelp('check')}`);
  const { looked } = await watchedRound();
  await watch(looked ?? paths.map((given) => path.resolve(program.cwd, given)), program, watchedRound, ours);
  return 0;

  /** A round that says what is wrong with it, and is not the last one for that. */
  async function watchedRound(): Promise<{ readonly looked?: readonly string[] }> {
    const unread: Unread[] = [];
    let looked: readonly string[] | undefined;
    try {
      ({ looked } = await round({ ...program, unread }));
    } catch (failure) {
      if (!(failure instanceof CannotRun)) throw failure;
      program.stderr.write(`critical-friend: ${failure.message}\n`);
    }
    if (unread.length > 0) program.stderr.write(printUnread(unread));
    return looked ? { looked } : {};
  }
}

function readFails(word = 'error'): (severity: Severity) => boolean {
  const least = byWeight.findIndex((severity) => severity === word);
  return (severity) => byWeight.indexOf(severity) <= least;
}

function readMost(word: string | undefined): number {
  if (word === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(word))
    throw new CannotRun(`"${plain(word)}" is no number. Write for example --max-warnings 0.`);
  return Number(word);
}

/** The text on standard input, and the path that it stands for. */
async function readInstead(
  options: { has(name: 'stdin' | 'fix'): boolean; value(name: 'stdin-filename'): string | undefined },
  program: Program,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const name = options.value('stdin-filename');
  if (!options.has('stdin')) {
    if (name !== undefined)
      throw new CannotRun(`--stdin-filename names a text on standard input: write --stdin too.`);
    return undefined;
  }
  if (name === undefined) {
    throw new CannotRun(
      'Where does the text belong? Write --stdin-filename and its path, because a document is checked with its review.',
    );
  }
  if (!isReviewPath(name) && !isCataloguePath(name)) {
    throw new CannotRun(
      `"${plain(name)}" is no review document: their names end in .review.md, those of catalogues in .standards.md.`,
    );
  }
  if (options.has('fix'))
    throw new CannotRun('--fix mends files, and standard input is none. Leave one of the two out.');
  return { path: name, text: new TextDecoder().decode(await program.readStdin()) };
}
