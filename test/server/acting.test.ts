/*
 * Doing what a code action names, over the protocol: in the form that each client can take, with versions, and with
 * the cursor in place. What the edits are is tested with the core.
 */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import type { ClientOptions, TestClient } from '../support/server';
import { cover, modern, one, oneText, startAsking } from '../support/serverQuestions';

/** A client that takes edits from the server and shows places; what it was asked for is kept. */
function acting(more: Partial<lsp.ClientCapabilities> = {}) {
  const applied: lsp.ApplyWorkspaceEditParams[] = [];
  const shown: lsp.ShowDocumentParams[] = [];
  const warned: string[] = [];
  const options: ClientOptions = {
    capabilities: {
      ...modern,
      window: { showDocument: { support: true } },
      workspace: { ...modern.workspace, applyEdit: true },
      ...more,
    },
    prepare: (connection) => {
      connection.onRequest('workspace/applyEdit', (params: lsp.ApplyWorkspaceEditParams) => {
        applied.push(params);
        return { applied: true };
      });
      connection.onRequest('window/showDocument', (params: lsp.ShowDocumentParams) => {
        shown.push(params);
        return { success: true };
      });
      connection.onRequest('window/showMessageRequest', ({ message }: lsp.ShowMessageRequestParams) => {
        warned.push(message);
        return null;
      });
      connection.onNotification('window/showMessage', ({ message }: lsp.ShowMessageParams) => {
        warned.push(message);
      });
    },
  };
  return { applied, shown, warned, options };
}

describe('acting over the protocol', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });

  /** The code actions at the first `words` of a text that is open with version 7. */
  const actionsAt = async (
    text: string,
    words: string,
    only?: string[],
  ): Promise<(lsp.CodeAction & { edit?: lsp.WorkspaceEdit })[]> => {
    client.open(one, text, 7);
    const before = text.slice(0, text.indexOf(words)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return client.request('textDocument/codeAction', {
      textDocument: { uri: one },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only && { only }) },
    });
  };
  const find = (actions: readonly lsp.CodeAction[], title: string): lsp.CodeAction => {
    const found = actions.find((action) => action.title === title);
    assert.ok(found, actions.map((action) => action.title).join(' / '));
    return found;
  };
  const run = ({ command }: lsp.CodeAction, more: object = {}): Promise<unknown> =>
    client.request('workspace/executeCommand', {
      command: command?.command,
      arguments: [{ ...(command?.arguments?.[0] as object), ...more }],
    });

  it('adds a finding and puts the cursor where its words go', async () => {
    const { options, applied, shown } = acting();
    client = await startAsking(options);
    const actions = await actionsAt(oneText, 'Theme 1');
    await run(find(actions, 'Add a finding for 1.2 (strength)'));
    assert.deepEqual(applied[0]?.edit.documentChanges, [
      {
        textDocument: { uri: one, version: 7 },
        edits: [
          {
            range: { start: { line: 5, character: 27 }, end: { line: 5, character: 27 } },
            newText: '\n- … [std 1.2]',
          },
        ],
      },
    ]);
    assert.deepEqual(shown, [
      {
        uri: one,
        takeFocus: true,
        selection: { start: { line: 6, character: 2 }, end: { line: 6, character: 3 } },
      },
    ]);
  });

  it('leaves out of the scope in a cover that is not open', async () => {
    const { options, applied, shown } = acting();
    client = await startAsking(options);
    await run(find(await actionsAt(oneText, '1.1]'), 'Exclude standard 1.1 from scope…'));
    const [change] = applied[0]?.edit.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: cover, version: null });
    assert.deepEqual(shown[0]?.selection, {
      start: { line: 7, character: 14 },
      end: { line: 7, character: 14 },
    });
  });

  it('lets a client that can ask for a reason do so, and writes what it was told', async () => {
    const command = 'criticalFriend.askReason';
    const { options, applied, shown } = acting({ experimental: { commands: { commands: [command] } } });
    client = await startAsking(options);
    const action = find(await actionsAt(oneText, '9.9'), 'Ignore “unknown-standard” here…');
    assert.equal(action.command?.command, command);
    const [{ prompt, ...params }] = action.command.arguments as [{ prompt: string }];
    assert.match(prompt, /Why is “unknown-standard”/);
    const act = { ...action, command: { title: '', command: 'criticalFriend.act', arguments: [params] } };
    await run(act, { reason: 'agreed' });
    assert.match(JSON.stringify(applied), /next-line unknown-standard: agreed -->/);
    assert.deepEqual(shown, []);
  });

  it('says why, when the text has changed meanwhile', async () => {
    const { options, applied, warned } = acting();
    client = await startAsking(options);
    const action = find(await actionsAt(oneText, '9.9'), 'Ignore “unknown-standard” here…');
    client.change(one, 8, 'Words\n');
    await run(action);
    assert.deepEqual(applied, []);
    assert.match(await client.until(() => warned[0]), /has changed meanwhile/);
    await client.request('workspace/executeCommand', { command: 'criticalFriend.act', arguments: [{}] });
    await client.request('workspace/executeCommand', { command: 'criticalFriend.act' });
  });

  it('gives the edit itself to a client that can do no more', async () => {
    client = await startAsking();
    const actions = await actionsAt(`${oneText}- Again. [std 9.8]\n`, '9.9');
    assert.ok(actions.length > 0);
    for (const { title, edit, command } of actions) {
      assert.equal(command, undefined, title);
      assert.ok(Object.keys(edit?.changes ?? {}).length === 1, title);
    }
    assert.match(JSON.stringify(find(actions, 'Ignore “unknown-standard” here…')), /unknown-standard: … -->/);
  });

  const resolving = {
    ...modern,
    textDocument: {
      ...modern.textDocument,
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
  };
  const twice = `${oneText.replace('9.9', '1.9')}- Again. [std 1.8]\n`;

  it('works out all of a kind when it is chosen, where the client can wait', async () => {
    client = await startAsking({ capabilities: resolving });
    assert.equal((client.capabilities.codeActionProvider as lsp.CodeActionOptions).resolveProvider, true);
    const action = find(await actionsAt(twice, '1.9'), 'Fix all “unknown-standard” in this file');
    assert.equal(action.edit, undefined);
    const { edit } = await client.request<lsp.CodeAction>('codeAction/resolve', action);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: one, version: 7 });
    assert.equal(change.edits.length, 2);
  });

  it('works it out at once, where it cannot', async () => {
    client = await startAsking();
    const action = find(await actionsAt(twice, '1.9'), 'Fix all “unknown-standard” in this file');
    assert.equal(action.edit?.changes?.[one]?.length, 2);
  });

  it('mends what is safe for whoever asks for source actions, and only then', async () => {
    client = await startAsking();
    const text = oneText.replace('[std 1.1]', '[std 1.1;]');
    for (const only of ['source', 'source.fixAll', 'source.fixAll.review']) {
      const [action, ...more] = await actionsAt(text, '9.9', [only]);
      assert.deepEqual(more, []);
      assert.equal(action?.kind, 'source.fixAll.review');
      assert.deepEqual(
        action.edit?.changes?.[one]?.map(({ newText }) => newText),
        ['[std 1.1]'],
      );
    }
    for (const only of [undefined, ['quickfix'], ['refactor'], ['source.organizeImports']]) {
      const actions = await actionsAt(text, '9.9', only);
      assert.ok(!actions.some(({ kind }) => kind?.startsWith('source')));
      if (only) assert.ok(actions.every(({ kind }) => only.includes(kind ?? '')));
    }
    assert.deepEqual(await actionsAt(oneText, '9.9', ['source.fixAll']), []);
  });
});
