/*
 * When diagnostics come and whose text counts, from the greeting to the farewell: editors against files. What
 * the diagnostics say is the core's matter; here they only tell one text from another.
 */
import assert from 'node:assert/strict';
import { TestClient, type ClientOptions } from '../support/server';
import {
  clean,
  codes,
  cover,
  coverText,
  document,
  files,
  isClean,
  isWrong,
  one,
  two,
  wrong,
} from '../support/serverTexts';

describe('synchronisation', () => {
  let client: TestClient;
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await TestClient.start({ files, ...options });
  };
  afterEach(() => {
    client.dispose();
  });

  it('reports on documents that nobody has opened, right after start', async () => {
    await start();
    assert.deepEqual(codes(await client.diagnostics(one)), ['unknown-standard']);
    assert.deepEqual(codes(await client.diagnostics(two)), []);
    assert.equal((await client.diagnostics(one)).version, undefined);
    const diagnostic = (await client.diagnostics(one)).diagnostics[0];
    assert.equal(diagnostic?.source, 'Critical Friend');
    assert.equal(diagnostic.severity, 1);
  });

  it('reports on an opened document with the version it read', async () => {
    await start();
    client.open(one, wrong, 7);
    await client.diagnostics(one, (params) => params.version === 7 && isWrong(params));
    client.change(one, 8, clean);
    await client.diagnostics(one, (params) => params.version === 8 && isClean(params));
  });

  it('applies incremental changes, in UTF-16 units', async () => {
    await start({ files: { [cover]: coverText } });
    client.open(one, document('\u{1F600} people told us so. [std 1.1]'));
    await client.diagnostics(one, isClean);
    client.notify('textDocument/didChange', {
      textDocument: { uri: one, version: 2 },
      contentChanges: [
        { range: { start: { line: 4, character: 29 }, end: { line: 4, character: 32 } }, text: '9.9' },
      ],
    });
    const { diagnostics } = await client.diagnostics(one, isWrong);
    assert.deepEqual(diagnostics[0]?.range, {
      start: { line: 4, character: 29 },
      end: { line: 4, character: 32 },
    });
  });

  it('lets unsaved text win over the file', async () => {
    await start();
    await client.diagnostics(one, isWrong);
    client.open(one, clean);
    await client.diagnostics(one, isClean);
    const sent = client.published.length;
    client.watched({ [one]: document('Something else is wrong. [std 8.8]'), [two]: wrong });
    await client.diagnostics(two, isWrong);
    assert.ok(!client.published.slice(sent).some((params) => params.uri === one));
  });

  it('returns to the file when a document is closed', async () => {
    await start();
    client.open(one, clean);
    await client.diagnostics(one, isClean);
    client.files.set(one, document('Saved just now. [std 7.7]'));
    client.close(one);
    const { diagnostics, version } = await client.diagnostics(one, (p) => JSON.stringify(p).includes('7.7'));
    assert.equal(diagnostics.length, 1);
    assert.equal(version, undefined);
  });

  it('forgets a document without a file when it is closed', async () => {
    await start();
    const lone = 'file:///elsewhere/lone.review.md';
    client.open(lone, wrong);
    await client.diagnostics(lone, isWrong);
    client.close(lone);
    await client.diagnostics(lone, isClean);
  });

  it('sends nothing again that has not changed', async () => {
    await start({ files: { ...files, [two]: wrong } });
    await client.diagnostics(two, isWrong);
    client.open(one, wrong);
    await client.diagnostics(one, (params) => params.version === 1);
    const sent = client.published.length;
    client.change(one, 2, clean);
    await client.diagnostics(one, (params) => params.version === 2);
    client.change(one, 3, `${clean}\n`);
    client.change(one, 4, wrong);
    await client.diagnostics(one, (params) => params.version === 4);
    assert.deepEqual([...new Set(client.published.slice(sent).map((params) => params.uri))], [one]);
    assert.equal(client.published.filter((params) => params.uri === cover).length, 1);
  });

  it('says after each round that something may have changed', async () => {
    await start();
    await client.until(() => client.changes > 0);
    client.open(one, wrong);
    await client.diagnostics(one, (params) => params.version === 1);
    await client.settled(() => {
      client.change(one, 2, `${wrong}\nMore words.\n`);
    });
  });

  it('says so to those who want to hear of it, and to nobody else', async () => {
    await start({ initializationOptions: { hearsOfChanges: false } });
    client.open(one, wrong);
    for (const version of [2, 3, 4]) {
      client.change(one, version, `${wrong}\nMore words, ${version}.\n`);
      await client.diagnostics(one, (params) => params.version === version);
    }
    await client.request('textDocument/hover', {
      textDocument: { uri: one },
      position: { line: 0, character: 0 },
    });
    assert.equal(client.changes, 0);
  });

  it('takes one document for one, however its URI is spelled', async () => {
    const plain = 'file:///c:/my%20work/one.review.md';
    const asClientSays = 'file:///c%3A/my%20work/one.review.md';
    await start({ files: { [asClientSays]: wrong }, folders: ['file:///C:/my work'] });
    await client.diagnostics(asClientSays, isWrong);
    client.open(plain, wrong, 3);
    await client.diagnostics(plain, (params) => params.version === 3);
    const symbols = await client.request<unknown[]>('textDocument/documentSymbol', {
      textDocument: { uri: asClientSays },
    });
    assert.ok(symbols.length > 0);
  });

  it('works without any folder', async () => {
    await start({ folders: [], files: {} });
    client.open(one, wrong);
    await client.diagnostics(one, isWrong);
  });

  it('has no opinion on other files', async () => {
    await start();
    const other = 'file:///team/notes.md';
    client.open(other, wrong);
    client.open(one, clean);
    await client.diagnostics(one, isClean);
    assert.ok(!client.published.some((params) => params.uri === other));
    assert.equal(
      await client.request('textDocument/hover', {
        textDocument: { uri: other },
        position: { line: 4, character: 30 },
      }),
      null,
    );
  });

  it('sends nothing more after shutdown', async () => {
    await start();
    client.open(one, wrong);
    await client.diagnostics(one, (params) => params.version === 1);
    assert.equal(await client.request('shutdown', undefined), null);
    const sent = client.published.length;
    client.change(one, 2, clean);
    // An answer to a later question shows that the change has been taken in.
    await client
      .request('textDocument/hover', { textDocument: { uri: one }, position: { line: 0, character: 0 } })
      .catch(() => null);
    assert.equal(client.published.length, sent);
  });
});
