/*
 * The host on real folders: which files it lists, and what it makes of their bytes. Ignore rules are those
 * of git, as far as they decide about a file's name.
 */
import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { createNodeHost } from '../../server/src/nodeHost';
import { fileUri } from '../../server/src/uris';
import { Folder } from '../support/serverFolder';

describe('host on a file system', () => {
  let folder: Folder;
  const logged: string[] = [];
  const host = createNodeHost((line) => logged.push(line));
  const list = async (...below: string[]): Promise<string[]> => {
    const roots = below.length > 0 ? below : ['.'];
    const uris = await host.listFiles(roots.map((name) => fileUri(path.join(folder.path, name))));
    return uris.map((uri) => uri.slice(fileUri(folder.path).length + 1));
  };
  afterEach(() => {
    folder.remove();
  });

  it('lists review documents and catalogues, and nothing else', async () => {
    folder = new Folder({
      'cover.review.md': '',
      'deep/er/one.review.md': '',
      'own.standards.md': '',
      'README.md': '',
      'review.md': '',
      'one.review.md.bak': '',
      'node_modules/x/two.review.md': '',
      '.git/three.review.md': '',
    });
    assert.deepEqual(await list(), ['cover.review.md', 'deep/er/one.review.md', 'own.standards.md']);
  });

  it('leaves out what .gitignore files hide, each for what lies below it', async () => {
    folder = new Folder({
      '.gitignore': 'out/\n/top.review.md\n*.tmp.review.md\n',
      'top.review.md': '',
      'a/top.review.md': '',
      'out/one.review.md': '',
      'a/.gitignore': '!kept.tmp.review.md\nlocal.review.md\n',
      'a/kept.tmp.review.md': '',
      'a/gone.tmp.review.md': '',
      'a/local.review.md': '',
      'local.review.md': '',
    });
    assert.deepEqual(await list(), ['a/kept.tmp.review.md', 'a/top.review.md', 'local.review.md']);
  });

  it('minds the rules of the repository above an opened folder', async () => {
    folder = new Folder({
      '.git/HEAD': '',
      '.gitignore': 'drafts/\nhidden/\n',
      'a/one.review.md': '',
      'a/drafts/two.review.md': '',
      'hidden/three.review.md': '',
    });
    assert.deepEqual(await list('a'), ['a/one.review.md']);
    // Somebody who opens a hidden folder wants to see it.
    assert.deepEqual(await list('hidden'), ['hidden/three.review.md']);
  });

  it('survives links in circles and lists every file once', async () => {
    folder = new Folder({ 'root/a/one.review.md': '', 'outside/two.review.md': '', 'above.review.md': '' });
    const link = (target: string, name: string): void => {
      symlinkSync(path.join(folder.path, target), path.join(folder.path, name), 'dir');
    };
    link('root', 'root/a/loop');
    link('root/a', 'root/0-again');
    link('.', 'root/up');
    link('outside', 'root/linked');
    assert.deepEqual(await list('root'), ['root/a/one.review.md', 'root/linked/two.review.md']);
  });

  it('lists a link that leads nowhere, so that somebody says it, and no lock of an editor', async () => {
    folder = new Folder({ 'one.review.md': '' });
    symlinkSync('nowhere', path.join(folder.path, 'two.review.md'));
    symlinkSync('somebody@here.1234', path.join(folder.path, '.#one.review.md'));
    assert.deepEqual(await list(), ['one.review.md', 'two.review.md']);
  });

  it('lists a file of two nested folders once', async () => {
    folder = new Folder({ 'a/one.review.md': '' });
    assert.deepEqual(await list('.', 'a'), ['a/one.review.md']);
  });

  it('leaves out folders that are missing or cannot be read', async () => {
    folder = new Folder({ 'a/one.review.md': '', 'locked/two.review.md': '' });
    assert.deepEqual(await list('missing'), []);
    chmodSync(path.join(folder.path, 'locked'), 0);
    // The superuser reads everything; then the listing merely has to succeed.
    const files = await list();
    chmodSync(path.join(folder.path, 'locked'), 0o755);
    assert.ok(files.includes('a/one.review.md'));
  });

  it('reads UTF-8 without its byte order mark, and replaces wrong bytes', async () => {
    folder = new Folder({
      'bom.review.md': '\uFEFF# Ch\u0175arae',
      'wrong.review.md': new Uint8Array([0x61, 0xff, 0x62]),
    });
    const read = (name: string): Promise<string | undefined> =>
      host.readFile(fileUri(path.join(folder.path, name)));
    assert.equal(await read('bom.review.md'), '# Ch\u0175arae');
    assert.equal(await read('wrong.review.md'), 'a\uFFFDb');
    assert.equal(await read('missing.review.md'), undefined);
    assert.equal(await host.readFile('vscode-vfs://github/x/one.review.md'), undefined);
  });

  it('takes names with blanks, percent signs and letters beyond ASCII', async () => {
    folder = new Folder({ 'a b/50% \u00FC#.review.md': 'words' });
    const [uri] = await host.listFiles([fileUri(folder.path)]);
    assert.equal(await host.readFile(uri ?? ''), 'words');
  });
});
