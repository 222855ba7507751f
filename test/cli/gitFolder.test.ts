/*
 * Which repository the history of a review may be read from: one that the folder is really in, that points back to it and
 * that belongs to whoever asks. The others are made as a stranger would make them.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { findGitFolder } from '../../server/src/hosts/gitFolder';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { fileUri } from '../../server/src/lsp/uris';
import { commitAll, initGit, linkWorktree } from '../support/gitFolder';
import { TestClient } from '../support/server';
import { Desk } from '../support/serverCli';
import { Folder } from '../support/serverFolder';

const cover = '---\ntitle: A review\nstandards: tiny\n---\n';
const secret = '## Strengths\n\n- SECRET words of another family. [std 1.1]\n';

describe('the repository around a folder', () => {
  let home: Folder;
  const at = (name: string): string => path.join(home.path, name);
  const why = async (name = 'review'): Promise<string | undefined> => {
    const found = await findGitFolder(at(name));
    return found && 'why' in found ? found.why : found && 'its own';
  };
  beforeEach(async () => {
    home = new Folder({
      'private/cover.review.md': cover,
      'private/one.review.md': secret,
      'review/cover.review.md': cover,
    });
    const inner = { path: at('private') };
    await initGit(inner);
    await commitAll(inner, '2026-09-30T12:00:00Z');
  });
  afterEach(() => {
    home.remove();
  });

  it('is found from a folder below it, and there is none where there is none', async () => {
    mkdirSync(at('private/a/b'), { recursive: true });
    assert.equal(await why('private/a/b'), 'its own');
    assert.equal(await why('review'), undefined);
    mkdirSync(at('review/.git'));
    assert.equal(await why('review'), undefined, 'an empty folder is no repository');
  });

  it('is followed from a worktree and a submodule, which it points back to', async () => {
    linkWorktree({ path: at('private') }, { path: at('review') }, 'x'.repeat(40));
    assert.deepEqual(await findGitFolder(at('review')), {
      root: at('review'),
      own: at('private/.git/worktrees/other'),
      common: at('private/.git'),
    });
    home.write('private/sub/.git', 'gitdir: ../.git/modules/sub\n');
    home.write('private/.git/modules/sub/HEAD', 'ref: refs/heads/main\n');
    home.write(
      'private/.git/modules/sub/config',
      '[core]\n\trepositoryformatversion = 0\n\tworktree = ../../../sub\n[remote "origin"]\n\turl = x\n',
    );
    const own = at('private/.git/modules/sub');
    assert.deepEqual(await findGitFolder(at('private/sub')), { root: at('private/sub'), own, common: own });
  });

  it('is not followed from a .git file to where nothing points back', async () => {
    const notBack = 'has a .git file whose repository does not point back to it';
    home.write('review/.git', `gitdir: ${at('private/.git')}\n`);
    assert.equal(await why(), notBack);

    // A folder of the stranger's own that points back, and borrows its history from the private one.
    home.write('review/.git', 'gitdir: fake\n');
    home.write('review/fake/HEAD', readFileSync(at('private/.git/HEAD'), 'utf8'));
    home.write('review/fake/gitdir', `${at('review/.git')}\n`);
    home.write('review/fake/commondir', `${at('private/.git')}\n`);
    assert.equal(await why(), notBack);
    home.write('review/.git', 'gitdir: x/worktrees/fake\n');
    cpSync(at('review/fake'), at('review/x/worktrees/fake'), { recursive: true });
    assert.equal(await why(), notBack);
    home.write('review/fake/config', `[core]\n\tworktree = ..\n`);
    home.write('review/.git', 'gitdir: fake\n');
    assert.equal(await why(), notBack, 'a submodule has no common folder');

    // The private one has a worktree, and this is not it.
    linkWorktree({ path: at('private') }, { path: at('other') }, 'x'.repeat(40));
    home.write('review/.git', `gitdir: ${at('private/.git/worktrees/other')}\n`);
    assert.equal(await why(), notBack);

    home.write('review/.git', 'gitdir: nowhere\n');
    assert.match((await why()) ?? '', /names no repository/);
    home.write('review/.git', new Uint8Array(200_000));
    assert.match((await why()) ?? '', /names no repository/);
  });

  it('is not one that is a link, that borrows its history, or that belongs to another user', async () => {
    symlinkSync(at('private/.git'), at('review/.git'));
    assert.equal(await why(), 'has a .git that is neither a folder nor a file');
    rmSync(at('review/.git'));
    cpSync(at('private/.git'), at('review/.git'), { recursive: true });
    assert.equal(await why(), 'its own');
    for (const name of ['commondir', 'objects/info/alternates']) {
      home.write(`review/.git/${name}`, `${at('private/.git')}\n`);
      assert.equal(await why(), 'has its history in another place', name);
      rmSync(at(`review/.git/${name}`));
    }
    const mine = statSync(at('review')).uid;
    const found = await findGitFolder(at('review'), (uid) => uid !== mine);
    assert.deepEqual(found, { root: at('review'), why: 'belongs to another user' });
  });

  it('is not asked by an editor either where it is not really that of the folder', async () => {
    const host = createNodeHost(() => undefined);
    const ask = (): Promise<string | undefined> =>
      host.whyNoHistory?.(fileUri(at('review/cover.review.md'))) ?? Promise.resolve('nothing');
    assert.equal(await ask(), undefined, 'there is none');
    home.write('review/.git', `gitdir: ${at('private/.git')}\n`);
    assert.match((await ask()) ?? '', /does not point back/);
    const client = await TestClient.start({
      folders: [fileUri(at('review'))],
      host: (_, __, log) => createNodeHost(log),
    });
    const files = await client
      .until(() => client.changes > 0)
      .then(() => client.request<{ whyNoHistory?: string }>('criticalFriend/reviewFiles', {}));
    assert.match(files.whyNoHistory ?? '', /does not point back/);
    client.dispose();
    rmSync(at('review/.git'));
    cpSync(at('private/.git'), at('review/.git'), { recursive: true });
    assert.equal(await ask(), undefined, 'its own');
  });

  it('gives no word of another one to a digest, which says what it does not read', async () => {
    const desk = new Desk({
      'r/cover.review.md': cover,
      'r/one.review.md': '## Strengths\n\n- Fine. [std 1.1]\n',
    });
    const inDesk = (name: string): string => path.join(desk.folder.path, name);
    const digest = async (more = ''): Promise<string> => {
      const { out, err } = await desk.run(`digest r --since 2026-10-01${more}`);
      return out + err;
    };
    writeFileSync(inDesk('r/.git'), `gitdir: ${at('private/.git')}\n`);
    const said = await digest();
    assert.doesNotMatch(said, /SECRET/);
    assert.match(
      said,
      /The git history of ".*r" is not read: the folder has a \.git file whose repository does not point back/,
    );
    const { code, err } = await desk.run('digest r --since HEAD~1');
    assert.equal(code, 2);
    assert.match(err, /is not read: [^]* Give a day such as 2026-10-02/);

    // Its own repository, whose objects, branches and head are links to another one.
    rmSync(inDesk('r/.git'));
    for (const name of ['objects', 'refs', 'HEAD', 'packed-refs']) {
      if (name === 'packed-refs') {
        const main = readFileSync(at('private/.git/refs/heads/main'), 'utf8').trim();
        home.write('private/.git/packed-refs', `${main} refs/heads/main\n`);
        rmSync(at('private/.git/refs/heads/main'));
      }
      cpSync(at('private/.git'), inDesk('r/.git'), { recursive: true });
      rmSync(inDesk(`r/.git/${name}`), { recursive: true, force: true });
      symlinkSync(at(`private/.git/${name}`), inDesk(`r/.git/${name}`));
      assert.doesNotMatch(await digest(), /SECRET/, name);
      rmSync(inDesk('r/.git'), { recursive: true });
    }
    desk.folder.remove();
  });

  (process.platform === 'win32' ? it.skip : it)('is not waited for', async () => {
    const inner = { path: at('review') };
    await initGit(inner);
    await commitAll(inner, '2026-09-30T12:00:00Z');
    const desk = new Desk({});
    const branch = 'refs/heads/main';
    for (const name of ['HEAD', branch, 'packed-refs', 'shallow', 'objects/pack', 'config']) {
      cpSync(at('review'), path.join(desk.folder.path, 'r'), { recursive: true });
      const file = path.join(desk.folder.path, 'r/.git', name);
      rmSync(file, { recursive: true, force: true });
      execFileSync('mkfifo', [file]);
      const { code, err } = await desk.run('digest r --since 2026-10-01');
      assert.ok(code === 0 || err.includes('cannot be read'), `${name}: ${err}`);
      rmSync(path.join(desk.folder.path, 'r'), { recursive: true });
    }
    execFileSync('mkfifo', [at('private/.git/worktrees')]);
    rmSync(at('review/.git'), { recursive: true });
    execFileSync('mkfifo', [at('review/.git')]);
    assert.equal(await why(), 'has a .git that is neither a folder nor a file');
    desk.folder.remove();
  });
});
