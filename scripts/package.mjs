// Packs the extension into `critical-friend-<version>.vsix` and refuses one that has grown too large, packs the command
// line into `critical-friend-<version>.tgz`, copies the bill of materials of both beside them, and writes the SHA-256 of
// all three into `SHA256SUMS`, which `sha256sum --check` reads.
//
// It publishes nothing and needs no network. What goes in is listed in `.vscodeignore`; dependencies stay out,
// because the bundles hold them already.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import vsce from '@vscode/vsce';

import { buildAll } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** What a reviewer on a slow line should have to download at most; a third of it are the widths of fonts for Word's contents. */
const limits = { bytes: 2_200_000, files: 40 };

const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${name}-${version}.vsix`);

// Archives hold the days of their files, in the time zone of whoever packs; here it is the day that npm gives to all.
process.env.SOURCE_DATE_EPOCH ??= '499162500';
process.env.TZ = 'UTC';

if (!(await buildAll({ minify: true }))) process.exit(1);
const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
const copy = await copyOf([...files, ...filesOfTarball()]);
try {
  const options = { dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
  await vsce.createVSIX({ cwd: copy, packagePath, ...options });
  npmPack(['--silent', '--pack-destination', root], copy);
} finally {
  await rm(copy, { recursive: true, force: true });
}

const { size } = await stat(packagePath);
console.log(`${path.basename(packagePath)}: ${files.length} files, ${(size / 1000).toFixed(0)} kB`);
if (size > limits.bytes || files.length > limits.files) {
  console.error(`A package may hold ${limits.files} files and ${limits.bytes / 1000} kB: see .vscodeignore.`);
  process.exitCode = 1;
}

const tarball = path.join(root, `${name}-${version}.tgz`);
console.log(`${path.basename(tarball)}: ${((await stat(tarball)).size / 1000).toFixed(0)} kB`);

const bill = path.join(root, `${name}-${version}.cdx.json`);
await copyFile(path.join(root, 'dist/sbom.cdx.json'), bill);

let sums = '';
for (const file of [bill, tarball, packagePath]) {
  const sum = createHash('sha256').update(await readFile(file));
  sums += `${sum.digest('hex')}  ${path.basename(file)}\n`;
}
await writeFile(path.join(root, 'SHA256SUMS'), sums);
console.log(`\nSHA-256, also in SHA256SUMS:\n${sums.trimEnd()}`);

/**
 * A copy of some files with the same rights for each builder, because archives keep those of the working folder.
 * @param {readonly string[]} names
 */
async function copyOf(names) {
  const folder = await mkdtemp(path.join(tmpdir(), 'critical-friend-pack-'));
  for (const file of new Set([...names, '.npmignore', '.vscodeignore'])) {
    const to = path.join(folder, file);
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(path.join(root, file), to);
    await chmod(to, file === 'dist/cli.js' ? 0o755 : 0o644);
  }
  return folder;
}

/** @returns {string[]} */
function filesOfTarball() {
  const [{ files: listed }] = JSON.parse(npmPack(['--dry-run', '--json'], root));
  return listed.map((/** @type {{ path: string }} */ each) => each.path);
}

/** The bundles have just been built. @param {readonly string[]} words @param {string} cwd */
function npmPack(words, cwd) {
  return execFileSync('npm', ['pack', '--ignore-scripts', ...words], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
}
