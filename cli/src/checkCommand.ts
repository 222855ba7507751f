/*
 * `critical-friend check` from its words to its exit code: what is read, fixed and printed, and when a run fails.
 * One round of it is one function, which `--watch` repeats. What was changed, and what goes wrong, is printed on standard
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
import { load, printUnread, type Loaded } from './load/load';
import type { optionKinds } from './optionKinds';
import { readWords, seeHelp, type Words } from './options';
import { printOutputs, readOutputs, type Output } from './outputs';
import { CannotRun, count, plain, type Program, type Unread } from './terminal';
import { TimedWorkspace } from './load/timed';
import { watch } from './watch';

/** What `check` was asked to do, the same in each of its rounds. */
interface Asked {
  readonly options: Words<keyof typeof optionKinds.check>;
  readonly paths: readonly string[];
  readonly outputs: readonly Output[];
  readonly fails: (severity: Severity) => boolean;
  /** More warnings than these fail the run. */
  readonly most: number;
  readonly instead: Awaited<ReturnType<typeof readInstead>>;
  readonly timed: TimedWorkspace;
  /** What `--fix` has written last, by file: a watcher that hears of it does no round for it. */
  readonly ours: Map<string, Uint8Array>;
}

/** Runs `check`; resolves to the exit code. */
export async function checkCommand(words: readonly string[], program: Program): Promise<number> {
  const options = readWords('check', words);
  const paths = options.paths.length > 0 || options.has('stdin') ? options.paths : ['.'];
  const outputs = readOutputs(options.all);
  if (options.has('final')) return gateCommand(options, paths, outputs, program);
  const asked: Asked = {
    options,
    paths,
    outputs,
    fails: readFails(options.value('fail-on')),
    most: readMost(options.value('max-warnings')),
    instead: await readInstead(options, program),
    timed: new TimedWorkspace(program.shipped),
    ours: new Map(),
  };
  if (!options.has('watch')) return round(asked, program);
  if (asked.instead)
    throw new CannotRun(`What comes in on standard input cannot be watched. ${seeHelp('check')}`);
  await watch(await placesOf(asked, program), program, () => watchedRound(asked, program), asked.ours);
  return 0;
}

/** Checks, fixes and prints once; resolves to the exit code. */
async function round(asked: Asked, program: Program): Promise<number> {
  const { options, paths, outputs, fails, instead } = asked;
  const config = options.value('config');
  const severitiesOf = config === undefined ? undefined : await readConfig(config, program.cwd);
  const { loaded, isFixed } = await loadFixed(asked, program);
  const only = instead && fileUri(path.resolve(program.cwd, instead.path));
  const shown = paths.length > 0 ? paths : [instead?.path ?? '.'];
  const report = check(loaded, shown, { severitiesOf, only });
  const { version, colours } = program;
  const print = (format: FormatName, isShown: boolean): string =>
    formats[format](report, { version, colours: colours && isShown, fails });
  await printOutputs(outputs, print, program, { force: options.has('force'), within: loaded.looked });
  const all = allOf(report);
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  if (warnings > asked.most) {
    program.stderr.write(
      `critical-friend: ${count(warnings, 'warning')}, and --max-warnings allows ${asked.most}.\n`,
    );
  }
  const isWrong = warnings > asked.most || all.some(({ severity }) => fails(severity));
  // What was asked for and could not be done goes before what was found.
  return !isFixed ? 2 : isWrong ? 1 : 0;
}

function read({ options, paths, instead, timed }: Asked, program: Program): Promise<Loaded> {
  const phase = phases.find((one) => one === options.value('phase'));
  return load(paths, program, program.shipped, {
    privateWords: options.value('private-words'),
    inside: options.has('inside'),
    showsLinks: true,
    assumed: phase && { phase },
    instead,
    timed,
  });
}

/** What is checked, with the fixes of `--fix` made; `isFixed` is false where one could not be written. */
async function loadFixed(
  asked: Asked,
  program: Program,
): Promise<{ readonly loaded: Loaded; readonly isFixed: boolean }> {
  const { options, ours } = asked;
  const loaded = await read(asked, program);
  if (!options.has('fix')) return { loaded, isFixed: true };
  const { fixed, refused } = await fixReviews(loaded, options.has('force'), (file, bytes) =>
    ours.set(file, bytes),
  );
  if (fixed.length + refused.length > 0) program.stderr.write(printFixed(fixed, refused));
  const again = fixed.length > 0 ? await read(asked, { ...program, unread: [] }) : loaded;
  return { loaded: again, isFixed: refused.length === 0 };
}

/** A round that prints what is wrong with it, and does not end the watching for that. */
async function watchedRound(asked: Asked, program: Program): Promise<void> {
  const unread: Unread[] = [];
  try {
    await round(asked, { ...program, unread });
  } catch (failure) {
    if (!(failure instanceof CannotRun)) throw failure;
    program.stderr.write(`critical-friend: ${failure.message}\n`);
  }
  if (unread.length > 0) program.stderr.write(printUnread(unread));
}

/** The files and folders to watch: those that a round reads, or the paths as they were given where it can read nothing. */
async function placesOf(asked: Asked, program: Program): Promise<readonly string[]> {
  // The first round prints the same again.
  const silent = { ...program, unread: [], stderr: { write: () => undefined } };
  const places = await read(asked, silent).then(
    ({ looked }) => looked,
    (failure: unknown) => {
      if (failure instanceof CannotRun) return asked.paths;
      throw failure;
    },
  );
  const named = [asked.options.value('config'), asked.options.value('private-words')];
  return [...places, ...named.flatMap((file) => file ?? [])].map((file) => path.resolve(program.cwd, file));
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

/** The text on standard input, and the path of the file whose place it takes. */
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
