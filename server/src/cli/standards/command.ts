/*
 * `critical-friend standards VERB`: the words behind it, and what each verb does with files. What a table, a document
 * or an edition means is the core's; how a file is read and written is files.ts.
 */
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import {
  applyEdits,
  catalogueKeys,
  compareCatalogues,
  createCatalogueFile,
  dataOf,
  diagnostics,
  isReviewPath,
  migrate,
  pathBelow,
  folderOf,
  printCatalogue,
  printTable,
  readCatalogue,
  readOscal,
  readPublished,
  readTable,
  type CatalogueItem,
  type Imported,
  type WordChange,
} from '../../../../core/src';
import { fileUri, pathOf } from '../../uris';
import { encodeLike, isFaithful } from '../files';
import { load, type Shipped } from '../load';
import { CannotRun, count, lineAt, plain, wrap, type Terminal } from '../terminal';
import { readCsv, printCsvTable } from './csvTable';
import { readBytes, readCatalogueAt, toText, writeAll } from './files';
import { verbHelps, verbs, type Verb } from './help';
import { readPage } from './page';
import { printSpreadsheet, readSpreadsheet } from './spreadsheet';

/** What a verb runs in. */
export interface StandardsProgram extends Terminal {
  readonly shipped: readonly Shipped[];
}

/** The verb that a word is, if it is one. */
export function verbOf(word: string | undefined): Verb | undefined {
  return verbs.find((verb) => verb === word);
}

const optionsOf: Record<Verb, readonly string[]> = {
  import: ['output', 'force', ...catalogueKeys],
  validate: [],
  diff: [],
  export: ['output', 'force'],
  migrate: ['to', 'dry-run'],
};
const switches = ['force', 'dry-run'];

interface Words {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** Runs a verb with the words behind it, and resolves to the exit code. */
export async function runVerb(
  verb: Verb,
  words: readonly string[],
  program: StandardsProgram,
): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    program.stdout.write(verbHelps[verb]);
    return 0;
  }
  const read = readWords(verb, words);
  if (verb === 'import') return importFile(read, program);
  if (verb === 'validate') return validate(read, program);
  if (verb === 'diff') return diff(read, program);
  if (verb === 'export') return exportFile(read, program);
  return migrateReview(read, program);
}

function readWords(verb: Verb, words: readonly string[]): Words {
  const known = optionsOf[verb];
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

function seeHelp(verb: Verb): string {
  return `See: critical-friend standards ${verb} --help`;
}

function only(verb: Verb, { files }: Words, what: string): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw new CannotRun(`Name ${what}. ${seeHelp(verb)}`);
  return file;
}

async function importFile(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('import', words, 'one file to import');
  const output = words.values.get('output');
  if (output === undefined || !/\.standards\.md$/i.test(output))
    throw new CannotRun(`Where to? Write -o and a name that ends in .standards.md. ${seeHelp('import')}`);
  const imported = readImport(given, await readBytes(given, program));
  const own = Object.fromEntries(
    catalogueKeys.flatMap((key) => (words.values.has(key) ? [[key, words.values.get(key) ?? '']] : [])),
  );
  const name = path.basename(output).replace(/\.standards\.md$/i, '');
  const settings = { id: name, ...imported.data.settings, ...own };
  const text = printCatalogue({ ...imported.data, settings });
  await writeAll(new Map([[output, text]]), program, words.values.has('force'));
  const lines = [`${plain(output)}: ${contents(text)}`];
  if (imported.columns.length > 0)
    lines.push('', 'Read as:', ...imported.columns.flatMap((column) => wrap(column, '  ')));
  if (imported.notes.length > 0) {
    lines.push('', 'For you to look at:');
    const notes = [...imported.notes].sort((a, b) => numberIn(a.place) - numberIn(b.place));
    for (const { place, message } of notes) lines.push(...wrap(message, `  ${plain(place)}: `));
  }
  const faults = faultLines(text);
  if (faults.length > 0) lines.push('', 'Faults:', ...faults);
  program.stdout.write(`${lines.join('\n')}\n`);
  return hasErrors(text) ? 1 : 0;
}

function numberIn(place: string): number {
  return Number(/\d+/.exec(place)?.[0] ?? 0);
}

/** Reads what a file holds by its ending, or says what to do about it. */
export function readImport(given: string, bytes: Uint8Array): Imported {
  const name = plain(given);
  const ending = path.extname(given).toLowerCase();
  const found = read();
  const isEmpty = found?.data.themes.every(({ elements }) =>
    elements.every(({ standards }) => standards.length === 0),
  );
  if (!found || isEmpty === true) {
    const wanted = ['.md', '.html', '.htm'].includes(ending)
      ? 'a table with columns such as “Standards”, “Probes” and “Sources of evidence”'
      : ending === '.json'
        ? 'an OSCAL catalogue: {"catalog": {"groups": …}}'
        : 'a row of headings such as “Id”, “Theme”, “Element” and “Standard”, and a standard below it';
    throw new CannotRun(
      `No standards were found in "${name}"; expected ${wanted}. Change the headings of the columns, and try again.`,
    );
  }
  return found;

  function read(): Imported | undefined {
    if (ending === '.xlsx') {
      for (const rows of readSpreadsheet(bytes)) {
        const table = readTable(rows);
        if (table) return table;
      }
      return undefined;
    }
    const text = toText(bytes);
    if (ending === '.csv' || ending === '.tsv') return readTable(readCsv(text));
    if (ending === '.json') {
      try {
        return readOscal(JSON.parse(text));
      } catch (failure) {
        throw new CannotRun(
          `"${name}" is no JSON that can be read: ${plain(failure instanceof Error ? failure.message : '')}.`,
        );
      }
    }
    if (['.md', '.html', '.htm'].includes(ending)) return readPublished(readPage(text));
    throw new CannotRun(
      `"${name}" cannot be imported: its name ends in none of .xlsx, .csv, .tsv, .md, .html and .json. Save it as one of these first.`,
    );
  }
}

function contents(text: string): string {
  const { themes } = readCatalogue(text);
  const elements = themes.flatMap((theme) => theme.elements);
  const sum = (of: 'standards' | 'probes' | 'sources'): number =>
    elements.reduce((total, element) => total + element[of].length, 0);
  return [
    count(themes.length, 'theme'),
    count(elements.length, 'element'),
    count(sum('standards'), 'standard'),
    count(sum('probes'), 'probe'),
    count(sum('sources'), 'possible source') + ' of evidence',
  ].join(', ');
}

function faultLines(text: string): string[] {
  return readCatalogue(text).faults.flatMap(({ severity, span, message, code }) => {
    const line = lineAt(text, span.start);
    return wrap(`${message} (${code})`, `  line ${line}: ${severity}: `);
  });
}

function hasErrors(text: string): boolean {
  return readCatalogue(text).faults.some(({ severity }) => severity === 'error');
}

async function validate({ files }: Words, program: StandardsProgram): Promise<number> {
  if (files.length === 0) throw new CannotRun(`Name a catalogue. ${seeHelp('validate')}`);
  let code = 0;
  for (const given of files) {
    const { text } = await readCatalogueAt(given, program, program.shipped);
    program.stdout.write(`${[`${plain(given)}: ${contents(text)}`, ...faultLines(text)].join('\n')}\n`);
    if (hasErrors(text)) code = 1;
  }
  return code;
}

/** A catalogue without errors: of one with errors some part would be missing in whatever is made of it. */
async function readSound(given: string, program: StandardsProgram): ReturnType<typeof readCatalogueAt> {
  const found = await readCatalogueAt(given, program, program.shipped);
  if (hasErrors(found.text)) throw notSound(given);
  return found;
}

function notSound(given: string): CannotRun {
  const file = plain(given);
  return new CannotRun(
    `"${file}" has errors, so not all of it can be read, and nothing was done. See them with: critical-friend standards validate ${file}`,
  );
}

async function diff({ files }: Words, program: StandardsProgram): Promise<number> {
  const [before, after, ...others] = files;
  if (before === undefined || after === undefined || others.length > 0)
    throw new CannotRun(`Name two catalogues, the older one first. ${seeHelp('diff')}`);
  const from = await readSound(before, program);
  const to = await readSound(after, program);
  const { added, removed, renumbered, reworded, split } = compareCatalogues(from.catalogue, to.catalogue);
  const lines: string[] = [];
  const part = (title: string, all: readonly string[][]): void => {
    if (all.length > 0) lines.push(`${title}:`, ...all.flat(), '');
  };
  part(
    'Added',
    added.map((item) => wrap(wording(item), `  ${name(item)}: `)),
  );
  part(
    'Removed',
    removed.map((item) => wrap(wording(item), `  ${name(item)}: `)),
  );
  part(
    'Renumbered',
    renumbered.map((pair) => [`  ${name(pair.before)} -> ${plain(pair.after.id)}`]),
  );
  part(
    'Split',
    split.map((pair) => [`  ${name(pair.before)} -> ${pair.after.map(({ id }) => plain(id)).join(', ')}`]),
  );
  part(
    'Reworded',
    reworded.map(({ after: item, words }) => wrap(printWords(words), `  ${name(item)}: `)),
  );
  program.stdout.write(
    lines.length === 0 ? 'No difference in what can be cited.\n' : `${lines.join('\n').trimEnd()}\n`,
  );
  return lines.length === 0 ? 0 : 1;
}

function name({ kind, id }: CatalogueItem): string {
  return `${kind} ${plain(id)}`;
}

function wording(item: CatalogueItem): string {
  return 'text' in item ? item.text : item.title;
}

function printWords(changes: readonly WordChange[]): string {
  return changes
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'added' ? `{+${words}+}` : `[-${words}-]`))
    .join(' ');
}

async function exportFile(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('export', words, 'one catalogue');
  const output = words.values.get('output');
  const kind = /\.(csv|xlsx)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  if (output === undefined || kind === undefined)
    throw new CannotRun(`Where to? Write -o and a name that ends in .csv or .xlsx. ${seeHelp('export')}`);
  const { catalogue } = await readSound(given, program);
  const rows = printTable(dataOf(catalogue));
  const content = kind === 'csv' ? printCsvTable(rows) : printSpreadsheet(rows, [24, 10, 90, 40, 10, 12]);
  await writeAll(new Map([[output, content]]), program, words.values.has('force'));
  program.stdout.write(`${plain(output)}: ${count(rows.length - 1, 'row')}\n`);
  return 0;
}

async function migrateReview(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('migrate', words, 'one review');
  const target = words.values.get('to');
  if (target === undefined)
    throw new CannotRun(`To which edition? Write --to and its file. ${seeHelp('migrate')}`);
  const next = await readSound(target, program);
  const { sets, show, snapshot, unread, files: read } = await load([given], program, program.shipped);
  if (unread.length > 0)
    throw new CannotRun(
      `${unread.map(({ file, why }) => `"${file}" ${why}.`).join(' ')} Nothing was changed, because its citations would be left behind. Mend or move it, and try again.`,
    );
  const [set, ...others] = sets;
  if (!set) throw new CannotRun(`No review found at "${plain(given)}". Give the folder of a review.`);
  if (others.length > 0)
    throw new CannotRun(
      `There are several reviews at "${plain(given)}": ${sets.map(({ cover }) => show(cover.uri)).join(', ')}. Name the folder of one.`,
    );
  const { id, replaces } = next.catalogue;
  if (set.catalogues.some(({ catalogue }) => catalogue.id === id))
    throw new CannotRun(`The review uses "${plain(id)}" already, so there is nothing to carry over.`);
  if (replaces === undefined)
    throw new CannotRun(
      `"${plain(target)}" does not say which edition it replaces. Add a line such as "replaces: ${plain(set.catalogues[0]?.catalogue.id ?? 'own-2026')}" to its first lines.`,
    );
  const from = set.catalogues.find(({ catalogue }) => catalogue.id === replaces);
  if (!from) {
    const used = set.catalogues.map(({ catalogue }) => plain(catalogue.id)).join(', ');
    throw new CannotRun(
      `"${plain(target)}" replaces "${plain(replaces)}", and the review uses ${used === '' ? 'no catalogue that is here' : used}. Put the edition that it uses beside it, or mend "replaces:".`,
    );
  }
  if (hasErrors(from.text)) throw notSound(show(from.uri));
  const faulty = diagnostics(snapshot, set.cover.uri).find(({ severity }) => severity === 'error');
  if (faulty)
    throw new CannotRun(
      `"${show(set.cover.uri)}" has an error, so what the review uses is not sure, and nothing was changed. ${faulty.message}`,
    );
  const to = createCatalogueFile(next.file === undefined ? 'shipped:' : fileUri(next.file), next.text);
  const folder = path.dirname(pathOf(set.cover.uri) ?? '.');
  const called = next.file === undefined ? id : nameFrom(folder, next.file);
  const { files, rewritten, forPeople } = migrate(set, from, to, called);
  const texts = new Map(set.documents.map(({ uri, text }) => [uri, text]));
  const lines: string[] = [];
  const after = new Map<string, Uint8Array>();
  for (const { uri, edits } of files) {
    const file = pathOf(uri);
    const was = read.get(uri);
    if (file !== undefined && was !== undefined && isReviewPath(uri)) {
      // What could not be read as it stands could not be written as it stood.
      if (!isFaithful(was))
        throw new CannotRun(
          `"${show(uri)}" is not saved as UTF-8, so nothing was changed. Save it as UTF-8 first.`,
        );
      after.set(file, encodeLike(applyEdits(texts.get(uri) ?? '', edits), was));
    }
    lines.push(`  ${show(uri)}: ${count(edits.length, 'change')}`);
  }
  const isDry = words.values.has('dry-run');
  if (!isDry) await writeAll(after, program, true);
  const head = `${count(rewritten, 'citation')} ${isDry ? 'would be' : rewritten === 1 ? 'is' : 'are'} written anew for ${plain(id)}.`;
  const asks = forPeople.flatMap(({ uri, span, why, before, after: now, words: changes }) => {
    const text = texts.get(uri) ?? '';
    const line = lineAt(text, span.start);
    const said = {
      removed: 'is gone; decide what the finding is about now',
      split: `has become ${now.map(({ id: become }) => become).join(', ')}; choose`,
      reworded: `has other words: ${printWords(changes)}`,
    }[why];
    return wrap(`${name(before)} ${said}`, `  ${plain(pathBelow(uri, folderOf(set.cover.uri)))}:${line}: `);
  });
  if (asks.length > 0) lines.push('', 'For a person to decide, by lines as they were before:', ...asks);
  program.stdout.write(`${[head, ...lines].join('\n')}\n`);
  return asks.length > 0 ? 1 : 0;
}

function nameFrom(folder: string, file: string): string {
  const relative = path.relative(folder, file).replaceAll(path.sep, '/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}
