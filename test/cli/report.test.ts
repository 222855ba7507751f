/*
 * `report`: every format is written whole or not at all, and what cannot be done is refused in words that say the
 * next step.
 */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../support/serverCli';

const cover = '---\ntitle: A review\nstandards: tiny\n---\n# Introduction\nWe came.\n';
const one = '# Theme 1: Outcomes\n\n## Strengths\n\n- People told us so. [std 1.1]\n';

describe('report', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({ 'r/cover.review.md': cover, 'r/one.review.md': one });
  });
  afterEach(() => {
    desk.folder.remove();
  });
  const file = (name: string): string => join(desk.folder.path, name);

  it('prints a page, Markdown or data', async () => {
    const html = await desk.run('report r --format html');
    assert.equal(html.code, 0);
    assert.match(
      html.out,
      /^<!DOCTYPE html>\n<html lang="en-GB">[^]*<li id="chapter-2-strength-1">People told us so\.<sup/,
    );
    const md = await desk.run('report --format md', 'r');
    assert.match(md.out, /- People told us so\. \(standard 1\.1\)/);
    const { value } = await desk.json('report r');
    assert.equal((value as { title: string }).title, 'A review');
  });

  for (const format of ['html', 'md', 'json']) {
    it(`prints the same bytes as ${format} as it writes, also what a build service would obey`, async () => {
      const hostile = '- Told us. [std 1.1]\n\n  ```\n  ::error::x ##[error]x \u001b[31m\u202e\n  ```\n';
      writeFileSync(file('r/one.review.md'), `${one}${hostile}`);
      const { code, out } = await desk.run(`report r --format ${format}`);
      assert.equal(code, 0);
      assert.match(out, /::error::x ##\[error\]x/);
      await desk.run(`report r -o out.${format}`);
      assert.deepEqual(readFileSync(file(`out.${format}`)), Buffer.from(out));
    });
  }

  it('marks a final report as a draft as long as something stands in the way, and says so', async () => {
    assert.equal((await desk.run('report r --format md')).err, '');
    writeFileSync(file('r/cover.review.md'), cover.replace('standards:', 'phase: final\nstandards:'));
    const { code, out, err } = await desk.run('report r --format md');
    assert.equal(code, 0);
    assert.match(out, /^Draft$/m);
    assert.match(
      err,
      /^critical-friend: \d+ points? stands? in the way of the final report, so it is marked as a draft\. See them with: critical-friend check --final\n$/,
    );
  });

  it('writes the file that it is given, and tells the format from its ending', async () => {
    assert.deepEqual(await desk.run('report r -o out.html --citations hidden'), {
      code: 0,
      out: '',
      err: 'Wrote out.html\n',
    });
    const html = readFileSync(file('out.html'), 'utf8');
    assert.match(html, /People told us so\./);
    assert.doesNotMatch(html, /<sup/);
  });

  it('writes tables into files of their own', async () => {
    const { code, err } = await desk.run('report r -o out.csv');
    assert.deepEqual([code, err.split('\n').length - 1], [0, 4]);
    assert.match(readFileSync(file('out-findings.csv'), 'utf8'), /^\uFEFFNo\.,[^]*People told us so\./);
    assert.ok(existsSync(file('out-actions.csv')));
    assert.ok(!existsSync(file('out.csv')));
  });

  it('replaces an old report as a whole, and leaves nothing else behind', async () => {
    writeFileSync(file('out.md'), 'old');
    await desk.run('report r -o out.md');
    assert.match(readFileSync(file('out.md'), 'utf8'), /^# A review/);
    assert.deepEqual(readdirSync(desk.folder.path).sort(), ['out.md', 'r']);
  });

  it('leaves every old file whole where one of them cannot be written', async () => {
    writeFileSync(file('out-findings.csv'), 'old');
    mkdirSync(file('out-evidence.csv'));
    const { code, err } = await desk.run('report r -o out.csv');
    assert.equal(code, 2);
    assert.match(err, /out-evidence\.csv" is a folder: add the name of a file/);
    assert.equal(readFileSync(file('out-findings.csv'), 'utf8'), 'old');
    assert.deepEqual(readdirSync(desk.folder.path).sort(), ['out-evidence.csv', 'out-findings.csv', 'r']);
  });

  it('leaves the old file whole where the folder takes no new one', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    mkdirSync(file('kept'));
    writeFileSync(file('kept/out.md'), 'old');
    chmodSync(file('kept'), 0o500);
    const { code, err } = await desk.run('report r -o kept/out.md');
    chmodSync(file('kept'), 0o700);
    assert.equal(code, 2);
    assert.match(err, /choose a folder that you may write to/);
    assert.equal(readFileSync(file('kept/out.md'), 'utf8'), 'old');
  });

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['report r', /Which format\? Write --format and html, docx, pptx, md, .*json\./],
    ['report r --format word', /There is no format "word": choose html, docx, pptx, md/],
    ['report r --format', /Which format\? Write --format and html/],
    ['report r -o', /Which file\? Write -o and the name of a file/],
    ['report r -o out.xyz', /The ending of "out\.xyz" names no format/],
    ['report r -o no/out.html', /There is no folder ".*no" to write the report to: make it first/],
    ['report r -o r/cover.review.md --format md', /would take the place of what you write yourself/],
    ['report r --format csv', /needs a file to be written to: add -o report\.csv/],
    ['report r --format html --citations loud', /Citations cannot be shown as "loud": choose notes/],
    ['report r --colour', /"report" has no option "--colour"/],
    ['report q --format md', /There is no file or folder "q"/],
  ];
  for (const [line, words] of refusals) {
    it(`refuses ${line}`, async () => {
      const before = readFileSync(file('r/cover.review.md'), 'utf8');
      const { code, out, err } = await desk.run(line);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, words);
      assert.equal(readFileSync(file('r/cover.review.md'), 'utf8'), before);
    });
  }

  it('refuses several reviews at once, and names them', async () => {
    mkdirSync(file('s'));
    writeFileSync(file('s/cover.review.md'), cover);
    const { code, err } = await desk.run('report --format md');
    assert.equal(code, 2);
    assert.match(err, /A report is of one review, .*"r\/cover\.review\.md" or "s\/cover\.review\.md"/);
  });
});
