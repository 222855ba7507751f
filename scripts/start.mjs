// The main job: builds the extension and opens the example review in a VS Code that has it.
//
// It uses the VS Code of this machine if there is one, else one from npm, served on localhost until
// Ctrl+C; it installs nothing into the former. The surprising fact: the served VS Code needs no
// browser of ours, because the extension lies in its folder and the address is all that is needed.

import { spawn, spawnSync } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';

import { install, root } from './vscode/install.mjs';
import { serve } from './vscode/serve.mjs';

const example = path.join(root, 'examples/aberwen');
/** Set by the smoke test: stop as soon as everything has answered. */
const once = process.env.CRITICAL_FRIEND_START_ONCE === '1';

/** What Ctrl+C does: until there is something to stop, it ends the program. @type {() => void} */
let interrupt = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupt());

if (run(['scripts/build.mjs']) !== 0) {
  console.error('The build has failed; see above.');
  process.exit(1);
}
console.log('\nWhat is wrong in the example, and what nobody has addressed:\n');
run(['dist/cli.js', 'check', 'examples/aberwen']);
console.log('');
run(['dist/cli.js', 'coverage', 'examples/aberwen']);
console.log('');

const desktop = await findDesktop();
try {
  await (desktop ? openDesktop(desktop) : openServed());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} command */
async function openDesktop(command) {
  console.log(`Opening the example in the VS Code of this machine: ${command}`);
  const args = [`--extensionDevelopmentPath=${root}`, example, '--new-window'];
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

async function openServed() {
  console.log('There is no VS Code on this machine, so one from npm is served on localhost.');
  const installed = await install('new');
  const served = await serve(installed, { folder: example, linked: root, port: '8400-8499' });
  try {
    console.log(`\nVS Code ${installed.vscode} shows the example with the extension at\n\n  ${served.url}\n`);
    if (once) return;
    console.log('Open the address in a browser. Ctrl+C stops the server.');
    await new Promise((resolve) => {
      interrupt = () => resolve(undefined);
    });
  } finally {
    await served.stop();
    console.log('\nStopped.');
  }
}

/** The VS Code of this machine: the one that is named, or the command `code`. */
async function findDesktop() {
  const named = process.env.CRITICAL_FRIEND_VSCODE;
  if (named) return named;
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const candidate = path.join(folder, `code${suffix}`);
    if (
      folder !== '' &&
      (await access(candidate).then(
        () => true,
        () => false,
      ))
    )
      return candidate;
  }
  return undefined;
}

/** Runs one of our own scripts, shows what it prints, and returns its exit code. @param {string[]} args */
function run(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status;
}
