/*
 * One run of the command line, from its words to an exit code: 0 clean, 1 errors found, 2 could not run.
 * It touches nothing but what it is given, so that tests run it in their own process; `main.ts` is the door.
 */
import { printStatus } from '../../../core/src';
import { failureLine } from '../host';
import type { Calendar } from '../calendar';
import { check, checkExitCode } from './check';
import { printCheckText } from './checkText';
import { readCoverage, toCoverageReport } from './coverage';
import { printCoverageText } from './coverageText';
import { printDigests, readDigests, toDigestReport } from './digest';
import { helps, mainHelp, subcommands, type Subcommand } from './help';
import type { Shipped } from './load';
import { readOptions, seeHelp } from './options';
import { readStandards } from './standards';
import { printStandardsText } from './standardsText';
import { readStatus } from './status';
import { CannotRun, plain, type Terminal } from './terminal';

/** What the door knows and the subcommands need. */
export interface Program extends Terminal {
  readonly version: string;
  readonly shipped: readonly Shipped[];
  readonly calendar: Calendar;
  /** Starts the language server, which then lives as long as its client. */
  serve(): void;
}

/** Runs `words` (what stands after the program's name) and resolves to the exit code. */
export async function run(words: readonly string[], program: Program): Promise<number> {
  try {
    const [first, ...rest] = words;
    if (first === '--version') return printed(program, `${program.version}\n`);
    if (first === '--help' || first === '-h' || first === 'help') return printed(program, mainHelp);
    if (first === undefined) throw new CannotRun(`Which subcommand?\n\n${mainHelp.trimEnd()}`);
    const name = subcommands.find((subcommand) => subcommand === first);
    if (!name) {
      throw new CannotRun(
        `There is no subcommand "${plain(first)}": choose one of ${subcommands.join(', ')}.`,
      );
    }
    if (rest.includes('--help') || rest.includes('-h')) return printed(program, helps[name]);
    return await dispatch(name, rest, program);
  } catch (failure) {
    const known = failure instanceof CannotRun;
    program.stderr.write(
      known ? `critical-friend: ${failure.message}\n` : `${failureLine('critical-friend', failure)}\n`,
    );
    return 2;
  }
}

async function dispatch(name: Subcommand, words: readonly string[], program: Program): Promise<number> {
  if (name === 'lsp') {
    program.serve();
    return 0;
  }
  const { json, paths, since, privateWords } = readOptions(name, words);
  const print = (value: unknown, text: () => string): void => {
    program.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : text());
  };
  if (name === 'standards') {
    if (paths.length > 0) throw new CannotRun(`"standards" takes no PATH. ${seeHelp(name)}`);
    const report = readStandards(program.shipped);
    print(report, () => printStandardsText(report));
    return 0;
  }
  const where = paths.length > 0 ? paths : ['.'];
  if (name === 'coverage') {
    const figures = await readCoverage(where, program, program.shipped);
    print(toCoverageReport(figures), () => printCoverageText(figures));
    return 0;
  }
  if (name === 'digest') {
    const digests = await readDigests(where, { since, calendar: program.calendar }, program, program.shipped);
    print(toDigestReport(digests), () => printDigests(digests));
    return 0;
  }
  if (name === 'status') {
    const found = await readStatus(where, program, program.shipped, program.version);
    print(found, () => printStatus(found));
    return 0;
  }
  const report = await check(where, program, program.shipped, privateWords);
  print(report, () => printCheckText(report));
  return checkExitCode(report);
}

function printed(program: Program, text: string): number {
  program.stdout.write(text);
  return 0;
}
