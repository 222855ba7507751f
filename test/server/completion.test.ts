/*
 * Completion over the protocol: at once, complete, with edits in the right place, and in the form that the
 * client can take. What is offered is tested with the core.
 */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import { TestClient } from '../support/server';
import { askAt, head, modern, startAsking } from '../support/serverQuestions';

describe('completion over the protocol', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });

  it('is complete at once and replaces what is typed', async () => {
    client = await startAsking({ capabilities: modern });
    const list = await askAt<lsp.CompletionList>(
      client,
      'completion',
      `${head}- \u{1F600} It is written. [std $0`,
    );
    assert.equal(list.isIncomplete, false);
    const item = list.items.find(({ filterText }) => /1\.2.*strategy/i.test(filterText ?? ''));
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.deepEqual(item.textEdit.range.end, { line: 4, character: 25 });
    assert.match(item.textEdit.newText, /1\.2/);
    assert.deepEqual((item.documentation as lsp.MarkupContent).kind, 'markdown');
  });

  it('marks what is excluded', async () => {
    client = await startAsking({ capabilities: modern });
    const { items } = await askAt<lsp.CompletionList>(client, 'completion', `${head}- Heard. [std 2$0`);
    const excluded = items.find(({ filterText }) => filterText?.includes('heard'));
    assert.deepEqual(excluded?.tags, [1]);
    assert.match(JSON.stringify(excluded), /Not asked for/);
    assert.deepEqual(items.find(({ label }) => label.startsWith('1.1'))?.tags, undefined);
  });

  it('asks to be asked again for each letter of a heading', async () => {
    client = await startAsking({ capabilities: modern });
    const list = await askAt<lsp.CompletionList>(client, 'completion', '## Str$0');
    assert.equal(list.isIncomplete, true);
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['Strengths'],
    );
  });

  const command = 'editor.action.triggerSuggest';
  for (const [what, experimental, expected] of [
    ['has a command for it', { commands: { commands: [command] } }, command],
    ['has other commands', { commands: { commands: ['other'] } }, undefined],
    ['announces something else', true, undefined],
    ['announces nothing', undefined, undefined],
  ] as const) {
    it(`opens the values of a setting only by command: a client ${what}`, async () => {
      client = await TestClient.start({ capabilities: { ...modern, experimental } });
      const { items } = await askAt<lsp.CompletionList>(client, 'completion', '---\n$0\n---\n');
      const commandOf = (key: string) => items.find(({ label }) => label === key)?.command?.command;
      assert.equal(commandOf('phase'), expected);
      assert.equal(commandOf('title'), undefined);
    });
  }

  it('has the oldest form for a client that announces nothing', async () => {
    client = await startAsking();
    const { items } = await askAt<lsp.CompletionList>(client, 'completion', `${head}- Heard. [std $0`);
    assert.ok(items.length > 0);
    for (const item of items) {
      assert.equal(item.tags, undefined);
      assert.equal(item.labelDetails, undefined);
      assert.ok((item.kind ?? 1) <= 18);
      assert.notEqual((item.documentation as lsp.MarkupContent | undefined)?.kind, 'markdown');
    }
  });

  it('does not wait for the folders', async () => {
    await startUnread();
    const { items } = await askAt<lsp.CompletionList>(client, 'completion', `${head}- Heard. [std $0`);
    assert.ok(items.length > 0);
  });

  async function startUnread(): Promise<void> {
    client = await TestClient.start({
      host: (_, __, log) => ({
        listFiles: () => new Promise(() => undefined),
        readFile: () => Promise.resolve(undefined),
        log,
      }),
    });
  }
});
