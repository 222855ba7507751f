// Bundles every entry into `dist/`: two entry points of the extension, two of the server, what writes Word documents and
// slides and what reads the files of other programs for both of these, the command line, the page, the plugin for remark.
//
// `--minify` is for packages, `--dev` writes source maps beside the bundles, `--to FOLDER` builds into another folder. It
// checks no types; `npm run typecheck` does. The surprising fact: without the condition `worker` the Markdown parser picks a decoder that
// needs a document, and dies in a web worker with the first entity.

import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { writeNotices } from './notices.mjs';
import { bundledPackages, prebuiltFiles, writeSbom } from './sbom.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
/** @type {import('esbuild').BuildOptions} */
const worker = { platform: 'browser', target: 'es2022', conditions: ['worker'] };
/** For Node and for a bundler of someone else. @type {import('esbuild').BuildOptions} */
const anywhere = { platform: 'neutral', target: 'es2022', mainFields: ['module', 'main'] };
/** @type {import('esbuild').BuildOptions} */
const extension = { external: ['vscode'] };

/**
 * Packages that are never called: merging, and cleaning the names of new branches, in a repository that is only read; and
 * the wording of errors about wrong options of the front matter. They are left empty, because they come without the text of
 * their licence.
 * @type {import('esbuild').Plugin}
 */
const neverCalled = {
  name: 'never called',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:diff3|clean-git-ref|format)$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'empty',
    }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

/** What its package also brings in one file, without the packages for older Nodes that have no text of a licence. */
const oneFile = { jszip: String(prebuiltFiles.jszip) };

/**
 * One file for Node and for a worker, which has it under a global name. What could fetch something from somewhere is given
 * a name that nobody has.
 * @param {string} globalName
 * @returns {import('esbuild').BuildOptions}
 */
const loaded = (globalName) => ({
  ...worker,
  format: 'iife',
  globalName,
  footer: { js: `if (typeof module === 'object') module.exports = ${globalName};` },
  define: { XMLHttpRequest: 'criticalFriendFetchesNothing' },
});

/** @type {Record<string, [string, import('esbuild').BuildOptions]>} */
const entries = {
  'extension.js': ['client/src/extension.ts', { ...node, ...extension }],
  'extension.web.js': ['client/src/extension.web.ts', { ...worker, ...extension, format: 'cjs' }],
  'server.js': ['server/src/node.ts', node],
  'server.web.js': ['server/src/browser.ts', { ...worker, format: 'iife' }],
  'office.js': ['server/src/office.ts', { ...loaded('criticalFriendOffice'), alias: oneFile }],
  'cli.js': ['cli/src/main.ts', { ...node, alias: oneFile, banner: { js: '#!/usr/bin/env node' } }],
  'importing.js': ['server/src/importing/sources.ts', loaded('criticalFriendSources')],
  'remark.mjs': ['core/src/syntax/remark.ts', { ...anywhere, format: 'esm' }],
  'preview.js': ['client/media/preview.ts', { platform: 'browser', target: 'es2022', format: 'iife' }],
};

/**
 * Builds everything into an emptied folder, `dist/` by default; esbuild itself prints what is wrong with an entry. A
 * test may add plugins, which nothing that is shipped is built with.
 * @param {{ minify?: boolean, dev?: boolean, to?: string, plugins?: import('esbuild').Plugin[] }} options
 * @returns {Promise<boolean>} Whether every bundle was built.
 */
export async function buildAll({ minify = false, dev = false, to, plugins = [] } = {}) {
  const dist = to === undefined ? path.join(root, 'dist') : path.resolve(to);
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const results = await Promise.allSettled(
    Object.entries(entries).map(([name, [entry, options]]) =>
      build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: path.join(dist, name),
        bundle: true,
        minify,
        metafile: true,
        sourcemap: dev,
        legalComments: 'none',
        loader: { '.md': 'text' },
        logLevel: 'warning',
        ...options,
        plugins: [neverCalled, ...plugins],
      }),
    ),
  );
  const built = results.every(({ status }) => status === 'fulfilled');
  if (!built) return false;
  // What was looked at and left out again, since nothing of it is called, is not in a bundle.
  const inputs = new Map(
    Object.keys(entries).map((name, i) => {
      const outputs = Object.values(valueOf(results[i])?.metafile?.outputs ?? {});
      const files = outputs.flatMap((output) => Object.entries(output.inputs));
      return [name, files.flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : []))];
    }),
  );
  const packages = await bundledPackages(root, inputs);
  await writeNotices(root, packages, path.join(dist, 'THIRD-PARTY-NOTICES.txt'));
  await writeSbom(root, packages, path.join(dist, 'sbom.cdx.json'));
  await copyFile(path.join(root, 'core/remark.d.mts'), path.join(dist, 'remark.d.mts'));
  await chmod(path.join(dist, 'cli.js'), 0o755);
  return true;
}

/** @template T @param {PromiseSettledResult<T> | undefined} result */
function valueOf(result) {
  return result?.status === 'fulfilled' ? result.value : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [minify, dev] = ['--minify', '--dev'].map((option) => process.argv.includes(option));
  const at = process.argv.indexOf('--to');
  const to = at < 0 ? undefined : process.argv[at + 1];
  if (!(await buildAll({ minify, dev, to }))) process.exitCode = 1;
}
