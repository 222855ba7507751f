/*
 * The private list of names at the server: it is followed as the file and the setting change, and no message in
 * either direction, nor any log, ever holds a word of it.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { Trace, type MessageConnection } from 'vscode-languageserver/node';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { readPrivateFile, watchPrivateFile } from '../../server/src/hosts/privateFile';
import { fileUri } from '../../server/src/lsp/uris';
import { TestClient, type ClientOptions } from '../support/server';
import { Folder } from '../support/serverFolder';
import { codes } from '../support/serverTexts';

describe('private list', () => {
  let folder: Folder;
  let client: TestClient | undefined;
  let trace = '';
  let shown: string[] = [];
  const secrets = /zorblax|quuxwen|secretum/i;

  beforeEach(() => {
    trace = '';
    shown = [];
    folder = new Folder({
      'r/one.review.md': '# Theme 1: Outcomes\n\n## Strengths\n\n- Zorblaxia’s mother was heard. [std 1.1]\n',
      'list.txt': '# families\nzorblaxia\nQuuxwen Secretum\n',
    });
  });
  afterEach(() => {
    client?.dispose();
    client = undefined;
    folder.remove();
  });

  const inFolder = (name: string): string => path.join(folder.path, name);
  const start = async (privateWords: string, host?: ClientOptions['host']): Promise<TestClient> => {
    client = await TestClient.start({
      folders: [fileUri(inFolder('r'))],
      initializationOptions: { privateWords },
      host:
        host ??
        ((_, __, log) => ({
          ...createNodeHost(log),
          watchText: (name, take) => watchPrivateFile(name, take, 20),
        })),
      prepare: (connection: MessageConnection) => {
        void connection.trace(Trace.Verbose, { log: (...words: unknown[]) => (trace += words.join('\n')) });
        connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
          shown.push(message);
        });
      },
    });
    return client;
  };
  const one = (): string => fileUri(inFolder('r/one.review.md'));
  const isReported = (wanted: boolean) => (params: Parameters<typeof codes>[0]) =>
    codes(params).includes('personal-data') === wanted;
  const set = (to: TestClient, privateWords: string): void => {
    to.notify('workspace/didChangeConfiguration', { settings: { criticalFriend: { privateWords } } });
  };

  it('is followed as its file and the setting change, and stands in no message and no log', async () => {
    const to = await start(inFolder('list.txt'));
    const { diagnostics } = await to.diagnostics(one(), isReported(true));
    const found = diagnostics.find(({ code }) => code === 'personal-data');
    assert.deepEqual(found?.range, { start: { line: 4, character: 2 }, end: { line: 4, character: 11 } });

    folder.write('list.txt', 'Quuxwen\n');
    await to.diagnostics(one(), isReported(false));
    folder.write('other.txt', 'ZORBLAXIA\n');
    set(to, inFolder('other.txt'));
    await to.diagnostics(one(), isReported(true));
    // Settings that say nothing about us change nothing, an empty one ends it.
    to.notify('workspace/didChangeConfiguration', { settings: null });
    to.notify('workspace/didChangeConfiguration', { settings: { other: 1 } });
    set(to, '');
    await to.diagnostics(one(), isReported(false));

    const hover = { textDocument: { uri: one() }, position: { line: 4, character: 3 } };
    assert.equal(await to.request('textDocument/hover', hover), null);
    assert.match(trace, /private list/);
    assert.doesNotMatch(trace, secrets);
    assert.doesNotMatch(to.logged.join('\n'), secrets);
    assert.deepEqual(shown, []);
  });

  it('is asked for once when it cannot be read, and counts as soon as it can', async () => {
    rmSync(inFolder('list.txt'));
    const to = await start(inFolder('list.txt'));
    await to.until(() => shown.length > 0);
    assert.match(shown.join(), /cannot be read, so no name is looked for/);
    folder.write('list.txt', 'zorblaxia');
    await to.diagnostics(one(), isReported(true));
    assert.equal(shown.length, 1);
    set(to, 'list.txt');
    await to.until(() => shown.length > 1);
    await to.diagnostics(one(), isReported(false));
  });

  it('is said to do nothing where there is no file system', async () => {
    const to = await start('/list.txt', (_, __, log) => {
      const files = createNodeHost(log);
      return {
        listFiles: (all) => files.listFiles(all),
        readFile: (uri, all) => files.readFile(uri, all),
        log,
      };
    });
    await to.until(() => shown.length > 0);
    assert.match(shown.join(), /in a browser/);
  });

  it('is read in the encodings that editors have given it', async () => {
    const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    folder.write('utf8.txt', '\uFEFFSi\u00E2n');
    folder.write('utf16.txt', wide('Si\u00E2n'));
    folder.write('windows.txt', new Uint8Array([0x53, 0x69, 0xe2, 0x6e]));
    for (const name of ['utf8.txt', 'utf16.txt', 'windows.txt'])
      assert.equal(await readPrivateFile(inFolder(name)), 'Si\u00E2n', name);
    assert.equal(await readPrivateFile(inFolder('missing.txt')), undefined);
  });
});
