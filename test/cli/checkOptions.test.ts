/*
 * The options of `check`: when it fails, in which phase and with which weights it checks, what it mends, and what it
 * reads instead of a file.
 */
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { Desk } from '../support/serverCli';

const cover = (more = ''): string =>
  `---\ntitle: A review\nstandards: tiny\nchecks:\n  uncovered-standards: off\n${more}---\n`;
const finding = (words: string): string => `# Theme 1: Outcomes\n\n## Strengths\n\n- ${words}\n`;
const warned = finding('Left out. [std 2.1]');
const scope = 'scope:\n  exclude:\n    - { std: 2.1, reason: As agreed }\n';

describe('check', () => {
  let desk: Desk;
  afterEach(() => {
    desk.folder.remove();
  });
  const compact = async (line: string): Promise<string> => (await desk.run(`check -f compact ${line}`)).out;

  it('fails on the weight that is named, and above', async () => {
    desk = new Desk({ 'cover.review.md': cover(scope), 'one.review.md': warned });
    const codes = ['error', 'warning', 'information', 'hint', 'never'].map(async (weight) => {
      return (await desk.run(`check --fail-on ${weight}`)).code;
    });
    assert.deepEqual(await Promise.all(codes), [0, 1, 1, 1, 0]);
    desk.folder.write('one.review.md', finding('None. [std 9.9]'));
    assert.equal((await desk.run('check --fail-on never')).code, 0);
    assert.match(
      (await desk.run('check --fail-on everything')).err,
      /no fail-on "everything": choose error, /,
    );
  });

  it('fails on more warnings than are allowed, and says so', async () => {
    desk = new Desk({ 'cover.review.md': cover(scope), 'one.review.md': warned });
    assert.equal((await desk.run('check --max-warnings 1')).code, 0);
    const { code, err } = await desk.run('check --max-warnings=0');
    assert.deepEqual(
      { code, err },
      { code: 1, err: 'critical-friend: 1 warning, and --max-warnings allows 0.\n' },
    );
    assert.match((await desk.run('check --max-warnings few')).err, /"few" is no number/);
  });

  it('checks as in another phase, and leaves the cover as it is', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': finding('No citation.') });
    assert.match(await compact(''), /: information finding-without-citation/);
    const { code, out } = await desk.run('check --phase final -f compact');
    assert.equal(code, 1);
    assert.match(out, /: error finding-without-citation/);
    assert.match((await desk.run('check --phase done')).err, /no phase "done": choose fieldwork, drafting/);
  });

  it('weighs checks as a file says, in all documents and in some', async () => {
    desk = new Desk({
      'r/cover.review.md': cover(),
      'r/one.review.md': finding('No citation.'),
      'r/drafts/two.review.md': finding('No citation.'),
      'checks.yml':
        'checks:\n  finding-without-citation: error\nfiles:\n  drafts/:\n    finding-without-citation: off\n  "one*":\n    finding-without-citation: warning\n',
    });
    assert.equal(
      (await compact('--config checks.yml')).replace(/This.*/g, ''),
      'r/one.review.md:5:3: warning finding-without-citation \n',
    );
    assert.equal((await compact('')).match(/information/g)?.length, 2);
    // What a cover has switched off can be switched on for one file.
    desk.folder.write('r/cover.review.md', cover('  finding-without-citation: off\n'));
    assert.equal(await compact(''), '');
    desk.folder.write('checks.yml', 'files: { two.review.md: { finding-without-citation: hint } }');
    assert.match(await compact('--config checks.yml'), /^r\/drafts\/two.review.md:5:3: hint .*\n$/);
    // An ignore comment is as good as it was.
    const ignored = '<!-- review-ignore-next-line finding-without-citation: agreed -->\n\n- No citation.';
    desk.folder.write('r/drafts/two.review.md', finding('x').replace('- x', ignored));
    assert.equal(await compact('--config checks.yml'), '');
  });

  it('does not run with a file of weights that does not say what it means', async () => {
    desk = new Desk({
      'cover.review.md': cover(),
      'bad.yml': 'checks:\n  one-sided-standrad: off\nfile: {}\nfiles:\n  "*":\n    personal-data: loud\n',
      'worse.yml': 'checks: [',
    });
    const { code, out, err } = await desk.run('check --config bad.yml');
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.equal(
      err,
      'critical-friend: The file of checks "bad.yml" cannot be used as it is:\n' +
        '  2:3  “one-sided-standrad” is not a check; did you mean “one-sided-standard”?\n' +
        '  3:1  “file” is not a setting; known are checks, files.\n' +
        '  6:20  “loud” is not a value of “personal-data”; it takes off, hint, information, warning, error.\n',
    );
    assert.equal((await desk.run('check --config worse.yml')).code, 2);
    const missing = await desk.run('check --config none.yml');
    assert.match(missing.err, /"none.yml" cannot be read: it is not there\./);
  });

  it('checks a text as if a file of its review held it', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/one.review.md': finding('On disk. [std 9.9]') });
    desk.stdin = finding('Typed. [std 8.8]');
    assert.match(
      await compact('--stdin --stdin-filename r/one.review.md'),
      /^r\/one\.review\.md:5:\d+: error unknown-standard .*8\.8.*\n$/,
    );
    // A file that is not there yet has its review all the same, and nothing else is reported.
    assert.match(await compact('--stdin --stdin-filename r/new.review.md'), /^r\/new\.review\.md:5:.*\n$/);
    desk.stdin = '\ufeff' + finding('With a mark. [std 1.1]');
    const clean = await desk.run('check --stdin --stdin-filename r/new.review.md');
    assert.deepEqual(clean, { code: 0, out: 'No problems in 3 files of 1 review.\n', err: '' });
    for (const [line, said] of [
      ['--stdin', /Where does the text belong\? Write --stdin-filename/],
      ['--stdin-filename x.review.md', /write --stdin too/],
      ['--stdin --stdin-filename x.md', /"x\.md" is no review document/],
      ['--stdin --stdin-filename x.review.md --fix', /--fix mends files/],
      ['--stdin --stdin-filename x.review.md --watch', /cannot be watched/],
      ['--stdin=yes', /--stdin takes no value, and "yes" is one/],
    ] as const) {
      const { code, err } = await desk.run(`check ${line}`);
      assert.equal(code, 2);
      assert.match(err, said);
    }
  });

  it('survives links that lead in a circle', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/one.review.md': finding('Told. [std 1.1]') });
    symlinkSync('..', path.join(desk.folder.path, 'r/up'));
    symlinkSync('.', path.join(desk.folder.path, 'r/here'));
    // The one that leads above the folder is named, and not followed.
    const { out } = await desk.run('check r -f compact');
    assert.match(out, /^r\/cover\.review\.md:1:1: error outside-folder “up” is a link to [^\n]+\n$/);
    assert.match((await desk.run('check r')).out, /1 problem in 2 files of 1 review: 1 error\.\n$/);
  });
});

describe('check --fix', () => {
  let desk: Desk;
  afterEach(() => {
    desk.folder.remove();
  });
  const read = (file: string): string => readFileSync(path.join(desk.folder.path, file), 'utf8');
  const slip = finding('Cites badly. [std 1.1;]');
  const mended = finding('Cites badly. [std 1.1]');

  it('makes what has one clear reading, says what, and reports the rest', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': slip + '- None. [std 9.9]\n' });
    const { code, out, err } = await desk.run('check --fix');
    assert.equal(read('one.review.md'), mended + '- None. [std 9.9]\n');
    assert.equal(err, 'one.review.md: 1 change\n  5:16  “[std 1.1;]” became “[std 1.1]”\n');
    assert.equal(code, 1);
    assert.match(out, /1 problem in 2 files of 1 review: 1 error/);
    assert.equal((await desk.run('check --fix')).err, '');
    assert.deepEqual(readdirSync(desk.folder.path).sort(), ['cover.review.md', 'one.review.md']);
  });

  it('keeps the byte order mark, the line ends and the mode', async () => {
    const marked = (text: string): string => `\ufeff${text.replace(/\n/g, '\r\n')}`;
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': marked(slip) });
    chmodSync(path.join(desk.folder.path, 'one.review.md'), 0o640);
    await desk.run('check --fix');
    assert.equal(read('one.review.md'), marked(mended));
    assert.equal(statSync(path.join(desk.folder.path, 'one.review.md')).mode & 0o777, 0o640);
  });

  it('changes only the files that are named', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': slip, 'two.review.md': slip });
    await desk.run('check --fix two.review.md');
    assert.deepEqual([read('one.review.md'), read('two.review.md')], [slip, mended]);
  });

  it('leaves a file that is not UTF-8 as it is, and says so', async () => {
    desk = new Desk({ 'cover.review.md': cover() });
    const bytes = new Uint8Array(Buffer.from(slip.replace('Cites', 'Si\u00e2n cites'), 'latin1'));
    desk.folder.write('one.review.md', bytes);
    const { err } = await desk.run('check --fix');
    assert.match(err, /"one\.review\.md" is not saved as UTF-8, so it was not changed\./);
    assert.deepEqual(new Uint8Array(readFileSync(path.join(desk.folder.path, 'one.review.md'))), bytes);
  });
});
