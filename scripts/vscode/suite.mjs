// Bundles the tests that run inside VS Code: once for Node hosts, once for the web worker host.
//
// It runs nothing. A host loads one CommonJS file and calls the `run()` that it exports.
// The surprising fact: the two bundles differ in their mocha only, because the tests know
// nothing but the `vscode` API.

import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

import { root } from './install.mjs';

const source = path.join(root, 'test/vscode/suite');
const target = path.join(root, 'out/vscode-test');

/**
 * Writes both bundles and returns their paths.
 * @returns {Promise<{ node: string, web: string }>}
 */
export async function bundleSuite() {
  const tests = (await readdir(source)).filter((name) => name.endsWith('.test.ts')).sort();
  // Mocha comes first: the tests call `describe` while they are loaded.
  const entry = [
    `import './mocha.ts';`,
    ...tests.map((name) => `import './${name}';`),
    `export { run } from './run.ts';`,
  ];
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    stdin: { contents: entry.join('\n'), resolveDir: source, sourcefile: 'entry.ts', loader: 'ts' },
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
  };
  const bundles = { node: path.join(target, 'node.js'), web: path.join(target, 'web.js') };
  await build({ ...common, outfile: bundles.node, platform: 'node', external: ['vscode', 'mocha'] });
  await build({
    ...common,
    outfile: bundles.web,
    platform: 'browser',
    external: ['vscode'],
    alias: { mocha: 'mocha/mocha.js' },
  });
  return bundles;
}
