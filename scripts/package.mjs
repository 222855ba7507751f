// Packs the extension into `critical-friend-<version>.vsix` and refuses one that has grown too large.
//
// It publishes nothing and needs no network. What goes in is listed in `.vscodeignore`; dependencies stay out,
// because the bundles hold them already.

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import vsce from '@vscode/vsce';

import { buildAll } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** What a reviewer on a slow line should have to download at most. */
const limits = { bytes: 1_000_000, files: 40 };

const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${name}-${version}.vsix`);

if (!(await buildAll({ minify: true }))) process.exit(1);
const options = { dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
await vsce.createVSIX({ cwd: root, packagePath, ...options });

const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
const { size } = await stat(packagePath);
console.log(`${path.basename(packagePath)}: ${files.length} files, ${(size / 1000).toFixed(0)} kB`);
if (size > limits.bytes || files.length > limits.files) {
  console.error(`A package may hold ${limits.files} files and ${limits.bytes / 1000} kB: see .vscodeignore.`);
  process.exitCode = 1;
}
