// Starts the VS Code server that `install.mjs` has installed, on localhost, and stops it again.
//
// Each start has a data folder of its own that goes away with it, because VS Code remembers the
// manifests of installed extensions. It opens no browser. The surprising fact: a built VS Code
// ignores the test payload in its address unless it was started with the smoke test driver.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { cleanEnvironment, endServer, processesOf, startServer } from './server.mjs';

/**
 * @typedef {object} ServeOptions
 * @property {string} [folder] The folder to open.
 * @property {string} [linked] The folder of an extension to serve as if it were installed.
 * @property {string} [vsix] A packaged extension to install.
 * @property {string} [development] The folder of an extension to load for its development.
 * @property {string} [tests] The module that VS Code runs in the extension host (needs `development`).
 * @property {boolean} [fewBuiltins] Whether only those extensions of VS Code are there that a review meets.
 * @property {boolean} [trusted] Whether every folder is trusted; false is how Restricted Mode is reached.
 * @property {Record<string, unknown>} [settings] User settings.
 * @property {Record<string, unknown>} [machine] Settings of the machine that the server runs on.
 * @property {string} [port] A port or a range of ports; default any free one.
 */

/**
 * @typedef {object} Served
 * @property {string} url What to open in a browser.
 * @property {() => Promise<void>} stop Ends the server and removes its data.
 * @property {() => string} log What the server has printed.
 * @property {(words: string) => Promise<number[]>} find Its processes whose command line holds some words.
 */

/**
 * What of VS Code's own a review meets: its themes, Markdown, and git. The others (JSON, npm, GitHub) are most of what a
 * window spends its time on when it opens.
 */
const builtins = [
  'theme-defaults',
  'theme-seti',
  'markdown-basics',
  'markdown-language-features',
  'git',
  'git-base',
];

/** What keeps the window quiet: no welcome, no assistant. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Starts a server and waits until it answers.
 * @param {import('./install.mjs').Installed} installed
 * @param {ServeOptions} options
 * @returns {Promise<Served>}
 */
export async function serve(installed, options) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'critical-friend-vscode-'));
  const data = path.join(home, 'data');
  const extensions = path.join(home, 'extensions');
  const lastResort = () => rmSync(home, { recursive: true, force: true });
  process.once('exit', lastResort);
  const remove = async () => {
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.off('exit', lastResort);
  };
  try {
    await mkdir(path.join(data, 'data/User'), { recursive: true });
    await mkdir(path.join(data, 'data/Machine'));
    await mkdir(extensions);
    await writeFile(path.join(data, 'data/Machine/settings.json'), JSON.stringify(options.machine ?? {}));
    await writeFile(
      path.join(data, 'data/User/settings.json'),
      JSON.stringify({
        ...quietSettings,
        ...(options.trusted === false ? {} : { 'security.workspace.trust.enabled': false }),
        ...options.settings,
      }),
    );
    const folders = ['--server-data-dir', data, '--extensions-dir', extensions];
    if (options.fewBuiltins) folders.push('--builtin-extensions-dir', await linkBuiltins(installed, home));
    if (options.linked) await link(options.linked, extensions);
    if (options.vsix) {
      const args = [installed.server, '--install-extension', options.vsix, ...folders];
      await promisify(execFile)(installed.node, args, { env: cleanEnvironment() });
    }
    const token = randomBytes(9).toString('hex');
    const { child, port, log } = await startServer(installed, [
      ...folders,
      ...['--host', '127.0.0.1', '--port', options.port ?? '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ]);
    const stop = async () => {
      await endServer(child);
      await remove();
    };
    const find = (/** @type {string} */ words) => processesOf(child, words);
    return { url: addressOf(port, token, options), stop, log, find };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * @param {number} port @param {string} token @param {ServeOptions} options
 */
function addressOf(port, token, options) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  // Not `--default-folder`: that gives the folder another authority than the files found in it.
  if (options.folder)
    url.search = `folder=${encodeURI(options.folder).replace(/[#&+?]/g, encodeURIComponent)}`;
  url.search += `&tkn=${token}`;
  if (options.development) {
    const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${file}`;
    const payload = [
      ['skipWelcome', 'true'],
      ['extensionDevelopmentPath', remote(options.development)],
      ...(options.tests ? [['extensionTestsPath', remote(options.tests)]] : []),
    ];
    url.search += `&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  }
  return url.href;
}

/**
 * Makes an unpacked extension look installed: VS Code takes what it finds in a new folder.
 * @param {string} extension @param {string} extensions
 */
async function link(extension, extensions) {
  const { publisher, name, version } = await manifestOf(extension);
  await symlink(extension, path.join(extensions, `${publisher}.${name}-${version}`));
}

/** A folder that holds only some of what VS Code brings. @param {import('./install.mjs').Installed} installed @param {string} home */
async function linkBuiltins(installed, home) {
  const folder = path.join(home, 'builtins');
  const all = path.resolve(path.dirname(installed.server), '../extensions');
  await mkdir(folder);
  for (const name of builtins) await symlink(path.join(all, name), path.join(folder, name));
  return folder;
}

/** @param {string} extension @returns {Promise<{ publisher: string, name: string, version: string }>} */
async function manifestOf(extension) {
  return JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8'));
}
