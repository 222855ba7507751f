/*
 * The words after `critical-friend standards VERB`: which options each verb takes. What cannot be understood is
 * reported in one sentence that names the next step.
 */
import { parseArgs } from 'node:util';
import { catalogueKeys } from '../../../core/src';
import { CannotRun, plain, type Terminal, type Shipped } from '../terminal';
import type { Verb } from './help';

/** What a verb runs in. */
export interface StandardsProgram extends Terminal {
  readonly shipped: readonly Shipped[];
}

/** The options of each verb, without their dashes. */
export const verbOptions: Readonly<Record<Verb, readonly string[]>> = {
  import: ['output', 'force', ...catalogueKeys],
  validate: [],
  diff: [],
  export: ['output', 'force'],
  migrate: ['to', 'dry-run', 'force', 'inside'],
};
const switches = ['force', 'dry-run', 'inside'];

/** The files that are named, and the options by their names; the value of a switch is empty. */
export interface Words {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** Reads the words after a verb, or throws CannotRun. */
export function readWords(verb: Verb, words: readonly string[]): Words {
  const known = verbOptions[verb];
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      known.map((name) => [
        name,
        {
          type: switches.includes(name) ? ('boolean' as const) : ('string' as const),
          ...(name === 'output' && { short: 'o' }),
        },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(token.name))
      throw new CannotRun(`"standards ${verb}" has no option "${plain(token.rawName)}". ${seeHelp(verb)}`);
    if (!switches.includes(token.name) && (token.value === undefined || token.value === ''))
      throw new CannotRun(`What is "${token.rawName}"? Write its value behind it. ${seeHelp(verb)}`);
    values.set(token.name, token.value ?? '');
  }
  return { files: positionals, values };
}

/** What to do about words that are wrong. */
export function seeHelp(verb: Verb): string {
  return `See: critical-friend standards ${verb} --help`;
}

/** The one file that a verb takes, or throws CannotRun: `Name one review.` */
export function only(verb: Verb, { files }: Words, what: string): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw new CannotRun(`Name ${what}. ${seeHelp(verb)}`);
  return file;
}
