/*
 * A client in memory: it drives `startServer` over two streams, keeps what the server sends, and waits for
 * conditions instead of times. The files of its folders are a map, which the server reads as its host.
 */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import type * as lsp from 'vscode-languageserver';
import { isCataloguePath, isReviewPath, type Office } from '../../core/src';
import type { Host } from '../../server/src/hosts/host';
import type { Sources } from '../../server/src/importing/importing';
import { jobsHere, type Jobs } from '../../server/src/jobs/jobs';
import { changedNotification, type InitializationOptions } from '../../server/src/protocol';
import { startServer } from '../../server/src/server';
import type { Door } from '../../server/src/session/door';
import { isWithin } from '../../server/src/lsp/uris';
import { standardsFolder, tiny } from './serverTexts';

/** How a test's client differs from one that announces nothing and has the folder `file:///team` open. */
export interface ClientOptions {
  readonly files?: Record<string, string>;
  readonly capabilities?: lsp.ClientCapabilities;
  readonly folders?: readonly string[];
  readonly initializationOptions?: InitializationOptions;
  /** Said beyond, or instead of, what the others say. */
  readonly greeting?: Partial<lsp.InitializeParams>;
  readonly host?: Door['host'];
  /** The catalogues that come with the server, instead of a tiny one. */
  readonly shipped?: readonly { readonly uri: string; readonly text: string }[];
  /** How the server comes by what writes Word documents and slides; it has none without. */
  readonly loadOffice?: () => Promise<Office>;
  /** How it comes by what reads other programs' files. */
  readonly loadSources?: () => Promise<Sources>;
  /** Where it does long work, instead of in its own thread. */
  readonly jobs?: Jobs;
  /** Set up the client's side before the greeting, such as handlers for the server's requests. */
  readonly prepare?: (connection: MessageConnection) => void;
}

/** A connected client and its files. */
export class TestClient {
  /** What the folders hold; change it and tell the server with `watched`. */
  readonly files: Map<string, string>;
  readonly published: lsp.PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly registrations: lsp.Registration[] = [];
  changes = 0;
  capabilities: lsp.ServerCapabilities = {};
  readonly connection: MessageConnection;
  readonly #server: lsp.Connection;
  #waiting: (() => void)[] = [];

  private constructor(options: ClientOptions) {
    this.files = new Map(Object.entries(options.files ?? {}));
    const up = new PassThrough();
    const down = new PassThrough();
    this.#server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(this.#server, {
      version: '1.2.3',
      host: options.host ?? ((_, __, log) => this.#host(log)),
      shipped: (folder) =>
        options.shipped ?? [{ uri: `${folder ?? standardsFolder}/tiny.standards.md`, text: tiny }],
      quietPeriod: 0,
      jobs: options.jobs ?? jobsHere(options),
    });
    this.connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.#on('textDocument/publishDiagnostics', (params) =>
      this.published.push(params as lsp.PublishDiagnosticsParams),
    );
    this.#on('window/logMessage', (params) => this.logged.push((params as lsp.LogMessageParams).message));
    this.#on(changedNotification, () => this.changes++);
    this.connection.onRequest('client/registerCapability', ({ registrations }: lsp.RegistrationParams) => {
      this.registrations.push(...registrations);
      this.#wake();
      return null;
    });
    options.prepare?.(this.connection);
    this.connection.listen();
  }

  /** A client that has greeted the server; its folders are being read. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(options);
    const folders = options.folders ?? ['file:///team'];
    const { capabilities } = await client.connection.sendRequest<lsp.InitializeResult>('initialize', {
      processId: null,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: options.capabilities ?? {},
      initializationOptions: { hearsOfChanges: true, ...options.initializationOptions },
      ...options.greeting,
    });
    client.capabilities = capabilities;
    client.notify('initialized', {});
    return client;
  }

  /** Waits until `found` gives something; it is asked again after each message of the server. */
  async until<T>(found: () => T | undefined | false): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined && value !== false) return value;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  /** The last diagnostics of a document, once `fits` holds for them. */
  async diagnostics(
    uri: string,
    fits: (params: lsp.PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<lsp.PublishDiagnosticsParams> {
    return this.until(() => {
      const last = this.published.filter((params) => params.uri === uri).at(-1);
      return last && fits(last) && last;
    });
  }

  /** Waits until the server has said everything about what was sent so far. */
  async settled(action: () => void): Promise<void> {
    const before = this.changes;
    action();
    await this.until(() => this.changes > before);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'review', version, text } });
  }

  /** Replaces the whole text of an open document. */
  change(uri: string, version: number, text: string): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Changes files and reports it as a watcher does; `undefined` deletes. */
  watched(changes: Record<string, string | undefined>): void {
    const events = Object.entries(changes).map(([uri, text]) => {
      const type = text === undefined ? 3 : this.files.has(uri) ? 2 : 1;
      if (text === undefined) this.files.delete(uri);
      else this.files.set(uri, text);
      return { uri, type };
    });
    this.notify('workspace/didChangeWatchedFiles', { changes: events });
  }

  /** Ends the connection. */
  dispose(): void {
    this.connection.dispose();
    this.#server.dispose();
  }

  #on(method: string, take: (params: unknown) => void): void {
    this.connection.onNotification(method, (params: unknown) => {
      take(params);
      this.#wake();
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #host(log: (line: string) => void): Host {
    const isOurs = (uri: string): boolean => isReviewPath(uri) || isCataloguePath(uri);
    return {
      listFiles: (folders) => {
        const inside = (uri: string): boolean => folders.some((folder) => isWithin(uri, folder));
        // A folder named `ignored` stands for what an ignore rule hides.
        const uris = [...this.files.keys()].filter((uri) => !uri.includes('/ignored/'));
        return Promise.resolve(uris.filter((uri) => isOurs(uri) && inside(uri)));
      },
      readFile: (uri) => Promise.resolve(this.files.get(uri)),
      log,
    };
  }
}
