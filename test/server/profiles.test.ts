/*
 * The same questions through every kind of client: the form of an answer follows what the client announced, and
 * its content is the same. Answers are boiled down to words, so that neither positions nor forms count.
 */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import { positionIn, rangeIn, wordsIn } from '../support/positions';
import { profiles, type Profile } from '../support/profiles';
import { TestClient } from '../support/server';
import { cover, coverText, files, head, one, shipped, two } from '../support/serverQuestions';
import { tiny } from '../support/serverTexts';

const text = `${head}- \u{1F469}\u200D\u{1F467} Plant yn dw\u0302r. [std 1.1]\r\n- ŵy, a wrong number. [std 9.9]\r\n- New [std \r\n`;
const texts: Record<string, string> = { ...files, [one]: text, [shipped]: tiny };

/** A client of a kind, in whose answers ranges have become words. */
class Asker {
  readonly client: TestClient;
  readonly #profile: Profile;
  readonly #sent: lsp.WorkspaceEdit[];

  private constructor(client: TestClient, profile: Profile, sent: lsp.WorkspaceEdit[]) {
    this.client = client;
    this.#profile = profile;
    this.#sent = sent;
  }

  static async start(profile: Profile): Promise<Asker> {
    const sent: lsp.WorkspaceEdit[] = [];
    const client = await TestClient.start({
      files: { ...files, [one]: text },
      greeting: profile.greeting,
      prepare: (connection) => {
        // Looked at and not made, so that the next question finds the same text.
        connection.onRequest('workspace/applyEdit', ({ edit }: lsp.ApplyWorkspaceEditParams) => {
          sent.push(edit);
          return { applied: false };
        });
      },
    });
    if (profile.hasNoFolder) for (const uri of [cover, two]) client.open(uri, texts[uri] ?? '');
    client.open(one, text, 3);
    await client.diagnostics(one, ({ version, diagnostics }) => version === 3 && diagnostics.length > 0);
    await client.diagnostics(cover);
    await client.diagnostics(two);
    return new Asker(client, profile, sent);
  }

  /** Asks about the place `more` units behind the beginning of `words` in the document. */
  at<R>(method: string, words: string, more: number, params: object = {}): Promise<R> {
    const position = positionIn(text, text.indexOf(words) + more, this.#profile.encoding);
    return this.client.request(`textDocument/${method}`, { textDocument: { uri: one }, position, ...params });
  }

  about<R>(method: string, words?: string, params: object = {}): Promise<R> {
    const start = words === undefined ? 0 : text.indexOf(words);
    const range = rangeIn(text, start, start + (words?.length ?? 0), this.#profile.encoding);
    return this.client.request(`textDocument/${method}`, { textDocument: { uri: one }, range, ...params });
  }

  /** The edit of a code action, which some clients are sent when its command comes back. */
  async editOf({ edit, command }: lsp.CodeAction): Promise<lsp.WorkspaceEdit | undefined> {
    if (!command) return edit;
    const { command: name, arguments: given } = command;
    await this.client.request('workspace/executeCommand', { command: name, arguments: given });
    return this.#sent.pop();
  }

  words(range: lsp.Range | undefined, uri = one): string {
    return range ? wordsIn(texts[uri] ?? assert.fail(uri), range, this.#profile.encoding) : 'no range';
  }
}

/** The words of Markdown or of the plain text that stands for it. */
const markup = (contents: unknown): unknown => (contents as lsp.MarkupContent | undefined)?.value;

/** Each question, and what its answer says whatever its form. */
const questions: Record<string, (asker: Asker) => Promise<unknown>> = {
  diagnostics: async (asker) => {
    const { diagnostics } = await asker.client.diagnostics(one);
    return diagnostics.map(({ code, message, severity, range }) => [
      code,
      message,
      severity,
      asker.words(range),
    ]);
  },
  completion: async (asker) => {
    const { items } = await asker.at<lsp.CompletionList>('completion', '- New [std ', 11);
    const answers: unknown[] = [];
    for (const item of items) {
      const { label, textEdit, kind, sortText, filterText } = item;
      const edit = textEdit as lsp.TextEdit;
      // Who asks about a line later is told the same first, and then more.
      const resolve = (): Promise<lsp.CompletionItem> => asker.client.request('completionItem/resolve', item);
      const { documentation } = item.data === undefined ? item : await resolve();
      answers.push([
        label,
        kind,
        sortText,
        filterText,
        edit.newText,
        asker.words(edit.range),
        String(markup(documentation)).split('\n\n---\n\n')[0],
      ]);
    }
    return answers;
  },
  hover: async (asker) => {
    const { contents, range } = await asker.at<lsp.Hover>('hover', '[std 1.1]', 6);
    return [markup(contents), asker.words(range)];
  },
  definition: async (asker) => {
    const found = await asker.at<(lsp.Location | lsp.LocationLink)[]>('definition', '[std 1.1]', 6);
    return found.map((target) => {
      if ('uri' in target) return [target.uri, asker.words(target.range, target.uri)];
      return [target.targetUri, asker.words(target.targetSelectionRange, target.targetUri)];
    });
  },
  references: async (asker) => {
    const context = { includeDeclaration: true };
    const found = await asker.at<lsp.Location[]>('references', '[std 1.1]', 6, { context });
    return found.map(({ uri, range }) => [uri, asker.words(range, uri)]);
  },
  'document symbols': async (asker) => {
    const found = await asker.about<(lsp.DocumentSymbol | lsp.SymbolInformation)[]>('documentSymbol');
    const flat = (symbols: readonly (lsp.DocumentSymbol | lsp.SymbolInformation)[]): unknown[] =>
      symbols.flatMap((symbol) => {
        const range = 'location' in symbol ? symbol.location.range : symbol.range;
        const children = 'children' in symbol ? (symbol.children ?? []) : [];
        return [[symbol.name, symbol.kind, asker.words(range)], ...flat(children)];
      });
    return flat(found);
  },
  'workspace symbols': async (asker) => {
    const found = await asker.client.request<lsp.SymbolInformation[]>('workspace/symbol', { query: '' });
    return found.map(({ name, kind, location }) => [
      name,
      kind,
      location.uri,
      asker.words(location.range, location.uri),
    ]);
  },
  'code actions': async (asker) => {
    const found = await asker.about<lsp.CodeAction[]>('codeAction', '9.9', { context: { diagnostics: [] } });
    const answers: unknown[] = [];
    for (const action of found) {
      const { title, kind, isPreferred, diagnostics } = action;
      const edit = await asker.editOf(action);
      const versioned = (edit?.documentChanges ?? []) as lsp.TextDocumentEdit[];
      const edits =
        edit?.changes ??
        Object.fromEntries(versioned.map((change) => [change.textDocument.uri, change.edits]));
      const printed = Object.entries(edits).map(([uri, list]) => [
        uri,
        (list as lsp.TextEdit[]).map(({ range, newText }) => [asker.words(range, uri), newText]),
      ]);
      answers.push([
        title,
        kind,
        isPreferred,
        diagnostics?.map(({ code, range }) => [code, asker.words(range)]),
        printed,
      ]);
    }
    return answers;
  },
  'the status': async (asker) => {
    const words = await asker.client.request<string>('workspace/executeCommand', {
      command: 'criticalFriend.readStatus',
      arguments: [{ quietly: true }],
    });
    return words.split('\n')[0];
  },
};

describe('clients of every kind', () => {
  const askers: Asker[] = [];
  before(async () => {
    for (const profile of profiles) askers.push(await Asker.start(profile));
  });
  after(() => {
    for (const { client } of askers) client.dispose();
  });

  for (const [name, ask] of Object.entries(questions)) {
    it(`are told the same: ${name}`, async () => {
      const answers = await Promise.all(askers.map(ask));
      const [first] = answers;
      assert.notEqual(JSON.stringify(first ?? []), '[]', 'nobody is told anything');
      for (const [i, answer] of answers.entries()) assert.deepEqual(answer, first, profiles[i]?.name);
    });
  }

  for (const [i, profile] of profiles.entries()) {
    describe(profile.name, () => {
      const of = (): TestClient => askers[i]?.client ?? assert.fail();

      it('is asked to register nothing that it did not offer', () => {
        const methods = of().registrations.map(({ method }) => method);
        assert.deepEqual(methods, profile.watches === true ? ['workspace/didChangeWatchedFiles'] : []);
      });

      it('is sent nothing that breaks it', () => {
        assert.deepEqual(of().logged, []);
      });

      it('agrees on how to count', () => {
        assert.equal(of().capabilities.positionEncoding, profile.encoding);
      });
    });
  }
});

describe('several folders', () => {
  const nested = 'file:///team/inner/cover.review.md';
  const inner = 'file:///team/inner/three.review.md';
  const other = 'file:///other/four.review.md';
  const all = {
    ...files,
    [nested]: coverText,
    [inner]: `${head}- Wrong. [std 7.7]\n`,
    [other]: `${head}- Wrong. [std 8.8]\n`,
  };

  it('one inside the other are read once, and its review stays its own', async () => {
    const client = await TestClient.start({ files: all, folders: ['file:///team', 'file:///team/inner'] });
    await client.diagnostics(inner, ({ diagnostics }) => diagnostics.length > 0);
    const found = await client.request<string>('workspace/executeCommand', {
      command: 'criticalFriend.readStatus',
      arguments: [{ quietly: true }],
    });
    assert.match(found, /found 2 reviews with 5 documents/);
    assert.match(found, /- Cover: team\/cover\.review\.md/);
    assert.match(found, /- Cover: inner\/cover\.review\.md/);
    client.dispose();
  });

  it('one inside the other may go without taking its files along', async () => {
    const client = await TestClient.start({
      files: all,
      folders: ['file:///team', 'file:///team/inner'],
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await client.diagnostics(inner, ({ diagnostics }) => diagnostics.length > 0);
    const sent = client.published.length;
    const removed = [{ uri: 'file:///team/inner', name: 'inner' }];
    const added = [{ uri: 'file:///other', name: 'other' }];
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await client.diagnostics(other, ({ diagnostics }) => diagnostics.length > 0);
    assert.ok(!client.published.slice(sent).some(({ uri }) => uri === inner));
    client.dispose();
  });

  it('next to each other are reviews of their own', async () => {
    const client = await TestClient.start({ files: all, folders: ['file:///team', 'file:///other'] });
    await client.diagnostics(one, ({ diagnostics }) => diagnostics.length > 0);
    await client.diagnostics(other, ({ diagnostics }) => diagnostics.length > 0);
    client.dispose();
  });
});
