/*
 * Which paths a cover may name outside the opened folders, over every spelling that anybody has thought of.
 */
import assert from 'node:assert/strict';
import { namedKeys, readNamedPath, type NamedKey } from '../../core/src';

const catalogue = 'own.standards.md';

/** Paths that are what they look like; nothing of them is decoded. */
const relative = [
  catalogue,
  `./${catalogue}`,
  `../${catalogue}`,
  `../../${catalogue}`,
  `./../${catalogue}`,
  `x/../../${catalogue}`,
  `a//b/${catalogue}`,
  `..\\${catalogue}`,
  `..\\..\\shared\\${catalogue}`,
  `%2e%2e/${catalogue}`,
  `..%2f${catalogue}`,
  `..%5c${catalogue}`,
  `%252e%252e/${catalogue}`,
  `~/${catalogue}`,
  `$HOME/${catalogue}`,
  `%USERPROFILE%/${catalogue}`,
  `.../${catalogue}`.replace('...', '..a'),
  `..%00/${catalogue}`,
  `../Gwasanaethau plant \u0175/${catalogue}`,
  `../a b/#1?/${catalogue}`,
  '../OWN.STANDARDS.MD',
  `../console/${catalogue}`,
  `../community/${catalogue}`,
  `../.hidden/${catalogue}`,
];

/** Paths that lead, on one system or another, somewhere else than a relative path does. */
const refused = [
  '',
  ' ',
  '.',
  '..',
  '../',
  '/',
  `/${catalogue}`,
  `//server/share/${catalogue}`,
  `\\\\server\\share\\${catalogue}`,
  `\\\\?\\C:\\${catalogue}`,
  `\\\\.\\C:\\${catalogue}`,
  `//?/C:/${catalogue}`,
  `\\??\\C:\\${catalogue}`,
  `C:\\${catalogue}`,
  `C:/${catalogue}`,
  `C:${catalogue}`,
  `c:..\\${catalogue}`,
  `../C:/${catalogue}`,
  `file:///tmp/${catalogue}`,
  `file:/tmp/${catalogue}`,
  `file:../${catalogue}`,
  `FILE:///tmp/${catalogue}`,
  `https://example.org/${catalogue}`,
  `vscode-vfs://github/a/${catalogue}`,
  `data:text/plain,/${catalogue}`,
  `../${catalogue}:stream`,
  `../x:stream/${catalogue}`,
  `../own\u0000/${catalogue}`,
  `../${catalogue}\u0000.png`,
  `../own\n/${catalogue}`,
  `../\u202Edm.sdradnats.nwo/${catalogue}`,
  `../\u200B/${catalogue}`,
  `../\uFEFF/${catalogue}`,
  `../CON/${catalogue}`,
  `../con.standards.md`,
  `../NUL.standards.md`,
  `../aux.x/${catalogue}`,
  `../COM1/${catalogue}`,
  `../lpt9.standards.md`,
  `../COM\u00B9/${catalogue}`,
  `../CONIN$/${catalogue}`,
  `../PRN /${catalogue}`,
  `.. /${catalogue}`,
  `../... /${catalogue}`,
  `.../${catalogue}`,
  `../x./${catalogue}`,
  `../x /${catalogue}`,
  `../${catalogue}/`,
  `../${catalogue} `,
  `../${catalogue}.`,
  '../notes.md',
  '../passwd',
  '../own.standards.md.txt',
  '../.standards.md.lnk',
  '../own.review.md',
];

describe('a path outside the folders that a cover names', () => {
  it('is taken as it is written, with forward slashes', () => {
    for (const value of relative)
      assert.equal(readNamedPath('standards', value), value.replaceAll('\\', '/'), JSON.stringify(value));
  });

  it('is refused where it is not a plain relative path to such a file', () => {
    for (const value of refused)
      assert.equal(readNamedPath('standards', value), undefined, JSON.stringify(value));
    assert.ok(relative.length + refused.length >= 60);
  });

  it('has the ending that its key takes, and no other', () => {
    const names: Record<NamedKey, readonly string[]> = {
      standards: ['own.standards.md'],
      previous: ['cover.review.md', 'Cover.Review.md'],
      template: ['council.docx', 'council.dotx', 'slides.potx', 'slides.PPTX'],
      responses: ['survey.csv'],
    };
    const others = [
      'one.review.md',
      'recover.review.md',
      'x.docm',
      'x.dotm',
      'x.doc',
      'x.xlsx',
      'x.csv.exe',
      'docx',
    ];
    const keys = Object.keys(namedKeys) as NamedKey[];
    for (const key of keys) {
      for (const [owner, own] of Object.entries(names))
        for (const name of own)
          assert.equal(readNamedPath(key, `../${name}`) !== undefined, owner === key, `${key}: ${name}`);
      for (const name of others) assert.equal(readNamedPath(key, `../${name}`), undefined, `${key}: ${name}`);
    }
  });

  it('is the same whoever has written it on whichever system', () => {
    assert.equal(readNamedPath('previous', '..\\2024\\cover.review.md'), '../2024/cover.review.md');
    assert.equal(readNamedPath('responses', './data/survey.csv'), './data/survey.csv');
  });
});
