/*
 * `init`: a review from options, and from answers; what is there already is not touched, and what cannot be written in
 * whole is not written at all.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { Desk } from '../support/serverCli';
import { tiny } from '../support/serverTexts';

describe('init', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({ 'own/other.standards.md': tiny.replaceAll('tiny', 'other') });
  });
  afterEach(() => {
    desk.folder.remove();
  });
  const read = (file: string): string => readFileSync(path.join(desk.folder.path, file), 'utf8');
  const list = (folder: string): string[] => readdirSync(path.join(desk.folder.path, folder)).sort();

  it('writes a review that is clean and counts for nothing', async () => {
    const { code, out, err } = await desk.runWords([
      ...['init', 'new', '--title', 'A review', '--subject', 'Aberwen', '--reviewer', 'Gwen Prosser'],
      ...['--reviewer', 'MH: Martin Hale, Assistant director', '--exclude', '2.1: As agreed'],
    ]);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /^“A review” is begun in "new":\n {2}cover\.review\.md\n {2}theme-1\.review\.md\n/);
    assert.deepEqual(list('new'), ['cover.review.md', 'theme-1.review.md', 'theme-2.review.md']);
    assert.match(
      read('new/cover.review.md'),
      /^---\ntitle: A review\nsubject: Aberwen\ndate: 2026-10\nlanguage: en\nstandards: tiny\nphase: fieldwork\n/,
    );
    const checked = await desk.run('check new --max-warnings 0');
    assert.equal(checked.code, 0);
    assert.doesNotMatch(checked.out, /error|warning|information/);
    assert.match((await desk.run('coverage new')).out, /0 of 3 standards in scope covered \(1 excluded\)/);
  });

  it('takes a catalogue of the own by its path, as the cover will find it', async () => {
    assert.equal(
      (await desk.runWords(['init', 'a/new', '--title=T', '--standards=own/other.standards.md'])).code,
      0,
    );
    assert.match(read('a/new/cover.review.md'), /^standards: "\.\.\/\.\.\/own\/other\.standards\.md"$/m);
    assert.doesNotMatch((await desk.run('check a/new')).out, /error/);
  });

  it('takes a catalogue whose theme has a letter for its id', async () => {
    desk.folder.write('own/l.standards.md', tiny.replace('Theme 1', 'Theme A').replaceAll('tiny', 'l'));
    assert.equal((await desk.run('init new --title T --standards own/l.standards.md')).code, 0);
    assert.match(read('new/theme-A.review.md'), /^# Outcomes$/m);
    assert.match((await desk.run('coverage new')).out, /Theme A: Outcomes\n0 of 3/);
  });

  it('asks for what no option says', async () => {
    const answers = [
      '',
      'My review',
      '',
      '',
      'Gwen Prosser',
      'GP: Gareth Price',
      '',
      '9: no such',
      '',
      '2.1: as agreed',
      '',
    ];
    const asked: string[] = [];
    desk.ask = (question) => {
      asked.push(question);
      return Promise.resolve(answers.shift());
    };
    const { code, out } = await desk.run('init');
    assert.equal(code, 0, out);
    assert.equal(answers.length, 0, asked.join('\n'));
    assert.match(out, /The catalogue has no standard 9\. Once more:/);
    assert.match(read('cover.review.md'), /title: My review\ndate/);
    assert.match(
      read('cover.review.md'),
      /- initials: GP\n {4}name: Gwen Prosser\n {2}- initials: GP2\n {4}name: Gareth/,
    );
    assert.match(read('cover.review.md'), /- std: 2\.1\n {6}reason: as agreed/);
  });

  it('writes nothing when the answers end', async () => {
    desk.ask = () => Promise.resolve(undefined);
    const { code, err } = await desk.run('init new');
    assert.deepEqual({ code, err }, { code: 2, err: 'critical-friend: Stopped. Nothing was written.\n' });
    assert.deepEqual(list('.'), ['own']);
  });

  it('touches nothing that is there, and leaves nothing half done', async () => {
    for (const name of ['cover.review.md', 'theme-2.review.md']) {
      desk.folder.write(`${name}.d/${name}`, 'Mine.');
      const { code, err } = await desk.run(`init ${name}.d --title T`);
      assert.equal(code, 2);
      assert.equal(
        err,
        `critical-friend: There is a ${name} in "${name}.d" already. Nothing was written: give the path of another folder.\n`,
      );
      assert.deepEqual(list(`${name}.d`), [name]);
      assert.equal(read(`${name}.d/${name}`), 'Mine.');
    }
    symlinkSync('nowhere', path.join(desk.folder.path, 'cover.review.md'));
    assert.equal((await desk.run('init . --title T')).code, 2);
    desk.folder.write('file', '');
    assert.match(
      (await desk.run('init file/new --title T')).err,
      /Nothing can be written into "file\/new": a file stands/,
    );
  });

  it('says what is missing or wrong', async () => {
    for (const [words, said] of [
      [['init', 'new'], /Which title\? Write --title/],
      [['init', 'a', 'b', '--title', 'T'], /takes one folder/],
      [
        ['init', 'new', '--title', 'T', '--standards', 'tinny'],
        /no catalogue “tinny”; did you mean “tiny”\? Nothing was/,
      ],
      [
        ['init', 'new', '--title', 'T', '--standards', 'no.standards.md'],
        /"no\.standards\.md" cannot be read: it is not there/,
      ],
      [
        ['init', 'new', '--title', 'T', '--standards', 'own/x.md'],
        /no catalogue: their names end in \.standards\.md/,
      ],
      [['init', 'new', '--title', 'T', '--exclude', '5'], /Say why 5 is left out/],
      [['init', 'new', '--title', 'T', '--reviewer', ' '], /" *" is no name/],
      [['init', 'new', '--title', 'T', '--language', 'fr'], /no language "fr": choose en or cy/],
    ] as const) {
      const { code, err } = await desk.runWords(words);
      assert.equal(code, 2, words.join(' '));
      assert.match(err, said);
    }
    assert.deepEqual(list('.'), ['own']);
  });
});
