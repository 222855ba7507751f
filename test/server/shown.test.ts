import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import type { TestClient } from '../support/server';
import {
  askAt,
  cover,
  coverText,
  head,
  modern,
  one,
  shipped,
  startAsking,
  two,
} from '../support/serverQuestions';

const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const text = `${head}- \u{1F600} A [std 1.1] and [std 9.9]\n- TODO [std 1.2]\n$0`;

/** A client that can be asked for its settings and asked to look again. */
function settled(titles: { value: unknown }, refreshed: string[]) {
  return {
    capabilities: {
      ...modern,
      workspace: {
        ...modern.workspace,
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        semanticTokens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
    },
    prepare: (connection: lsp.MessageConnection) => {
      connection.onRequest('workspace/configuration', ({ items }: lsp.ConfigurationParams) =>
        items.map(({ section }) => (section === 'criticalFriend.inlayHints.titles' ? titles.value : null)),
      );
      for (const what of ['semanticTokens', 'inlayHint', 'codeLens']) {
        connection.onRequest(`workspace/${what}/refresh`, () => {
          refreshed.push(what);
          return null;
        });
      }
    },
  };
}

describe('what an editor shows, over the protocol', () => {
  let client: TestClient | undefined;
  afterEach(() => client?.dispose());

  it('colours the ids of citations by their state', async () => {
    client = await startAsking();
    const { legend } = client.capabilities.semanticTokensProvider ?? {};
    assert.deepEqual(legend, {
      tokenTypes: ['citation'],
      tokenModifiers: ['unknown', 'excluded', 'uncovered'],
    });
    const { data } = await askAt<lsp.SemanticTokens>(client, 'semanticTokens/full', text);
    assert.deepEqual(data, [4, 12, 3, 0, 0, 0, 14, 3, 0, 1, 1, 12, 3, 0, 4]);
    const part = await client.request<lsp.SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: one },
      range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } },
    });
    assert.deepEqual(part.data, [5, 12, 3, 0, 4]);
  });

  it('shows short titles, and all of the wording on top of them', async () => {
    client = await startAsking();
    const [first] = await askAt<lsp.InlayHint[]>(client, 'inlayHint', text, { range });
    assert.deepEqual(first, {
      position: { line: 4, character: 16 },
      label: 'People are safe and say so',
      tooltip: { kind: 'markdown', value: '**Standard 1.1**: People are safe and say so' },
      paddingLeft: true,
    });
  });

  it('shows no titles where the user does not want them, and asks again when that changes', async () => {
    const titles = { value: false };
    const refreshed: string[] = [];
    client = await startAsking(settled(titles, refreshed));
    assert.deepEqual(await askAt(client, 'inlayHint', text, { range }), []);
    await client.until(() =>
      client?.registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'),
    );
    titles.value = true;
    client.notify('workspace/didChangeConfiguration', { settings: null });
    const shown = await client.request<unknown[]>('textDocument/inlayHint', {
      textDocument: { uri: one },
      range,
    });
    assert.equal(shown.length, 2);
    assert.ok(refreshed.includes('inlayHint'));
  });

  it('takes the setting from a client that sends it', async () => {
    client = await startAsking({ initializationOptions: { settings: { inlayHints: { titles: false } } } });
    assert.deepEqual(await askAt(client, 'inlayHint', text, { range }), []);
    client.notify('workspace/didChangeConfiguration', {
      settings: { criticalFriend: { inlayHints: { titles: true } } },
    });
    const shown = await client.request<unknown[]>('textDocument/inlayHint', {
      textDocument: { uri: one },
      range,
    });
    assert.equal(shown.length, 2);
  });

  it('asks to look again when a finding elsewhere covers something, and not for every letter', async () => {
    const refreshed: string[] = [];
    client = await startAsking(settled({ value: true }, refreshed));
    const running = client;
    running.open(one, `${head}- A [std 1.2]\n`, 5);
    await running.settled(() => running.open(two, `${head}- B [std 1.1]\n`, 5));
    refreshed.length = 0;
    await running.settled(() => running.change(two, 6, `${head}- Better [std 1.1]\n`));
    assert.deepEqual(refreshed, []);
    running.change(two, 7, `${head}- Better [std 3.1]\n`);
    // The answer to a question shows that whatever was sent before it has arrived.
    while (refreshed.length < 3)
      await running.request('textDocument/codeLens', { textDocument: { uri: one } });
    assert.deepEqual(refreshed.sort(), ['codeLens', 'inlayHint', 'semanticTokens']);
  });

  it('tells above a theme what is missing, as text', async () => {
    client = await startAsking();
    const lenses = await askAt<lsp.CodeLens[]>(client, 'codeLens', text);
    assert.deepEqual(
      lenses.map(({ range: { start }, command }) => [start.line, command]),
      [[0, { title: '1 of 2 standards in scope covered (1 excluded); not addressed yet: 1.2', command: '' }]],
    );
  });

  it('folds lines', async () => {
    client = await startAsking();
    assert.deepEqual(await askAt(client, 'foldingRange', text), [
      { startLine: 0, endLine: 5 },
      { startLine: 2, endLine: 5 },
    ]);
  });

  it('grows a selection', async () => {
    client = await startAsking();
    client.open(one, text.replace('$0', ''), 5);
    const [inner] = await client.request<lsp.SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: one },
      positions: [{ line: 4, character: 13 }],
    });
    assert.deepEqual(inner?.range.start, { line: 4, character: 12 });
    assert.deepEqual(inner.parent?.range, {
      start: { line: 4, character: 7 },
      end: { line: 4, character: 16 },
    });
  });

  it('links to files of the opened folders and to shipped catalogues only', async () => {
    client = await startAsking({
      capabilities: { textDocument: { documentLink: { tooltipSupport: true } } },
    });
    const links = await askAt<lsp.DocumentLink[]>(
      client,
      'documentLink',
      '[a](a.md), [b](../b.md), [c](http://c)$0',
    );
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///team/a.md'],
    );
    client.open(cover, coverText, 5);
    const [named] = await client.request<lsp.DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: cover },
    });
    assert.equal(named?.target, shipped);
    assert.equal(named.tooltip, 'Tiny standards');
  });
});
