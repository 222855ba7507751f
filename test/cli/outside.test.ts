/*
 * What is outside of the folder that somebody chose: of all that a folder brings, only standards that a cover names by a
 * relative path are read there, and a link that leads out is not followed. Real links, pipes and folders.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { Desk } from '../support/serverCli';

const secret = `---
id: own
title: A secret catalogue
---

# Theme 1: Secret theme

## Element 1: Secret element

### Standards

- 1.1 Secret standard
`;
const theme = '# Findings [theme 1]\n\n## Strengths\n\n- People told us so. [std 1.1]\n';
const cover = (standards: string, documents = 'one.review.md'): string =>
  `---\ntitle: A review\nstandards: ${JSON.stringify(standards)}\ndocuments: [cover.review.md, ${JSON.stringify(documents)}]\n---\n`;
const lines = ['check .', 'coverage .', 'status .', 'digest .', 'report . --format html'];
const withLinks = process.platform === 'win32' ? describe.skip : describe;

describe('standards that a cover names outside of its folder', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({
      'secret.standards.md': secret,
      'secret.review.md': '# Secret narrative\n\nSecret words.\n',
      'r/one.review.md': theme,
    });
  });
  afterEach(() => {
    desk.folder.remove();
  });
  const name = (standards: string): void => {
    desk.folder.write('r/cover.review.md', cover(standards));
  };

  it('are read by a relative path, the same whichever folder is given, and status lists them', async () => {
    for (const way of ['../', './../', '..\\', 'x/../../', '../r/../']) {
      name(`${way}secret.standards.md`);
      for (const [line, below] of [
        ['report . --format html', 'r'],
        ['report r --format html', '.'],
        ['report one.review.md --format html', 'r'],
        ['report r/one.review.md --format html', '.'],
      ] as const)
        assert.match((await desk.run(line, below)).out, /Secret standard/, `${line} with ${way}`);
      const { out } = await desk.run('status .', 'r');
      assert.match(out, /secret\.standards\.md \(outside the folders, named by a cover; read only\)/);
      const { value } = await desk.json('status .', 'r');
      const { files, outside } = value as { files: string[]; outside: string[] };
      assert.deepEqual(outside, [path.join(desk.folder.path, 'secret.standards.md')]);
      assert.ok(files.includes(outside[0] ?? ''));
      const report = (await desk.json('report .', 'r')).value as { files: unknown };
      assert.deepEqual(report.files, [
        { path: 'cover.review.md', kind: 'document' },
        { path: 'one.review.md', kind: 'document' },
        { path: '../secret.standards.md', kind: 'catalogue' },
      ]);
    }
  });

  it('are not read by any other way of writing the path, and no document ever is', async () => {
    const { path: home } = desk.folder;
    for (const way of [
      '%2e%2e/',
      '..%2f',
      `${home}/`,
      `file://${home}/`,
      '/../',
      'file:/../../',
      '.. /',
      'c:../',
    ]) {
      desk.folder.write('r/cover.review.md', cover(`${way}secret.standards.md`, `${way}secret.review.md`));
      for (const line of lines) {
        const { out, err } = await desk.run(line, 'r');
        assert.doesNotMatch(out + err, /Secret|A secret/, `${line} with ${way}`);
      }
      assert.match((await desk.run('check .', 'r')).out, /There is no catalogue/, way);
    }
    desk.folder.write('r/cover.review.md', cover('tiny', '../secret.review.md'));
    for (const line of lines) assert.doesNotMatch((await desk.run(line, 'r')).out, /Secret/, line);
  });

  it('are left out by --inside, which says so', async () => {
    name('../secret.standards.md');
    for (const line of lines) {
      const { out, err } = await desk.run(`${line} --inside`, 'r');
      assert.doesNotMatch(out + err, /Secret|A secret/, line);
    }
    const { code, out } = await desk.run('check . --inside -f compact', 'r');
    assert.equal(code, 1);
    assert.equal(
      out.match(
        /outside-folder “\.\.\/secret\.standards\.md” is outside the folder and is not read, because --inside was given/g,
      )?.length,
      1,
    );
    assert.doesNotMatch(out, /There is no catalogue/);
  });

  it('are left out by --inside of standards migrate, which then changes nothing', async () => {
    name('../secret.standards.md');
    const next = secret.replace('id: own', 'id: next\nreplaces: own');
    desk.folder.write(
      'r/next.standards.md',
      next.replace('- 1.1 Secret standard', '- 1.2 Secret standard (formerly 1.1)'),
    );
    const read = (): string => readFileSync(path.join(desk.folder.path, 'r/one.review.md'), 'utf8');
    const line = 'standards migrate . --to next.standards.md';
    const refused = await desk.run(`${line} --inside`, 'r');
    assert.equal(refused.code, 2);
    assert.match(
      refused.err,
      /“\.\.\/secret\.standards\.md” is outside the folder and is not read, because --inside was given/,
    );
    assert.match(refused.err, /nothing was changed/);
    assert.doesNotMatch(refused.out + refused.err, /Secret|A secret/);
    assert.equal(read(), theme);
    assert.equal((await desk.run(line, 'r')).code, 0);
    assert.equal(read(), theme.replace('1.1', '1.2'));
  });

  it('are not changed by a rename or a fix', async () => {
    name('../secret.standards.md');
    desk.folder.write('r/one.review.md', theme.replace('[std 1.1]', '[std1.1]'));
    assert.equal((await desk.run('check . --fix', 'r')).code, 0);
    assert.equal(readFileSync(path.join(desk.folder.path, 'secret.standards.md'), 'utf8'), secret);
    assert.match(readFileSync(path.join(desk.folder.path, 'r/one.review.md'), 'utf8'), /\[std 1\.1\]/);
  });

  (process.platform === 'win32' ? it.skip : it)(
    'are not waited for, and refused with the reason',
    async () => {
      const at = (file: string): string => path.join(desk.folder.path, file);
      execFileSync('mkfifo', [at('pipe.standards.md')]);
      mkdirSync(at('folder.standards.md'));
      symlinkSync('secret.standards.md', at('link.standards.md'));
      symlinkSync('/dev/zero', at('zero.standards.md'));
      mkdirSync(at('real'));
      symlinkSync('real', at('way'));
      desk.folder.write('real/own.standards.md', secret);
      desk.folder.write('large.standards.md', new Uint8Array(10_000_001));
      for (const [named, why] of [
        ['../pipe.standards.md', /is not an ordinary file/],
        ['../folder.standards.md', /is not an ordinary file/],
        ['../link.standards.md', /a link leads to it/],
        ['../zero.standards.md', /a link leads to it/],
        ['../way/own.standards.md', /a link leads to it/],
        ['../large.standards.md', /larger than 10 MB/],
      ] as const) {
        name(named);
        const { code, out, err } = await desk.run('check .', 'r');
        assert.equal(code, 1, named);
        assert.match(out, why, named);
        assert.equal(out.match(/outside-folder/g)?.length, 1, out);
        assert.doesNotMatch(out + err, /There is no catalogue|Secret/, named);
      }
    },
  );
});

withLinks('links in a review folder', () => {
  let desk: Desk;
  const at = (file: string): string => path.join(desk.folder.path, file);
  const notes = '## Strengths\n\n- SECRET of another family. [std1.1]\n';
  beforeEach(() => {
    desk = new Desk({
      'r/cover.review.md': cover('tiny'),
      'r/one.review.md': theme,
      'private/notes.md': notes,
      'private/two.review.md': notes,
    });
  });
  afterEach(() => {
    desk.folder.remove();
  });
  const count = (text: string): number => text.match(/outside-folder/g)?.length ?? 0;

  it('that lead out are not followed: each is named once, with its target, by every subcommand', async () => {
    symlinkSync('../private/notes.md', at('r/a.review.md'));
    symlinkSync('/etc/passwd', at('r/p.review.md'));
    symlinkSync(at('private'), at('r/more'));
    for (const line of [
      ...lines,
      'check . --final -f json',
      'check . --fix',
      'report . --format json',
      'report . --format md',
    ]) {
      const { out, err } = await desk.run(line, 'r');
      assert.doesNotMatch(out + err, /SECRET|root:/, line);
      assert.match(out + err, /a\.review\.md” is a link to .*private\/notes\.md, which is outside/, line);
    }
    const { code, out } = await desk.run('check .', 'r');
    assert.equal(code, 1);
    assert.equal(count(out), 3, out);
    for (const [link, target, folder] of [
      ['a.review.md', at('private/notes.md'), at('private')],
      ['p.review.md', '/etc/passwd', '/etc'],
      ['more', at('private'), at('private')],
    ])
      assert.ok(
        out.includes(
          `“${link}” is a link to ${target}, which is outside the folder, so it is not read. To read it as well, open the folder ${folder} too.`,
        ),
        out,
      );
    assert.equal(readFileSync(at('private/notes.md'), 'utf8'), notes);
    assert.equal(readFileSync(at('private/two.review.md'), 'utf8'), notes);
  });

  it('that lead out are in the data of every program', async () => {
    symlinkSync('../private/notes.md', at('r/a.review.md'));
    for (const format of ['json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html', 'compact'])
      assert.match((await desk.run(`check . -f ${format}`, 'r')).out, /outside-folder/, format);
    const { value } = await desk.json('status .', 'r');
    const { links, files } = value as { links: object[]; files: string[] };
    assert.deepEqual(
      links.map((link) => ({ ...link, message: '' })),
      [{ link: 'a.review.md', target: at('private/notes.md'), message: '' }],
    );
    assert.deepEqual(files, ['cover.review.md', 'one.review.md']);
  });

  it('are followed where the folder that they lead to is given too, and count once', async () => {
    symlinkSync('../private/notes.md', at('r/a.review.md'));
    symlinkSync('../private/notes.md', at('r/b.review.md'));
    symlinkSync(at('private'), at('r/more'));
    const { value } = await desk.json('check r private');
    const { reviews } = value as { reviews: { documents: string[]; diagnostics: { code: string }[] }[] };
    assert.deepEqual(reviews.flatMap(({ documents }) => documents).sort(), [
      'private/two.review.md',
      'r/a.review.md',
      'r/cover.review.md',
      'r/one.review.md',
    ]);
    assert.ok(reviews.every(({ diagnostics }) => diagnostics.every(({ code }) => code !== 'outside-folder')));
  });

  it('to a file inside count once, also when they are named', async () => {
    symlinkSync('one.review.md', at('r/a.review.md'));
    symlinkSync('one.review.md', at('r/b.review.md'));
    symlinkSync('.', at('r/again'));
    for (const line of [
      'coverage .',
      'coverage a.review.md',
      'coverage a.review.md one.review.md b.review.md',
    ]) {
      const { value } = await desk.json(line, 'r');
      const { reviews } = value as { reviews: { standards: { id: string; strengths: number }[] }[] };
      assert.equal(reviews.length, 1, line);
      assert.equal(reviews[0]?.standards.find(({ id }) => id === '1.1')?.strengths, 1, line);
    }
  });

  it('to a file inside are that file when its text comes in on standard input', async () => {
    symlinkSync('one.review.md', at('r/a.review.md'));
    desk.stdin = theme.replace('1.1', '9.9');
    const { out } = await desk.run('check --stdin --stdin-filename a.review.md -f json', 'r');
    const { reviews } = JSON.parse(out) as {
      reviews: { documents: string[]; diagnostics: { file: string; code: string }[] }[];
    };
    assert.ok(reviews[0]);
    assert.deepEqual(reviews[0].documents, ['cover.review.md', 'a.review.md']);
    assert.ok(
      reviews[0].diagnostics.some(({ file, code }) => file === 'a.review.md' && code === 'unknown-standard'),
    );
  });

  it('are not followed when a shell names them one by one', async () => {
    symlinkSync('../private/notes.md', at('r/a.review.md'));
    const { code, out, err } = await desk.run('check a.review.md cover.review.md', 'r');
    assert.equal(code, 1);
    assert.doesNotMatch(out + err, /SECRET/);
    assert.equal(count(out), 1);
  });

  it('speak for themselves where there is no cover, and a folder alone fails nothing', async () => {
    rmSync(at('r/cover.review.md'));
    symlinkSync(at('private'), at('r/result'));
    const { code, out } = await desk.run('check .', 'r');
    assert.equal(code, 0);
    assert.match(out, /result\n +1:1 +information +“result” is a link/);
    symlinkSync('/etc/passwd', at('r/p.review.md'));
    assert.equal((await desk.run('check .', 'r')).code, 1);
    rmSync(at('r/one.review.md'));
    const only = await desk.run('coverage .', 'r');
    assert.equal(only.code, 2);
    assert.match(only.err, /“p\.review\.md” is a link to \/etc\/passwd[^]*No review found/);
    assert.doesNotMatch(only.out + only.err, /root:/);
  });

  it('keep nothing from being read where the folder is given through one', async () => {
    symlinkSync(at('r'), at('link'));
    const { code, out } = await desk.run('check link');
    assert.equal(code, 0);
    assert.match(out, /in 2 files of 1 review/);
    assert.equal(count(out), 0);
  });

  it('do not hide what a private list, a file of checks or a Word document is', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    for (const [line, said] of [
      ['check r --private-words pipe', /private list "pipe" cannot be read/],
      ['check r --private-words /dev/zero', /private list .* cannot be read/],
      ['check r --config pipe', /"pipe" is a pipe or a device/],
      ['check r --config /dev/zero', /is a pipe or a device/],
      [
        'report r --format docx -o r.docx --reference-docx pipe',
        /"pipe" is a pipe or a device, and no file\. Check/,
      ],
      ['report r --format docx -o r.docx --reference-docx /dev/zero', /is a pipe or a device/],
      ['standards import /dev/zero -o o.standards.md', /is a pipe or a device/],
      ['standards migrate r --to /dev/zero', /is no catalogue/],
    ] as const) {
      const { code, err } = await desk.run(line);
      assert.equal(code, 2, line);
      assert.match(err, said, line);
    }
  });
});
