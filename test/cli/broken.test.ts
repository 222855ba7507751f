/*
 * Every subcommand on what is broken: the exit code that its help names, and a message with the file and the next step.
 * Nothing is written where something would be left behind.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../support/serverCli';

const own = `---
id: own
---

# Theme A: Homes

## Element A.1: Home life

### Standards

- A.1.1 Children are fed
- A.1.2 Children are heard
`;
const cover = '---\ntitle: Homes\nstandards: ./own.standards.md\n---\n';
const whole = {
  'cover.review.md': cover,
  'a.review.md': '## Strengths\n\n- Fine [std A.1.1]\n',
  'own.standards.md': own,
  'new.standards.md': own.replace('id: own', 'id: own-2\nreplaces: own'),
};
const brokenCover = { ...whole, 'cover.review.md': cover.replace('Homes', '[a,,b]') };
const noCatalogue = { ...whole, 'cover.review.md': cover.replace('own.st', 'gone.st') };
const brokenCatalogue = { ...whole, 'own.standards.md': own.replace('id: own', 'id: own\n: [') };

/** What reads a review and prints something about it. */
const readers = ['check', 'coverage', 'digest --since 2026-10-01', 'report --format md'];
const migrate = 'standards migrate . --to new.standards.md';

async function expect(desk: Desk, line: string, code: number, said: RegExp): Promise<void> {
  const ran = await desk.run(line);
  assert.equal(ran.code, code, `${line}: ${ran.out}${ran.err}`);
  assert.match(ran.out + ran.err, said, line);
}

describe('on a broken workspace, critical-friend', () => {
  it('says that a folder is not there, and where paths begin', async () => {
    for (const line of [...readers, 'status'])
      await expect(
        new Desk(whole),
        `${line} nowhere`,
        2,
        /no file or folder "nowhere"\. Check the spelling; paths are/,
      );
    for (const line of [
      'standards validate gone.standards.md',
      'standards diff own.standards.md gone.standards.md',
      'standards export gone.standards.md -o t.csv',
      'standards import gone.csv -o t.standards.md',
      'standards migrate . --to gone.standards.md',
    ])
      await expect(new Desk(whole), line, 2, /There is no file "gone\.\S+"\. Check the spelling/);
  });

  it('says what an empty folder would need', async () => {
    for (const line of readers)
      await expect(
        new Desk({ 'notes.txt': '' }),
        line,
        2,
        /No review found at "\."[^]*Give the folder of a review/,
      );
    await expect(
      new Desk({ 'new.standards.md': own }),
      migrate,
      2,
      /No review found at "\."\. Give the folder/,
    );
    await expect(
      new Desk({ 'notes.txt': '' }),
      'status',
      0,
      /No review was found\. A review is a folder with/,
    );
  });

  it('leaves a document out that is no text, says so, and carries nothing over', async () => {
    const spoilt = (): Desk => {
      const desk = new Desk(whole);
      writeFileSync(join(desk.folder.path, 'b.review.md'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255]));
      return desk;
    };
    for (const line of readers)
      await expect(spoilt(), line, 2, /"b\.review\.md" is not a text[^]*It is left out/);
    const desk = spoilt();
    await expect(desk, migrate, 2, /"b\.review\.md" is not a text[^]*Nothing was changed[^]*Mend or move it/);
    assert.equal(readFileSync(join(desk.folder.path, 'cover.review.md'), 'utf8'), cover);
  });

  it('goes on with a broken cover, and names the line', async () => {
    await expect(
      new Desk(brokenCover),
      'check',
      1,
      /cover\.review\.md\n +2:11 +error +This line cannot be read as a setting: a comma/,
    );
    for (const line of readers.slice(1))
      await expect(
        new Desk(brokenCover),
        line,
        0,
        /"cover\.review\.md", line 2: This line[^]*critical-friend check\n/,
      );
    const desk = new Desk(brokenCover);
    await expect(desk, migrate, 2, /"cover\.review\.md" has an error[^]*nothing was changed\. This line/);
    assert.equal(
      readFileSync(join(desk.folder.path, 'cover.review.md'), 'utf8'),
      brokenCover['cover.review.md'],
    );
    await expect(
      new Desk(brokenCover),
      'init --title X',
      2,
      /cover\.review\.md in "\." already\. Nothing was written: give/,
    );
  });

  it('goes on without a catalogue that is missing, and names it', async () => {
    const said = /There is no catalogue “\.\/gone\.standards\.md”; known are/;
    await expect(new Desk(noCatalogue), 'check', 1, said);
    for (const line of readers.slice(1)) await expect(new Desk(noCatalogue), line, 0, said);
    await expect(
      new Desk(noCatalogue),
      migrate,
      2,
      /uses no catalogue that is here\. Put the edition that it uses beside it/,
    );
    await expect(
      new Desk(whole),
      'init x --title X --standards owl',
      2,
      /no catalogue “owl”[^]*Nothing was written/,
    );
  });

  it('makes nothing of a catalogue with errors, and says how to see them', async () => {
    const said =
      /"own\.standards\.md" has errors[^]*nothing was done[^]*critical-friend standards validate own\.standards\.md/;
    for (const line of [
      'standards diff own.standards.md new.standards.md',
      'standards export own.standards.md -o t.csv',
      migrate,
    ]) {
      const desk = new Desk(brokenCatalogue);
      await expect(desk, line, 2, said);
      assert.ok(!existsSync(join(desk.folder.path, 't.csv')));
      assert.equal(readFileSync(join(desk.folder.path, 'cover.review.md'), 'utf8'), cover);
    }
    await expect(
      new Desk(brokenCatalogue),
      'standards validate own.standards.md',
      1,
      /line 3: error: This line cannot/,
    );
    await expect(new Desk(brokenCatalogue), 'check', 1, /own\.standards\.md\n +3:\d+ +error/);
    for (const line of readers.slice(1))
      await expect(new Desk(brokenCatalogue), line, 0, /"own\.standards\.md", line 3: This line cannot/);
  });
});
