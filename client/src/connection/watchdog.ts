/*
 * Notices that the server answers no more. It sees every message in both directions, and while an answer is due it asks
 * now and then whether the server is still there; when nothing is due it sends nothing and has no timer. Time in which
 * its own timer did not run is not counted: a laptop that slept, or an editor that was held up, must not end a healthy
 * server. It knows no editor and no process; `watch.ts` gives it both.
 */
import type { Message, NotificationMessage, RequestMessage, ResponseMessage } from 'vscode-languageclient';

import { aliveRequest, readingNotification } from '../../../server/src/protocol';
import type { AliveResult, ReadingParams } from '../../../server/src/protocol';

/** How often the timer runs, in milliseconds; a pause longer than `sleep` between two runs does not count. */
const tick = 1000;
const sleep = 3000;
/** How long the server may work before it is asked whether it is still there. */
const askAfter = 5000;

/** What the watchdog needs. */
export interface Watched {
  /** Milliseconds since any moment, by a clock that only runs forward. */
  now(): number;
  /** Calls `run` again and again, until the returned function is called. */
  every(milliseconds: number, run: () => void): () => void;
  /** How long the server may give no sign of life, in milliseconds; 0 where it is not watched. */
  limit(): number;
  /** Whether a debugger may be holding this process. */
  isDebugging(): boolean;
  /** Asks the server whether it is still there. */
  ask(): Promise<AliveResult>;
  /** Ends the server; `reading` is the URI of the document that it was reading, where that is certain. */
  end(reading: string | undefined): void;
}

/** Watches one server after the other. */
export class Watchdog {
  readonly #watched: Watched;
  #isOn = false;
  #stopTimer: (() => void) | undefined;
  #lastTick = 0;
  /** Waking time since the last sign of life, and since the last question, while an answer is due. */
  #silent = 0;
  #sinceAsked = 0;
  #isAsking = false;
  #isDebugged = false;
  /** Counts the messages that are not the watchdog's own. */
  #messages = 0;
  /** Requests that have no answer yet, each with the document that it is about, if it is about one. */
  readonly #pending = new Map<number | string, string | undefined>();
  /** The documents whose text was sent since the last sign of life. */
  readonly #sent = new Set<string>();
  #reading: string | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** A server is ready; `isDebugged` is whether a debugger is attached to it. */
  start(isDebugged: boolean): void {
    this.stop();
    this.#isOn = true;
    this.#isDebugged = isDebugged;
    this.#expect();
  }

  /** The server is ending or has ended. */
  stop(): void {
    this.#isOn = false;
    this.#rest();
    this.#pending.clear();
    this.#sent.clear();
    this.#reading = undefined;
  }

  /** The client sends a message. */
  sent(message: Message): void {
    if (!this.#isOn) return;
    const { method, id, params } = message as Partial<RequestMessage & NotificationMessage>;
    if (method === undefined || method === aliveRequest) return;
    const uri = documentOf(params);
    if (id !== undefined && id !== null) this.#pending.set(id, uri);
    else if (uri !== undefined) this.#sent.add(uri);
    this.#messages++;
    this.#expect();
  }

  /** A message of the server has come, which is a sign of life whatever it contains. */
  received(message: Message): void {
    if (!this.#isOn) return;
    this.#silent = 0;
    this.#sent.clear();
    const { method, params } = message as Partial<NotificationMessage>;
    if (method === undefined) {
      const { id } = message as ResponseMessage;
      // The answer to the watchdog's own question is not one that was due.
      if (id === null || !this.#pending.delete(id)) return;
    }
    if (method === readingNotification) this.#reading = (params as ReadingParams).uri;
    this.#messages++;
    this.#expect();
  }

  #expect(): void {
    if (this.#stopTimer !== undefined || this.#watched.limit() === 0) return;
    this.#silent = 0;
    this.#sinceAsked = 0;
    this.#lastTick = this.#watched.now();
    this.#stopTimer = this.#watched.every(tick, () => {
      this.#look();
    });
  }

  #rest(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#isAsking = false;
  }

  #look(): void {
    const now = this.#watched.now();
    const passed = now - this.#lastTick;
    this.#lastTick = now;
    const limit = this.#watched.limit();
    if (limit === 0) {
      this.#rest();
      return;
    }
    if (passed > sleep) return;
    this.#silent += passed;
    this.#sinceAsked += passed;
    if (this.#isDebugged || this.#watched.isDebugging()) this.#silent = 0;
    if (this.#silent >= limit) {
      const reading = this.#certain();
      this.stop();
      this.#watched.end(reading);
    } else if (!this.#isAsking && this.#sinceAsked >= Math.min(askAfter, limit / 2)) void this.#ask();
  }

  async #ask(): Promise<void> {
    const timer = this.#stopTimer;
    const before = this.#messages;
    this.#isAsking = true;
    this.#sinceAsked = 0;
    const answer = await this.#watched.ask().catch(() => undefined);
    // Of a server that has ended since, or from before a rest.
    if (timer !== this.#stopTimer) return;
    this.#isAsking = false;
    if (!answer) return;
    this.#isDebugged = answer.debugged;
    if (!answer.busy && this.#pending.size === 0 && this.#messages === before) this.#rest();
  }

  /** What the server named last; else the one document that everything is about that has no answer yet. */
  #certain(): string | undefined {
    if (this.#reading !== undefined) return this.#reading;
    const possible = new Set([...this.#sent, ...this.#pending.values()]);
    const [only] = possible;
    return possible.size === 1 ? only : undefined;
  }
}

/** The document that a message is about. */
function documentOf(params: unknown): string | undefined {
  const { textDocument } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown } };
  return typeof textDocument?.uri === 'string' ? textDocument.uri : undefined;
}
