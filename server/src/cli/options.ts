/*
 * The words behind a subcommand: its options and its paths. What cannot be understood is said in one sentence that
 * names the next step, because the complaints of Node's own parser are for programmers.
 */
import { parseArgs } from 'node:util';
import type { Subcommand } from './help';
import { CannotRun, plain } from './terminal';

/** What stands behind a subcommand. */
export interface Options {
  readonly json: boolean;
  readonly paths: readonly string[];
  readonly since?: string;
  /** The path of a private list of names. */
  readonly privateWords?: string;
}

/** The other format beside `json`, for people. */
const peopleFormats: Partial<Record<Subcommand, string>> = { digest: 'markdown' };

/** The options that a subcommand has besides. */
const furtherOptions: Partial<Record<Subcommand, string>> = { check: 'private-words', digest: 'since' };

/** Reads the options of a subcommand, or throws CannotRun. */
export function readOptions(name: Subcommand, words: readonly string[]): Options {
  const people = peopleFormats[name] ?? 'text';
  const further = furtherOptions[name];
  const known = further === undefined ? ['format'] : ['format', further];
  // Not strict: what is wrong is said below.
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(known.map((option) => [option, { type: 'string' as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  let format = people;
  let since: string | undefined;
  let privateWords: string | undefined;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { rawName, value } = token;
    if (!known.includes(token.name)) {
      const path = `A path that begins with a dash stands behind "--".`;
      throw new CannotRun(`"${name}" has no option "${plain(rawName)}". ${path} ${seeHelp(name)}`);
    }
    if (token.name === 'since') {
      since = value ?? '';
    } else if (token.name === 'private-words') {
      if (value === undefined || value === '')
        throw new CannotRun('Which list? Write --private-words and the path of a plain text file.');
      privateWords = value;
    } else if (value === undefined) {
      throw new CannotRun(`Which format? Write --format ${people} or --format json.`);
    } else if (value !== people && value !== 'json') {
      throw new CannotRun(`There is no format "${plain(value)}": choose ${people} or json.`);
    } else format = value;
  }
  return {
    json: format === 'json',
    paths: positionals,
    ...(since !== undefined && { since }),
    ...(privateWords !== undefined && { privateWords }),
  };
}

/** The next step of whoever has got an option wrong. */
export function seeHelp(name: Subcommand): string {
  return `See: critical-friend ${name} --help`;
}
