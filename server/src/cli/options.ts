/*
 * The words behind a subcommand: its options and its paths. Each subcommand says which options it takes; what cannot be
 * understood is said in one sentence that names the next step, because the complaints of Node's own parser are for
 * programmers.
 */
import { parseArgs } from 'node:util';
import type { Subcommand } from './help';
import { CannotRun, plain } from './terminal';

/** An option of a subcommand; one without a question is a switch. */
export interface OptionKind {
  /** What is said where the value is missing: `Which file? Write --output-file and a path.` */
  readonly ask?: string;
  /** The values that it takes, if these are few. */
  readonly choices?: readonly string[];
  /** Its letter, as in `-o`. */
  readonly short?: string;
}
export type OptionKinds = Readonly<Record<string, OptionKind>>;

/** What stands behind a subcommand. */
export interface Words<Name extends string = string> {
  readonly paths: readonly string[];
  /** The options in the order in which they were written; the value of a switch is empty. */
  readonly all: readonly { readonly name: Name; readonly value: string }[];
  has(name: Name): boolean;
  /** The last value that was given. */
  value(name: Name): string | undefined;
}

/** Reads what stands behind a subcommand, or throws CannotRun. */
export function readWords<Kinds extends OptionKinds>(
  subcommand: Subcommand,
  words: readonly string[],
  kinds: Kinds,
): Words<keyof Kinds & string> {
  type Name = keyof Kinds & string;
  const isKnown = (name: string): name is Name => Object.hasOwn(kinds, name);
  // Not strict: what is wrong is said below.
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, { ask, short }]) => {
        const type = ask === undefined ? ('boolean' as const) : ('string' as const);
        return [name, { type, ...(short !== undefined && { short }) }];
      }),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const all: { name: Name; value: string }[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isKnown(name)) {
      const path = `A path that begins with a dash stands behind "--".`;
      throw new CannotRun(
        `"${subcommand}" has no option "${plain(rawName)}". ${path} ${seeHelp(subcommand)}`,
      );
    }
    const { ask, choices } = kinds[name] ?? {};
    if (ask === undefined) {
      if (value !== undefined)
        throw new CannotRun(
          `${rawName} takes no value, and "${plain(value)}" is one. ${seeHelp(subcommand)}`,
        );
      all.push({ name, value: '' });
      continue;
    }
    // Two dashes are never meant as a value; they are the next option, and this one has been left without.
    if (value === undefined || (!inlineValue && value.startsWith('--'))) throw new CannotRun(ask);
    if (choices && !choices.includes(value))
      throw new CannotRun(`There is no ${name} "${plain(value)}": choose ${listOf(choices)}.`);
    all.push({ name, value });
  }
  return {
    paths: positionals,
    all,
    has: (name) => all.some((one) => one.name === name),
    value: (name) => all.filter((one) => one.name === name).pop()?.value,
  };
}

/** The option `--format` of a subcommand that has one form for people and JSON for programs. */
export function formatOption(people: string): OptionKind {
  return { ask: `Which format? Write --format ${people} or --format json.`, choices: [people, 'json'] };
}

/** The next step of whoever has got an option wrong. */
export function seeHelp(name: Subcommand): string {
  return `See: critical-friend ${name} --help`;
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}
