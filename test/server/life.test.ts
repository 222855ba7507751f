/*
 * A connection from greeting to farewell, and the questions that come out of their time.
 */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
  type ResponseError,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/server';
import { TestClient } from '../support/server';
import { files, isWrong, one, two, wrong } from '../support/serverTexts';

const hover = { textDocument: { uri: one }, position: { line: 0, character: 0 } };
const greeting = { processId: null, rootUri: null, capabilities: {} };

/** The code that a request is refused with; 0 when it is answered. */
async function refusal(asked: Promise<unknown>): Promise<number> {
  return asked.then(
    () => 0,
    (failure: unknown) => (failure as ResponseError).code,
  );
}

describe('the life of a connection', () => {
  let connection: MessageConnection;
  let sent: string[];
  beforeEach(() => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    sent = [];
    down.on('data', (data: Buffer) => sent.push(data.toString()));
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      version: '1.2.3',
      host: (_, __, log) => ({
        listFiles: () => Promise.resolve([]),
        readFile: () => Promise.resolve(undefined),
        log,
      }),
      shipped: () => [],
    });
    connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.listen();
  });
  afterEach(() => {
    connection.dispose();
  });

  it('begins with a greeting: nothing is answered before it', async () => {
    const text = { uri: one, languageId: 'review', version: 1, text: wrong };
    void connection.sendNotification('textDocument/didOpen', { textDocument: text });
    assert.equal(await refusal(connection.sendRequest('textDocument/hover', hover)), -32002);
    assert.equal(await refusal(connection.sendRequest('criticalFriend/preview', { uri: one })), -32002);
    assert.equal(await refusal(connection.sendRequest('shutdown')), -32002);
    assert.doesNotMatch(sent.join(''), /publishDiagnostics/);
    const { serverInfo } = await connection.sendRequest<{ serverInfo: unknown }>('initialize', greeting);
    assert.deepEqual(serverInfo, { name: 'Critical Friend', version: '1.2.3' });
    assert.equal(await refusal(connection.sendRequest('textDocument/hover', hover)), 0);
  });

  it('knows one greeting', async () => {
    await connection.sendRequest('initialize', greeting);
    assert.equal(await refusal(connection.sendRequest('initialize', greeting)), -32600);
    assert.equal(await refusal(connection.sendRequest('textDocument/hover', hover)), 0);
  });

  it('ends with a farewell: nothing is answered after it', async () => {
    await connection.sendRequest('initialize', greeting);
    assert.equal(await connection.sendRequest('shutdown'), null);
    assert.equal(await refusal(connection.sendRequest('textDocument/hover', hover)), -32600);
    assert.equal(await refusal(connection.sendRequest('criticalFriend/coverage', { uri: one })), -32600);
    assert.equal(await refusal(connection.sendRequest('shutdown')), -32600);
  });

  it('does not begin a question that was called off', async () => {
    await connection.sendRequest('initialize', greeting);
    // The three arrive together, so that the second is called off while the first is still waiting.
    const first = connection.sendRequest('textDocument/hover', hover);
    const second = refusal(connection.sendRequest('textDocument/hover', hover));
    void connection.sendNotification('$/cancelRequest', { id: 2 });
    assert.equal(await first, null);
    assert.equal(await second, -32800);
  });
});

describe('two clients of one folder', () => {
  it('do not know of each other', async () => {
    const [first, second] = await Promise.all([TestClient.start({ files }), TestClient.start({ files })]);
    await second.diagnostics(one, isWrong);
    first.open(two, wrong);
    await first.diagnostics(two, isWrong);
    second.open(one, wrong);
    await second.diagnostics(one, ({ version }) => version === 1);
    assert.ok(!second.published.some((params) => params.uri === two && isWrong(params)));
    first.dispose();
    await second.settled(() => {
      second.change(one, 2, `${wrong}\nMore.\n`);
    });
    second.dispose();
  });
});

describe('the command for the status', () => {
  it('answers in words after reading the folders again, and shows them unless asked not to', async () => {
    const shown: string[] = [];
    const client = await TestClient.start({
      files,
      prepare: (connection) => {
        connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
          shown.push(message);
        });
      },
    });
    await client.diagnostics(one, isWrong);
    const ask = (...given: unknown[]): Promise<string> =>
      client.request('workspace/executeCommand', { command: 'criticalFriend.readStatus', arguments: given });
    assert.match(
      await ask({ quietly: true }),
      /^# Critical Friend found 1 review with 3 documents and 1 catalogue\n/,
    );
    assert.deepEqual(shown, []);
    client.files.set('file:///team/three.review.md', wrong);
    const words = await ask();
    assert.match(words, /with 4 documents/);
    assert.match(words, /UTF-16/);
    assert.match(words, /The editor does not say when a file in them changes/);
    assert.deepEqual(shown, [words]);
    client.dispose();
  });

  it('names a file that is there and cannot be read', async () => {
    const client = await TestClient.start({
      host: (_, __, log) => ({
        listFiles: () => Promise.resolve([one]),
        readFile: () => Promise.resolve(undefined),
        log,
      }),
    });
    const words = await client.request<string>('workspace/executeCommand', {
      command: 'criticalFriend.readStatus',
    });
    assert.match(words, /one\.review\.md could not be read/);
    client.dispose();
  });
});
