/*
 * Bytes that are no proper messages: after each of them a proper question is still answered. What a frame is belongs
 * to the protocol's library, so only what it can recover from stands here.
 */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/server';
import { one, wrong } from '../support/serverTexts';

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const say = (message: object): string => frame(JSON.stringify({ jsonrpc: '2.0', ...message }));
const open = say({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri: one, languageId: 'review', version: 1, text: wrong } },
});
const change = (text: string, version: number): string =>
  say({
    method: 'textDocument/didChange',
    params: { textDocument: { uri: one, version }, contentChanges: [{ text }] },
  });

const oddities: Record<string, string> = {
  'broken JSON': frame('{"jsonrpc": "2.0", "id": '),
  'JSON that is no message': ['null', '7', '"a"', '[]', '{}', '[{}]'].map(frame).join(''),
  'a message without a method': say({ id: 900 }) + say({ params: {} }),
  'ids of every kind': [null, '', 'a', -1, 1.5]
    .map((id) => say({ id, method: 'textDocument/hover' }))
    .join(''),
  'answers to questions that nobody asked':
    say({ id: 77, result: 1 }) + say({ id: 78, error: { code: 1, message: 'x' } }),
  'a question twice under one id': say({ id: 5, method: 'workspace/symbol', params: { query: '' } }).repeat(
    2,
  ),
  'calling off what is not there': [5, 'x', null, {}]
    .map((id) => say({ method: '$/cancelRequest', params: { id } }))
    .join(''),
  'an empty body': frame(''),
  'more headers': `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nX-Other: 1\r\n${open}`,
  'deep JSON': frame(`{"jsonrpc":"2.0","method":"x","params":${'['.repeat(3000)}${']'.repeat(3000)}}`),
  'half a character': say({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: one, languageId: 'review', version: 2, text: '\uD83D' } },
  }),
  'keys that every object has':
    say({ method: '__proto__', params: { __proto__: null, constructor: 1 } }) +
    say({ id: 6, method: 'toString' }),
  'five thousand changes in one write': Array.from({ length: 5000 }, (_, i) =>
    change(`- ${i}\n`, i + 2),
  ).join(''),
  'a text of ten megabytes in one line': change(`- ${'a'.repeat(10_000_000)}\n`, 9000),
};

describe('a server that is sent', () => {
  let up: PassThrough;
  let answered: Map<unknown, unknown>;
  let wake: () => void = () => undefined;
  let last = 1000;

  beforeEach(() => {
    const down = new PassThrough();
    up = new PassThrough();
    answered = new Map();
    new StreamMessageReader(down).listen((message) => {
      if ('id' in message) answered.set(message.id, message);
      wake();
    });
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      version: '1.2.3',
      host: (_, __, log) => ({
        listFiles: () => Promise.resolve([]),
        readFile: () => Promise.resolve(undefined),
        log,
      }),
      shipped: () => [],
      quietPeriod: 0,
    });
    up.write(
      say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    up.write(say({ method: 'initialized', params: {} }));
  });

  /** Asks for the symbols of a document and waits until that very question is answered. */
  async function isAnswered(): Promise<void> {
    const id = ++last;
    up.write(say({ id, method: 'workspace/symbol', params: { query: '' } }));
    while (!answered.has(id)) await new Promise<void>((resume) => (wake = resume));
    assert.ok('result' in (answered.get(id) as object));
  }

  for (const [name, bytes] of Object.entries(oddities)) {
    it(`${name} answers the next question`, async () => {
      up.write(open);
      up.write(bytes);
      await isAnswered();
    });
  }

  it('everything byte by byte answers the next question', async () => {
    for (const byte of Buffer.from(
      open + (oddities['broken JSON'] ?? '') + change('- Siân 👩‍👩‍👧 [std 1.1]\n', 3),
    )) {
      up.write(Buffer.from([byte]));
    }
    await isAnswered();
  });
});
