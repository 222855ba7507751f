/*
 * Files that are made, all or none: nothing that exists is touched, and after a failure what was made goes, but not what
 * someone has changed since.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { NotMade, writeNew } from '../../cli/src/files/newFiles';
import { Folder } from '../support/serverFolder';

type Step = (...words: unknown[]) => unknown;
const promises = createRequire(__filename)('node:fs/promises') as Record<string, Step>;
const files = ['one', 'two', 'three'].map((name) => ({ path: name, text: `new ${name}` }));

describe('files that are made', () => {
  let folder: Folder;
  const { link, copyFile } = promises;
  beforeEach(() => {
    folder = new Folder({ mine: 'mine' });
  });
  afterEach(() => {
    Object.assign(promises, { link, copyFile });
    folder.remove();
  });
  const contents = (below: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(path.join(folder.path, below)).map((name) => [
        name,
        readFileSync(path.join(folder.path, below, name), 'utf8'),
      ]),
    );
  /** Has something happen when a file would get its name. */
  const when = (name: string, act: (to: string) => void): void => {
    for (const [step, real] of Object.entries({ link, copyFile }))
      promises[step] = (from, to, ...more) => {
        if (path.basename(String(to)) === name) act(String(to));
        return real?.(from, to, ...more);
      };
  };
  const refused = async (below: string): Promise<NotMade> => {
    try {
      await writeNew(path.join(folder.path, below), files);
    } catch (failure) {
      assert.ok(failure instanceof NotMade, String(failure));
      return failure;
    }
    throw new Error('All were made.');
  };
  const full = (): never => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };

  it('are there with nothing else, in a folder that is made too', async () => {
    await writeNew(path.join(folder.path, 'a/b'), files);
    assert.deepEqual(contents('a/b'), { one: 'new one', two: 'new two', three: 'new three' });
  });

  it('are there on a disk that has no second names too, and take no place', async () => {
    promises.link = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTSUP' }));
    await writeNew(path.join(folder.path, 'a'), files);
    assert.deepEqual(contents('a'), { one: 'new one', two: 'new two', three: 'new three' });
    const { file, reason, left } = await refused('a');
    assert.deepEqual([file, (reason as NodeJS.ErrnoException).code, left], ['one', 'EEXIST', []]);
    assert.deepEqual(contents('a'), { one: 'new one', two: 'new two', three: 'new three' });
  });

  it('are removed with their folder when one cannot be made', async () => {
    when('three', full);
    const { file, left } = await refused('a/b');
    assert.deepEqual([file, left], ['three', []]);
    assert.deepEqual(readdirSync(folder.path), ['mine']);
  });

  it('stay where someone has changed them since, and are named; their folder stays too', async () => {
    when('three', () => {
      writeFileSync(path.join(folder.path, 'a/two'), 'new two and theirs');
      full();
    });
    const { left } = await refused('a');
    assert.deepEqual(left, ['two']);
    assert.deepEqual(contents('a'), { two: 'new two and theirs' });
  });

  it('leave a folder that someone has put a file into', async () => {
    when('three', () => {
      writeFileSync(path.join(folder.path, 'a/theirs'), 'theirs');
      full();
    });
    assert.deepEqual((await refused('a')).left, []);
    assert.deepEqual(contents('a'), { theirs: 'theirs' });
  });

  it('do not replace one that appears at the last moment', async () => {
    when('two', (to) => {
      writeFileSync(to, 'theirs');
    });
    const { file, reason, left } = await refused('.');
    assert.deepEqual([file, (reason as NodeJS.ErrnoException).code, left], ['two', 'EEXIST', []]);
    assert.deepEqual(contents('.'), { mine: 'mine', two: 'theirs' });
  });
});
