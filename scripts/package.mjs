// Packs the extension into `critical-friend-<version>.vsix` and refuses one that has grown too large, packs the command
// line into `critical-friend-<version>.tgz`, and prints the SHA-256 of both as `sha256sum --check` reads it.
//
// It publishes nothing and needs no network. What goes in is listed in `.vscodeignore`; dependencies stay out,
// because the bundles hold them already.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import vsce from '@vscode/vsce';

import { buildAll } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** What a reviewer on a slow line should have to download at most; a third of it are the widths of fonts for Word's contents. */
const limits = { bytes: 1_700_000, files: 40 };

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

// The bundles have just been built.
execFileSync('npm', ['pack', '--ignore-scripts', '--silent'], {
  cwd: root,
  shell: process.platform === 'win32',
});
const tarball = path.join(root, `${name}-${version}.tgz`);
console.log(`${path.basename(tarball)}: ${((await stat(tarball)).size / 1000).toFixed(0)} kB`);

console.log('\nSHA-256:');
for (const file of [packagePath, tarball]) {
  const sum = createHash('sha256').update(await readFile(file));
  console.log(`${sum.digest('hex')}  ${path.basename(file)}`);
}
