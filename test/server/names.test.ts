import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import { TestClient } from '../support/server';
import {
  askAt,
  cover,
  coverText,
  files,
  head,
  modern,
  one,
  startAsking,
  two,
} from '../support/serverQuestions';
import { tiny } from '../support/serverTexts';

const own = 'file:///team/own.standards.md';
const renamable = {
  ...files,
  [cover]: coverText.replace('standards: tiny', 'standards: ./own.standards.md'),
  [own]: tiny.replace('id: tiny', 'id: own'),
};

describe('names over the protocol', () => {
  let client: TestClient | undefined;
  afterEach(() => client?.dispose());

  it('lights up the citations of the same standard', async () => {
    client = await startAsking({ capabilities: modern });
    const found = await askAt<lsp.DocumentHighlight[]>(
      client,
      'documentHighlight',
      `${head}- A [std 1.$01]\n- B [std 1.1-1.2], [std 1.2]\n`,
    );
    const start = { line: 5, character: 9 };
    assert.deepEqual(found[1], { range: { start, end: { line: 5, character: 16 } }, kind: 2 });
    assert.equal(found.length, 2);
  });

  it('renames with versions where the client can check them', async () => {
    client = await startAsking({ capabilities: modern, files: renamable });
    const edit = await askAt<lsp.WorkspaceEdit>(client, 'rename', `${head}- A [std 1.$01]\n`, {
      newName: '1.9',
    });
    assert.deepEqual(
      edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument),
      [
        { uri: own, version: null },
        { uri: one, version: 5 },
        { uri: two, version: null },
      ],
    );
  });

  it('renames in every document, also where the folders have just been opened', async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    client = await TestClient.start({
      files: renamable,
      host: (_, __, log) => ({
        listFiles: async () => {
          await begun;
          return Object.keys(renamable);
        },
        readFile: (uri) => Promise.resolve((renamable as Record<string, string>)[uri]),
        log,
      }),
    });
    const edit = askAt<lsp.WorkspaceEdit>(client, 'rename', `${head}- A [std 1.$01]\n`, { newName: '1.9' });
    // An answer to a later question proves that the first waits for more than its turn.
    await client.request('textDocument/foldingRange', { textDocument: { uri: one } });
    begin();
    assert.deepEqual(Object.keys((await edit).changes ?? {}), [own, one, two]);
  });

  it('renames in the older form, and says that it can without asking first', async () => {
    client = await startAsking({ files: renamable });
    const edit = await askAt<lsp.WorkspaceEdit>(client, 'rename', `${head}- A [std 1.$01]\n`, {
      newName: '1.9',
    });
    assert.deepEqual(Object.keys(edit.changes ?? {}), [own, one, two]);
    assert.equal(client.capabilities.renameProvider, true);
  });

  it('says what would be renamed, to a client that asks first', async () => {
    const capabilities = {
      ...modern,
      textDocument: { ...modern.textDocument, rename: { prepareSupport: true } },
    };
    client = await startAsking({ capabilities, files: renamable });
    assert.deepEqual(client.capabilities.renameProvider, { prepareProvider: true });
    assert.deepEqual(await askAt(client, 'prepareRename', `${head}- A [std 1.$01]\n`), {
      range: { start: { line: 4, character: 9 }, end: { line: 4, character: 12 } },
      placeholder: '1.1',
    });
    assert.equal(await askAt(client, 'prepareRename', `${head}- A$0 [std 1.1]\n`), null);
  });

  it('refuses with a sentence', async () => {
    client = await startAsking();
    const shipped = askAt(client, 'rename', `${head}- A [std 1.$01]\n`, { newName: '1.9' });
    await assert.rejects(shipped, /“Tiny standards” comes with Critical Friend/);
    assert.deepEqual(client.logged, []);
  });

  it('renames evidence in every document of the review, and refuses an id that is taken', async () => {
    const register = '\n# Evidence\n\n| Id | Description |\n| - | - |\n| FG2 | Carers |\n| D4 | Plan |\n';
    const withEvidence = { ...files, [cover]: coverText + register, [two]: `${head}- B [ev D4, fg2]\n` };
    client = await startAsking({ capabilities: modern, files: withEvidence });
    const cited = `${head}- A [ev FG$02]\n`;
    const edit = await askAt<lsp.WorkspaceEdit>(client, 'rename', cited, { newName: 'FG7' });
    const changes = (edit.documentChanges ?? []) as lsp.TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument: { uri }, edits }) => [uri, edits.length]),
      [
        [cover, 1],
        [one, 1],
        [two, 1],
      ],
    );
    const taken = askAt(client, 'rename', cited, { newName: 'D4' });
    await assert.rejects(
      taken,
      /D4 is the id of another entry in cover\.review\.md, “Plan”; choose another id/,
    );
  });
});
