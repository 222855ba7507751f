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

  it('says more of a line when somebody looks at it, where the client can wait', async () => {
    const completion = {
      completionItem: {
        documentationFormat: ['markdown'],
        resolveSupport: { properties: ['documentation'] },
      },
    };
    client = await startAsking({
      capabilities: { textDocument: { completion: completion as lsp.CompletionClientCapabilities } },
    });
    const { items } = await askAt<lsp.CompletionList>(client, 'completion', `${head}- Written. [std $0`);
    assert.ok(items.every(({ documentation }) => documentation === undefined));
    const item = items.find(({ label }) => label === '1.1');
    const resolved = await client.request<lsp.CompletionItem>('completionItem/resolve', item);
    const { kind, value } = resolved.documentation as lsp.MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*Standard 1\.1\*\*[^]*Ask people whether[^]*Case files/);
    const bare = { label: 'A' };
    assert.deepEqual(await client.request('completionItem/resolve', bare), bare);
  });

  it('offers dates from the day of the server', async () => {
    client = await startAsking();
    const { items } = await askAt<lsp.CompletionList>(client, 'completion', '## Actions\n- Do it @due($0)');
    const day = items[0]?.label ?? '';
    const days = (Date.parse(day) - Date.now()) / 86_400_000;
    assert.ok(days > 26 && days < 32, day);
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
