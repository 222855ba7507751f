import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { verbHelps } from '../../cli/src/standards/help';
import { Desk } from '../support/serverCli';
import { now, old } from '../support/twoEditions';

const table = 'Ref;Element;Standard\n1.1;Home life;Children feel at home\n1.10;;Children are fed\n';

describe('critical-friend standards', () => {
  it('has a screen of help for each verb', async () => {
    const desk = new Desk({});
    for (const [verb, help] of Object.entries(verbHelps)) {
      assert.deepEqual(await desk.run(`standards ${verb} --help`), { code: 0, out: help, err: '' });
      assert.ok(help.split('\n').length <= 25 && help.split('\n').every((line) => line.length <= 80), verb);
    }
  });

  it('imports a table, says how it was read, and never writes over a file unasked', async () => {
    const desk = new Desk({ 'own.csv': table });
    const first = await desk.run('standards import own.csv -o own.standards.md --prefix fs');
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /1 theme, 1 element, 2 standards/);
    assert.match(first.out, /column A “Ref”: the id/);
    const file = join(desk.folder.path, 'own.standards.md');
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^---\nid: own\nprefix: fs\n---\n/);
    assert.match(text, /^- 1\.10 Children are fed$/m);
    writeFileSync(file, 'mine');
    const again = await desk.run('standards import own.csv -o own.standards.md');
    assert.equal(again.code, 2);
    assert.match(again.err, /is there already, and nothing was written.*--force/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal((await desk.run('standards import own.csv -o own.standards.md --force')).code, 0);
    assert.equal(readFileSync(file, 'utf8').includes('1.10'), true);
  });

  it('says what is wrong with a file, and what to do', async () => {
    const desk = new Desk({
      'empty.csv': '',
      'words.csv': 'a,b\n1,2\n',
      'broken.json': '{',
      'page.md': '# No table\n',
      'bad.xlsx': 'no zip',
      'x.docx': 'x',
    });
    const bomb = zipSync({ 'xl/workbook.xml': [new Uint8Array(45_000_000), { level: 9 }] });
    writeFileSync(join(desk.folder.path, 'bomb.xlsx'), bomb);
    const expected: Record<string, RegExp> = {
      'empty.csv': /No standards were found in "empty\.csv"; expected a row of headings such as/,
      'words.csv': /Change the headings of the columns/,
      'broken.json': /is no JSON that can be read/,
      'page.md': /expected a table with columns such as/,
      'bad.xlsx': /This is no spreadsheet that can be read/,
      'bomb.xlsx': /unpacks to more than 40 MB/,
      'x.docx': /its name ends in none of \.xlsx/,
      'missing.csv': /There is no file "missing\.csv"/,
    };
    for (const [file, message] of Object.entries(expected)) {
      const { code, err } = await desk.run(`standards import ${file} -o own.standards.md`);
      assert.equal(code, 2, file);
      assert.match(err, message);
    }
  });

  it('exports and imports without loss, validates, and compares', async () => {
    const desk = new Desk({ 'old.standards.md': old, 'new.standards.md': now });
    for (const kind of ['csv', 'xlsx']) {
      assert.equal((await desk.run(`standards export old.standards.md -o t.${kind}`)).code, 0);
      assert.match(
        (await desk.run(`standards export old.standards.md -o t.${kind}`)).err,
        /is there already/,
      );
      assert.equal((await desk.run(`standards import t.${kind} -o ${kind}.standards.md`)).code, 0);
      assert.equal(readFileSync(join(desk.folder.path, `${kind}.standards.md`), 'utf8'), old);
    }
    assert.equal((await desk.run('standards validate old.standards.md')).code, 0);
    assert.deepEqual(await desk.run('standards diff old.standards.md new.standards.md'), {
      code: 1,
      out: `Added:
  standard 3.3: Schools answer

Removed:
  standard 1.4: Children are fed

Renumbered:
  element 1 -> 2
  standard 1.1 -> 2.1
  standard 1.3 -> 2.4
  probe 1.1 -> 2.2
  probe 1.2 -> 2.1
  element 2 -> 3
  standard 2.1 -> 3.1
  standard 2.2 -> 3.2

Split:
  standard 1.2 -> 2.2, 2.3

Reworded:
  standard 2.1: Children feel {+safe+} at home
`,
      err: '',
    });
    assert.equal((await desk.run('standards diff old.standards.md csv.standards.md')).code, 0);
  });

  it('carries a review over, all of it or nothing, and lists what is left to decide', async () => {
    const cover = '---\nstandards: ./old.standards.md\n---\n';
    const body = '## Strengths\n\n- Fine [std 1.1, 1.4]\n';
    const files = {
      'cover.review.md': cover,
      'a.review.md': body,
      'old.standards.md': old,
      'new.standards.md': now,
    };
    const desk = new Desk(files);
    const read = (file: string): string => readFileSync(join(desk.folder.path, file), 'utf8');
    assert.equal((await desk.run('standards migrate . --to new.standards.md --dry-run')).code, 1);
    assert.equal(read('a.review.md'), body);
    const { code, out } = await desk.run('standards migrate . --to new.standards.md');
    assert.equal(code, 1);
    assert.match(out, /a\.review\.md:3: standard 1\.1 has other words: Children feel \{\+safe\+\} at home/);
    assert.match(out, /a\.review\.md:3: standard 1\.4 is gone/);
    assert.equal(read('a.review.md'), '## Strengths\n\n- Fine [std 2.1, 1.4]\n');
    assert.match(
      read('cover.review.md'),
      /^---\nstandards: \.\/new\.standards\.md\nreviewed-against:\n {2}own-2026: 1\.1 /,
    );
    const again = await desk.run('standards migrate . --to new.standards.md');
    assert.match(again.err, /uses "own-2027" already/);
  });

  it('carries nothing over that it could not write as it stood, and keeps a byte order mark', async () => {
    const body = '\uFEFF## Strengths\n\n- Fine [std 1.1]\n';
    const others = { 'old.standards.md': old, 'new.standards.md': now };
    const desk = new Desk({
      ...others,
      'cover.review.md': '---\nstandards: ./old.standards.md\n---\n',
      'a.review.md': body,
      'b.review.md': '',
    });
    desk.folder.write(
      'b.review.md',
      Uint8Array.from(Buffer.from('## Strengths\n\n- T\u00EE [std 1.1]\n', 'latin1')),
    );
    const read = (file: string): string => readFileSync(join(desk.folder.path, file), 'utf8');
    const refused = await desk.run('standards migrate . --to new.standards.md');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /"b\.review\.md" is not saved as UTF-8, so nothing was changed\./);
    assert.equal(read('a.review.md'), body);
    desk.folder.write('b.review.md', '');
    assert.equal((await desk.run('standards migrate . --to new.standards.md')).code, 1);
    assert.equal(read('a.review.md'), body.replace('1.1', '2.1'));
  });
});
