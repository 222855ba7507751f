/*
 * One run of the command line, from its words to an exit code: 0 clean, 1 errors found, 2 could not run.
 * It touches nothing but what it is given, so that tests run it in their own process; `main.ts` is the entry point.
 */
import { printStatus } from '../../core/src';
import { failureLine } from '../../server/src/hosts/host';
import { checkCommand } from './checkCommand';
import { readCoverage, toCoverageReport } from './coverage';
import { printCoverageText } from './coverageText';
import { printDigests, readDigests, toDigestReport } from './digest';
import { helps, mainHelp, subcommands, type Subcommand } from './help';
import { initCommand } from './initCommand';
import { printUnread } from './load/load';
import { readWords, seeHelp } from './options';
import { reportCommand } from './report';
import { readStandards } from './standards';
import { runVerb, verbOf } from './standards/command';
import { printStandardsText } from './standardsText';
import { readStatus } from './status';
import { CannotRun, plain, printJson, tame, type Program, type Unread } from './terminal';

/** From the words after a subcommand to an exit code. */
type Command = (words: readonly string[], program: Program) => Promise<number> | number;

/** Runs `words` (those after the program's name) and resolves to the exit code. */
export async function run(words: readonly string[], program: Program): Promise<number> {
  const unread: Unread[] = [];
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
    const verb = name === 'standards' ? verbOf(rest[0]) : undefined;
    if (verb) return await runVerb(verb, rest.slice(1), program);
    if (asksForHelp(rest)) return printed(program, helps[name]);
    const code = await commands[name](rest, { ...program, unread });
    if (unread.length > 0) program.stderr.write(printUnread(unread));
    return unread.length > 0 ? 2 : code;
  } catch (failure) {
    if (unread.length > 0) program.stderr.write(printUnread(unread));
    const known = failure instanceof CannotRun;
    program.stderr.write(
      known ? `critical-friend: ${failure.message}\n` : `${failureLine('critical-friend', failure)}\n`,
    );
    return 2;
  }
}

const commands: Record<Subcommand, Command> = {
  init: initCommand,
  check: checkCommand,

  async coverage(words, program) {
    const options = readWords('coverage', words);
    const inside = options.has('inside');
    const figures = await readCoverage(placesOf(options), program, program.shipped, { inside });
    const isJson = options.value('format') === 'json';
    return printed(program, isJson ? printJson(toCoverageReport(figures)) : tame(printCoverageText(figures)));
  },

  async digest(words, program) {
    const options = readWords('digest', words);
    const inside = options.has('inside');
    const asked = { since: options.value('since'), calendar: program.calendar, inside };
    const digests = await readDigests(placesOf(options), asked, program, program.shipped);
    const isJson = options.value('format') === 'json';
    return printed(program, isJson ? printJson(toDigestReport(digests)) : tame(printDigests(digests)));
  },

  report: reportCommand,

  standards(words, program) {
    const options = readWords('standards', words);
    if (options.paths.length > 0) throw new CannotRun(`"standards" takes no PATH. ${seeHelp('standards')}`);
    const report = readStandards(program.shipped);
    return printed(
      program,
      options.value('format') === 'json' ? printJson(report) : tame(printStandardsText(report)),
    );
  },

  async status(words, program) {
    const options = readWords('status', words);
    // What cannot be read is part of the answer.
    const quiet = { ...program, unread: undefined };
    const asked = { version: program.version, inside: options.has('inside') };
    const found = await readStatus(placesOf(options), quiet, program.shipped, asked);
    return printed(program, options.value('format') === 'json' ? printJson(found) : tame(printStatus(found)));
  },

  lsp(_, program) {
    program.serve();
    return 0;
  },
};

function placesOf({ paths }: { readonly paths: readonly string[] }): readonly string[] {
  return paths.length > 0 ? paths : ['.'];
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  return before.includes('--help') || before.includes('-h');
}

function printed(program: Program, text: string): number {
  program.stdout.write(text);
  return 0;
}
