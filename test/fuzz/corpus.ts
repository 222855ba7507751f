/*
 * Inputs that once failed, as short as they could be made: one file for each in `test/corpus-fuzz/<target>/`, which holds
 * the input as a JSON string, because an input may be half a character.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../core/src';

const folder = join(__dirname, '../corpus-fuzz');
const folderOf = (target: string): string => join(folder, target.replaceAll(' ', '-'));

/** All inputs that once failed for a target, by the name of their file. */
export function keptInputs(target: string): readonly (readonly [name: string, input: string])[] {
  if (!existsSync(folderOf(target))) return [];
  return readdirSync(folderOf(target))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folderOf(target), name), 'utf8')) as string]);
}

/** Keeps an input that fails, and gives the path of its file. */
export function keepInput(target: string, input: string): string {
  mkdirSync(folderOf(target), { recursive: true });
  const path = join(folderOf(target), `${hashOf(input)}.json`);
  writeFileSync(path, `${JSON.stringify(input)}\n`);
  return path;
}
