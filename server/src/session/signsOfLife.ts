/*
 * The server's signs of life, for a client that watches it: an answer to whether it is still there, and the name of each
 * document before it is read. A name goes out at once, because a server that hangs sends nothing afterwards; the end of
 * reading is sent once, when what runs without giving way has ended, however many documents have been read by then.
 */
import type * as lsp from 'vscode-languageserver';
import type { Begins } from '../../../core/src';
import {
  aliveRequest,
  leaveUnreadNotification,
  readingNotification,
  type AliveResult,
  type InitializationOptions,
  type LeaveUnreadParams,
  type ReadingParams,
  type WatchedCapabilities,
} from '../protocol';
import { normalUri } from '../lsp/uris';

/** What the signs are made of. */
export interface Work {
  /** Throws where a request comes out of its time. */
  admit(token: lsp.CancellationToken): void;
  /** Whether something is being worked on that was not asked for. */
  isBusy(): boolean;
  isDebugged(): boolean;
  readonly processId: number | undefined;
  /** A URI as the client spells it. */
  printUri(uri: string): string;
  /** Leaves these documents unread, and no others. */
  leaveUnread(uris: ReadonlySet<string>): void;
}

/** Sends the signs of life of one connection. */
export class Signs {
  readonly #connection: lsp.Connection;
  readonly #work: Work;
  #isWatched = false;
  #reading: string | undefined;

  /** Sets its handlers on `connection`, which does not listen yet. */
  constructor(connection: lsp.Connection, work: Work) {
    this.#connection = connection;
    this.#work = work;
    connection.onRequest(aliveRequest, (token: lsp.CancellationToken): AliveResult => {
      work.admit(token);
      return { busy: work.isBusy(), debugged: work.isDebugged() };
    });
    connection.onNotification(leaveUnreadNotification, ({ uris }: LeaveUnreadParams) => {
      work.leaveUnread(new Set(uris.map(normalUri)));
    });
  }

  /** What the client's greeting contained. */
  greeted({ watches, unread }: InitializationOptions): void {
    this.#isWatched = watches === true;
    if (unread) this.#work.leaveUnread(new Set(unread.map(normalUri)));
  }

  /** What the client needs to know before it watches. */
  get capabilities(): WatchedCapabilities {
    const { processId } = this.#work;
    return { debugged: this.#work.isDebugged(), ...(processId !== undefined && { processId }) };
  }

  /** Names a document that is about to be read. */
  readonly begins: Begins = (uri) => {
    if (!this.#isWatched || uri === this.#reading) return;
    if (this.#reading === undefined) queueMicrotask(this.#ended);
    this.#reading = uri;
    this.#send({ uri: this.#work.printUri(uri) });
  };

  readonly #ended = (): void => {
    this.#reading = undefined;
    this.#send({});
  };

  #send(params: ReadingParams): void {
    this.#connection.sendNotification(readingNotification, params).catch(() => undefined);
  }
}
