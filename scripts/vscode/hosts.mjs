// Runs the bundled suite in one extension host after the other: a desktop VS Code where there is
// one, else the one from npm shown by Chromium.
//
// Each run opens a fresh copy of the fixture folder, into which the suite writes its result.
// The surprising fact: the same folder of tests runs in the web worker host, where there is no Node.

import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { install, root } from './install.mjs';
import { openPage } from './page.mjs';
import { serve } from './serve.mjs';
import { develop, serveFiles } from './webExtension.mjs';

/**
 * @typedef {object} HostResult
 * @property {string} host How a person calls it: "web worker host, VS Code 1.139.1".
 * @property {number} passed
 * @property {{ title: string, message: string }[]} failed
 */

/** How long the suite may take in one host, in milliseconds. */
const patience = 300_000;

/** A program that is just ending may still write into its folder. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

const fixture = path.join(root, 'test/vscode/fixtures/review');
export const results = path.join(root, 'test-results');
export const screenshots = path.join(results, 'screenshots');

/** The hosts that VS Code from npm offers: the floor, and what is new. */
export const npmHosts = /** @type {const} */ ([
  { which: 'old', web: false },
  { which: 'new', web: false },
  { which: 'new', web: true },
]);

/**
 * Makes a fresh copy of the fixture folder, or of another folder of the project.
 * @param {string} [source] Its path below the project.
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function copyFixture(source) {
  // The real path: a link in it (as on macOS) would make two names of one file.
  const home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'critical-friend-review-')));
  const folder = path.join(home, path.basename(source ?? fixture));
  await cp(source === undefined ? fixture : path.join(root, source), folder, { recursive: true });
  return { folder, remove: () => rm(home, removal) };
}

/** A VS Code in a browser saves by itself after a second, which a test about unsaved text would race with. */
const unsaved = { 'files.autoSave': 'off' };

/**
 * Runs the suite in VS Code from npm.
 * @param {{ which: 'old' | 'new', web: boolean }} host
 * @param {{ node: string, web: string }} bundles
 * @param {{ extension?: string, say?: (line: string) => void }} [options]
 * @returns {Promise<HostResult>}
 */
export async function runInNpmHost({ which, web }, bundles, { extension = root, say = console.log } = {}) {
  const installed = await install(which, say);
  const tests = web ? bundles.web : bundles.node;
  const copy = await copyFixture();
  const name = `${which}-${web ? 'web' : 'node'}`;
  /** @type {string[]} */
  const log = [];
  let served;
  let opened;
  /** @type {Awaited<ReturnType<typeof serveFiles>> | undefined} */
  let files;
  try {
    const loaded = web ? {} : { development: extension, tests };
    served = await serve(installed, { folder: copy.folder, settings: unsaved, ...loaded });
    const hear = (/** @type {string} */ line) => {
      log.push(line);
      if (/^ {2}[✓✗]/.test(line)) say(line);
    };
    const prepare = async (/** @type {import('playwright-core').Page} */ page) => {
      files = await serveFiles(extension);
      await develop(page, { extension: files.addressOf(extension), tests: files.addressOf(tests) });
    };
    opened = await openPage(served.url, web ? { hear, prepare } : { hear });
    await within(patience, opened.exited);
    return await readResult(copy.folder, web ? 'worker' : 'node');
  } catch (error) {
    await opened?.page.screenshot({ path: path.join(screenshots, `stuck-${name}.png`) }).catch(() => {});
    throw new Error(`${messageOf(error)}\nThe host said:\n${log.slice(-40).join('\n')}`, { cause: error });
  } finally {
    await mkdir(results, { recursive: true });
    await writeFile(path.join(results, `log-${name}.txt`), `${log.join('\n')}\n`);
    await opened?.close();
    await served?.stop();
    await files?.stop();
    await copy.remove();
  }
}

/**
 * Runs the suite in a desktop VS Code.
 * @param {string} executable
 * @param {boolean} web
 * @param {{ node: string, web: string }} bundles
 * @returns {Promise<HostResult>}
 */
export async function runInDesktop(executable, web, bundles) {
  const { runTests } = await import('@vscode/test-electron');
  const copy = await copyFixture();
  const data = await mkdtemp(path.join(os.tmpdir(), 'critical-friend-desktop-'));
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: web ? bundles.web : bundles.node,
      launchArgs: [
        copy.folder,
        ...['--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'extensions')],
        ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
        ...(web ? ['--extensionDevelopmentKind=web'] : []),
      ],
    }).catch(() => {
      // A failed test is told by the result; without a result, reading it fails.
    });
    return await readResult(copy.folder, web ? 'worker' : 'node');
  } finally {
    await rm(data, removal);
    await copy.remove();
  }
}

/**
 * @param {string} folder @param {'node' | 'worker'} expected
 * @returns {Promise<HostResult>}
 */
async function readResult(folder, expected) {
  const text = await readFile(path.join(folder, 'vscode-result.json'), 'utf8').catch(() => {
    throw new Error('The suite ended without a result: see what the host said.');
  });
  const { host, vscode, passed, failed } = JSON.parse(text);
  if (host !== expected)
    throw new Error(`The suite ran in the ${host} host instead of the ${expected} host.`);
  if (passed + failed.length === 0) throw new Error('The suite ended without a single test.');
  return { host: `${host === 'worker' ? 'web worker' : 'Node'} host, VS Code ${vscode}`, passed, failed };
}

/**
 * @template T
 * @param {number} milliseconds @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(milliseconds, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The suite did not end within ${milliseconds / 1000} seconds.`));
    }, milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
