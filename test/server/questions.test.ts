/*
 * The other questions that a client may ask, over the protocol: that they arrive, that the places of the
 * answers are right, and that the answers have the form the client can take.
 */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import type { CoverageResult, PageChange, PreviewResult } from '../../server/src/protocol';
import type { TestClient } from '../support/server';
import {
  askAt,
  cover,
  head,
  modern,
  one,
  shipped,
  startAsking,
  two,
  words,
} from '../support/serverQuestions';
import { cursor, tiny } from '../support/serverTexts';
import { shownBy } from '../support/shown';

describe('questions', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });
  const inFinding = `${head}- \u{1F600} People told us so. [std 1.$01]\n`;

  it('announces what it can do', async () => {
    client = await startAsking();
    const able = client.capabilities;
    assert.deepEqual(able.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(able.completionProvider, {
      triggerCharacters: ['[', ' ', '.', ',', ':', '-', '@', '('],
      resolveProvider: true,
    });
    assert.deepEqual(able.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.review'],
    });
    assert.deepEqual(able.executeCommandProvider, {
      commands: ['criticalFriend.readStatus', 'criticalFriend.act'],
    });
    for (const name of ['hover', 'definition', 'references', 'documentSymbol', 'workspaceSymbol'] as const) {
      assert.equal(able[`${name}Provider`], true);
    }
  });

  it('hovers over a citation, in Markdown where it is shown', async () => {
    client = await startAsking({ capabilities: modern });
    const hover = await askAt<lsp.Hover>(client, 'hover', inFinding);
    assert.deepEqual((hover.contents as lsp.MarkupContent).kind, 'markdown');
    assert.match((hover.contents as lsp.MarkupContent).value, /People are safe and say so/);
    assert.ok(hover.range);
    assert.match(words(cursor(inFinding).text, hover.range), /1\.1/);
  });

  it('hovers in plain text otherwise, and over nothing else', async () => {
    client = await startAsking();
    assert.equal(
      ((await askAt<lsp.Hover>(client, 'hover', inFinding)).contents as lsp.MarkupContent).kind,
      'plaintext',
    );
    // The first line is the heading of a theme, and says which; that of the strengths names none.
    const at = { textDocument: { uri: one }, position: { line: 2, character: 4 } };
    assert.equal(await client.request('textDocument/hover', at), null);
  });

  it('finds a definition as links', async () => {
    client = await startAsking({ capabilities: modern });
    const [link] = await askAt<lsp.DefinitionLink[]>(client, 'definition', inFinding);
    assert.equal(link?.targetUri, shipped);
    assert.ok(link.originSelectionRange);
    assert.match(words(cursor(inFinding).text, link.originSelectionRange), /1\.1/);
    assert.equal(link.targetRange.start.line, 11);
  });

  it('finds a definition as locations', async () => {
    client = await startAsking();
    const [location] = await askAt<lsp.Location[]>(client, 'definition', inFinding);
    assert.equal(location?.uri, shipped);
    assert.equal(location.range.start.line, 11);
  });

  it('names the shipped catalogue as the client wants it', async () => {
    client = await startAsking({ initializationOptions: { standardsFolder: 'file:///C:/ours' } });
    const [location] = await askAt<lsp.Location[]>(client, 'definition', inFinding);
    assert.equal(location?.uri, 'file:///c%3A/ours/tiny.standards.md');
  });

  it('finds references in documents that nobody has opened', async () => {
    client = await startAsking();
    const found = await askAt<lsp.Location[]>(client, 'references', inFinding, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(new Set(found.map(({ uri }) => uri)), new Set([one, two, shipped]));
    const bare = await askAt<lsp.Location[]>(client, 'references', inFinding, {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(new Set(bare.map(({ uri }) => uri)), new Set([one, two]));
  });

  it('finds references from the line of a shipped catalogue that is open', async () => {
    client = await startAsking();
    client.open(shipped, tiny);
    const found = await client.request<lsp.Location[]>('textDocument/references', {
      textDocument: { uri: shipped },
      position: { line: 11, character: 6 },
      context: { includeDeclaration: false },
    });
    assert.deepEqual(new Set(found.map(({ uri }) => uri)), new Set([one, two]));
  });

  it('outlines a document as a tree', async () => {
    client = await startAsking({ capabilities: modern });
    const [theme] = await client.request<lsp.DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: one },
    });
    assert.match(theme?.name ?? '', /Theme 1: Outcomes/);
    const [strengths] = theme?.children ?? [];
    assert.equal(strengths?.name, 'Strengths');
    assert.equal(strengths.children?.length, 2);
    const check = ({ range, selectionRange, children }: lsp.DocumentSymbol): void => {
      const from = (a: lsp.Position, b: lsp.Position): boolean =>
        a.line < b.line || (a.line === b.line && a.character <= b.character);
      assert.ok(from(range.start, selectionRange.start) && from(selectionRange.end, range.end));
      children?.forEach(check);
    };
    if (theme) check(theme);
  });

  it('outlines a document as a list', async () => {
    client = await startAsking();
    const symbols = await client.request<lsp.SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: one },
    });
    assert.equal(symbols.length, 4);
    assert.equal(symbols[2]?.containerName, 'Strengths');
    assert.equal(symbols[2].location.uri, one);
  });

  it('finds symbols of the workspace', async () => {
    client = await startAsking();
    const ask = (query: string): Promise<lsp.SymbolInformation[]> =>
      client.request<lsp.SymbolInformation[]>('workspace/symbol', { query });
    const [finding] = await ask('others agree');
    assert.equal(finding?.location.uri, two);
    const [standard] = await ask('strategy');
    assert.equal(standard?.location.uri, shipped);
  });

  it('prints the preview with places', async () => {
    client = await startAsking();
    const preview = await client.request<PreviewResult>('criticalFriend/preview', { uri: two });
    assert.equal(preview.review, cover);
    assert.equal(preview.title, 'A review');
    assert.match(shownBy(preview.change), /data-line="4"/);
    assert.equal(await client.request('criticalFriend/preview', { uri: 'file:///team/notes.md' }), null);
  });

  it('sends of a page only what has changed, and all of it to whom has another state', async () => {
    client = await startAsking();
    const ask = async (state?: number): Promise<PageChange> => {
      return (await client.request<PreviewResult>('criticalFriend/preview', { uri: one, state })).change;
    };
    const whole = await ask();
    assert.equal(whole.from, 0);
    assert.equal(whole.order?.[0], 'header');
    assert.deepEqual(await ask(whole.state), { state: whole.state, from: whole.state, blocks: [] });
    client.open(one, `${head}- People told us so and more. [std 1.1]\n`);
    const change = await ask(whole.state);
    assert.equal(change.from, whole.state);
    assert.ok(!change.order && JSON.stringify(change).includes('told us so and more'));
    assert.ok(JSON.stringify(change).length < JSON.stringify(whole).length / 2);
    const again = await ask(whole.state);
    assert.deepEqual([again.from, again.order], [0, whole.order]);
  });

  it('prints the other pages of a review, and its matrix as CSV', async () => {
    client = await startAsking();
    const ask = (page: string): Promise<PreviewResult> =>
      client.request<PreviewResult>('criticalFriend/preview', { uri: two, page });
    const matrix = await ask('matrix');
    assert.equal(matrix.review, cover);
    assert.match(shownBy(matrix.change), /<table class="matrix">/);
    assert.match(shownBy(matrix.change), /&#x22;line&#x22;:4/);
    assert.match(shownBy((await ask('moderation')).change), /<table class="moderation">/);
    const report = shownBy((await ask('report')).change);
    assert.match(report, /<h2 id="contents">Contents<\/h2>[^]*Appendix 1: <\/span>Standards and coverage/);
    assert.match(report, /<li id="[^"]+" data-document="2" data-line="4">/);
    const csv = await client.request<string>('criticalFriend/matrixCsv', { uri: two });
    assert.match(csv, /^Theme,Element,Standard,.*\r\n1,1,1\.1,People are safe and say so,covered,,2,0,0,/);
    assert.equal(await client.request('criticalFriend/matrixCsv', { uri: 'file:///team/notes.md' }), null);
  });

  it('tells the figures', async () => {
    client = await startAsking();
    const figures = await client.request<CoverageResult>('criticalFriend/coverage', { uri: one });
    assert.deepEqual(figures, {
      review: cover,
      title: 'A review',
      covered: 1,
      inScope: 3,
      excluded: 1,
      uncovered: ['1.2', '3.1'],
      words: '1 of 3 standards in scope covered (1 excluded)',
      phase: 'Phase: drafting. What is unfinished counts as information.',
      exclusions: ['std 2: Not asked for'],
    });
  });

  it('answers nothing where a question fails, and logs its name without its text', async () => {
    client = await startAsking();
    client.open(one, `${head}- Secret words. [std 1.1]\n`);
    const broken = { textDocument: { uri: one }, position: null };
    assert.equal(await client.request('textDocument/hover', broken), null);
    const line = await client.until(() => client.logged.find((text) => text.includes('Hover failed')));
    assert.ok(!line.includes('Secret'));
  });
});
