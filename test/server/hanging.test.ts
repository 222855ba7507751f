/*
 * A server process that really hangs while it reads: the client's watchdog notices, ends it and starts another, which
 * leaves that document unread and says everything else. And one whose client is killed meanwhile: it ends by itself.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { Watchdog } from '../../client/src/connection/watchdog';
import {
  aliveRequest,
  leaveUnreadNotification,
  type AliveResult,
  type WatchedCapabilities,
} from '../../server/src/protocol';
import {
  buildHanging,
  greet,
  startProcess,
  type HangingBundles,
  type ServerProcess,
} from '../support/hangingServer';
import { Folder } from '../support/serverFolder';

/** As in the product, but in a tenth of the time: this process sees real seconds pass. */
const limit = 1500;

const cover = '---\ntitle: Homes\n---\n';
const wrong = '# Theme 1: A\n\n## Strengths\n\n- People told us so. [std 99.9]\n';

/** A client with a watchdog that starts a server once more each time it has ended one. */
class WatchingClient {
  readonly ended: (string | undefined)[] = [];
  readonly published = new Map<string, readonly string[]>();
  unread: readonly string[] = [];
  server: ServerProcess | undefined;
  #own: WatchedCapabilities | undefined;
  #wake: () => void = () => undefined;
  readonly #dog = new Watchdog({
    now: () => performance.now(),
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds);
      return () => {
        clearInterval(timer);
      };
    },
    limit: () => limit,
    isDebugging: () => false,
    ask: () => this.server?.connection.sendRequest<AliveResult>(aliveRequest) ?? Promise.reject(new Error()),
    end: (reading) => {
      this.ended.push(reading);
      if (reading !== undefined) this.unread = [reading];
      process.kill(this.#own?.processId ?? -1, 'SIGKILL');
    },
  });

  constructor(
    readonly bundles: HangingBundles,
    readonly folder: string,
  ) {}

  async start(): Promise<void> {
    this.published.clear();
    const server = startProcess(this.bundles.bundle('server.js'), {
      sent: (message) => {
        this.#dog.sent(message);
      },
      received: (message) => {
        this.#dog.received(message);
      },
    });
    this.server = server;
    const { connection } = server;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const name = params.uri.slice(params.uri.lastIndexOf('/') + 1);
      this.published.set(
        name,
        params.diagnostics.map(({ code }) => String(code)),
      );
      this.#wake();
    });
    connection.listen();
    this.#own = await greet<WatchedCapabilities>(connection, this.folder, {
      watches: true,
      unread: this.unread,
    });
    assert.equal(this.#own.processId, server.child.pid);
    this.#dog.start(this.#own.debugged);
    void connection.sendNotification('initialized', {});
  }

  /** Waits until the server's process has ended. */
  async whenEnded(): Promise<void> {
    const child = this.server?.child;
    if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  /** Waits until a document was reported with these codes. */
  async until(name: string, codes: readonly string[]): Promise<void> {
    while (JSON.stringify(this.published.get(name)) !== JSON.stringify(codes))
      await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async dispose(): Promise<void> {
    this.#dog.stop();
    this.server?.child.kill('SIGKILL');
    await this.whenEnded();
    this.server?.connection.dispose();
  }
}

describe('a server that hangs', function () {
  this.timeout(120_000);
  let bundles: HangingBundles;
  let review: Folder;
  let client: WatchingClient | undefined;
  const uriOf = (name: string): string => `${pathToFileURL(review.path).href}/${name}`;

  before(() => {
    bundles = buildHanging();
  });
  after(() => {
    bundles.folder.remove();
  });
  beforeEach(() => {
    review = new Folder({ 'cover.review.md': cover, 'fine.review.md': wrong });
  });
  afterEach(async () => {
    await client?.dispose();
    client = undefined;
    review.remove();
  });

  const start = async (): Promise<WatchingClient> => {
    client = new WatchingClient(bundles, pathToFileURL(review.path).href);
    await client.start();
    return client;
  };

  it('is ended while it reads a document that is only on the disk, which the next one leaves unread', async () => {
    review.write('bad.review.md', `${wrong}\n${bundles.words}\n`);
    const watching = await start();
    await watching.whenEnded();
    assert.deepEqual(watching.ended, [uriOf('bad.review.md')]);
    await watching.start();
    await watching.until('bad.review.md', ['unread-document']);
    await watching.until('fine.review.md', ['unknown-standard']);
    const status = await watching.server?.connection.sendRequest<string>('workspace/executeCommand', {
      command: 'criticalFriend.readStatus',
      arguments: [{ quietly: true }],
    });
    assert.match(status ?? '', /bad\.review\.md was left unread/);
    assert.equal(watching.ended.length, 1);
  });

  it('is ended while it reads what was typed, though no answer is pending, and reads it when it may again', async () => {
    const watching = await start();
    await watching.until('fine.review.md', ['unknown-standard']);
    const open = async (text: string): Promise<void> => {
      const textDocument = { uri: uriOf('fine.review.md'), languageId: 'review', version: 1, text };
      await watching.server?.connection.sendNotification('textDocument/didOpen', { textDocument });
    };
    await open(`${wrong}\n${bundles.words}\n`);
    await watching.whenEnded();
    assert.deepEqual(watching.ended, [uriOf('fine.review.md')]);
    await watching.start();
    await open(`${wrong}\n${bundles.words}\n`);
    await watching.until('fine.review.md', ['unread-document']);
    // A person takes the words out, and tries again.
    await watching.server?.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('fine.review.md'), version: 2 },
      contentChanges: [{ text: wrong }],
    });
    await watching.server?.connection.sendNotification(leaveUnreadNotification, { uris: [] });
    await watching.until('fine.review.md', ['unknown-standard']);
    assert.equal(watching.ended.length, 1);
  });

  it('ends within seconds of its client, which can tell it nothing any more', async () => {
    review.write('bad.review.md', bundles.words);
    // The server writes to the standard error that it has from this process by way of its client.
    const parent = spawn(process.execPath, ['-e', clientScript], {
      env: {
        ...process.env,
        SERVER: bundles.bundle('server.js'),
        FOLDER: pathToFileURL(review.path).href,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const told = parent.stdout.setEncoding('utf8');
    const [said] = (await once(told, 'data')) as [string];
    assert.equal(said, 'It hangs.');
    const ended = once(parent.stderr.resume(), 'end');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    // It ends when all that have it have ended.
    await ended;
  });
});

/** A client that starts a server, and says so when it begins to read what it cannot read. */
const clientScript = `
const { fork } = require('node:child_process');
const { SERVER, FOLDER } = process.env;
const server = fork(SERVER, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: {} });
const folders = [{ uri: FOLDER, name: 'review' }];
server.on('message', ({ id, method, params }) => {
  if (id === 1) server.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
  if (method === 'criticalFriend/reading' && String(params.uri).endsWith('bad.review.md'))
    process.stdout.write('It hangs.');
});
server.send({
  jsonrpc: '2.0', id: 1, method: 'initialize',
  params: {
    processId: process.pid, rootUri: FOLDER, workspaceFolders: folders, capabilities: {},
    initializationOptions: { watches: true },
  },
});
`;
