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

/** A catalogue of the review's own, whose ids may be changed. */
const own = 'file:///team/own.standards.md';
const renamable = {
  [cover]: coverText.replace('standards: tiny', 'standards: ./own.standards.md'),
  [two]: `${head}- Others agree. [std 1.1-1.2]\n`,
  [own]: tiny.replace('id: tiny', 'id: own'),
};

const text = `${head}- \u{1F469}\u200D\u{1F467} Plant yn dw\u0302r. [std 1.1]\r\n- ŵy, a wrong number. [std 9.9]\r\n- New [std \r\n`;

/** A client of a kind, in whose answers ranges have become words. */
class Asker {
  readonly client: TestClient;
  readonly #profile: Profile;
  readonly #texts: Readonly<Record<string, string>>;
  readonly #sent: lsp.WorkspaceEdit[];

  private constructor(
    client: TestClient,
    profile: Profile,
    texts: Readonly<Record<string, string>>,
    sent: lsp.WorkspaceEdit[],
  ) {
    this.client = client;
    this.#profile = profile;
    this.#texts = { ...texts, [shipped]: tiny };
    this.#sent = sent;
  }

  static async start(profile: Profile, others: Readonly<Record<string, string>> = files): Promise<Asker> {
    const texts = { ...others, [one]: text };
    const sent: lsp.WorkspaceEdit[] = [];
    const client = await TestClient.start({
      files: texts,
      greeting: profile.greeting,
      prepare: (connection) => {
        // Looked at and not made, so that the next question finds the same text.
        connection.onRequest('workspace/applyEdit', ({ edit }: lsp.ApplyWorkspaceEditParams) => {
          sent.push(edit);
          return { applied: false };
        });
      },
    });
    if (profile.hasNoFolder)
      for (const [uri, words] of Object.entries(others)) if (uri !== one) client.open(uri, words);
    client.open(one, text, 3);
    await client.diagnostics(one, ({ version, diagnostics }) => version === 3 && diagnostics.length > 0);
    await client.diagnostics(cover);
    await client.diagnostics(two);
    return new Asker(client, profile, texts, sent);
  }

  /** Asks about the place `more` units behind the beginning of `words` in the document. */
  at<R>(method: string, words: string, more: number, params: object = {}): Promise<R> {
    const position = positionIn(text, text.indexOf(words) + more, this.#profile.encoding);
    return this.client.request(`textDocument/${method}`, { textDocument: { uri: one }, position, ...params });
  }

  growing(words: string, more: number): Promise<lsp.SelectionRange[]> {
    const positions = [positionIn(text, text.indexOf(words) + more, this.#profile.encoding)];
    return this.client.request('textDocument/selectionRange', { textDocument: { uri: one }, positions });
  }

  /** The words of tokens with their modifiers; each is counted from the one before it. */
  tokens(data: readonly number[]): unknown[] {
    let [line, character] = [0, 0];
    const found: unknown[] = [];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type, modifiers] = data.slice(i, i + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const range = { start: { line, character }, end: { line, character: character + length } };
      found.push([this.words(range), type, modifiers]);
    }
    return found;
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

  /** What an edit replaces by what, file by file, in whichever of the two forms it comes. */
  edits(edit: lsp.WorkspaceEdit | undefined): unknown[] {
    const versioned = (edit?.documentChanges ?? []) as lsp.TextDocumentEdit[];
    const changes =
      edit?.changes ??
      Object.fromEntries(versioned.map(({ textDocument, edits }) => [textDocument.uri, edits]));
    return Object.entries(changes).map(([uri, list]) => [
      uri,
      (list as lsp.TextEdit[]).map(({ range, newText }) => [this.words(range, uri), newText]),
    ]);
  }

  words(range: lsp.Range | undefined, uri = one): string {
    return range ? wordsIn(this.#texts[uri] ?? assert.fail(uri), range, this.#profile.encoding) : 'no range';
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
      answers.push([
        title,
        kind,
        isPreferred,
        diagnostics?.map(({ code, range }) => [code, asker.words(range)]),
        asker.edits(edit),
      ]);
    }
    return answers;
  },
  highlights: async (asker) => {
    const found = await asker.at<lsp.DocumentHighlight[]>('documentHighlight', '[std 1.1]', 6);
    return found.map(({ range, kind }) => [asker.words(range), kind]);
  },
  folding: async (asker) => {
    const found = await asker.about<lsp.FoldingRange[]>('foldingRange');
    return found.map(({ startLine, endLine }) => [startLine, endLine]);
  },
  'growing selections': async (asker) => {
    const [innermost] = await asker.growing('[std 1.1]', 6);
    const steps: string[] = [];
    for (let step = innermost; step; step = step.parent) steps.push(asker.words(step.range));
    return steps;
  },
  'inlay hints': async (asker) => {
    const found = await asker.about<lsp.InlayHint[]>('inlayHint', text);
    return found.map(({ label, position }) => [
      label,
      asker.words({ start: { line: 0, character: 0 }, end: position }),
    ]);
  },
  'code lenses': async (asker) => {
    const found = await asker.about<lsp.CodeLens[]>('codeLens');
    return found.map(({ command, range }) => [command?.title, asker.words(range)]);
  },
  'semantic tokens': async (asker) => {
    const { data } = await asker.about<lsp.SemanticTokens>('semanticTokens/full');
    return asker.tokens(data);
  },
  'a rename of what is shipped': async (asker) =>
    asker.at('rename', '[std 1.1]', 6, { newName: '1.9' }).then(
      () => [],
      (failure: unknown) => (failure as Error).message,
    ),
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

describe('a rename', () => {
  it('is the same for clients of every kind', async () => {
    const answers: unknown[] = [];
    for (const profile of profiles) {
      const asker = await Asker.start(profile, renamable);
      const edit = await asker.at<lsp.WorkspaceEdit>('rename', '[std 1.1]', 6, { newName: '1.9' });
      answers.push(asker.edits(edit));
      asker.client.dispose();
    }
    for (const [i, answer] of answers.entries())
      assert.deepEqual(
        answer,
        [
          [own, [['1.1', '1.9']]],
          [one, [['1.1', '1.9']]],
          [two, [['1.1-1.2', '1.9, 1.2']]],
        ],
        profiles[i]?.name,
      );
  });
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
