/*
 * The public names: what people, their settings, their scripts and their programs have written down. `golden/public.txt`
 * lists them. A name that is missing here breaks what somebody has: keep it, or keep an alias of it. A new name is added
 * with `UPDATE_GOLDEN=1 npx mocha test/public.test.ts`, and is kept from then on.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionKinds, type OptionKind } from '../cli/src/optionKinds';
import { catalogueKeys } from '../core/src';
import { languageCodes } from '../core/src/checks/codes';
import { surveyKeys } from '../core/src/evidence/survey';
import { exclusionKeys, memberKeys, settingKeys } from '../core/src/settings/types';
import { findAnnotations } from '../core/src/syntax/annotations';
import { ignoreWord } from '../core/src/syntax/suppression';
import * as files from '../server/src/protocol/files';
import * as life from '../server/src/protocol/life';
import * as overview from '../server/src/protocol/overview';
import * as pages from '../server/src/protocol/pages';
import * as session from '../server/src/protocol/session';
import { exampleFiles } from './support/example';
import { root, shippedFile } from './support/fixture';
import { checkGolden } from './support/golden';
import { Desk } from './support/serverCli';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
  };
}

const { contributes } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as Manifest;

/** The paths of the keys of some JSON: `reviews[].documents[].uri`. Where keys are data, such as ids, they are `*`. */
function keysIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysIn(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const name = `${path}${path === '' ? '' : '.'}${/^[A-Za-z$]+$/.test(key) ? key : '*'}`;
    return [name, ...keysIn(each, name)];
  });
}

async function jsonKeys(): Promise<string[]> {
  const files = [...exampleFiles].map(([uri, text]) => [uri.slice(root.length + 1), text] as const);
  const desk = new Desk({ ...Object.fromEntries(files), 'ssia.standards.md': shippedFile.text });
  const found: string[] = [];
  for (const line of ['check', 'check --final', 'coverage', 'digest', 'report', 'standards', 'status']) {
    const { value } = await desk.json(line);
    found.push(...keysIn(value).map((key) => `${line}: ${key}`));
  }
  return found;
}

/** What a clean review, one with an error, and a run that cannot be made end with. */
async function exitCodes(): Promise<string[]> {
  const clean = await new Desk({ 'a.review.md': '# A\n' }).run('check');
  const wrong = await new Desk({ 'a.review.md': '- A [std 99]\n' }).run('check');
  const impossible = await new Desk({}).run('check --format nothing');
  return [`${clean.code} clean`, `${wrong.code} found`, `${impossible.code} could not run`];
}

function listed(title: string, names: Iterable<string>): string {
  return `${title}\n${[...new Set(names)]
    .sort()
    .map((name) => `  ${name}\n`)
    .join('')}`;
}

describe('public names', () => {
  it('are those of the list', async () => {
    const kinds: Readonly<Record<string, Readonly<Record<string, OptionKind>>>> = optionKinds;
    const options = Object.entries(kinds).flatMap(([subcommand, own]) => [
      subcommand,
      ...Object.keys(own).map((name) => `${subcommand} --${name}`),
      ...Object.values(own).flatMap(({ short }) => (short === undefined ? [] : [`${subcommand} -${short}`])),
    ]);
    const methods = [files, life, overview, pages, session]
      .flatMap((each): unknown[] => Object.values(each))
      .filter(
        (each: unknown): each is string => typeof each === 'string' && each.startsWith('criticalFriend/'),
      );
    const annotations = findAnnotations('@by(A) @lead(A) @due(A) @rating(A) @status(A)');
    checkGolden(
      'public.txt',
      [
        listed(
          'Commands',
          contributes.commands.map(({ command }) => command),
        ),
        listed('Settings', Object.keys(contributes.configuration.properties)),
        listed(
          'Views',
          Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id)),
        ),
        listed('Semantic tokens', [
          ...contributes.semanticTokenTypes.map(({ id }) => id),
          ...contributes.semanticTokenModifiers.map(({ id }) => id),
        ]),
        listed('Checks', languageCodes),
        listed('Front matter of a review', Object.keys(settingKeys)),
        listed('Front matter of a review, exclude', exclusionKeys),
        listed('Front matter of a review, team', memberKeys),
        listed('Front matter of a catalogue', catalogueKeys),
        listed('Surveys', Object.keys(surveyKeys)),
        listed('Comments and annotations', [ignoreWord, ...annotations.map(({ name }) => `@${name}`)]),
        listed('Options of the command line', options),
        listed('Exit codes of the command line', await exitCodes()),
        listed('Methods of the language server', methods),
        listed('JSON of the command line', await jsonKeys()),
      ].join('\n'),
    );
  });
});
