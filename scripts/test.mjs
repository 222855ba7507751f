/*
 * `npm test`: everything that must hold, one step after another, each step run to its end although one
 * before it failed. It closes with a plain line, `N passed, N failed`, which adds up the tests of all suites
 * and counts each of the other steps as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not the URL's path: in that, a space in a folder's name is another one.
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = process.execPath;
/** How long a step may take; the longest takes some eight. */
const minutes = 30;
const vscodeResult = join(root, 'test-results', 'vscode.json');

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Each step: its name, its command, and how many tests passed and failed by its output; one or none by default. */
const steps = [
  { name: 'build', command: [node, 'scripts/build.mjs'] },
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'lint', command: [bin('eslint'), '.'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: [bin('knip')] },
  { name: 'expressions', command: [node, 'scripts/lint-patterns.mjs'] },
  { name: 'unit tests', command: ['npm', 'run', '--silent', 'test:unit'], count: countMocha },
  // What measures processor time or moves the clock has a process of its own.
  { name: 'tests of time', command: ['npm', 'run', '--silent', 'test:time'], count: countMocha },
  { name: 'tests in Neovim', command: [node, 'test/editors/neovim.mjs'], count: countLine },
  { name: 'package', command: [node, 'scripts/package.mjs'], makes: join(root, `${name}-${version}.vsix`) },
  // Once for a clone; it takes longer than a minute, and tests nothing.
  { name: 'VS Code from npm', command: [node, 'scripts/vscode/install.mjs'] },
  // `npm run test:vscode` opens every page in the oldest VS Code and the newest, this each in one of them.
  {
    name: 'tests in VS Code',
    command: [node, 'scripts/test-vscode.mjs'],
    count: countVscode,
    env: { WINDOWS: 'one' },
  },
];

rmSync(vscodeResult, { force: true });
const only = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
const failures = [];
/** Seconds by step. @type {Record<string, number>} */
const times = {};
for (const step of steps) {
  if (only.length > 0 && !only.includes(step.name)) continue;
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const { code, output } = await run(step.command, step.env);
  const counted = step.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A suite that ended badly without a failed test has failed all the same.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  // What has just been packed is not packed again to be tested.
  if (step.makes && counted.failed === 0) process.env.CRITICAL_FRIEND_VSIX = step.makes;
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  if (counted.failed > 0) failures.push({ name: step.name, excerpt: excerptOf(output) });
  const seconds = Math.round((Date.now() - started) / 1000);
  times[step.name] = seconds;
  console.log(`== ${step.name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
}
mkdirSync(join(root, 'test-results'), { recursive: true });
writeFileSync(join(root, 'test-results', 'times.json'), `${JSON.stringify(times, undefined, 2)}\n`);
// Also at the end, where a long log is looked at.
for (const { name, excerpt } of failures) console.log(`\n== What failed in ${name}\n${excerpt}`);
if (failures.length > 0) {
  const names = failures.map(({ name }) => name);
  console.log(`\nFailed: ${names.join(', ')}. Run one again with: npm test -- "${names[0]}"`);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** Runs a command in the root, showing its output as it comes. One that hangs is ended, with what it has started. */
function run([command, ...args], env = {}) {
  return new Promise((resolve) => {
    const isUnix = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: isUnix,
    });
    let output = '';
    const end = () => (isUnix && child.pid ? process.kill(-child.pid, 'SIGKILL') : child.kill());
    const limit = setTimeout(() => {
      console.log(`\n${command} has run for ${minutes} minutes and is ended. Something in it hangs.`);
      end();
    }, minutes * 60_000);
    // A group of its own does not hear of Ctrl+C.
    const stop = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}. Run "npm ci" first.`);
      resolve({ code: 1, output });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** From where a suite lists its failures, or else the last lines, without more than fits a few screens. */
function excerptOf(output) {
  const lines = output.trimEnd().split('\n');
  const from = lines.findIndex((line) => /^ *\d+ failing$|^Failed in VS Code:$/.test(line));
  return (from < 0 ? lines.slice(-30) : lines.slice(from, from + 120)).join('\n');
}

/** The figures that mocha closes with; undefined when it did not get that far. */
function countMocha(output) {
  const passed = /(\d+) passing/.exec(output);
  return passed && { passed: Number(passed[1]), failed: Number(/(\d+) failing/.exec(output)?.[1] ?? 0) };
}

/** The figures of a line `N passed, N failed`. */
function countLine(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return passed && { passed: Number(passed), failed: Number(failed) };
}

/** The figures that the runs in VS Code leave behind. */
function countVscode() {
  if (!existsSync(vscodeResult)) return undefined;
  const { passed, failed } = JSON.parse(readFileSync(vscodeResult, 'utf8'));
  return { passed, failed };
}
