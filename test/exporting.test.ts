/*
 * How the client writes the files of a report: all or none, whatever fails and whenever somebody calls it off, on a file
 * system that refuses one thing after the other.
 */
import assert from 'node:assert/strict';
import { filesAt, reportNameOf, withEnding } from '../client/src/files/exportedFiles';
import { nameOf } from '../client/src/files/fileNames';
import {
  adviceOn,
  NotReplaced,
  reasonOf,
  replaceFiles,
  whyNotWritten,
} from '../client/src/files/replaceFiles';
import type { NewFile } from '../client/src/files/writable';
import { Disk, directory, file, link, readOnly, uriOf, type Uri } from './support/disk';

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const wanted = (...names: string[]): NewFile[] =>
  names.map((name) => ({ uri: uriOf(name), bytes: bytesOf(`new ${name}`) }));
const never = (): boolean => false;
const noFolder = (): undefined => undefined;

describe('the files of a report', () => {
  it('take the place of old ones and leave nothing else', async () => {
    for (const names of [['a.csv'], ['a.csv', 'b.csv', 'c.csv']]) {
      const disk = new Disk({ 'a.csv': 'old a', 'c.csv': 'old c', 'other.md': 'other' });
      assert.equal(await replaceFiles(disk, wanted(...names), never, noFolder), true);
      const made = Object.fromEntries(names.map((name) => [name, `new ${name}`]));
      assert.deepEqual(disk.names, { 'a.csv': 'old a', 'c.csv': 'old c', 'other.md': 'other', ...made });
    }
  });

  it('are the files that they were, with their owners and other names', async () => {
    for (const names of [['a.csv'], ['a.csv', 'b.csv', 'c.csv']]) {
      const disk = new Disk({ 'a.csv': 'old a', 'c.csv': 'old c' });
      const before = [disk.idOf('a.csv'), disk.idOf('c.csv')];
      assert.equal(await replaceFiles(disk, wanted(...names), never, noFolder), true);
      assert.deepEqual([disk.idOf('a.csv'), disk.idOf('c.csv')], before);
    }
  });

  it('are all as they were when one cannot be written, whichever it is and at whatever step', async () => {
    for (const names of [['a.csv'], ['a.csv', 'b.csv', 'c.csv']]) {
      const before = { 'a.csv': 'old a', 'c.csv': 'old c' };
      const whole = new Disk(before);
      await replaceFiles(whole, wanted(...names), never, noFolder);
      let failures = 0;
      for (let failing = 1; failing <= whole.steps; failing++) {
        const disk = new Disk(before);
        disk.failing = failing;
        const ids = [disk.idOf('a.csv'), disk.idOf('c.csv')];
        const failure: unknown = await replaceFiles(disk, wanted(...names), never, noFolder).catch(
          (each: unknown) => each,
        );
        // Keeping an old file may fail: then the new one cannot take its place either.
        assert.ok(failure instanceof NotReplaced, `step ${failing}`);
        assert.ok(names.includes(nameOf(failure.uri)));
        assert.deepEqual(disk.names, before, `step ${failing}`);
        assert.deepEqual([disk.idOf('a.csv'), disk.idOf('c.csv')], ids, `step ${failing}`);
        failures++;
      }
      assert.equal(failures, whole.steps);
    }
  });

  it('are all as they were when somebody calls it off', async () => {
    const before = { 'a.csv': 'old a' };
    for (let asked = 1; asked <= 3; asked++) {
      const disk = new Disk(before);
      let count = 0;
      assert.equal(
        await replaceFiles(disk, wanted('a.csv', 'b.csv'), () => ++count === asked, noFolder),
        false,
      );
      assert.deepEqual(disk.names, before);
    }
  });

  it('keep what someone else saves into one of them in the meantime', async () => {
    // What was saved before the third call was read, and is what the person has agreed to replace.
    let tried = 0;
    for (let nth = 4; ; nth++) {
      const disk = new Disk({ 'a.csv': 'old' });
      let left = nth;
      const before = tried;
      disk.before = (isOverwriting) => {
        // The editor cannot look and write at once: between the two, a save is not tried.
        if (--left !== 0 || isOverwriting) return;
        tried++;
        const found = disk.entries.get(uriOf('a.csv').toString());
        if (found) found.text += ' and theirs';
      };
      await replaceFiles(disk, wanted('a.csv'), never, noFolder).catch((failure: unknown) => {
        assert.ok(failure instanceof NotReplaced, String(failure));
        assert.equal(reasonOf(failure), 'it was changed by someone else in the meantime');
      });
      if (left > 0) break;
      if (tried === before) continue;
      assert.match(disk.names['a.csv'] ?? '', /and theirs$/, `call ${nth}`);
      assert.deepEqual(Object.keys(disk.names), ['a.csv']);
    }
    assert.ok(tried >= 5, `${tried} calls`);
  });

  it('keep what someone else saves into one of them before another fails', async () => {
    const disk = new Disk({ 'a.csv': 'old a', 'c.csv': 'old c' });
    const rename = disk.rename.bind(disk);
    disk.rename = (from, to, how) => {
      if (nameOf(to) !== 'b.csv') return rename(from, to, how);
      disk.put('a.csv', 'new a.csv and theirs');
      return Promise.reject(new Error('EBUSY'));
    };
    await assert.rejects(replaceFiles(disk, wanted('a.csv', 'b.csv', 'c.csv'), never, noFolder), NotReplaced);
    assert.deepEqual(disk.names, { 'a.csv': 'new a.csv and theirs', 'c.csv': 'old c' });
  });

  it('leave the old content under a name that is told, where it cannot be put back', async () => {
    const disk = new Disk({ 'a.csv': 'old a' });
    const write = disk.writeFile.bind(disk);
    disk.writeFile = async (uri, bytes) => {
      if (nameOf(uri) !== 'a.csv') return write(uri, bytes);
      await write(uri, bytes.slice(0, 3));
      throw new Error('EIO');
    };
    const failure: unknown = await replaceFiles(disk, wanted('a.csv'), never, noFolder).catch(
      (each: unknown) => each,
    );
    assert.ok(failure instanceof NotReplaced);
    const [rescued] = failure.rescued.map(nameOf);
    assert.ok(rescued !== undefined);
    assert.equal(disk.names[rescued], 'old a');
    assert.equal(
      whyNotWritten(failure),
      `“a.csv” could not be written. What was there before could not be put back, and is in “${rescued}” in the same folder.`,
    );
  });

  it('are not written where one is a link, read-only, or in a folder that is a link', async () => {
    const because = async (disk: Disk, name: string, base?: Uri): Promise<string | undefined> => {
      const before = disk.names;
      const failure: unknown = await replaceFiles(disk, wanted('b.csv', name), never, () => base).catch(
        (each: unknown) => each,
      );
      assert.ok(failure instanceof NotReplaced);
      assert.equal(failure.uri.toString(), uriOf(name).toString());
      assert.deepEqual(disk.names, before);
      return reasonOf(failure);
    };
    const disk = new Disk({ 'b.csv': 'old b' });
    disk.put('linked.csv', 'secret', file | link);
    disk.put('lost.csv', '', link);
    disk.put('locked.csv', 'old', file, readOnly);
    disk.put('way', '', directory | link);
    for (const name of ['linked.csv', 'lost.csv'])
      assert.equal(await because(disk, name), 'it is a link, and links are never written through');
    assert.equal(await because(disk, 'locked.csv'), 'it is read-only');
    for (const name of ['way/a.csv', 'way/below/a.csv'])
      assert.equal(
        await because(disk, name, uriOf('')),
        'the folder “way” on the way to it is a link, and links are never written through',
      );
  });

  it('are written below a link that leads to the opened folder itself', async () => {
    const disk = new Disk();
    disk.put('way', '', directory | link);
    assert.equal(await replaceFiles(disk, wanted('way/a.csv'), never, () => uriOf('way')), true);
    assert.equal(disk.names['way/a.csv'], 'new way/a.csv');
  });

  it('were not written for a reason that people understand, or for none that is said', () => {
    const because = (reason: unknown): string | undefined => reasonOf(new NotReplaced(uriOf('a.md'), reason));
    assert.equal(
      because(Object.assign(new Error('x'), { code: 'NoPermissions' })),
      'it is read-only, or you are not allowed to write there',
    );
    assert.equal(
      because(new Error("Error: ENOENT: no such file or directory, open '/a'")),
      'there is no such folder',
    );
    assert.equal(because(new Error('ENOSPC: no space left on device')), 'there is no room left');
    assert.equal(because(new Error('Something else')), undefined);
    assert.equal(because('no error at all'), undefined);
  });

  it('come with advice that fits the reason', () => {
    const advice = (reason: unknown): string => adviceOn(new NotReplaced(uriOf('a.md'), reason));
    for (const full of ['Error: ENOSPC: no space left on device, write', 'EDQUOT: quota exceeded'])
      assert.match(advice(new Error(full)), /^Make room on the disk, or export to another folder\.$/);
    for (const other of [new Error('EBUSY: resource busy'), new Error('x'), 'no error at all'])
      assert.match(advice(other), /^Close the file where it is open/);
  });

  it('are named after the review, as any system allows', () => {
    for (const [title, name] of [
      ["Children's services peer review", 'childrens-services-peer-review-report'],
      ['Adolygiad o’r Gwasanaethau: Tŷ Mawr', 'adolygiad-or-gwasanaethau-tŷ-mawr-report'],
      ['  a/b\\c:*?"<>| ', 'a-b-c-report'],
      ['../../etc', 'etc-report'],
      ['…', 'report'],
      ['x'.repeat(300), `${'x'.repeat(60)}-report`],
    ] as const)
      assert.equal(reportNameOf(title), name);
  });

  it('go where one was chosen, or beside each other under its name', () => {
    const named = (target: string, ...names: (string | undefined)[]): string[] =>
      filesAt(
        uriOf(target),
        names.map((name) => ({ text: '', ...(name !== undefined && { name }) })),
      ).map(({ uri }) => nameOf(uri));
    assert.deepEqual(named('our report.docx', undefined), ['our report.docx']);
    assert.deepEqual(named('our.report.csv', 'findings', 'coverage'), [
      'our.report-findings.csv',
      'our.report-coverage.csv',
    ]);
  });

  it('have the ending of their format where none was written, which may make a document of a name', () => {
    const named = (name: string): string => nameOf(withEnding(uriOf(name), { format: 'md' }));
    for (const [name, expected] of [
      ['report', 'report.md'],
      ['report.', 'report.md'],
      ['report.txt', 'report.txt'],
      ['.hidden', '.hidden.md'],
      ['theme-1.review', 'theme-1.review.md'],
      ['our.standards', 'our.standards.md'],
    ] as const)
      assert.equal(named(name), expected);
  });

  it('hold what was sent, text or bytes', () => {
    const [text, bytes] = filesAt(uriOf('a'), [{ text: 'tŷ' }, { base64: 'AP+A' }]);
    assert.deepEqual([...(text?.bytes ?? [])], [0x74, 0xc5, 0xb7]);
    assert.deepEqual([...(bytes?.bytes ?? [])], [0, 255, 128]);
  });
});
