/*
 * A tiny client of a language server over the standard streams of a child process. It sends, answers what a
 * server asks, and waits for answers and diagnostics; it measures nothing. Every wait has an end, and every
 * child that is still there when this process ends is ended with it.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../server/src/protocol';
import { encodeFrame, FrameReader } from './frames';

/** A program that speaks the protocol. */
export interface Program {
  readonly script: string;
  readonly flags?: readonly string[];
}

/** Answers a request of the server. */
export type Answer = (params: unknown) => unknown;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Wait {
  fits(message: Message): boolean;
  resolve(message: Message): void;
  reject(reason: Error): void;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;
const children = new Set<Child>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** A running server and the line to it. */
export class Client {
  /** Handlers for the server's requests; others are answered with null. */
  readonly answers = new Map<string, Answer>();
  /** Longest wait, in milliseconds. */
  patience = 60_000;
  readonly #child: Child;
  readonly #waits = new Set<Wait>();
  readonly #ended: Promise<void>;
  #lastId = 0;

  constructor({ script, flags = [] }: Program) {
    this.#child = spawn(process.execPath, [...flags, script, '--stdio'], {
      stdio: ['pipe', 'pipe', process.env.BENCH_STDERR === '1' ? 'inherit' : 'ignore'],
    });
    children.add(this.#child);
    const reader = new FrameReader((message) => {
      this.#take(message as Message);
    });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      reader.push(chunk);
    });
    this.#child.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', resolve);
      this.#child.on('close', resolve);
    }).then(() => {
      children.delete(this.#child);
      for (const wait of [...this.#waits]) wait.reject(new Error('The server has ended.'));
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async request<R>(method: string, params: unknown): Promise<R> {
    const id = ++this.#lastId;
    const answered = this.#wait(method, (message) => message.id === id && message.method === undefined);
    this.#send({ id, method, params });
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as R;
  }

  /** The next notification that fits. */
  async notified<P>(method: string, fits: (params: P) => boolean = () => true): Promise<P> {
    const message = await this.#wait(method, (each) => each.method === method && fits(each.params as P));
    return message.params as P;
  }

  /** The next diagnostics of a document that fit. */
  diagnostics(
    uri: string,
    fits: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    const method = 'textDocument/publishDiagnostics';
    return this.notified<PublishDiagnosticsParams>(method, (params) => params.uri === uri && fits(params));
  }

  /** Greets the server; `folder` is a URI. */
  async initialize(folder?: string): Promise<void> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? [] : [{ uri: folder, name: 'bench' }],
      capabilities: {
        textDocument: {
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
        },
        workspace: { workspaceFolders: true, configuration: false },
      },
      // As our own client in VS Code does.
      initializationOptions: { hearsOfChanges: true } satisfies InitializationOptions,
    });
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #send(message: object): void {
    this.#child.stdin.write(encodeFrame({ jsonrpc: '2.0', ...message }));
  }

  #wait(what: string, fits: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waits.delete(wait);
      };
      const wait: Wait = {
        fits,
        resolve: (message) => {
          done();
          resolve(message);
        },
        reject: (reason) => {
          done();
          reject(reason);
        },
      };
      const timer = setTimeout(() => {
        wait.reject(new Error(`${what}: nothing within ${this.patience / 1000} s`));
      }, this.patience);
      this.#waits.add(wait);
    });
  }

  #take(message: Message): void {
    if (message.id !== undefined && message.method !== undefined) {
      const result = this.answers.get(message.method)?.(message.params) ?? null;
      this.#send({ id: message.id, result });
      return;
    }
    for (const wait of this.#waits) if (wait.fits(message)) wait.resolve(message);
  }
}
