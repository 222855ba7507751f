/*
 * The server and what is outside of the opened folders: links on a real disk, which are named and not followed, and
 * standards that a cover names, which are read where the person trusts the folders.
 */
import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type * as lsp from 'vscode-languageserver';
import { createClientHost } from '../../server/src/hosts/clientHost';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { manageTrustCommand } from '../../server/src/protocol';
import { fileUri } from '../../server/src/lsp/uris';
import { TestClient, type ClientOptions } from '../support/server';
import { Folder } from '../support/serverFolder';
import { codes, coverText, document } from '../support/serverTexts';

const own =
  '---\nid: own\ntitle: Our own\n---\n\n# Theme 9: Nine\n\n## Element 9: Nine\n\n### Standards\n\n- 9.9 Words\n';
const named = coverText.replace('tiny', '../own.standards.md');
const secret = document('SECRET words. [std 9.9]');

/** What a diagnostic says. */
function said(diagnostic: lsp.Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

describe('the server and what is outside of the folders', () => {
  let folder: Folder;
  let client: TestClient | undefined;
  const at = (name: string): string => fileUri(path.join(folder.path, name));
  const start = async (options: ClientOptions = {}): Promise<TestClient> => {
    client = await TestClient.start({
      folders: [at('r')],
      host: (_, __, log) => createNodeHost(log),
      ...options,
    });
    return client;
  };
  const status = async (to: TestClient): Promise<string> =>
    to.request<string>('workspace/executeCommand', {
      command: 'criticalFriend.readStatus',
      arguments: [{ quietly: true }],
    });
  const isOutside = ({ diagnostics }: lsp.PublishDiagnosticsParams): boolean =>
    diagnostics.some(({ code }) => code === 'outside-folder');
  const link = (target: string, name: string): void => {
    symlinkSync(target, path.join(folder.path, name));
  };
  beforeEach(() => {
    folder = new Folder({
      'r/cover.review.md': coverText,
      'r/one.review.md': document('Told. [std 1.1]'),
      'private/notes.md': secret,
      'own.standards.md': own,
    });
  });
  afterEach(() => {
    client?.dispose();
    folder.remove();
  });
  const withLinks = process.platform === 'win32' ? it.skip : it;

  withLinks('names a link on the cover once, does not read it, and lists it in the status', async () => {
    link('../private/notes.md', 'r/a.review.md');
    const to = await start();
    const { diagnostics } = await to.diagnostics(at('r/cover.review.md'), isOutside);
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['outside-folder', 1]],
    );
    assert.match(said(diagnostics[0]), /“a\.review\.md” is a link to .*private\/notes\.md/);
    assert.ok(to.published.every(({ uri }) => uri !== at('r/a.review.md')));
    const words = await status(to);
    assert.match(words, /found 1 review with 2 documents/);
    assert.match(words, /- “a\.review\.md” is a link to /);
    assert.match(words, /## Files\n\n- cover\.review\.md\n- one\.review\.md\n/);
  });

  withLinks(
    'keeps the text of a link out of the review when somebody opens it, until it is a file',
    async () => {
      link('../private/notes.md', 'r/a.review.md');
      const to = await start();
      await to.diagnostics(at('r/cover.review.md'), isOutside);
      to.open(at('r/a.review.md'), secret);
      const page = await to.request<{ change: unknown }>('criticalFriend/preview', {
        uri: at('r/cover.review.md'),
      });
      assert.doesNotMatch(JSON.stringify(page), /SECRET/);
      assert.match(await status(to), /with 2 documents/);
      to.change(at('r/a.review.md'), 2, `${secret}More.\n`);
      assert.match(await status(to), /with 2 documents/);
      rmSync(path.join(folder.path, 'r/a.review.md'));
      writeFileSync(path.join(folder.path, 'r/a.review.md'), 'Words.\n');
      to.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('r/a.review.md'), type: 2 }] });
      assert.ok(codes(await to.diagnostics(at('r/a.review.md'))).includes('unknown-standard'));
      assert.match(await status(to), /with 3 documents/);
    },
  );

  withLinks('takes an open text out when its file becomes a link', async () => {
    const to = await start();
    to.open(at('r/a.review.md'), secret);
    await to.diagnostics(at('r/a.review.md'), (params) => codes(params).includes('unknown-standard'));
    link('../private/notes.md', 'r/a.review.md');
    to.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('r/a.review.md'), type: 1 }] });
    await to.diagnostics(at('r/cover.review.md'), isOutside);
    await to.diagnostics(at('r/a.review.md'), ({ diagnostics }) => diagnostics.length === 0);
    assert.match(await status(to), /with 2 documents/);
  });

  withLinks('says it of the link itself where there is no cover, and no more when it has gone', async () => {
    rmSync(path.join(folder.path, 'r/cover.review.md'));
    link('../private/notes.md', 'r/a.review.md');
    link('../private', 'r/more');
    const to = await start();
    await to.diagnostics(at('r/a.review.md'), isOutside);
    assert.ok(
      to.published.every(({ uri }) => uri !== at('r/more')),
      'nobody can open a folder as a text',
    );
    assert.match(await status(to), /“more” is a link to /);
    rmSync(path.join(folder.path, 'r/a.review.md'));
    to.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('r/a.review.md'), type: 3 }] });
    await to.diagnostics(at('r/a.review.md'), ({ diagnostics }) => diagnostics.length === 0);
  });

  withLinks('follows a link to a folder that is open too', async () => {
    link('../private/notes.md', 'r/a.review.md');
    const to = await start({ folders: [at('r'), at('private')] });
    const { diagnostics } = await to.diagnostics(at('r/a.review.md'));
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-standard'],
    );
    assert.match(await status(to), /with 3 documents/);
  });

  it('reads standards that a cover names, and lists them in the status', async () => {
    folder.write('r/cover.review.md', named);
    folder.write('r/one.review.md', document('Told. [std 9.9]', 'Told. [std 1.1]'));
    const to = await start();
    const { diagnostics } = await to.diagnostics(
      at('r/one.review.md'),
      ({ diagnostics: all }) => all.length === 1,
    );
    assert.match(said(diagnostics[0]), /1\.1/);
    assert.match(await status(to), /own\.standards\.md \(outside the folders, named by a cover; read only\)/);
    // A later reading takes the file as it is then.
    folder.write('own.standards.md', `${own}- 1.1 More words\n`);
    to.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('r/one.review.md'), type: 2 }] });
    await to.diagnostics(at('r/one.review.md'), ({ diagnostics: all }) => all.length === 0);
  });

  it('refuses to rename an id of standards outside, which are only read', async () => {
    folder.write('r/cover.review.md', named);
    const to = await start();
    const text = document('Told. [std 9.9]');
    to.open(at('r/one.review.md'), text);
    await status(to);
    const line = text.split('\n').findIndex((words) => words.includes('9.9'));
    const position = { line, character: (text.split('\n')[line] ?? '').indexOf('9.9') + 1 };
    const asked = to.request('textDocument/rename', {
      textDocument: { uri: at('r/one.review.md') },
      position,
      newName: '9.8',
    });
    await assert.rejects(
      asked,
      /“Our own” is outside the opened folders, and files there are not changed from here/,
    );
  });

  it('reads nothing outside until the folders are trusted, and offers to trust them', async () => {
    folder.write('r/cover.review.md', named);
    const to = await start({
      initializationOptions: { isTrusted: false },
      capabilities: { experimental: { commands: { commands: [manageTrustCommand] } } },
    });
    const cover = at('r/cover.review.md');
    const { diagnostics } = await to.diagnostics(cover, isOutside);
    const [found] = diagnostics.filter(({ code }) => code === 'outside-folder');
    assert.ok(found && diagnostics.length === 1, JSON.stringify(diagnostics));
    assert.match(said(found), /read only in a folder that you trust\. Choose “Manage Workspace Trust”/);
    to.open(cover, named);
    const offered = await to.request<lsp.CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: cover },
      range: found.range,
      context: { diagnostics: [found] },
    });
    assert.equal(offered[0]?.title, 'Manage Workspace Trust');
    assert.equal(offered[0].command?.command, manageTrustCommand);
    assert.equal(offered.filter(({ title }) => title === 'Manage Workspace Trust').length, 1);
    to.notify('criticalFriend/trusted', {});
    await to.diagnostics(cover, (params) => !isOutside(params));
    assert.match(await status(to), /own\.standards\.md \(outside the folders/);
  });

  it('says what the client has said of links where only the client knows the files', async () => {
    const virtual = 'vscode-vfs://host/r';
    const texts: Record<string, string> = { [`${virtual}/cover.review.md`]: named };
    const asked: string[] = [];
    const to = await start({
      folders: [virtual],
      host: (connection, _, log) => createClientHost(connection, log),
      prepare: (connection) => {
        connection.onRequest('criticalFriend/listFiles', () => ({
          files: Object.keys(texts),
          links: [
            { uri: `${virtual}/a.review.md`, isFolder: false },
            { uri: 'vscode-vfs://host/elsewhere/b.review.md', isFolder: false },
          ],
        }));
        connection.onRequest('criticalFriend/readFile', ({ uri }: { uri: string }) => texts[uri] ?? null);
        connection.onRequest('criticalFriend/readNamed', ({ uri }: { uri: string }) => {
          asked.push(uri);
          return { refused: 'link' };
        });
      },
    });
    const { diagnostics } = await to.diagnostics(
      `${virtual}/cover.review.md`,
      ({ diagnostics: all }) => all.length === 2,
    );
    assert.deepEqual(
      diagnostics.map((one) => said(one).replace(/ Put .*| Name .*/, '')),
      [
        '“a.review.md” is a link, and links are not followed here, so it is not read.',
        '“../own.standards.md” is not read, because a link leads to it and it is outside the folder.',
      ],
    );
    assert.deepEqual([...new Set(asked)], ['vscode-vfs://host/own.standards.md']);
  });
});
