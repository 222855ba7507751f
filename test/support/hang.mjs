// Makes a bundle that hangs for ever when it reads a text with certain words, so that tests can see what happens then.
//
// It is a plugin for esbuild that puts a loop before the functions that read a review and a catalogue. Nothing that is shipped is built
// with it; `test/supply.test.ts` holds that no bundle contains the words.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { buildAll } from '../../scripts/build.mjs';

/** The words that nothing can be read with. */
export const hangingWords = 'reading-of-this-never-ends';

/** The functions that read a text, by the file that they are in. */
const readers = /** @type {const} */ ({
  'document/readDocument.ts': 'readDocument',
  'catalogue/readCatalogue.ts': 'readCatalogue',
});

/** The files that have got their loop: one that was moved would otherwise leave a bundle that never hangs. */
const looped = new Set();

/** @type {import('esbuild').Plugin} */
const hangs = {
  name: 'hangs',
  setup({ onLoad }) {
    for (const [file, reader] of Object.entries(readers)) {
      const filter = new RegExp(
        `[\\\\/]core[\\\\/]src[\\\\/]${file.replace('.', '\\.').replace('/', '[\\\\/]')}$`,
      );
      onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        looped.add(file);
        const head = `export function ${reader}(`;
        if (!source.includes(head)) throw new Error(`There is no "${head}" in ${path}.`);
        const loop = `
export function ${reader}(text: string, ...more: any[]): any {
  while (text.includes('${hangingWords}'));
  return (reallyRead as any)(text, ...more);
}
`;
        return { contents: source.replace(head, 'function reallyRead(') + loop, loader: 'ts' };
      });
    }
  },
};

/**
 * Builds everything that way into a folder.
 * @param {string} to
 */
export async function buildHanging(to) {
  if (!(await buildAll({ to, plugins: [hangs] }))) throw new Error('The bundles that hang were not built.');
  const missing = Object.keys(readers).filter((file) => !looped.has(file));
  if (missing.length > 0)
    throw new Error(`These files are not where this plugin looks: ${missing.join(', ')}.`);
}

// With the name of a folder it builds into it; either way it prints the words.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = process.argv[2];
  if (to !== undefined) await buildHanging(to);
  process.stdout.write(hangingWords);
}
