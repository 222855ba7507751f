// `npm run test:quick`: types, and the unit tests and goldens that need nothing but this process, within a minute.
//
// A file is left out that starts a process or a thread or makes a bundle, itself or by what it imports of `test/` and `bench/`,
// and so are the tests of time.
// Of a property a hundredth is tried, of a long list of examples a tenth, and tests that measure a cost are pending: see
// `test/support/depth.ts`. It prints what it has left out. `npm test` runs everything.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (/** @type {string} */ name) => path.join(root, 'node_modules', '.bin', name);
const started = Date.now();

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** What a quick file does not import. */
const slow = /from '(?:node:child_process|node:worker_threads|esbuild|chokidar)'/;

const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll(path.sep, '/')}`)
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('test/vscode/'))
  .sort();
/** @type {Map<string, boolean>} */
const known = new Map();
const isQuick = (/** @type {string} */ file) =>
  !scripts['test:time'].includes(file) && !isSlow(path.join(root, file));
const quick = files.filter(isQuick);

const [types, tests] = await Promise.all([
  run('tsc', ['-b']),
  run('mocha', ['--parallel', '--jobs', '2', ...quick], { FC_TIMES: '0.01' }),
]);
const left = files.filter((file) => !isQuick(file));
console.log(`Left out, because they start processes or measure time: ${left.join(', ')}.`);
console.log(
  'Left out too: what measures a cost, lint, packages, Neovim and VS Code. Run "npm test" for everything.',
);
const seconds = Math.round((Date.now() - started) / 1000);
console.log(
  `Ran types and ${quick.length} of ${files.length} files, with properties at a small count, in ${seconds} s.`,
);
process.exitCode = types === 0 && tests === 0 ? 0 : 1;

/** Whether a file, or one that it imports of the tests, is not quick. @param {string} file @returns {boolean} */
function isSlow(file) {
  const before = known.get(file);
  if (before !== undefined) return before;
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, name = '']) =>
    path.resolve(path.dirname(file), name),
  );
  const own = imports
    .flatMap((name) => [name, `${name}.ts`, path.join(name, 'index.ts')])
    .filter((name) => /[/\\](?:test|bench)[/\\]/.test(path.relative(root, name).replace(/^/, path.sep)))
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && existsSync(name));
  const found = slow.test(text) || own.some(isSlow);
  known.set(file, found);
  return found;
}

/**
 * @param {string} name @param {string[]} words @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
function run(name, words, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(bin(name), words, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
