/*
 * The host on real folders: which files it lists, and what it makes of their bytes. Ignore rules are those
 * of git, as far as they decide about a file's name.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { largestNamed } from '../../core/src';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { fileUri } from '../../server/src/lsp/uris';
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
    const met: unknown[] = [];
    await host.listFiles([fileUri(path.join(folder.path, 'root'))], {
      link: ({ uri, target, isFolder }) => met.push([path.basename(uri), target, isFolder]),
    });
    assert.deepEqual(await list('root'), ['root/a/one.review.md']);
    assert.deepEqual(met, [
      ['linked', path.join(folder.path, 'outside'), true],
      ['up', folder.path, true],
    ]);
    // Where the folder is open too, what a link leads to is inside; it counts once, under its own name.
    assert.deepEqual(await list('root', 'outside'), ['root/a/one.review.md', 'outside/two.review.md']);
  });

  it('lists a linked file once, under its own name or else under the first that leads to it', async () => {
    folder = new Folder({
      'root/deep/one.review.md': '',
      'root/notes.md': '',
      'root/hidden/two.review.md': '',
      'root/.gitignore': 'hidden/\n',
      'outside.review.md': '',
    });
    const link = (target: string, name: string): void => {
      symlinkSync(target, path.join(folder.path, 'root', name));
    };
    link('deep/one.review.md', 'a.review.md');
    link('notes.md', 'b.review.md');
    link('notes.md', 'c.review.md');
    link('hidden/two.review.md', 'd.review.md');
    link('../outside.review.md', 'e.review.md');
    link('/etc/passwd', 'f.review.md');
    const met: string[] = [];
    await host.listFiles([fileUri(path.join(folder.path, 'root'))], {
      link: ({ uri }) => met.push(path.basename(uri)),
    });
    assert.deepEqual(await list('root'), ['root/b.review.md', 'root/d.review.md', 'root/deep/one.review.md']);
    assert.deepEqual(met, ['e.review.md', 'f.review.md']);
  });

  it('looks at where a file really is when it reads it, whatever a listing said', async () => {
    folder = new Folder({
      'root/one.review.md': 'words',
      'root/deep/two.review.md': 'words',
      'secret/two.review.md': 'secret',
    });
    const at = (name: string): string => path.join(folder.path, name);
    const read = (name: string): ReturnType<typeof host.readFile> =>
      host.readFile(fileUri(at(name)), [fileUri(at('root'))]);
    assert.equal(await read('root/one.review.md'), 'words');
    rmSync(at('root/one.review.md'));
    symlinkSync(at('secret/two.review.md'), at('root/one.review.md'));
    rmSync(at('root/deep'), { recursive: true });
    symlinkSync(at('secret'), at('root/deep'));
    const target = at('secret/two.review.md');
    for (const name of ['root/one.review.md', 'root/deep/two.review.md'])
      assert.deepEqual(await read(name), { link: { uri: fileUri(at(name)), target, isFolder: false } });
    assert.equal(typeof (await read('secret/two.review.md')), 'object', 'a file of no folder');
  });

  it('takes the base for where the folder really is', async () => {
    folder = new Folder({
      'real/one.review.md': 'words',
      'real.standards.md': 'beside',
      'x/real.standards.md': 'other',
    });
    symlinkSync(path.join(folder.path, 'real'), path.join(folder.path, 'x/link'));
    const root = fileUri(path.join(folder.path, 'x/link'));
    assert.deepEqual(await list('x/link'), ['x/link/one.review.md']);
    assert.equal(await host.readFile(`${root}/one.review.md`, [root]), 'words');
    // What is beside a folder that was opened through a link is beside its target.
    const beside = fileUri(path.join(folder.path, 'x/real.standards.md'));
    assert.equal(await host.readNamed?.(beside, [root]), 'beside');
  });

  it('minds the ignore rules above where an opened folder really is', async () => {
    folder = new Folder({
      'real/.git/HEAD': '',
      'real/.gitignore': 'drafts/\n',
      'real/a/one.review.md': '',
      'real/a/drafts/two.review.md': '',
      'x/.git/HEAD': '',
      'x/.gitignore': 'one.review.md\n',
    });
    const link = (target: string, name: string): void => {
      symlinkSync(path.join(folder.path, target), path.join(folder.path, name));
    };
    link('real', 'way');
    link('real/a', 'x/a');
    assert.deepEqual(await list('way/a'), ['way/a/one.review.md']);
    assert.deepEqual(await list('x/a'), ['x/a/one.review.md']);
  });

  const withPipe = process.platform === 'win32' ? it.skip : it;
  withPipe('waits for no pipe, and reads no ignore file that is one, or a link to outside', async () => {
    folder = new Folder({
      '.git/HEAD': '',
      secret: 'one.review.md\n',
      'root/one.review.md': '',
      'root/deep/two.review.md': '',
    });
    execFileSync('mkfifo', [path.join(folder.path, '.gitignore')]);
    execFileSync('mkfifo', [path.join(folder.path, 'root/pipe.review.md')]);
    symlinkSync('../secret', path.join(folder.path, 'root/.gitignore'));
    symlinkSync('/dev/zero', path.join(folder.path, 'root/deep/.gitignore'));
    const rules: string[] = [];
    const found = await host.listFiles([fileUri(path.join(folder.path, 'root'))], {
      link: () => undefined,
      rules: (uri) => rules.push(uri),
    });
    assert.deepEqual(
      found.map((uri) => path.basename(uri)),
      ['two.review.md', 'one.review.md'],
    );
    assert.deepEqual(rules, []);
    const pipe = fileUri(path.join(folder.path, 'root/pipe.review.md'));
    assert.equal(await host.readFile(pipe, [fileUri(folder.path)]), undefined);
    assert.deepEqual(await host.readNamed?.(pipe, [fileUri(path.join(folder.path, 'root/deep'))]), {
      refused: 'kind',
    });
  });

  it('reads a file outside that a cover names where no link leads to it and it is not too large', async () => {
    folder = new Folder({
      'root/cover.review.md': '',
      'shared/own.standards.md': '\uFEFFwords',
      'large.standards.md': new Uint8Array(largestNamed + 1),
      'full.standards.md': new Uint8Array(largestNamed),
      'folder.standards.md/x': '',
    });
    symlinkSync('shared', path.join(folder.path, 'link'));
    symlinkSync('shared/own.standards.md', path.join(folder.path, 'link.standards.md'));
    symlinkSync('nowhere', path.join(folder.path, 'lost.standards.md'));
    const root = fileUri(path.join(folder.path, 'root'));
    const read = async (name: string): Promise<unknown> =>
      host.readNamed?.(fileUri(path.join(folder.path, name)), [root]);
    assert.equal(await read('shared/own.standards.md'), 'words');
    assert.equal(String(await read('full.standards.md')).length, largestNamed);
    assert.deepEqual(await read('link/own.standards.md'), { refused: 'link' });
    assert.deepEqual(await read('link.standards.md'), { refused: 'link' });
    assert.deepEqual(await read('large.standards.md'), { refused: 'size' });
    assert.deepEqual(await read('folder.standards.md'), { refused: 'kind' });
    assert.deepEqual(await read('lost.standards.md'), { refused: 'link' });
    assert.deepEqual(await read('none.standards.md'), { refused: undefined });
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
    const read = (name: string): ReturnType<typeof host.readFile> =>
      host.readFile(fileUri(path.join(folder.path, name)), [fileUri(folder.path)]);
    assert.equal(await read('bom.review.md'), '# Ch\u0175arae');
    assert.equal(await read('wrong.review.md'), 'a\uFFFDb');
    assert.equal(await read('missing.review.md'), undefined);
    assert.equal(await host.readFile('vscode-vfs://github/x/one.review.md', []), undefined);
  });

  it('takes names with blanks, percent signs and letters beyond ASCII', async () => {
    folder = new Folder({ 'a b/50% \u00FC#.review.md': 'words' });
    const [uri] = await host.listFiles([fileUri(folder.path)]);
    assert.equal(await host.readFile(uri ?? '', [fileUri(folder.path)]), 'words');
  });
});
