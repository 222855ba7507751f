/*
 * When diagnostics go out: after a quiet period, for every document of every review, and only those that
 * differ from what was sent last. A round works on one snapshot, open documents first; it gives way to
 * requests between documents and stops when the workspace has moved on, because the change that moved
 * it has already asked for the next round.
 */
import type * as lsp from 'vscode-languageserver';

/** What a round needs to know and do. */
export interface Rounds<S> {
  /** The newest state; the same object as long as nothing has changed. */
  snapshot(): S;
  /** Every document that may carry diagnostics, the most wanted first. */
  uris(snapshot: S): Iterable<string>;
  /** An object that stays the same as long as the message for a document does, and the version it would carry. */
  identity(snapshot: S, uri: string): Made;
  /** The complete message for one document. */
  read(snapshot: S, uri: string): lsp.PublishDiagnosticsParams;
  send(params: lsp.PublishDiagnosticsParams): void;
  /** A round has reached its end: what was sent is what the snapshot says. */
  settled(snapshot: S): void;
  failed(failure: unknown): void;
}

/** What a message is made of. */
export interface Made {
  readonly of: object;
  readonly version: number | undefined;
}

/** How long a text rests before its diagnostics are computed, in milliseconds. */
export const quietPeriod = 150;
const sliceLength = 20;

/** Runs behind what is under way; even a timer of no time waits a millisecond, but a browser has nothing else. */
function runSoon(run: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => void };
  // Twice, so that a request that came together with the change is answered first.
  if (setImmediate) setImmediate(() => setImmediate(run));
  else setTimeout(run);
}

/** Sends diagnostics when the workspace has come to rest. */
export class Publisher<S extends object> {
  readonly #rounds: Rounds<S>;
  readonly #quiet: number;
  /** By document, what the client was last told; the text of the message, for comparing. */
  readonly #sent = new Map<string, string>();
  /** By document, what the last message was made of: the same again needs no message. */
  readonly #made = new Map<string, Made>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #settled: S | undefined;
  #state: 'waiting' | 'running' | 'stopped' = 'waiting';

  constructor(rounds: Rounds<S>, quiet: number = quietPeriod) {
    this.#rounds = rounds;
    this.#quiet = quiet;
  }

  /** The first texts are there: from now on rounds may run, and the first does at once. */
  start(): void {
    if (this.#state !== 'waiting') return;
    this.#state = 'running';
    this.schedule(0);
  }

  /** Something may have changed: a round runs when nothing more happens for the quiet period. */
  schedule(quiet: number = this.#quiet): void {
    if (this.#state !== 'running') return;
    clearTimeout(this.#timer);
    const run = (): void => {
      this.#round().catch((failure: unknown) => {
        this.#rounds.failed(failure);
      });
    };
    const turn = ++this.#turn;
    if (quiet > 0) this.#timer = setTimeout(run, quiet);
    // What has been asked for again since waits for the later turn.
    else runSoon(() => turn === this.#turn && run());
  }

  /** Nothing is sent any more. */
  stop(): void {
    this.#state = 'stopped';
    clearTimeout(this.#timer);
  }

  async #round(): Promise<void> {
    const rounds = this.#rounds;
    const snapshot = rounds.snapshot();
    if (snapshot === this.#settled) return;
    const gone = new Set(this.#sent.keys());
    let sliceStart = Date.now();
    for (const uri of rounds.uris(snapshot)) {
      gone.delete(uri);
      this.#publish(uri, snapshot);
      if (Date.now() - sliceStart < sliceLength) continue;
      await new Promise((resume) => setTimeout(resume));
      if (this.#state === 'stopped' || rounds.snapshot() !== snapshot) return;
      sliceStart = Date.now();
    }
    for (const uri of gone) {
      this.#sent.delete(uri);
      this.#made.delete(uri);
      rounds.send({ uri, diagnostics: [] });
    }
    this.#settled = snapshot;
    rounds.settled(snapshot);
  }

  /** One document that cannot be answered for keeps its last diagnostics and spoils no other. */
  #publish(uri: string, snapshot: S): void {
    try {
      const made = this.#rounds.identity(snapshot, uri);
      const before = this.#made.get(uri);
      if (before?.of === made.of && before.version === made.version) return;
      this.#made.set(uri, made);
      const params = this.#rounds.read(snapshot, uri);
      // Clean before and clean now is no news, whatever the version; squiggles are, because a client may
      // have moved them with the text.
      const news = JSON.stringify(params.diagnostics.length > 0 ? params : params.uri);
      if (news === this.#sent.get(uri)) return;
      this.#sent.set(uri, news);
      this.#rounds.send(params);
    } catch (failure) {
      this.#rounds.failed(failure);
    }
  }
}
