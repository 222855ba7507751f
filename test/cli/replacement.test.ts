/*
 * A file that is replaced stays the file that it was: mode, owner, group, attributes, access lists and other names. One
 * that is read-only or a link is not replaced.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as sync from 'node:fs';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import * as path from 'node:path';
import { Desk } from '../support/serverCli';
import { Folder } from '../support/serverFolder';

const slip = '# Theme 1: Outcomes\n\n## Strengths\n\n- Told. [std1.1]\n';
const fixed = slip.replace('std1', 'std 1');
const cover = '---\ntitle: A review\nstandards: tiny\n---\n';
const review = { 'cover.review.md': cover, 'one.review.md': slip };
const isRoot = process.getuid?.() === 0;
/** Names in the title what a test needs and a system may lack. */
const onLinux = process.platform === 'linux' ? it : it.skip;
const asRoot = isRoot ? it : it.skip;
const onUnix = process.platform === 'win32' ? it.skip : it;

/** Runs a program of the system and gives what it prints. */
const ask = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

describe('a file that is replaced', () => {
  let desk: Desk;
  const at = (name: string): string => path.join(desk.folder.path, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  beforeEach(() => {
    desk = new Desk(review);
  });
  afterEach(() => {
    desk.folder.remove();
  });

  /** Replaces a document as someone else, in a process of their own, and gives the code of what went wrong. */
  const replaceAsMember = (): string => {
    const root = path.join(__dirname, '../..');
    const script = `
      require('tsx/cjs');
      const { replaceOne } = require(${JSON.stringify(path.join(root, 'cli/src/files/replacement.ts'))});
      process.setgid(65534);
      process.setuid(65534);
      replaceOne({ file: ${JSON.stringify(at('one.review.md'))}, content: 'new' }).catch(({ code }) => console.log(code));`;
    return execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  };

  /** Every way of replacing a document or a report, each with the file that it replaces. */
  const ways: readonly (readonly [line: string, name: string])[] = [
    ['check --fix', 'one.review.md'],
    ['check --format json --output-file out.json', 'out.json'],
    ['report -o out.md', 'out.md'],
    ['report -o out.csv', 'out-findings.csv'],
    ['standards export tiny -o out.csv --force', 'out.csv'],
    ['standards import table.csv -o own.standards.md --force', 'own.standards.md'],
    ['standards migrate . --to next.standards.md', 'one.review.md'],
  ];
  const prepare = (): void => {
    desk.folder.write('table.csv', 'Ref,Theme,Element,Standard\n1.1,Homes,Home life,Children are fed\n');
    desk.folder.write(
      'next.standards.md',
      '---\nid: next\nreplaces: tiny\n---\n\n# Theme 1: Outcomes\n\n## Element 1: Home\n\n### Standards\n\n- 1.9 People are safe and say so (formerly 1.1)\n',
    );
  };

  for (const [line, name] of ways) {
    const start = (): void => {
      prepare();
      desk.folder.write('cover.review.md', cover);
      if (sync.existsSync(at(name))) sync.rmSync(at(name));
      const old = name.endsWith('.review.md') ? (line === 'check --fix' ? slip : fixed) : 'the old one\n';
      desk.folder.write(name, old);
    };

    onUnix(`keeps its mode, with group write: ${line}`, async () => {
      start();
      for (const mode of [0o664, 0o600, 0o755]) {
        start();
        chmodSync(at(name), mode);
        const before = read(name);
        const { err } = await desk.run(line);
        assert.notEqual(read(name), before, err);
        assert.equal(statSync(at(name)).mode & 0o7777, mode);
      }
    });

    asRoot(`keeps its owner and group (needs root): ${line}`, async () => {
      start();
      chownSync(at(name), 65534, 12345);
      const before = read(name);
      await desk.run(line);
      assert.notEqual(read(name), before);
      assert.deepEqual([statSync(at(name)).uid, statSync(at(name)).gid], [65534, 12345]);
    });

    onLinux(`keeps its extended attributes and access list (needs Linux): ${line}`, async () => {
      start();
      ask('setfattr', '-n', 'user.case', '-v', 'ours', at(name));
      ask('setfacl', '-m', 'u:12345:rw', at(name));
      const [attributes, list] = [ask('getfattr', '-d', at(name)), ask('getfacl', at(name))];
      assert.match(attributes + list, /user\.case="ours"[^]*user:12345:rw-/);
      const before = read(name);
      await desk.run(line);
      assert.notEqual(read(name), before);
      assert.deepEqual([ask('getfattr', '-d', at(name)), ask('getfacl', at(name))], [attributes, list]);
    });

    it(`keeps its other names: ${line}`, async () => {
      start();
      mkdirSync(at('elsewhere'));
      linkSync(at(name), at('elsewhere/other'));
      const before = read(name);
      await desk.run(line);
      assert.notEqual(read(name), before);
      assert.equal(read('elsewhere/other'), read(name));
      assert.equal(statSync(at('elsewhere/other')).ino, statSync(at(name)).ino);
      assert.deepEqual(
        readdirSync(desk.folder.path).filter((each) => each.endsWith('.tmp')),
        [],
      );
    });

    it(`is refused by name when it is read-only, and replaced with --force: ${line}`, async () => {
      start();
      chmodSync(at(name), 0o444);
      const before = read(name);
      const isForced = line.includes('--force');
      if (!isForced) {
        const { code, err } = await desk.run(line);
        assert.equal(code, 2, err);
        assert.match(err, new RegExp(`${name.replaceAll('.', '\\.')}" is read-only[^]*add --force\\.`));
        assert.equal(read(name), before);
      }
      const { code, err } = await desk.run(isForced ? line : `${line} --force`);
      assert.notEqual(code, 2, err);
      assert.notEqual(read(name), before);
      assert.equal(statSync(at(name)).mode & 0o777, 0o444);
    });

    onUnix(`is not replaced through a link, which names the file itself: ${line}`, async () => {
      start();
      const target = at('secret');
      sync.writeFileSync(target, read(name));
      sync.rmSync(at(name));
      symlinkSync(target, at(name));
      const before = readFileSync(target, 'utf8');
      const { code, err } = await desk.run(line);
      assert.equal(code, 2, err);
      assert.match(
        err,
        new RegExp(`${name.replaceAll('.', '\\.')}" is a link, and links are never written through`),
      );
      assert.ok(err.includes(target), err);
      assert.equal(readFileSync(target, 'utf8'), before);
      assert.ok(sync.lstatSync(at(name)).isSymbolicLink());
    });

    onUnix(`is not replaced through a link out of the folder: ${line}`, async () => {
      start();
      const other = new Folder({ secret: read(name) });
      const target = path.join(other.path, 'secret');
      sync.rmSync(at(name));
      symlinkSync(target, at(name));
      const before = readFileSync(target, 'utf8');
      const { code, err } = await desk.run(line);
      assert.notEqual(code, 0, err);
      assert.equal(readFileSync(target, 'utf8'), before);
      assert.ok(sync.lstatSync(at(name)).isSymbolicLink());
      other.remove();
    });
  }

  onUnix('is not replaced through a link to nothing, and nothing is made there', async () => {
    for (const line of ['report -o out.md', 'check -f json --output-file out.md']) {
      symlinkSync('nowhere.md', at('out.md'));
      const { code, err } = await desk.run(line);
      assert.equal(code, 2);
      assert.match(err, /out\.md" is a link to nothing[^]*Remove the link, or choose another name\./);
      assert.ok(!sync.existsSync(at('nowhere.md')));
      sync.unlinkSync(at('out.md'));
    }
  });

  onUnix('is not made in a folder that a link inside the review leads to', async () => {
    const other = new Folder({ 'in/kept': '' });
    symlinkSync(other.path, at('out'));
    for (const name of ['out/report.md', 'out/in/report.md', 'out/new/report.md'])
      for (const line of [`report -o ${name}`, `check -f json --output-file ${name}`]) {
        const { code, err } = await desk.run(line);
        assert.equal(code, 2, line);
        assert.match(err, /is reached through the link "out", which leads out of its folder/);
        assert.ok(err.includes(path.join(other.path, path.relative('out', name))), err);
      }
    assert.deepEqual(readdirSync(other.path, { recursive: true }).sort(), ['in', 'in/kept']);
    other.remove();
  });

  onUnix(
    'is made where a link inside the review stays inside it, and below a folder that a person reaches by one',
    async () => {
      mkdirSync(at('reports'));
      symlinkSync('reports', at('out'));
      assert.equal((await desk.run('report -o out/report.md')).code, 0);
      assert.ok(sync.existsSync(at('reports/report.md')));
      const way = new Folder({});
      symlinkSync(desk.folder.path, path.join(way.path, 'team'));
      const given = path.join(way.path, 'team');
      assert.equal((await desk.runWords(['report', '-o', path.join(given, 'again.md'), given])).code, 0);
      assert.ok(sync.existsSync(at('again.md')));
      desk.folder.write('one.review.md', slip);
      await desk.runWords(['check', '--fix', given]);
      assert.equal(read('one.review.md'), fixed);
      assert.equal((await desk.runWords(['init', path.join(given, 'new'), '--title', 'T'])).code, 0);
      way.remove();
    },
  );

  it('is left alone by check --fix when it is fixed already under another name', async () => {
    linkSync(at('one.review.md'), at('two.review.md'));
    const { code, err } = await desk.run('check --fix');
    assert.doesNotMatch(err, /someone else/);
    assert.notEqual(code, 2);
    assert.deepEqual([read('one.review.md'), read('two.review.md')], [fixed, fixed]);
  });

  asRoot('is left alone by a member of its group where only owners may move files (needs root)', () => {
    chmodSync(desk.folder.path, 0o1777);
    chownSync(at('one.review.md'), 4321, 65534);
    chmodSync(at('one.review.md'), 0o660);
    assert.match(replaceAsMember(), /^EPERM/);
    assert.equal(read('one.review.md'), slip);
    assert.equal(statSync(at('one.review.md')).nlink, 1);
    assert.deepEqual(readdirSync(desk.folder.path).sort(), Object.keys(review).sort());
  });

  asRoot('is replaced by a member of its group, and stays its owner’s (needs root)', () => {
    chmodSync(desk.folder.path, 0o777);
    chownSync(at('one.review.md'), 4321, 65534);
    chmodSync(at('one.review.md'), 0o660);
    assert.equal(replaceAsMember(), '');
    const { uid, gid, mode } = statSync(at('one.review.md'));
    assert.deepEqual([read('one.review.md'), uid, gid, mode & 0o777], ['new', 4321, 65534, 0o660]);
  });
});
