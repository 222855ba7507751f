/*
 * Writing that is cut short: the command line is killed before each of its steps and in the middle of a file, finds no
 * room, or a folder that takes nothing. Whatever happens, each file holds all that it held or all that it should hold.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { isDeep } from '../support/depth';
import { Folder } from '../support/serverFolder';

const root = path.join(__dirname, '../..');

/** Kills the process before its nth step on the disk; a file that is just being written has half of its content then. */
const killed = `
const fs = require('node:fs/promises');
let left = Number(process.env.KILL_AT);
const step = () => --left === 0 && process.kill(process.pid, 'SIGKILL');
for (const name of ['chmod', 'chown', 'copyFile', 'link', 'mkdir', 'rename', 'rm', 'rmdir']) {
  const real = fs[name];
  fs[name] = async (...words) => { step(); return real(...words); };
}
const sync = require('node:fs');
const { renameSync } = sync;
sync.renameSync = (...words) => { step(); return renameSync(...words); };
const half = async (write, content) => {
  if (left === 1) await write(content.slice(0, content.length / 2));
  step();
  return write(content);
};
const { open, writeFile } = fs;
fs.writeFile = (file, content, options) => half((part) => writeFile(file, part, options), content);
fs.open = async (...words) => {
  // What is opened by the flags of a reader is no step.
  if (typeof words[1] === 'number') return open(...words);
  step();
  const handle = await open(...words);
  const write = handle.writeFile.bind(handle);
  handle.writeFile = (content) => half(write, content);
  const truncate = handle.truncate.bind(handle);
  handle.truncate = async (length) => { step(); return truncate(length); };
  return handle;
};
`;

/** As on Windows, where nobody may move a file over one that a program such as Word holds open. */
const locked = `
const fs = require('node:fs');
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (!to.endsWith(process.env.LOCKED)) return renameSync(from, to);
  throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY', syscall: 'rename', path: from, dest: to });
};
`;

const cover = '---\ntitle: A review\nstandards: ./own.standards.md\n---\n\n# Introduction\n\nWe came.\n';
const findings = Array.from({ length: 50 }, (_, i) => `- Family ${i} told us so. [std1.1]\n`).join('');
const document = `# Outcomes [theme 1]\n\n## Strengths\n\n${findings}`;
const catalogue = (id: string, more: string): string =>
  `---\nid: ${id}\n${more}---\n\n# Theme 1: Outcomes\n\n## Element 1: Home\n\n### Standards\n\n- 1.1 Children are safe\n`;
const files = {
  'own.standards.md': catalogue('own', ''),
  'next.standards.md': catalogue('next', 'replaces: own\n').replace(
    '- 1.1 Children are safe',
    '- 1.2 Children are safe (formerly 1.1)',
  ),
  'r/cover.review.md': cover.replace('./own', '../own'),
  'r/one.review.md': document,
};

/** What writes, what stands in the folder before and is to give way, and whether it is killed: one for each way of writing. */
const commands: readonly { line: string; old: Readonly<Record<string, string>>; kill?: boolean }[] = [
  { line: 'report r -o out.md', old: { 'out.md': 'the old report' }, kill: true },
  { line: 'report r -o out.docx', old: { 'out.docx': 'the old report' } },
  { line: 'report r -o out.csv', old: { 'out-findings.csv': 'old', 'out-evidence.csv': 'old' } },
  { line: 'check r --fix', old: {}, kill: true },
  { line: 'check r --format sarif --output-file out.sarif', old: { 'out.sarif': 'old' } },
  { line: 'standards export own.standards.md -o out.xlsx --force', old: { 'out.xlsx': 'old' } },
  { line: 'standards migrate r --to next.standards.md', old: {}, kill: true },
  { line: 'init new --title T --standards ./own.standards.md', old: {}, kill: true },
];

describe('writing that is cut short', function () {
  this.timeout(600_000);
  let program: Folder;
  let desks: Folder[] = [];

  before(async () => {
    program = new Folder({
      'package.json': '{"version": "1.2.3"}',
      'killed.cjs': killed,
      'locked.cjs': locked,
    });
    await build({
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      loader: { '.md': 'text' },
      entryPoints: ['cli/src/main.ts'],
      outfile: path.join(program.path, 'dist/cli.js'),
    });
    // Also for somebody else than who runs the tests.
    chmodSync(program.path, 0o755);
  });
  after(() => {
    program.remove();
  });
  afterEach(() => {
    for (const desk of desks) desk.remove();
    desks = [];
  });

  const deskOf = (old: Readonly<Record<string, string>>): Folder => {
    const desk = new Folder({ ...files, ...old });
    desks.push(desk);
    return desk;
  };
  const bundle = (): string => path.join(program.path, 'dist/cli.js');
  const run = (
    desk: Folder,
    line: string,
    at = 0,
  ): { status: number | null; signal: string | null; err: string } => {
    const words = [...(at > 0 ? ['--require', path.join(program.path, 'killed.cjs')] : []), bundle()];
    const { status, signal, stderr } = spawnSync(process.execPath, [...words, ...line.split(' ')], {
      cwd: desk.path,
      env: { ...process.env, KILL_AT: String(at) },
      encoding: 'utf8',
    });
    return { status, signal, err: stderr };
  };
  /** Every file of a folder, but for those that are hidden and end in `.tmp`, which nobody takes for a report. */
  const contentsOf = (desk: Folder): Map<string, string> =>
    new Map(
      readdirSync(desk.path, { recursive: true, encoding: 'utf8' })
        .filter((name) => !/^\..*\.tmp$/.test(path.basename(name)))
        .filter((name) => statSync(path.join(desk.path, name)).isFile())
        .map((name) => [name, readFileSync(path.join(desk.path, name), 'latin1')]),
    );

  const hiddenIn = (desk: Folder): string[] =>
    readdirSync(desk.path, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.tmp'));

  for (const { line, old, kill = false } of commands) {
    const itIfKilled = kill ? it : () => undefined;
    itIfKilled(`killed at any step: ${line}`, () => {
      const whole = deskOf(old);
      const before = contentsOf(whole);
      assert.notEqual(run(whole, line).status, 2);
      const after = contentsOf(whole);
      assert.notDeepEqual(after, before);
      let kills = 0;
      // Each of the first steps and then one of three; the soak tries all of them.
      for (let at = 1; ; at += isDeep || at < 3 ? 1 : 3) {
        const desk = deskOf(old);
        const { signal, status } = run(desk, line, at);
        const now = contentsOf(desk);
        for (const [name, content] of now)
          assert.ok(
            [before.get(name), after.get(name)].includes(content),
            `${name} is neither old nor new at step ${at}`,
          );
        for (const name of before.keys()) assert.ok(now.has(name), `${name} is gone at step ${at}`);
        if (signal !== 'SIGKILL') {
          assert.notEqual(status, 2);
          assert.deepEqual(now, after);
          break;
        }
        kills++;
        // And the next attempt succeeds, and takes away what the one before has left.
        if (at === 3) {
          assert.notDeepEqual(hiddenIn(desk), []);
          run(desk, line);
          assert.deepEqual(contentsOf(desk), after);
          assert.deepEqual(hiddenIn(desk), []);
        }
      }
      assert.ok(kills >= 3, `${kills} kills`);
    });

    it(`without room on the disk: ${line}`, function () {
      if (process.platform === 'win32') this.skip();
      const desk = deskOf(old);
      const before = contentsOf(desk);
      // A block: nothing of what is to be written fits into it.
      const limited = `ulimit -f 0; exec "${process.execPath}" "${bundle()}" ${line}`;
      const { status, stderr } = spawnSync('bash', ['-c', limited], { cwd: desk.path, encoding: 'utf8' });
      assert.equal(status, 2, stderr);
      const name = Object.keys(old)[0] ?? (line.startsWith('init') ? 'new' : 'review.md');
      assert.ok(stderr.includes(name), stderr);
      assert.match(stderr, /there is no room for a file of this size/);
      assert.deepEqual(contentsOf(desk), before);
      assert.deepEqual(hiddenIn(desk), []);
    });

    it(`in a folder that takes nothing: ${line}`, function () {
      if (process.platform === 'win32') this.skip();
      const desk = deskOf(old);
      const before = contentsOf(desk);
      for (const name of before.keys()) chmodSync(path.join(desk.path, name), 0o666);
      for (const folder of ['r', '.']) chmodSync(path.join(desk.path, folder), 0o555);
      // Nothing is forbidden to who runs everything.
      const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const { status, stderr } = spawnSync(process.execPath, [bundle(), ...line.split(' ')], {
        cwd: desk.path,
        encoding: 'utf8',
        ...somebody,
      });
      for (const folder of ['.', 'r']) chmodSync(path.join(desk.path, folder), 0o755);
      assert.equal(status, 2, stderr);
      const name = Object.keys(old)[0] ?? (line.startsWith('init') ? 'new' : 'review.md');
      assert.ok(stderr.includes(name), stderr);
      assert.match(stderr, /you are not allowed to/);
      assert.deepEqual(contentsOf(desk), before);
    });
  }

  for (const { line, old } of commands.filter(({ old }) => Object.keys(old).length > 0)) {
    it(`while the old file is open in a program that locks it: ${line}`, () => {
      const desk = deskOf(old);
      const before = contentsOf(desk);
      // Of several the last, so that others have taken their places by then.
      const name = Object.keys(old).at(-1) ?? '';
      const words = ['--require', path.join(program.path, 'locked.cjs'), bundle(), ...line.split(' ')];
      const env = { ...process.env, LOCKED: name };
      const { status, stderr } = spawnSync(process.execPath, words, {
        cwd: desk.path,
        env,
        encoding: 'utf8',
      });
      assert.equal(status, 2, stderr);
      assert.ok(stderr.includes(name), stderr);
      assert.match(stderr, /another program/);
      assert.deepEqual(contentsOf(desk), before);
      assert.deepEqual(hiddenIn(desk), []);
    });
  }

  it('names the file of several for which there is no place, and none of them is changed', () => {
    const desk = deskOf({ 'out-findings.csv': 'old' });
    mkdirSync(path.join(desk.path, 'out-evidence.csv'));
    writeFileSync(path.join(desk.path, 'out-evidence.csv/kept'), '');
    const before = contentsOf(desk);
    assert.match(run(desk, 'report r -o out.csv').err, /out-evidence\.csv" is a folder/);
    assert.deepEqual(contentsOf(desk), before);
  });

  it('is whole after several have fixed the same folder at once', async () => {
    const desk = deskOf({});
    const runs = Array.from(
      { length: 4 },
      () =>
        new Promise<number | null>((resolve) => {
          spawn(process.execPath, [bundle(), 'check', 'r', '--fix'], { cwd: desk.path, stdio: 'ignore' }).on(
            'close',
            resolve,
          );
        }),
    );
    const codes = await Promise.all(runs);
    // Who comes second may find the file changed, and says so.
    for (const code of codes) assert.ok(code === 1 || code === 2 || code === 0, String(code));
    assert.equal(
      readFileSync(path.join(desk.path, 'r/one.review.md'), 'utf8'),
      document.replaceAll('[std1.1]', '[std 1.1]'),
    );
    assert.equal(readFileSync(path.join(desk.path, 'r/cover.review.md'), 'utf8'), files['r/cover.review.md']);
    assert.deepEqual(readdirSync(path.join(desk.path, 'r')).sort(), ['cover.review.md', 'one.review.md']);
  });
});
