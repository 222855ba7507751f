/*
 * The host that asks the client, the host that chooses between two, and in which order folders are read.
 */
import assert from 'node:assert/strict';
import { createClientHost } from '../../server/src/hosts/clientHost';
import { nearFirst } from '../../server/src/session/nearFirst';
import { failureLine, hostByScheme, type Host } from '../../server/src/hosts/host';
import { TestClient } from '../support/server';
import { codes } from '../support/serverTexts';

describe('host at the client', () => {
  const folder = 'vscode-vfs://github/someone/reviews';
  const one = `${folder}/one.review.md`;
  const text = '# Theme 1: Outcomes\n\n## Strengths\n\n- Words. [std 9.9]\n';
  const host: NonNullable<Parameters<typeof TestClient.start>[0]>['host'] = (connection, _, log) =>
    createClientHost(connection, log);

  it('lists and reads through the client', async () => {
    const client = await TestClient.start({
      folders: [folder],
      host,
      prepare: (connection) => {
        const all = [one, `${folder}/notes.md`, 'vscode-vfs://github/other/two.review.md'];
        connection.onRequest('criticalFriend/listFiles', () => all);
        connection.onRequest('criticalFriend/readFile', ({ uri }: { uri: string }) =>
          uri === one ? `\uFEFF${text}` : null,
        );
      },
    });
    const sent = await client.diagnostics(one);
    assert.ok(codes(sent).includes('unknown-standard'));
    assert.ok(sent.diagnostics.every(({ range }) => range.end.line <= 4));
    assert.deepEqual([...new Set(client.published.map(({ uri }) => uri))], [one]);
    client.dispose();
  });

  it('goes on with what is open when the client knows no such request', async () => {
    const client = await TestClient.start({ folders: [folder], host });
    client.open(one, text);
    assert.ok(codes(await client.diagnostics(one)).includes('unknown-standard'));
    assert.ok(client.logged.some((line) => line.startsWith('criticalFriend/listFiles failed')));
    client.dispose();
  });
});

describe('host by scheme', () => {
  it('asks one for files and the other for the rest', async () => {
    const host = (name: string): Host => ({
      listFiles: (folders) => Promise.resolve(folders.map((folder) => `${name}:${folder}`)),
      readFile: (uri) => Promise.resolve(`${name} ${uri}`),
      log: () => undefined,
    });
    const both = hostByScheme(host('node'), host('client'));
    assert.deepEqual(await both.listFiles(['vfs:/a', 'file:///b']), ['node:file:///b', 'client:vfs:/a']);
    assert.equal(await both.readFile('file:///b/x', []), 'node file:///b/x');
    assert.equal(await both.readFile('vfs:/a/x', []), 'client vfs:/a/x');
  });
});

describe('reading order', () => {
  it('begins with catalogues and the reviews of the open documents', () => {
    const listed = ['a/cover', 'a/b/one', 'c/cover', 'c/two', 'lone'].map(
      (name) => `file:///${name}.review.md`,
    );
    const catalogue = 'file:///x.standards.md';
    const { near, far } = nearFirst(
      [...listed, catalogue],
      ['file:///a/b/new.review.md', 'file:///lone.review.md'],
    );
    assert.deepEqual(near, [listed[0], listed[1], listed[4], catalogue]);
    assert.deepEqual(far, [listed[2], listed[3]]);
  });
});

describe('log line of a failure', () => {
  it('tells what failed and where, not what the message quotes', () => {
    const line = failureLine('Hover', new TypeError('words of a review'));
    assert.match(line, /^Hover failed: TypeError\n\s+at /);
    assert.ok(!line.includes('words of a review'));
    assert.equal(failureLine('Hover', 'words'), 'Hover failed');
  });

  it('leaves out every line of a message of several', () => {
    assert.ok(!/one|large|three/.test(failureLine('Hover', new Error('one\n    at large\nthree'))));
  });
});
