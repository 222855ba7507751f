/*
 * The server's signs of life: it answers whether it is there, also while it reads a large folder, and names what it is
 * about to read to a client that watches, and to no other.
 */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { MessageConnection } from 'vscode-languageserver/node';
import { aliveRequest, leaveUnreadNotification, readingNotification } from '../../server/src/protocol';
import type { AliveResult, ReadingParams } from '../../server/src/protocol';
import { startServer } from '../../server/src/server';
import { TestClient, type ClientOptions } from '../support/server';
import { files, isWrong, one, two, wrong } from '../support/serverTexts';

/** A client that watches, and what it is told, in order. */
async function watching(
  options: ClientOptions = {},
): Promise<{ client: TestClient; told: (string | undefined)[] }> {
  const told: (string | undefined)[] = [];
  const client = await TestClient.start({
    files,
    ...options,
    initializationOptions: { watches: true, ...options.initializationOptions },
    prepare: (connection: MessageConnection) => {
      connection.onNotification(readingNotification, ({ uri }: ReadingParams) => {
        told.push(uri);
      });
    },
  });
  return { client, told };
}

const alive = (client: TestClient): Promise<AliveResult> => client.request(aliveRequest, undefined);

/** Asks until the server has nothing more to do. */
async function whenIdle(client: TestClient): Promise<void> {
  while ((await alive(client)).busy);
}

describe('the signs of life', () => {
  it('say that the server is busy until it has reported on everything, and then no more', async () => {
    const { client, told } = await watching();
    assert.equal((await alive(client)).busy, true);
    await whenIdle(client);
    await client.diagnostics(one, isWrong);
    assert.ok(told.includes(one) && told.includes(two));
    assert.equal(told.at(-1), undefined);
    told.length = 0;
    assert.deepEqual(await alive(client), { busy: false, debugged: false });
    assert.equal(told.length, 0);
    client.open(one, `${wrong}\nMore.\n`);
    assert.equal((await alive(client)).busy, true);
    await whenIdle(client);
    assert.ok(told.includes(one));
    assert.ok(!told.includes(two), 'what has not changed is not read again');
    client.dispose();
  });

  it('come between the slices in which a large folder is read', async () => {
    // No two paragraphs are the same, because the same text is parsed once.
    const textOf = (i: number): string =>
      wrong + Array.from({ length: 60 }, (_, j) => `\n> Words *${i}* of paragraph ${j}.\n`).join('');
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`file:///team/${i}/cover.review.md`, textOf(i)]),
    );
    // The streams of a test let one message through in each turn, so names would hold the answers up.
    const { client } = await watching({ files: many, initializationOptions: { watches: false } });
    let answers = 0;
    for (;;) {
      const reported = client.published.length;
      if (!(await alive(client)).busy) break;
      if (reported > 0 && reported < 100) answers++;
    }
    assert.ok(answers >= 5, `${answers} answers while it was reading`);
    client.dispose();
  });

  it('are not sent to a client that does not watch', async () => {
    const { client, told } = await watching({ initializationOptions: { watches: false } });
    await client.diagnostics(one, isWrong);
    await whenIdle(client);
    assert.deepEqual(told, []);
    assert.equal(client.capabilities.experimental, undefined);
    client.dispose();
  });

  it('leave unread what the client names, when it greets and later', async () => {
    const { client, told } = await watching({ initializationOptions: { unread: [one] } });
    const codes = ({ diagnostics }: { diagnostics: { code?: unknown }[] }): unknown[] =>
      diagnostics.map(({ code }) => code);
    const unread = await client.diagnostics(one, (params) => params.diagnostics.length > 0);
    assert.deepEqual(codes(unread), ['unread-document']);
    client.open(one, wrong);
    await whenIdle(client);
    assert.ok(!told.includes(one));
    const place = { textDocument: { uri: one }, position: { line: 2, character: 3 } };
    assert.equal(await client.request('textDocument/hover', place), null);
    client.notify(leaveUnreadNotification, { uris: [two] });
    await client.diagnostics(one, isWrong);
    await client.diagnostics(two, (params) => codes(params).includes('unread-document'));
    client.notify(leaveUnreadNotification, { uris: [] });
    await client.diagnostics(two, (params) => !codes(params).includes('unread-document'));
    client.dispose();
  });

  it('tell a client that watches the process, and whether a debugger is attached', async () => {
    for (const [processId, parent] of [
      [4711, process.pid],
      [undefined, null],
    ] as const) {
      const watched: number[] = [];
      const [up, down] = [new PassThrough(), new PassThrough()];
      const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
      startServer(server, {
        version: '1.2.3',
        host: (_, __, log) => ({
          listFiles: () => Promise.resolve([]),
          readFile: () => Promise.resolve(undefined),
          log,
        }),
        shipped: () => [],
        isDebugged: () => true,
        watchParent: (id) => watched.push(id),
        ...(processId !== undefined && { processId }),
      });
      const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
      connection.listen();
      const { capabilities } = await withoutTimers(() =>
        connection.sendRequest<{ capabilities: { experimental: unknown } }>('initialize', {
          processId: parent,
          rootUri: null,
          capabilities: {},
          initializationOptions: { watches: true },
        }),
      );
      assert.deepEqual(capabilities.experimental, {
        debugged: true,
        ...(processId !== undefined && { processId }),
      });
      assert.deepEqual(watched, [], 'the start does not wait for the thread');
      void connection.sendNotification('initialized', {});
      assert.equal((await connection.sendRequest<AliveResult>(aliveRequest)).debugged, true);
      assert.deepEqual(watched, parent === null ? [] : [parent]);
      connection.dispose();
      server.dispose();
    }
  });
});

/** The library watches a parent by a timer that it never ends; here that would keep the tests from ending. */
async function withoutTimers<T>(work: () => Promise<T>): Promise<T> {
  const timers: NodeJS.Timeout[] = [];
  const start = globalThis.setInterval;
  globalThis.setInterval = ((...given: Parameters<typeof setInterval>) => {
    const timer = start(...given);
    timers.push(timer);
    return timer;
  }) as typeof setInterval;
  try {
    return await work();
  } finally {
    globalThis.setInterval = start;
    for (const timer of timers) clearInterval(timer);
  }
}
