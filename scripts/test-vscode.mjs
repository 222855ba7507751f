// Tests the built extension inside real VS Codes, and then as a person at a keyboard.
//
// It builds nothing of the product: `npm run build` comes first. It prints every host that it used, fails when it could use
// none, and leaves the totals in `test-results/vscode.json`. Words choose the browser tests whose file names contain one of
// them, and leave out the hosts. `npm run look` runs the browser tests only, and keeps pictures of each step; it fails
// nothing. The surprising fact: no desktop VS Code is needed, for npm carries a whole one.

import { spawn } from 'node:child_process';
import { access, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import Mocha from 'mocha';

import { findDesktops } from './vscode/desktop.mjs';
import { npmHosts, results, runInDesktop, runInNpmHost, screenshots } from './vscode/hosts.mjs';
import { root } from './vscode/install.mjs';
import { findChromium } from './vscode/page.mjs';
import { bundleSuite } from './vscode/suite.mjs';

/** @typedef {{ hosts: string[], passed: number, failed: number, seconds: Record<string, number> }} Total */
/** What failed, with where and why: printed again at the end, where a long log is looked at. @type {string[]} */
const failures = [];
const isLooking = process.env.LOOK !== undefined;

/**
 * Runs everything and writes the total.
 * @param {string[]} words What a file of the browser tests may be called; none means all of them and the hosts.
 * @param {(line: string) => void} [say]
 * @returns {Promise<Total>}
 */
export async function testInVsCode(words, say = console.log) {
  await requireBuild();
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  /** @type {Total} */
  const total = { hosts: [], passed: 0, failed: 0, seconds: {} };

  // One after the other: of three VS Codes that start at once on two cores, one has failed to start its extension host.
  if (words.length === 0 && !isLooking) await inHosts(total, say);
  await inBrowser(total, words, say);

  if (total.hosts.length === 0) {
    total.failed += 1;
    fail(say, 'all hosts', 'No VS Code could be used, so nothing was tested.');
  }
  await writeFile(path.join(results, 'vscode.json'), `${JSON.stringify(total, undefined, 2)}\n`);
  if (failures.length > 0) say(`Failed in VS Code:\n${failures.join('\n')}`);
  say(`Hosts used: ${total.hosts.join('; ') || 'none'}.`);
  say(`VS Code: ${total.passed} passed, ${total.failed} failed.`);
  return total;
}

/** The same suite in every extension host. @param {Total} total @param {(line: string) => void} say */
async function inHosts(total, say) {
  const bundles = await bundleSuite();
  const { desktops, reason } = await findDesktops(say);
  /** @type {{ name: string, run: () => ReturnType<typeof runInNpmHost> }[]} */
  const runs = desktops.map(({ executable, web }) => ({
    name: `desktop VS Code, ${web ? 'web worker' : 'Node'} host`,
    run: () => runInDesktop(executable, web, bundles),
  }));
  if (runs.length === 0) {
    say(`Using VS Code from npm, since ${reason}.`);
    for (const host of npmHosts) {
      const name = `VS Code from npm (${host.which}), ${host.web ? 'web worker' : 'Node'} host`;
      runs.push({ name, run: () => runInNpmHost(host, bundles, { say }) });
    }
  }
  const began = Date.now();
  for (const { name, run } of runs) {
    say(`\n${name}`);
    const started = Date.now();
    try {
      const { host, passed, failed } = await run();
      total.hosts.push(host);
      total.passed += passed;
      total.failed += failed.length;
      for (const { title, message } of failed) fail(say, `${title} (${host})`, message);
      say(`  ${host}: ${passed} passed, ${failed.length} failed (${seconds(started)})`);
    } catch (error) {
      total.failed += 1;
      fail(say, name, messageOf(error));
    }
  }
  total.seconds.hosts = Math.round((Date.now() - began) / 1000);
}

/** Tells of a failure, now and at the end. @param {(line: string) => void} say @param {string} title @param {string} message */
function fail(say, title, message) {
  const told = `  ✗ ${title}\n${indent(message)}`;
  failures.push(told);
  say(told);
}

/** The person at the keyboard. @param {Total} total @param {string[]} words @param {(line: string) => void} say */
async function inBrowser(total, words, say) {
  say('\nA person at VS Code in a browser');
  const started = Date.now();
  try {
    await findChromium();
    // Packing costs more than most files take.
    const vsix = process.env.CRITICAL_FRIEND_VSIX ?? (words.length === 0 ? await packaged(say) : undefined);
    if (vsix) process.env.CRITICAL_FRIEND_VSIX = vsix;
    // Two files at once: a window waits more than it works. Each of the two processes has a browser of its own.
    const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, reporter: 'base', parallel: true, jobs: 2 });
    const folder = path.join(root, 'test/vscode/browser');
    for (const name of (await readdir(folder)).sort()) {
      const isWanted = words.length === 0 || words.some((word) => name.includes(word));
      if (name.endsWith('.test.mjs') && isWanted) mocha.addFile(path.join(folder, name));
    }
    if (mocha.files.length === 0) throw new Error(`No file has ${words.join(' or ')} in its name.`);
    const before = total.passed;
    await new Promise((resolve) => {
      const runner = mocha.run(resolve);
      runner.on('pass', (test) => {
        total.passed += 1;
        say(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      });
      runner.on('pending', (test) => say(`  - ${test.fullTitle()}`));
      runner.on('fail', (test, error) => {
        total.failed += 1;
        fail(say, test.fullTitle(), messageOf(error));
      });
    });
    if (total.passed > before) total.hosts.push(`browser, ${vsix ? 'packaged and ' : ''}working folder`);
  } catch (error) {
    total.failed += 1;
    fail(say, 'the browser', messageOf(error));
  }
  total.seconds.browser = Math.round((Date.now() - started) / 1000);
  say(`  took ${seconds(started)}; pictures, if any, are in ${path.relative(root, screenshots)}`);
}

/**
 * The packaged extension, made now; undefined while the project cannot make one.
 * @param {(line: string) => void} say
 */
async function packaged(say) {
  const script = path.join(root, 'scripts/package.mjs');
  if (
    !(await access(script).then(
      () => true,
      () => false,
    ))
  ) {
    say('  (There is no scripts/package.mjs, so no packaged extension is tested.)');
    return undefined;
  }
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error('npm run package has failed.')),
    );
  });
  const found = [];
  for (const folder of [root, path.join(root, 'dist')]) {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.vsix')) continue;
      const file = path.join(folder, name);
      found.push({ file, time: (await stat(file)).mtimeMs });
    }
  }
  found.sort((a, b) => b.time - a.time);
  if (!found[0]) throw new Error('npm run package has left no .vsix.');
  return found[0].file;
}

async function requireBuild() {
  await access(path.join(root, 'dist/extension.js')).catch(() => {
    throw new Error('dist/extension.js is missing: run npm run build first.');
  });
}

/** What comes from another process is not an Error any more. @param {any} error */
const messageOf = (error) => error?.stack ?? error?.message ?? String(error);
/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
/** @param {number} started */
const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Ending by way of `exit` lets every server that is still running be stopped.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  try {
    const { failed } = await testInVsCode(process.argv.slice(2));
    process.exitCode = failed > 0 && !isLooking ? 1 : 0;
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
