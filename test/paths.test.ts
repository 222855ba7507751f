/*
 * Which paths a page may name: those of our files, and none that leads upwards, whatever it begins with.
 */
import assert from 'node:assert/strict';
import { isOurPath } from '../client/src/files/paths';

describe('a path that a page names', () => {
  it('is one of ours by its ending', () => {
    const ours = [
      '/r/a.review.md',
      '/r/A.REVIEW.MD',
      '/r/own.standards.md',
      '/r/a..b/..c.review.md',
      '/...review.md',
    ];
    for (const path of ours) assert.equal(isOurPath(path), true, path);
    const others = [
      '/r/notes.md',
      '/etc/passwd',
      '/r/a.review.md/x',
      '/r/a.review.md\n',
      '/r/a.review.md\u0000',
      '',
    ];
    for (const path of others) assert.equal(isOurPath(path), false, path);
  });

  it('does not lead upwards, with either stroke', () => {
    const ways = ['/r/../s/a.review.md', '/../a.review.md', '/r/b/../../../a.standards.md', '../a.review.md'];
    const windows = ['/c:/r/..\\s\\a.review.md', '\\..\\a.review.md', '/r\\../s/a.review.md'];
    for (const path of [...ways, ...windows, '/r/./../a.review.md'])
      assert.equal(isOurPath(path), false, path);
  });
});
