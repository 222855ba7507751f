/*
 * `critical-friend standards import`: the reader's own standards as a catalogue, with how the file was understood, what
 * could not be placed, and what is wrong in what came of it.
 */
import * as path from 'node:path';
import { catalogueKeys, printContents } from '../../../core/src';
import { importStandards } from '../../../server/src/importing/importing';
import * as sources from '../../../server/src/importing/sources';
import { CannotRun, plain, wrap } from '../terminal';
import { readBytes, writeFile } from './files';
import { faultLines, hasErrors } from './said';
import { only, seeHelp, type StandardsProgram, type Words } from './words';

/** Imports a file; resolves to the exit code. */
export async function importCommand(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('import', words, 'one file to import');
  const output = words.values.get('output');
  if (output === undefined || !/\.standards\.md$/i.test(output))
    throw new CannotRun(`Where to? Write -o and a name that ends in .standards.md. ${seeHelp('import')}`);
  const own = Object.fromEntries(
    catalogueKeys.flatMap((key) => (words.values.has(key) ? [[key, words.values.get(key) ?? '']] : [])),
  );
  const id = path.basename(output).replace(/\.standards\.md$/i, '');
  const imported = importStandards(sources, { name: given, bytes: await readBytes(given, program) }, id, own);
  if ('refused' in imported) throw new CannotRun(plain(imported.refused));
  const { text, catalogue, columns, notes } = imported;
  await writeFile(output, text, program, words.values.has('force'));
  const lines = [`${plain(output)}: ${printContents(catalogue)}`];
  if (columns.length > 0) lines.push('', 'Read as:', ...columns.flatMap((column) => wrap(column, '  ')));
  if (notes.length > 0) {
    lines.push('', 'For you to look at:');
    for (const { place, message } of notes) lines.push(...wrap(message, `  ${plain(place)}: `));
  }
  const faults = faultLines(text, catalogue);
  if (faults.length > 0) lines.push('', 'Faults:', ...faults);
  program.stdout.write(`${lines.join('\n')}\n`);
  return hasErrors(catalogue) ? 1 : 0;
}
