/*
 * Every subcommand on files that cannot be read, that are no text, or whose one line never ends. Each message names the
 * file and the next step, what could not be read makes the exit code 2, and nothing is written where words would be lost.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeep } from '../support/depth';
import { Desk } from '../support/serverCli';
import { makeUnreadable, whyReadable } from '../support/unreadable';

const own = (id = 'own', more = ''): string =>
  `---\nid: ${id}\n---\n\n# Theme 1: Homes\n\n## Element 1: Home life\n\n### Standards\n\n- 1.1 Children are fed\n${more}`;
const whole = {
  'cover.review.md': '---\ntitle: Homes\nstandards: ./own.standards.md\n---\n',
  'a.review.md': '## Strengths\n\n- Fine [std1.1]\n',
  'own.standards.md': own(),
  'new.standards.md': own('own-2\nreplaces: own'),
  'ours.csv': 'Ref,Standard\n1.1,Children are heard\n',
};
/** The size of a line that never ends, in megabytes; the tests are as good at a tenth of what the soak tries. */
const size = isDeep ? 10 : 1;
const never = 'word '.repeat(size * 200_000);

/** What reads a review. */
const readers = ['check', 'coverage', 'digest --since 2026-10-01', 'report --format md'];
/** What reads a catalogue that is named. */
const catalogueReaders = [
  'standards validate own.standards.md',
  'standards diff new.standards.md own.standards.md',
  'standards export own.standards.md -o t.csv',
  'init x --title X --standards ./own.standards.md',
];
const migrate = 'standards migrate . --to new.standards.md';
const cannot = 'cannot be read: (?:the disk gives an error|you are not allowed to|it is a folder)';

type Spoil = (file: string) => void;
const spoils: readonly {
  readonly by: string;
  readonly spoil: Spoil;
  readonly said: string;
  readonly not?: string;
}[] = [
  {
    by: 'that cannot be read',
    spoil: makeUnreadable,
    said: cannot,
    ...(whyReadable !== undefined && { not: whyReadable }),
  },
  {
    by: 'that is a link to nowhere',
    spoil: (file) => {
      rmSync(file, { force: true });
      symlinkSync('nowhere', file);
    },
    said: '(?:is a link to a file that is not there|There is no file)',
    ...(process.platform === 'win32' && { not: 'links need rights on Windows' }),
  },
  {
    by: 'that is no text',
    spoil: (file) => {
      writeFileSync(file, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255]));
    },
    said: 'is not a text, whatever its name says; perhaps it is a Word file or a picture',
  },
];

function spoilt(name: string, spoil: Spoil): Desk {
  const desk = new Desk(whole);
  spoil(join(desk.folder.path, name));
  return desk;
}

async function expectRefused(desk: Desk, line: string, said: RegExp): Promise<void> {
  const before = contentsOf(desk);
  const ran = await desk.run(line);
  assert.equal(ran.code, 2, `${line}: ${ran.out}${ran.err}`);
  assert.match(ran.err, said, line);
  assert.doesNotMatch(ran.err, /critical-friend failed|^ +at /m);
  assert.deepEqual(contentsOf(desk), before, line);
  desk.folder.remove();
}

function contentsOf(desk: Desk): unknown[] {
  return Object.keys(whole)
    .concat('t.csv', 't.standards.md', 'x')
    .map((name) => join(desk.folder.path, name))
    .map((file) => (existsSync(file) ? quietly(file) : undefined));
}

function quietly(file: string): string {
  try {
    return statSync(file).isFIFO() ? 'a pipe' : readFileSync(file, 'utf8');
  } catch {
    return 'unreadable';
  }
}

describe('critical-friend, with a file', function () {
  this.timeout(300_000);
  for (const { by, spoil, said, not } of spoils) {
    const test = (title: string, run: () => Promise<void>): void => {
      if (not === undefined) it(`${by}: ${title}`, run);
      else it.skip(`${by}: ${title} (${not})`, run);
    };

    test('a document is left out, and every reader says so', async () => {
      for (const line of readers)
        await expectRefused(
          spoilt('b.review.md', spoil),
          line,
          new RegExp(`"b\\.review\\.md" ${said}\\. It is left out: mend or move it, and run this again`),
        );
      await expectRefused(
        spoilt('b.review.md', spoil),
        migrate,
        new RegExp(`"b\\.review\\.md" ${said}\\. Nothing was changed[^]*Mend or move it`),
      );
    });

    test('the others are mended all the same, and it has not been all', async () => {
      const desk = spoilt('b.review.md', spoil);
      assert.equal((await desk.run('check --fix')).code, 2);
      assert.match(readFileSync(join(desk.folder.path, 'a.review.md'), 'utf8'), /\[std 1\.1\]/);
    });

    test('the status names it, and succeeds', async () => {
      const desk = spoilt('b.review.md', spoil);
      const { code, out } = await desk.run('status');
      assert.equal(code, 0);
      assert.match(out, /## What could not be read or found\n[^]*b\.review\.md/);
    });

    test('a catalogue is said once, by name', async () => {
      for (const line of readers) {
        const desk = spoilt('own.standards.md', spoil);
        const { code, err } = await desk.run(line);
        assert.equal(code, 2, line);
        const times = err.match(new RegExp(`"own\\.standards\\.md" ${said}`, 'g'))?.length;
        assert.equal(times, 1, `${line}: ${err}`);
      }
      for (const line of catalogueReaders)
        await expectRefused(
          spoilt('own.standards.md', spoil),
          line,
          new RegExp(`(?:own\\.standards\\.md" ${said}|${said} "own\\.standards\\.md")[^]*[Cc]heck`),
        );
    });

    test('nothing is imported', async () => {
      await expectRefused(
        spoilt('ours.csv', spoil),
        'standards import ours.csv -o t.standards.md',
        /ours\.csv"[^]*(?:Check|try again)/,
      );
    });
  }

  const withPipe = process.platform === 'win32' ? it.skip : it;
  const makePipe: Spoil = (file) => {
    rmSync(file, { force: true });
    execFileSync('mkfifo', [file]);
  };
  const isPipe = 'is a pipe or a device, and no file';

  withPipe('in whose place is a named pipe: nobody waits for what may come out of it', async () => {
    // Nothing ever comes out of these.
    for (const line of readers) {
      const found = spoilt('b.review.md', makePipe);
      const { err } = await found.run(line);
      assert.doesNotMatch(err, /b\.review\.md/, 'what is found in a folder is passed over');
      found.folder.remove();
      await expectRefused(
        spoilt('b.review.md', makePipe),
        `${line} b.review.md`,
        new RegExp(`"b\\.review\\.md" ${isPipe}\\. It is left out: mend or move it`),
      );
      await expectRefused(
        spoilt('own.standards.md', makePipe),
        line,
        new RegExp(`"own\\.standards\\.md" ${isPipe}`),
      );
      const hidden = spoilt('.gitignore', makePipe);
      assert.match((await hidden.run(line)).err, /^(?!.*gitignore)/s);
      hidden.folder.remove();
    }
    for (const line of catalogueReaders)
      await expectRefused(
        spoilt('own.standards.md', makePipe),
        line,
        new RegExp(`"(?:\\./)?own\\.standards\\.md" ${isPipe}[^]*[Cc]heck`),
      );
    await expectRefused(
      spoilt('ours.csv', makePipe),
      'standards import ours.csv -o t.standards.md',
      new RegExp(`"ours\\.csv" ${isPipe}[^]*[Cc]heck`),
    );
    await expectRefused(
      spoilt('checks.yaml', makePipe),
      'check --config checks.yaml',
      new RegExp(`"checks\\.yaml" ${isPipe}[^]*[Cc]heck`),
    );
  });

  withPipe('in whose place is a named pipe: nothing is put in its place', async () => {
    for (const line of [
      'report --format html -o pipe',
      'check --format junit --output-file pipe',
      'standards export own.standards.md -o pipe.csv --force',
    ]) {
      const [name = ''] = /pipe\S*/.exec(line) ?? [];
      const desk = spoilt(name, makePipe);
      const { code, err } = await desk.run(line);
      assert.equal(code, 2, line);
      assert.match(err, /pipe(?:\.csv)?" cannot be written: it is a pipe or a device, and no file\./);
      assert.ok(statSync(join(desk.folder.path, name)).isFIFO());
      desk.folder.remove();
    }
  });

  it('in whose place is a folder: a catalogue is said, and no table is read', async () => {
    const folder: Spoil = (file) => {
      rmSync(file, { force: true });
      mkdirSync(file);
    };
    for (const line of readers) {
      const { code, err } = await spoilt('own.standards.md', folder).run(line);
      assert.equal(code, 2, line);
      assert.match(err, /"own\.standards\.md" cannot be read: it is a folder/);
    }
    for (const line of ['standards validate own.standards.md', 'standards export own.standards.md -o t.csv'])
      await expectRefused(spoilt('own.standards.md', folder), line, /is a folder; name a file in it/);
    await expectRefused(
      spoilt('ours.csv', folder),
      'standards import ours.csv -o t.standards.md',
      /"ours\.csv" is a folder; name a file in it/,
    );
  });

  it('that cannot be read: the report names it at its beginning, and is not final', async () => {
    const desk = new Desk({
      ...whole,
      'cover.review.md': whole['cover.review.md'].replace('title:', 'phase: final\ntitle:'),
      'a.review.md': '## Strengths\n\n- Children are fed at every meal. [std 1.1]\n',
    });
    assert.doesNotMatch((await desk.run('report --format md')).out, /Draft|not complete/);
    desk.folder.write('deep/b.review.md', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255]));
    const { code, out } = await desk.run('report . --format md');
    assert.equal(code, 2);
    const said =
      'The file “deep/b.review.md” could not be read, so nothing that it contains is in this report.';
    assert.ok(out.includes(`# Homes\n\nDraft\n\nThis report is not complete. ${said}\n`), out);
  });

  it('that an editor has locked: nothing is said of the lock', async () => {
    const desk = new Desk(whole);
    symlinkSync('somebody@here.1234', join(desk.folder.path, '.#a.review.md'));
    assert.equal((await desk.run('coverage')).err, '');
  });

  it(`of one line of ${size} MB: a document is plain words, and everything else counts`, async () => {
    const long: Spoil = (file) => {
      writeFileSync(file, never);
    };
    const checked = await spoilt('b.review.md', long).run('check');
    assert.equal(checked.code, 1);
    assert.match(
      checked.out,
      /b\.review\.md\n +1:1 +warning +This is too intricate[^]*divide it by blank lines/,
    );
    const { code, out } = await spoilt('b.review.md', long).run('coverage');
    assert.equal(code, 0);
    assert.match(out, /0 of 1 standard in scope covered/);
  });

  it(`of one line of ${size} MB: a catalogue is read, and what is printed of it ends`, async () => {
    const long: Spoil = (file) => {
      writeFileSync(file, own('own', `- 1.2 ${never}\n`));
    };
    for (const [line, code] of [
      ['coverage', 0],
      ['standards diff new.standards.md own.standards.md', 1],
    ] as const) {
      const ran = await spoilt('own.standards.md', long).run(line);
      assert.equal(ran.code, code, `${line}: ${ran.err}`);
      assert.ok(ran.out.length < 60_000, `${line}: ${ran.out.length}`);
    }
  });
});
