/*
 * How the client makes the files of a new review: all or none, over nothing that is there, and how it removes them again
 * without a word of anyone else.
 */
import assert from 'node:assert/strict';
import { createFiles, NotCreated, removeUnchanged } from '../client/src/files/createFiles';
import { nameOf } from '../client/src/files/fileNames';
import { reasonOf } from '../client/src/files/replaceFiles';
import type { NewFile } from '../client/src/files/writable';
import { Disk, directory, file, link, uriOf } from './support/disk';

const names = ['cover.review.md', 'theme-1.review.md', 'theme-2.review.md'];
const newFile = (name: string): NewFile => ({
  uri: uriOf(name),
  bytes: new TextEncoder().encode(`new ${name}`),
});
const wanted = names.map(newFile);
const made = Object.fromEntries(names.map((name) => [name, `new ${name}`]));

async function refused(disk: Disk, files = wanted): Promise<NotCreated> {
  const failure: unknown = await createFiles(disk, files, uriOf('')).catch((each: unknown) => each);
  assert.ok(failure instanceof NotCreated, String(failure));
  return failure;
}

describe('the files of a new review', () => {
  it('are there with nothing else', async () => {
    const disk = new Disk({ mine: 'mine' });
    await createFiles(disk, wanted, uriOf(''));
    assert.deepEqual(disk.names, { ...made, mine: 'mine' });
  });

  it('are all gone again when one cannot be made, at whatever step', async () => {
    const whole = new Disk();
    await createFiles(whole, wanted, uriOf(''));
    for (let failing = 1; failing <= whole.steps; failing++) {
      const disk = new Disk({ mine: 'mine' });
      disk.failing = failing;
      const { left, reason, isTaken } = await refused(disk);
      assert.deepEqual([left, reasonOf({ reason }), isTaken], [[], 'there is no room left', false]);
      assert.deepEqual(disk.names, { mine: 'mine' }, `step ${failing}`);
    }
  });

  it('take no place: one that is there stays, and so does one that appears at any moment', async () => {
    for (const name of names) {
      const disk = new Disk({ [name]: 'theirs' });
      const failure = await refused(disk);
      assert.deepEqual([nameOf(failure.uri), failure.isTaken], [name, true]);
      assert.deepEqual(disk.names, { [name]: 'theirs' });
    }
    for (let nth = 1; ; nth++) {
      const disk = new Disk();
      let left = nth;
      // Unless ours is there already, which they would have seen.
      disk.before = () => {
        if (--left === 0 && disk.idOf('theme-1.review.md') === undefined)
          disk.put('theme-1.review.md', 'theirs');
      };
      await createFiles(disk, wanted, uriOf('')).catch((failure: unknown) => {
        assert.ok(failure instanceof NotCreated);
        assert.deepEqual(disk.names, { 'theme-1.review.md': 'theirs' }, `call ${nth}`);
      });
      if (left > 0) break;
    }
  });

  it('are read after they were moved, where a file system moves over what is there', async () => {
    const disk = new Disk();
    const rename = disk.rename.bind(disk);
    // The look comes too early, and then the one who comes last wins.
    disk.rename = async (from, to) => {
      await rename(from, to, { overwrite: true });
      if (nameOf(to) === 'theme-2.review.md') disk.put('theme-2.review.md', 'theirs');
    };
    const { left, reason } = await refused(disk);
    assert.equal(reasonOf({ reason }), 'someone else has written there at the same moment');
    assert.deepEqual(left.map(nameOf), ['theme-2.review.md']);
    assert.deepEqual(disk.names, { 'theme-2.review.md': 'theirs' });
  });

  it('stay where someone has changed them before another failed, and are named', async () => {
    const disk = new Disk();
    const rename = disk.rename.bind(disk);
    disk.rename = (from, to, how) => {
      if (nameOf(to) !== 'theme-2.review.md') return rename(from, to, how);
      disk.put('theme-1.review.md', 'new theme-1.review.md and theirs');
      return Promise.reject(new Error('EBUSY'));
    };
    const { left } = await refused(disk);
    assert.deepEqual(left.map(nameOf), ['theme-1.review.md']);
    assert.deepEqual(disk.names, { 'theme-1.review.md': 'new theme-1.review.md and theirs' });
  });

  it('are not made through a link, of a file or of a folder on the way', async () => {
    const disk = new Disk();
    disk.put('theme-1.review.md', '', link);
    disk.put('way', '', directory | link);
    disk.put('way/note', 'theirs', file);
    const before = disk.names;
    assert.equal((await refused(disk)).isTaken, true);
    const { reason } = await refused(disk, [newFile('way/cover.review.md')]);
    assert.match(reasonOf({ reason }) ?? '', /^the folder “way” on the way to it is a link/);
    assert.deepEqual(disk.names, before);
  });
});

describe('removing what was created', () => {
  it('closes the editors of a file before it gets another name, and those of no other file', async () => {
    const disk = new Disk(made);
    const [first] = wanted;
    if (!first) throw new Error('There is none.');
    const closed: string[] = [];
    const close = (uri: NewFile['uri']): Promise<void> => {
      closed.push(nameOf(uri));
      assert.ok(disk.idOf(nameOf(uri)) !== undefined, 'it is still there');
      return Promise.resolve();
    };
    assert.equal(await removeUnchanged(disk, first, close), true);
    disk.put('theme-1.review.md', 'theirs');
    assert.equal(await removeUnchanged(disk, newFile('theme-1.review.md'), close), false);
    assert.deepEqual(closed, ['cover.review.md']);
  });

  it('removes a file that is as it was created, or gone', async () => {
    const disk = new Disk(made);
    for (const each of wanted) assert.equal(await removeUnchanged(disk, each), true);
    for (const each of wanted) assert.equal(await removeUnchanged(disk, each), true);
    assert.deepEqual(disk.names, {});
  });

  it('keeps a file that someone has changed, whenever that is', async () => {
    const name = 'theme-1.review.md';
    let kept = 0;
    for (let nth = 1; ; nth++) {
      const disk = new Disk(made);
      let left = nth;
      disk.before = () => {
        // A program that has the file open writes into it, whatever its name is by now.
        if (--left !== 0) return;
        for (const entry of disk.entries.values())
          if (entry.text === `new ${name}`) entry.text += ' and theirs';
      };
      const isRemoved = await removeUnchanged(disk, newFile(name));
      if (left > 0) break;
      // The last call is the removal itself, after the last look.
      if (isRemoved) continue;
      kept++;
      assert.equal(disk.names[name], `new ${name} and theirs`, `call ${nth}`);
    }
    assert.ok(kept >= 4, `${kept} calls`);
  });
});
