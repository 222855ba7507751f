/*
 * `status`: the words of the editor's Show Status, without what only an editor knows.
 */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { Desk } from '../support/serverCli';
import { makeUnreadable, whyReadable } from '../support/unreadable';

describe('status', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({
      'r/cover.review.md': '---\ntitle: A review\nstandards: [tiny, ./lost.standards.md]\n---\n',
      'r/one.review.md': '# Theme 1: Outcomes\n\n## Strengths\n\n- People told us so. [std 1.1]\n',
      'alone/two.review.md': 'Words.\n',
    });
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('says what was found where, and what was not', async () => {
    const { code, out, err } = await desk.run('status');
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /^# Critical Friend found 2 reviews with 3 documents and 1 catalogue\n/);
    assert.match(out, /- Cover: r\/cover\.review\.md/);
    assert.match(out, /There is no cover: alone\/two\.review\.md is a review of its own\./);
    assert.match(
      out,
      /r\/cover\.review\.md names the standards “\.\/lost\.standards\.md”, which were not found/,
    );
    assert.match(out, /- Version 1\.2\.3\n$/);
    assert.doesNotMatch(out, /editor|could not be read\. See/);
  });

  it('is about a document’s whole review', async () => {
    const { out } = await desk.run('status one.review.md', 'r');
    assert.match(out, /found 1 review with 2 documents/);
    assert.match((await desk.run('status alone/two.review.md')).out, /found 1 review with 1 document /);
  });

  it('prints JSON', async () => {
    const { code, value } = await desk.json('status r');
    assert.equal(code, 0);
    const { schemaVersion, version, reviews, unreadable, ...rest } = value as Record<string, unknown>;
    assert.deepEqual([schemaVersion, version, (reviews as unknown[]).length], [1, '1.2.3', 1]);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(Object.keys(rest).sort(), [
      'catalogues',
      'files',
      'folders',
      'leftUnread',
      'links',
      'outside',
      'rules',
    ]);
    assert.deepEqual(rest.files, ['cover.review.md', 'one.review.md']);
  });

  it('names a file that is there and cannot be read', async function () {
    if (whyReadable !== undefined) this.skip();
    makeUnreadable(path.join(desk.folder.path, 'r/one.review.md'));
    const { out } = await desk.run('status r');
    assert.match(out, /one\.review\.md could not be read\. See/);
  });

  it('says so when nothing is there, and when the path is wrong', async () => {
    assert.equal((await desk.run('status nowhere')).code, 2);
    desk.folder.remove();
    desk = new Desk({ 'notes.md': '' });
    const { code, out } = await desk.run('status');
    assert.equal(code, 0);
    assert.match(out, /No review was found/);
  });
});
