/*
 * `critical-friend standards VERB`: which verb there is, and those that only read catalogues. What a table, a document
 * or an edition means is the core's; how a file is read and written is files.ts.
 */
import { compareCatalogues, dataOf, printContents, printTable } from '../../../core/src';
import { printCsvTable } from '../../../server/src/importing/csvTable';
import { printSpreadsheet } from '../../../server/src/importing/printSpreadsheet';
import { CannotRun, count, plain, wrap } from '../terminal';
import { readCatalogueAt, readSound, writeFile } from './files';
import { verbHelps, verbs, type Verb } from './help';
import { importCommand } from './importCommand';
import { migrateCommand } from './migrateCommand';
import { faultLines, hasErrors, nameOf, printWords, wording } from './said';
import { only, readWords, seeHelp, type StandardsProgram, type Words } from './words';

/** The verb that a word is, if it is one. */
export function verbOf(word: string | undefined): Verb | undefined {
  return verbs.find((verb) => verb === word);
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
  if (verb === 'import') return importCommand(read, program);
  if (verb === 'validate') return validate(read, program);
  if (verb === 'diff') return diff(read, program);
  if (verb === 'export') return exportFile(read, program);
  return migrateCommand(read, program);
}

async function validate({ files }: Words, program: StandardsProgram): Promise<number> {
  if (files.length === 0) throw new CannotRun(`Name a catalogue. ${seeHelp('validate')}`);
  let code = 0;
  for (const given of files) {
    const { text, catalogue } = await readCatalogueAt(given, program, program.shipped);
    const lines = [`${plain(given)}: ${printContents(catalogue)}`, ...faultLines(text, catalogue)];
    program.stdout.write(`${lines.join('\n')}\n`);
    if (hasErrors(catalogue)) code = 1;
  }
  return code;
}

async function diff({ files }: Words, program: StandardsProgram): Promise<number> {
  const [before, after, ...others] = files;
  if (before === undefined || after === undefined || others.length > 0)
    throw new CannotRun(`Name two catalogues, the older one first. ${seeHelp('diff')}`);
  const from = await readSound(before, program, program.shipped);
  const to = await readSound(after, program, program.shipped);
  const { added, removed, renumbered, reworded, split } = compareCatalogues(from.catalogue, to.catalogue);
  const lines: string[] = [];
  const part = (title: string, all: readonly string[][]): void => {
    if (all.length > 0) lines.push(`${title}:`, ...all.flat(), '');
  };
  part(
    'Added',
    added.map((item) => wrap(wording(item), `  ${nameOf(item)}: `)),
  );
  part(
    'Removed',
    removed.map((item) => wrap(wording(item), `  ${nameOf(item)}: `)),
  );
  part(
    'Renumbered',
    renumbered.map((pair) => [`  ${nameOf(pair.before)} -> ${plain(pair.after.id)}`]),
  );
  part(
    'Split',
    split.map((pair) => [`  ${nameOf(pair.before)} -> ${pair.after.map(({ id }) => plain(id)).join(', ')}`]),
  );
  part(
    'Reworded',
    reworded.map(({ after: item, words }) => wrap(printWords(words), `  ${nameOf(item)}: `)),
  );
  program.stdout.write(
    lines.length === 0 ? 'No difference in what can be cited.\n' : `${lines.join('\n').trimEnd()}\n`,
  );
  return lines.length === 0 ? 0 : 1;
}

async function exportFile(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('export', words, 'one catalogue');
  const output = words.values.get('output');
  const kind = /\.(csv|xlsx)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  if (output === undefined || kind === undefined)
    throw new CannotRun(`Where to? Write -o and a name that ends in .csv or .xlsx. ${seeHelp('export')}`);
  const { catalogue } = await readSound(given, program, program.shipped);
  const rows = printTable(dataOf(catalogue));
  const content = kind === 'csv' ? printCsvTable(rows) : printSpreadsheet(rows, [24, 10, 90, 40, 10, 12]);
  await writeFile(output, content, program, words.values.has('force'));
  program.stdout.write(`${plain(output)}: ${count(rows.length - 1, 'row')}\n`);
  return 0;
}
