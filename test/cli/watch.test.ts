/*
 * `check --watch`: what it hears of, whichever way a program saves a file, and what it leaves alone.
 */
import assert from 'node:assert/strict';
import { linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Desk } from '../support/serverCli';

const cover = (): string =>
  `---\ntitle: A review\nstandards: tiny\nchecks:\n  uncovered-standards: off\n---\n`;
const finding = (words: string): string => `# Theme 1: Outcomes\n\n## Strengths\n\n- ${words}\n`;

/** Gives a library the time to look at what was done, in milliseconds. */
const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

describe('check --watch', () => {
  let desk: Desk;
  afterEach(() => {
    // What a failed test leaves watching would keep the process alive.
    desk.stop.abort();
    desk.folder.remove();
  });

  it('checks again after each change until it is stopped, whatever goes wrong meanwhile', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/one.review.md': finding('Told. [std 1.1]') });
    const { running, until } = desk.watch('check --watch r');
    await until(/No problems in 2 files[^]*Watching for changes/);
    desk.folder.write('r/one.review.md', finding('Told. [std 9.9]'));
    await until(/Changed: r\/one\.review\.md[^]*unknown-standard[^]*1 problem/);
    desk.folder.write('r/deep/two.review.md', finding('Told. [std 8.8]'));
    await until(/two\.review\.md[^]*2 problems in 3 files/);
    desk.folder.write('r/notes.txt', 'Nobody asks for this.');
    desk.folder.write('r/one.review.md', finding('Told. [std 1.2]'));
    await until(/Changed: r\/one\.review\.md\n[^]*1 problem in 3 files/);
    desk.folder.write('r/deep/two.review.md', new Uint8Array([0, 1, 2]));
    await until(/"r\/deep\/two\.review\.md" is not a text/);
    desk.stop.abort();
    assert.equal((await running).code, 0);
  });

  it('sees a change that is made while the first round is printed', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/one.review.md': finding('Told. [std 1.1]') });
    let all = '';
    let isWritten = false;
    const seen = new Promise<void>((resolve) => {
      desk.heard = (text) => {
        all += text;
        if (!isWritten && all.includes('No problems in 2 files')) {
          isWritten = true;
          desk.folder.write('r/one.review.md', finding('Told. [std 9.9]'));
        }
        if (/Changed: r\/one\.review\.md[^]*unknown-standard[^]*1 problem/.test(all)) resolve();
      };
    });
    const running = desk.run('check --watch r');
    await seen;
    assert.match(all, /^No problems in 2 files[^]*Watching for changes[^]*Changed:/);
    desk.stop.abort();
    assert.equal((await running).code, 0);
  }).timeout(20_000);

  it('still hears of a file that was replaced just after it got a second name', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/one.review.md': finding('Told. [std 1.1]') });
    const file = path.join(desk.folder.path, 'r/one.review.md');
    const { running, until } = desk.watch('check --watch r');
    await until(/Watching for changes/);
    for (let i = 0; i < 5; i++) {
      writeFileSync(`${file}.new`, finding(`Replaced ${i}. [std 1.1]`));
      linkSync(file, `${file}.old`);
      await pause(i);
      renameSync(`${file}.new`, file);
      rmSync(`${file}.old`);
      await until(/Changed: r\/one\.review\.md[^]*No problems/);
      desk.folder.write('r/one.review.md', finding(`Written ${i}. [std 9.9]`));
      await until(/Changed: r\/one\.review\.md[^]*unknown-standard[^]*1 problem/);
    }
    desk.stop.abort();
    assert.equal((await running).code, 0);
  }).timeout(20_000);

  const saves: Record<string, (file: string, text: string) => Promise<void>> = {
    'moving the old file away': async (file, text) => {
      renameSync(file, `${file}~`);
      await pause(2);
      writeFileSync(file, text);
      rmSync(`${file}~`);
    },
    'moving a new file into its place': async (file, text) => {
      writeFileSync(`${file}.new`, text);
      linkSync(file, `${file}~`);
      await pause(2);
      renameSync(`${file}.new`, file);
      rmSync(`${file}~`);
    },
  };
  for (const [how, save] of Object.entries(saves)) {
    it(`hears of a file that is named alone and saved by ${how}`, async () => {
      desk = new Desk({ 'r/one.review.md': finding('Told. [std 1.1]'), 'c.json': '{}' });
      const { running, until } = desk.watch('check --watch --config c.json r/one.review.md');
      await until(/Watching for changes/);
      for (const [name, text] of [
        ['r/one.review.md', finding('Told again. [std 1.1]')],
        ['c.json', '{ "checks": {} }'],
      ] as const) {
        await save(path.join(desk.folder.path, name), text);
        await until(new RegExp(`Changed: ${name}[^]*in 1 file`));
        desk.folder.write(name, `${text} `);
        await until(new RegExp(`Changed: ${name}[^]*in 1 file`));
      }
      desk.folder.write('r/notes.review.md', 'Nobody asks for this.');
      desk.folder.write('c.json', '{}');
      assert.match(await until(/Changed: [^]*in 1 file/), /Changed: c\.json\n/);
      desk.stop.abort();
      assert.equal((await running).code, 0);
    }).timeout(20_000);
  }

  it('fixes what others write, does no round for what it has written itself, and ends when it is stopped', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/one.review.md': finding('Told. [std1.1]') });
    const read = (name: string): string => readFileSync(path.join(desk.folder.path, name), 'utf8');
    const { running, until } = desk.watch('check --watch --fix r');
    await until(/“\[std1\.1\]” became “\[std 1\.1\]”[^]*Watching for changes/);
    for (const [i, id] of ['1.2', '1.1', '1.2'].entries()) {
      desk.folder.write('r/one.review.md', finding(`Told ${i}. [std${id}]`));
      await until(/became[^]*No problems in 2 files|became[^]*problems? in \d file/);
      assert.equal(read('r/one.review.md'), finding(`Told ${i}. [std ${id}]`));
      // What has changed next is another file: the one that was fixed would be named before it or with it.
      desk.folder.write('r/cover.review.md', `${cover()}\nWords ${i}.\n`);
      const said = await until(/Changed: [^]*(?:No problems in 2 files|problems? in \d file)/);
      assert.deepEqual(said.match(/Changed: .*/g), ['Changed: r/cover.review.md']);
    }
    // What someone else writes is checked, also where it is what was written here before.
    for (const words of [finding('Told. [std 9.9]'), finding('Told 2. [std 1.2]')]) {
      desk.folder.write('r/one.review.md', words);
      await until(/Changed: r\/one\.review\.md[^]*(?:No problems in 2 files|problems? in \d file)/);
    }
    desk.stop.abort();
    assert.equal((await running).code, 0);
    assert.deepEqual(readdirSync(path.join(desk.folder.path, 'r')).sort(), [
      'cover.review.md',
      'one.review.md',
    ]);
  });
});
