/*
 * The words after a subcommand: its options and its paths. What cannot be understood is reported in one sentence that
 * names the next step, because the complaints of Node's own parser are for programmers.
 */
import { parseArgs } from 'node:util';
import type { Subcommand } from './help';
import { listOf, optionKinds, type OptionKind } from './optionKinds';
import { CannotRun, plain } from './terminal';

/** The words after a subcommand. */
export interface Words<Name extends string = string> {
  readonly paths: readonly string[];
  /** The options in the order in which they were written; the value of a switch is empty. */
  readonly all: readonly { readonly name: Name; readonly value: string }[];
  has(name: Name): boolean;
  /** The last value that was given. */
  value(name: Name): string | undefined;
}

/** Reads the words after a subcommand, or throws CannotRun. */
export function readWords<Name extends keyof typeof optionKinds>(
  subcommand: Name,
  words: readonly string[],
): Words<keyof (typeof optionKinds)[Name] & string> {
  return readOptions(subcommand, words, optionKinds[subcommand]);
}

function readOptions<Kinds extends Readonly<Record<string, OptionKind>>>(
  subcommand: Subcommand,
  words: readonly string[],
  kinds: Kinds,
): Words<keyof Kinds & string> {
  type Name = keyof Kinds & string;
  const isKnown = (name: string): name is Name => Object.hasOwn(kinds, name);
  // Not strict: what is wrong is reported below.
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

/** What to do about an option that is wrong. */
export function seeHelp(name: Subcommand): string {
  return `See: critical-friend ${name} --help`;
}
