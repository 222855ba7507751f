// The process of a VS Code server: started, awaited, and ended together with its helpers.
//
// It knows nothing of folders, settings or extensions. The server runs in a process group of its own:
// its extension hosts end with it, and Ctrl+C reaches only the program that started it.
// The surprising fact: should that program end in a hurry, the group is killed on its way out.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/** How long a server may take to answer, and how long to end by itself, in milliseconds. */
const patience = { start: 60_000, end: 5000 };

/**
 * Starts a server and waits until it answers.
 * @param {import('./install.mjs').Installed} installed @param {string[]} args
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, port: number, log: () => string }>}
 */
export async function startServer(installed, args) {
  const child = spawn(installed.node, [installed.server, ...args], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lastResort = () => signal(-Number(child.pid), 'SIGKILL');
  process.once('exit', lastResort);
  child.once('exit', () => process.off('exit', lastResort));
  let output = '';
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not answer in time')), patience.start);
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`it ended with code ${code}`)));
  });
  try {
    const port = await listening;
    const answer = await fetch(`http://127.0.0.1:${port}/version`);
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    return { child, port, log: () => output };
  } catch (error) {
    await endServer(child);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`VS Code ${installed.vscode} could not be served: ${reason}.\n${output.slice(-2000)}`, {
      cause: error,
    });
  }
}

/**
 * The processes of a server and its helpers whose command line holds some words, by their ids. It asks `ps`, which Windows
 * does not have.
 * @param {import('node:child_process').ChildProcess} child @param {string} words
 * @returns {Promise<number[]>}
 */
export async function processesOf(child, words) {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,pgid=,args=']);
  return stdout.split('\n').flatMap((row) => {
    const [, pid, group, command] = /^ *(\d+) +(\d+) (.*)$/.exec(row) ?? [];
    return Number(group) === child.pid && command?.includes(words) ? [Number(pid)] : [];
  });
}

/** Ends a server with all its helpers, and resolves when it is gone. @param {import('node:child_process').ChildProcess} child */
export async function endServer(child) {
  if (child.pid === undefined) return;
  const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
  signal(-child.pid, 'SIGTERM');
  const timer = setTimeout(() => signal(-Number(child.pid), 'SIGKILL'), patience.end);
  await ended;
  clearTimeout(timer);
  signal(-child.pid, 'SIGKILL');
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

/** The variables of an editor that we may have been started from would change the server. */
export function cleanEnvironment() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(entries);
}
