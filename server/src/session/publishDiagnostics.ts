/*
 * When diagnostics go out: after a quiet period, and only those that differ from what was sent last. A round
 * works on one snapshot. First come the open documents, with what their own text and cover say where the rest of
 * their review has not been read yet; then review by review is read and reported as a whole. A round works in
 * small slices and gives way to whatever has arrived meanwhile. When the workspace moves on it sends nothing more,
 * because the change has asked for the next round, but it goes on reading: most texts have not moved.
 */
import type * as lsp from 'vscode-languageserver';
import { hashOf } from '../../../core/src';
import { giveWay, runSoon, Slice } from './timeSlices';

/** How much can be said of a document: nothing yet, what itself and its cover say, or everything. */
export type Extent = 'nothing' | 'own' | 'all';

/** Documents that are reported together, the most wanted first. */
export interface Group {
  readonly uris: Iterable<string>;
  /** How much may be said of them now; `all` asks for reading them first. */
  readonly extent: Extent;
  /** Reads what has not been read yet, a document at each step. */
  read(): Iterator<unknown>;
}

/** What a round needs to know and do. */
export interface Rounds<S> {
  /** The newest state; the same object as long as nothing has changed. */
  snapshot(): S;
  /** The documents that people look at, the most wanted first. */
  open(snapshot: S): Iterable<string>;
  /** The documents that are reported together with this one. */
  groupOf(snapshot: S, uri: string): Group;
  /** All documents that may carry diagnostics, the most wanted first. */
  groups(snapshot: S): Iterable<Group>;
  /** An object that stays the same as long as the message for a document does, and the version it would carry. */
  identity(snapshot: S, uri: string, extent: Extent): Made;
  /** The complete message for one document. */
  read(snapshot: S, uri: string, extent: Extent): lsp.PublishDiagnosticsParams;
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

/** What the client was last told of a document, and what that was made of: the same again needs no message. */
interface Sent extends Made {
  readonly extent: Extent;
  /** Of the message; undefined where it was news by its version alone. */
  readonly hash: number | undefined;
}

/** How long a text rests before its diagnostics are computed, in milliseconds. */
export const quietPeriod = 150;

/** Sends diagnostics when the workspace has come to rest. */
export class Publisher<S extends object> {
  readonly #rounds: Rounds<S>;
  readonly #quiet: number;
  readonly #sent = new Map<string, Sent>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #started = 0;
  #settled: S | undefined;
  #state: 'waiting' | 'running' | 'stopped' = 'waiting';
  #isScheduled = false;
  /** Rounds that have begun and not ended. */
  #rounding = 0;

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
    this.#isScheduled = true;
    const run = (): void => {
      this.#isScheduled = false;
      this.#rounding++;
      this.#round()
        .catch((failure: unknown) => {
          this.#rounds.failed(failure);
        })
        .finally(() => {
          this.#rounding--;
        });
    };
    const turn = ++this.#turn;
    if (quiet > 0) this.#timer = setTimeout(run, quiet);
    // What has been asked for again since waits for the later turn.
    else runSoon(() => turn === this.#turn && run());
  }

  /** Whether a round is running or about to. */
  get isBusy(): boolean {
    return this.#isScheduled || this.#rounding > 0;
  }

  /** Nothing is sent any more. */
  stop(): void {
    this.#isScheduled = false;
    this.#state = 'stopped';
    clearTimeout(this.#timer);
  }

  async #round(): Promise<void> {
    const rounds = this.#rounds;
    const snapshot = rounds.snapshot();
    if (snapshot === this.#settled) return;
    const own = ++this.#started;
    const isOver = (): boolean => this.#state === 'stopped' || own !== this.#started;
    const slice = new Slice();
    const told = this.#publishOpen(snapshot, slice);

    const gone = new Set(this.#sent.keys());
    let isWhole = true;
    let newest = snapshot;
    let groups = rounds.groups(newest)[Symbol.iterator]();
    for (let group = groups.next(); group.done !== true; group = groups.next()) {
      const { uris, extent } = group.value;
      if (extent !== 'all') isWhole = false;
      const work = this.#work(group.value, snapshot, newest, told, gone);
      while (work.next().done !== true) {
        if (!slice.isOver) continue;
        await giveWay();
        if (isOver()) return;
        slice.begin();
        if (rounds.snapshot() === newest) continue;
        newest = rounds.snapshot();
        groups = rounds.groups(newest)[Symbol.iterator]();
        break;
      }
      if (extent !== 'all') for (const uri of uris) gone.delete(uri);
    }
    if (newest !== snapshot || !isWhole) return;
    for (const uri of gone) {
      this.#sent.delete(uri);
      rounds.send({ uri, diagnostics: [] });
    }
    this.#settled = snapshot;
    rounds.settled(snapshot);
  }

  /**
   * Open documents go out at once: in full where reading the rest of their review takes no longer than a slice. Gives those
   * that did.
   */
  #publishOpen(snapshot: S, slice: Slice): ReadonlySet<string> {
    const told = new Set<string>();
    for (const uri of this.#rounds.open(snapshot)) {
      const group = this.#rounds.groupOf(snapshot, uri);
      if (group.extent === 'nothing') continue;
      const extent = group.extent === 'all' && this.#isRead(group, slice) ? 'all' : 'own';
      this.#publish(uri, snapshot, extent);
      if (extent === 'all') told.add(uri);
    }
    return told;
  }

  #isRead(group: Group, slice: Slice): boolean {
    try {
      const reading = group.read();
      while (reading.next().done !== true) if (slice.isOver) return false;
    } catch (failure) {
      this.#rounds.failed(failure);
    }
    return true;
  }

  /**
   * Reads a group and reports on it, but for those told already, and takes all of it from `gone`. Only what takes time is
   * a step: a document that stands as it was told costs less than looking at the clock.
   */
  *#work(
    group: Group,
    snapshot: S,
    newest: S,
    told: ReadonlySet<string>,
    gone: Set<string>,
  ): Generator<undefined, void, undefined> {
    if (group.extent !== 'all') return;
    try {
      const reading = group.read();
      while (reading.next().done !== true) yield;
    } catch (failure) {
      this.#rounds.failed(failure);
    }
    if (newest !== snapshot) return;
    for (const uri of group.uris) {
      gone.delete(uri);
      if (!told.has(uri) && this.#publish(uri, snapshot, 'all')) yield;
    }
  }

  /** Whether it was worked out anew. One document that cannot be answered for keeps its last diagnostics and spoils no other. */
  #publish(uri: string, snapshot: S, extent: Extent): boolean {
    try {
      const before = this.#sent.get(uri);
      // What was told in full is not told by half again while something else is read: it would flicker.
      if (extent === 'own' && before?.extent === 'all') return false;
      const { of, version } = this.#rounds.identity(snapshot, uri, extent);
      if (before?.of === of && before.version === version) return false;
      const params = this.#rounds.read(snapshot, uri, extent);
      // Clean before and clean now is no news, whatever the version; squiggles are, because a client may
      // have moved them with the text.
      const isClean = params.diagnostics.length === 0;
      const isNewVersion = version !== undefined && version !== before?.version;
      const hash = isClean ? 0 : isNewVersion ? undefined : hashOf(JSON.stringify(params));
      this.#sent.set(uri, { of, version, hash, extent });
      if (before === undefined || hash === undefined || hash !== before.hash) this.#rounds.send(params);
    } catch (failure) {
      this.#rounds.failed(failure);
    }
    return true;
  }
}
