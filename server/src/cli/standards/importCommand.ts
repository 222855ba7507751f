/*
 * `critical-friend standards import`: standards of somebody's own as a catalogue, with how the file was understood, what
 * could not be placed, and what is wrong in what came of it.
 */
import * as path from 'node:path';
import {
  catalogueKeys,
  printCatalogue,
  readCatalogue,
  readOscal,
  readPublished,
  readTable,
  type Imported,
} from '../../../../core/src';
import { CannotRun, plain, wrap } from '../terminal';
import { readCsv } from './csvTable';
import { readBytes, toText, writeAll } from './files';
import { readPage } from './page';
import { contents, faultLines, hasErrors } from './said';
import { readSpreadsheet } from './spreadsheet';
import { only, seeHelp, type StandardsProgram, type Words } from './words';

/** Imports a file; resolves to the exit code. */
export async function importCommand(words: Words, program: StandardsProgram): Promise<number> {
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
  const catalogue = readCatalogue(text);
  const lines = [`${plain(output)}: ${contents(catalogue)}`];
  if (imported.columns.length > 0)
    lines.push('', 'Read as:', ...imported.columns.flatMap((column) => wrap(column, '  ')));
  if (imported.notes.length > 0) {
    lines.push('', 'For you to look at:');
    const notes = [...imported.notes].sort((a, b) => numberIn(a.place) - numberIn(b.place));
    for (const { place, message } of notes) lines.push(...wrap(message, `  ${plain(place)}: `));
  }
  const faults = faultLines(text, catalogue);
  if (faults.length > 0) lines.push('', 'Faults:', ...faults);
  program.stdout.write(`${lines.join('\n')}\n`);
  return hasErrors(catalogue) ? 1 : 0;
}

function numberIn(place: string): number {
  return Number(/\d+/.exec(place)?.[0] ?? 0);
}

/** Reads what a file holds by its ending, or says what to do about it. */
function readImport(given: string, bytes: Uint8Array): Imported {
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
