/*
 * How the client writes the files of a report: all or none, whatever fails and whenever somebody calls it off, on a file
 * system that refuses one thing after the other.
 */
import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { filesAt, reportNameOf, withEnding } from '../client/src/exportedFiles';
import { nameOf } from '../client/src/fileNames';
import {
  adviceOn,
  NotReplaced,
  reasonOf,
  replaceFiles,
  type Files,
  type NewFile,
} from '../client/src/replaceFiles';

type Uri = NewFile['uri'];
const folder = 'file:///team';
/** The editor's own URIs are made by the package that stands in for them here. */
function uriOf(name: string): Uri {
  const uri: unknown = URI.parse(`${folder}/${name}`);
  return uri as Uri;
}
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A folder in memory, in which the step of a number fails. */
class Disk implements Files {
  readonly files = new Map<string, string>();
  steps = 0;
  /** Counted from one. */
  failing = Number.POSITIVE_INFINITY;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, words] of Object.entries(files)) this.files.set(uriOf(name).toString(), words);
  }

  get names(): Record<string, string> {
    return Object.fromEntries(
      [...this.files].map(([uri, words]): [string, string] => [uri.slice(folder.length + 1), words]).sort(),
    );
  }

  writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
    return this.step(() => void this.files.set(uri.toString(), new TextDecoder().decode(bytes)));
  }

  rename(from: Uri, to: Uri, { overwrite = false }: { overwrite?: boolean } = {}): Promise<void> {
    const words = this.files.get(from.toString());
    if (words === undefined) return Promise.reject(new Error('There is no such file'));
    if (!overwrite && this.files.has(to.toString())) return Promise.reject(new Error('It is there'));
    return this.step(() => {
      this.files.delete(from.toString());
      this.files.set(to.toString(), words);
    });
  }

  /** What is only cleaning up does not fail here. */
  delete(uri: Uri): Promise<void> {
    return this.files.delete(uri.toString())
      ? Promise.resolve()
      : Promise.reject(new Error('It is not there'));
  }

  private step(act: () => void): Promise<void> {
    if (++this.steps === this.failing) return Promise.reject(new Error('The disk is full'));
    act();
    return Promise.resolve();
  }
}

const wanted = (...names: string[]): NewFile[] =>
  names.map((name) => ({ uri: uriOf(name), bytes: bytesOf(`new ${name}`) }));
const never = (): boolean => false;

describe('the files of a report', () => {
  it('take the place of old ones and leave nothing else', async () => {
    for (const names of [['a.csv'], ['a.csv', 'b.csv', 'c.csv']]) {
      const disk = new Disk({ 'a.csv': 'old a', 'c.csv': 'old c', 'other.md': 'other' });
      assert.equal(await replaceFiles(disk, wanted(...names), never), true);
      const made = Object.fromEntries(names.map((name) => [name, `new ${name}`]));
      assert.deepEqual(disk.names, { 'a.csv': 'old a', 'c.csv': 'old c', 'other.md': 'other', ...made });
    }
  });

  it('are all as they were when one cannot be written, whichever it is and at whatever step', async () => {
    for (const names of [['a.csv'], ['a.csv', 'b.csv', 'c.csv']]) {
      const before = { 'a.csv': 'old a', 'c.csv': 'old c' };
      const whole = new Disk(before);
      await replaceFiles(whole, wanted(...names), never);
      let failures = 0;
      for (let failing = 1; failing <= whole.steps; failing++) {
        const disk = new Disk(before);
        disk.failing = failing;
        const failure: unknown = await replaceFiles(disk, wanted(...names), never).catch(
          (each: unknown) => each,
        );
        // Keeping an old file may fail: then the new one cannot take its place either.
        assert.ok(failure instanceof NotReplaced, `step ${failing}`);
        assert.ok(names.includes(nameOf(failure.uri)));
        assert.deepEqual(disk.names, before, `step ${failing}`);
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
      assert.equal(await replaceFiles(disk, wanted('a.csv', 'b.csv'), () => ++count === asked), false);
      assert.deepEqual(disk.names, before);
    }
  });

  it('were not written for a reason that people understand, or for none that is said', () => {
    const because = (reason: unknown): string | undefined => reasonOf(new NotReplaced(uriOf('a.md'), reason));
    assert.equal(
      because(Object.assign(new Error('x'), { code: 'NoPermissions' })),
      'you are not allowed to write there',
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
