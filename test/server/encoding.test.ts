/*
 * The units that positions are counted in: which the server takes, and that a text and its edits mean the same
 * in all of them. Texts with emoji, Welsh letters, combining marks and all kinds of line ends are where they differ.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as lsp from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, fromRange, toRange } from '../../server/src/lsp/positions';
import type { Encoding } from '../../server/src/lsp/positionEncoding';
import { awkwardEdits, awkwardText, runs, type AwkwardEdit } from '../support/awkward';
import { encodings, offsetIn, rangeIn, snap, wordsIn } from '../support/positions';
import { TestClient } from '../support/server';
import { cover, coverText, one } from '../support/serverTexts';

const prefer = (...positionEncodings: string[]): lsp.ClientCapabilities => ({
  general: { positionEncodings },
});

/** What an editor can hold and send: no half of a surrogate pair. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** An edit as the editor sends it, and the text it leaves; offsets are moved to where a position can be. */
function send(
  text: string,
  [from, length, piece]: AwkwardEdit,
  encoding: Encoding,
): [lsp.TextDocumentContentChangeEvent, string] {
  const first = Math.floor(from * text.length);
  const start = snap(text, first);
  const end = Math.max(start, snap(text, first + length));
  const words = wellFormed(piece);
  return [
    { range: rangeIn(text, start, end, encoding), text: words },
    text.slice(0, start) + words + text.slice(end),
  ];
}

/** All edits, each a change of the text that the one before it left. */
function sendAll(
  text: string,
  edits: readonly AwkwardEdit[],
  encoding: Encoding,
): [lsp.TextDocumentContentChangeEvent[], string] {
  const changes: lsp.TextDocumentContentChangeEvent[] = [];
  let now = text;
  for (const edit of edits) {
    const [change, next] = send(now, edit, encoding);
    changes.push(change);
    now = next;
  }
  return [changes, now];
}

describe('position encoding', () => {
  let clients: TestClient[] = [];
  const start = async (capabilities: lsp.ClientCapabilities, files = {}): Promise<TestClient> => {
    const client = await TestClient.start({ capabilities, files });
    clients.push(client);
    return client;
  };
  afterEach(() => {
    for (const client of clients) client.dispose();
    clients = [];
  });

  for (const [offered, taken] of [
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-16'], 'utf-16'],
    [['utf-8', 'utf-32', 'utf-16'], 'utf-8'],
    [['utf-32', 'utf-8', 'utf-16'], 'utf-32'],
    [['utf-7', 'utf-8'], 'utf-8'],
    [['utf-7'], 'utf-16'],
  ] as const) {
    it(`is ${taken} for a client that prefers ${offered?.join(', ') ?? 'nothing'}`, async () => {
      const { capabilities } = await start(offered ? prefer(...offered) : {});
      assert.equal(capabilities.positionEncoding, taken);
    });
  }

  for (const encoding of encodings) {
    it(`names the same words in ${encoding}`, async () => {
      const client = await start(prefer(encoding), { [cover]: coverText });
      const text =
        '# Theme 1: Outcomes\r\n\r\n## Cryfderau\r\n\r\n' +
        '- \u{1F468}\u200D\u{1F469} Mae plant yn cael eu clywed bob dydd, dw\u0302r a thân, ŵyr ŷ. [std 9.8]\r\n- Cafe\u0301 [std 9.9]\r\n';
      client.open(one, text);
      const { diagnostics } = await client.diagnostics(one, (params) => params.diagnostics.length === 2);
      assert.deepEqual(
        diagnostics.map(({ range }) => wordsIn(text, range, encoding)),
        ['9.8', '9.9'],
      );
      const at = text.indexOf('9.8');
      const change = { range: rangeIn(text, at, at + 3, encoding), text: '1.1' };
      client.notify('textDocument/didChange', {
        textDocument: { uri: one, version: 2 },
        contentChanges: [change],
      });
      const after = text.replace('9.8', '1.1');
      await client.diagnostics(one, ({ version, diagnostics: [first] }) => {
        return version === 2 && first !== undefined && wordsIn(after, first.range, encoding) === '9.9';
      });
      const position = rangeIn(after, at, at, encoding).start;
      const hover = await client.request<lsp.Hover>('textDocument/hover', {
        textDocument: { uri: one },
        position,
      });
      assert.match(JSON.stringify(hover.contents), /People are safe and say so/);
      assert.match(wordsIn(after, hover.range ?? assert.fail(), encoding), /1\.1/);
    });
  }

  it('finds the place of every offset, and the offset of every place', () => {
    fc.assert(
      fc.property(awkwardText.map(wellFormed), fc.constantFrom(...encodings), (content, encoding) => {
        const text = { uri: one, text: content };
        for (let offset = 0; offset <= content.length; offset++) {
          if (snap(content, offset) !== offset) continue;
          const range = rangeIn(content, offset, offset, encoding);
          assert.deepEqual(toRange({ encoding }, text, { start: offset, end: offset }), range);
          assert.equal(fromRange({ encoding }, text, range).start, offset);
          assert.equal(offsetIn(content, range.start, encoding), offset);
        }
      }),
      runs(150),
    );
  });

  it('takes a place inside a character for its beginning, and one past a line for its end', () => {
    const text = { uri: one, text: 'a\u{1F600}b\r\nc' };
    const offset = (line: number, character: number, encoding: Encoding): number => {
      const place = { line, character };
      return fromRange({ encoding }, text, { start: place, end: place }).start;
    };
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => offset(0, n, 'utf-8')),
      [0, 1, 1, 1, 1, 3, 4, 4],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((n) => offset(0, n, 'utf-32')),
      [0, 1, 3, 4, 4],
    );
    for (const encoding of encodings) {
      assert.equal(offset(1, 9, encoding), 7);
      assert.equal(offset(9, 0, encoding), 7);
    }
    // A cut through a pair is no place for a client that has no pairs.
    assert.equal(toRange({ encoding: 'utf-8' }, text, { start: 2, end: 2 }).start.character, 1);
  });

  it('makes the same text of the same edits', () => {
    fc.assert(
      fc.property(awkwardText.map(wellFormed), awkwardEdits, (text, edits) => {
        for (const encoding of encodings) {
          const [changes, after] = sendAll(text, edits, encoding);
          const document = TextDocument.create(one, 'review', 1, text);
          applyChanges({ encoding }, document, changes, 2);
          assert.equal(document.getText(), after);
          assert.equal(document.version, 2);
        }
      }),
      runs(300),
    );
  });

  it('says the same about the same text and edits', async function () {
    const talking = await Promise.all(
      encodings.map(async (encoding) => ({
        encoding,
        client: await start(prefer(encoding), { [cover]: coverText }),
      })),
    );
    const marker = 'file:///marker.review.md';
    let run = 0;
    const say = async (
      { encoding, client }: (typeof talking)[number],
      text: string,
      edits: readonly AwkwardEdit[],
      uri: string,
    ): Promise<unknown> => {
      client.open(uri, text);
      const [contentChanges, after] = sendAll(text, edits, encoding);
      client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
      // A round that has got as far as this document has seen the changes, and is over when it says so.
      client.open(marker, `[std 99.${run}]`);
      await client.diagnostics(marker, (params) => JSON.stringify(params).includes(`99.${run} `));
      const before = client.changes;
      await client.until(() => client.changes > before);
      const { diagnostics } = client.published.filter((params) => params.uri === uri).at(-1) ?? {
        diagnostics: [],
      };
      const found = await client.request<lsp.SymbolInformation[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      client.close(uri);
      client.close(marker);
      const offsets = ({ start, end }: lsp.Range): number[] =>
        [start, end].map((place) => offsetIn(after, place, encoding));
      return {
        diagnostics: diagnostics.map(({ range, ...rest }) => ({ ...rest, at: offsets(range) })),
        symbols: found.map(({ name, location }) => ({ name, at: offsets(location.range) })),
      };
    };
    await fc.assert(
      fc.asyncProperty(awkwardText.map(wellFormed), awkwardEdits, async (text, edits) => {
        const uri = `file:///team/random-${++run}.review.md`;
        const [first, ...others] = await Promise.all(talking.map((one) => say(one, text, edits, uri)));
        for (const other of others) assert.deepEqual(other, first);
      }),
      { numRuns: Math.min(runs(40).numRuns, 300) },
    );
  });
});
