/*
 * Code actions over the protocol: their kind, their diagnostic, and edits that fit the client and the version.
 * That each fix mends its diagnostic is tested with the core.
 */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import type { TestClient } from '../support/server';
import { modern, one, oneText, startAsking, words } from '../support/serverQuestions';

describe('code actions over the protocol', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });

  const ask = async (context: object = {}): Promise<lsp.CodeAction[]> => {
    client.open(one, oneText, 3);
    const { diagnostics } = await client.diagnostics(one, ({ version }) => version === 3);
    const diagnostic = diagnostics.find(({ code }) => code === 'unknown-standard');
    assert.ok(diagnostic);
    return client.request<lsp.CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: one },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...context },
    });
  };

  it('carry their diagnostic and edits of the version they were made for', async () => {
    client = await startAsking({ capabilities: modern });
    const wrong = oneText.replace('9.9', '1.9');
    client.open(one, wrong, 3);
    const { diagnostics } = await client.diagnostics(one, ({ version }) => version === 3);
    const diagnostic = diagnostics.find(({ code }) => code === 'unknown-standard');
    const all = await client.request<lsp.CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: one },
      range: diagnostic?.range,
      context: { diagnostics: [] },
    });
    const actions = all.filter(({ title }) => title.startsWith('Change to'));
    assert.ok(actions.length > 0);
    for (const { kind, diagnostics: mended, edit } of actions) {
      assert.equal(kind, 'quickfix');
      assert.deepEqual(mended, [diagnostic]);
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri: one, version: 3 });
      assert.equal(words(wrong, change.edits[0]!.range).includes('1.9'), true);
    }
    assert.ok(actions.filter(({ isPreferred }) => isPreferred).length <= 1);
  });

  it('are plain changes for a client that knows no versions', async () => {
    client = await startAsking();
    const [action] = await ask();
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [one]);
    assert.equal(action?.edit?.documentChanges, undefined);
  });

  it('are given only when quick fixes are wanted', async () => {
    client = await startAsking();
    assert.deepEqual(await ask({ only: ['refactor'] }), []);
    assert.ok((await ask({ only: ['quickfix'] })).length > 0);
  });
});
