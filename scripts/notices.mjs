// Writes the licences of everything that the bundles hold into one file.
//
// The list comes from what esbuild has put into the bundles, not from package.json. A package with a licence
// that may not be shipped, or without a licence text, ends the build.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const shippable = /^\(?(?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD)\b/;

/**
 * @param {string} root The project's folder.
 * @param {readonly import('./sbom.mjs').Bundled[]} packages
 * @param {string} file
 */
export async function writeNotices(root, packages, file) {
  const notices = await Promise.all(
    packages.map((each) => readNotice(path.join(root, each.folder), each.manifest)),
  );
  const text = ['Critical Friend contains these packages, under the licences given below.', ...notices];
  await writeFile(file, `${text.join('\n\n')}\n`);
}

/** @param {string} folder @param {Record<string, any>} manifest */
async function readNotice(folder, { name, version, license }) {
  if (!shippable.test(license))
    throw new Error(`${name} has the licence ${license}, which may not be shipped.`);
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no licence text in its package.`);
  const words = await readFile(path.join(folder, file), 'utf8');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${words.trim()}`;
}
