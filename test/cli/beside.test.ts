/*
 * Hidden files beside those that are written: what a killed process has left is finished or removed, and nothing else.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { nameBeside, nameOfOld, sweepBeside } from '../../cli/src/files/beside';
import { Folder } from '../support/serverFolder';

/** The number of a process that was killed. */
function killedProcess(): number {
  const { pid, signal } = spawnSync(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']);
  assert.ok(signal === 'SIGKILL' || process.platform === 'win32');
  return pid;
}

describe('what somebody who was killed leaves beside a file', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({});
  });
  afterEach(() => {
    folder.remove();
  });
  /** A name that a process would give. */
  const nameOf = (id: number, file = 'out.md'): string =>
    path.basename(nameBeside(path.join(folder.path, file))).replace(`-${process.pid}-`, `-${id}-`);
  const put = (name: string): void => {
    writeFileSync(path.join(folder.path, name), 'half');
  };
  const left = async (): Promise<string[]> => {
    await sweepBeside(folder.path);
    return readdirSync(folder.path).sort();
  };

  it('is taken away, whatever file it was to become', async () => {
    const id = killedProcess();
    for (const name of [nameOf(id), nameOf(id), nameOf(id, 'other.review.md'), nameOf(id, 'a\nb')]) put(name);
    assert.deepEqual(await left(), []);
  });

  it('stays as long as its process is there, also this one, and one of somebody else', async () => {
    const names = [nameOf(process.pid), nameOf(process.ppid), nameOf(1)].sort();
    names.forEach(put);
    assert.deepEqual(await left(), names);
  });

  it('stays where it is of another machine, and nothing with another name is touched', async () => {
    const name = nameOf(killedProcess());
    const names = [
      'out.md',
      '.out.md.0123456789ab.tmp',
      name.replace(/friend-.{8}/, 'friend-00000000'),
      name.slice(1),
      `${name}.md`,
      name.replace('.tmp', '.review.md'),
      name.replace('critical-friend', 'other'),
      name.replace(/-\d+-(?=[^-]*$)/, '--'),
    ].sort();
    assert.equal(new Set(names).size, 8);
    names.forEach(put);
    assert.deepEqual(await left(), names);
  });

  it('is nothing but a file', async () => {
    const name = nameOf(killedProcess());
    mkdirSync(path.join(folder.path, name));
    assert.deepEqual(await left(), [name]);
  });

  it('has a name that fits where the own one only just does', () => {
    const file = `${'€'.repeat(84)}.md`;
    assert.ok(Buffer.byteLength(file) === 255);
    assert.ok(Buffer.byteLength(nameOf(1, file)) <= 255);
    assert.ok(Buffer.byteLength(path.basename(nameOfOld(path.join(folder.path, file)))) <= 255);
  });

  describe('and is the old file, which was about to get its place again', () => {
    const at = (name: string): string => path.join(folder.path, name);
    /** The name that a killed process would have given the old file. */
    const nameOfOldOf = (id: number, file = 'a.review.md'): string =>
      path.basename(nameOfOld(at(file))).replace(`-${process.pid}-`, `-${id}-`);

    it('is finished: the old file has the new content, its place and its other names', async () => {
      for (const half of ['old', 'ne', 'new']) {
        const old = nameOfOldOf(killedProcess());
        writeFileSync(at(old), half);
        chmodSync(at(old), 0o600);
        linkSync(at(old), at('other'));
        writeFileSync(at('a.review.md'), 'new words');
        chmodSync(at('a.review.md'), 0o640);
        const { ino } = statSync(at(old));
        assert.deepEqual(await left(), ['a.review.md', 'other']);
        assert.equal(statSync(at('a.review.md')).ino, ino);
        if (process.platform !== 'win32') assert.equal(statSync(at('other')).mode & 0o777, 0o640);
        for (const name of ['a.review.md', 'other']) {
          assert.equal(readFileSync(at(name), 'utf8'), 'new words');
          await rm(at(name));
        }
      }
    });

    it('only loses its second name where it still has its place', async () => {
      writeFileSync(at('a.review.md'), 'old');
      linkSync(at('a.review.md'), at(nameOfOldOf(killedProcess())));
      assert.deepEqual(await left(), ['a.review.md']);
      assert.equal(readFileSync(at('a.review.md'), 'utf8'), 'old');
    });

    it('is left alone while its process runs, and where a folder has its place', async () => {
      const running = nameOfOldOf(process.ppid);
      writeFileSync(at('a.review.md'), 'new');
      writeFileSync(at(running), 'old');
      assert.deepEqual(await left(), [running, 'a.review.md'].sort());
      const other = nameOfOldOf(killedProcess(), 'b.review.md');
      mkdirSync(at('b.review.md'));
      writeFileSync(at(other), 'old');
      assert.deepEqual(await left(), [running, other, 'a.review.md', 'b.review.md'].sort());
    });

    it('is removed where its file has been deleted since', async () => {
      writeFileSync(at(nameOfOldOf(killedProcess())), 'old');
      assert.deepEqual(await left(), []);
    });
  });

  it('is no reason to fail where there is no folder', async () => {
    await assert.doesNotReject(sweepBeside(path.join(folder.path, 'none')));
  });
});
