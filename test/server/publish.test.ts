/*
 * Rounds of publishing on their own: what is sent, in which order, and what happens when the workspace moves
 * on in the middle. A round's end is awaited, never a time.
 */
import assert from 'node:assert/strict';
import { Publisher, type Extent, type Group, type Rounds } from '../../server/src/session/publishDiagnostics';

interface State {
  readonly texts: Readonly<Record<string, string>>;
}

/** A workspace whose only diagnostic is its text; an empty text is clean. */
class Bench {
  state: State = { texts: {} };
  readonly sent: string[] = [];
  readonly failed: unknown[] = [];
  reading: (uri: string) => void = () => undefined;
  /** What a message is made of; by default each is made of something else. */
  madeOf: (text: string) => object = () => ({});
  /** Documents that are open, and how much may be said of any. */
  open: readonly string[] = [];
  extent: Extent = 'all';
  /** What has to be read before a complete message, step by step. */
  unread: () => Iterator<unknown> = () => [].values();
  #settled: () => void = () => undefined;
  readonly publisher: Publisher<State>;

  constructor() {
    const rounds: Rounds<State> = {
      snapshot: () => this.state,
      open: ({ texts }) => this.open.filter((uri) => uri in texts),
      groupOf: (state) => this.#groupOf(state),
      groups: (state) => [this.#groupOf(state)],
      identity: ({ texts }, uri) => ({ of: this.madeOf(texts[uri] ?? ''), version: undefined }),
      read: ({ texts }, uri, extent) => {
        this.reading(uri);
        const message = extent === 'own' ? `${texts[uri] ?? ''} so far` : (texts[uri] ?? '');
        const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
        return { uri, diagnostics: message === '' ? [] : [{ range, message }] };
      },
      send: ({ uri, diagnostics }) =>
        this.sent.push(`${uri}: ${diagnostics.map((one) => one.message as string).join()}`),
      settled: () => {
        this.#settled();
      },
      failed: (failure) => this.failed.push(failure),
    };
    this.publisher = new Publisher(rounds, 0);
  }

  #groupOf({ texts }: State): Group {
    return { uris: Object.keys(texts), extent: this.extent, read: () => this.unread() };
  }

  /** Moves to another state and gives what the next complete round sends. */
  async round(texts: Record<string, string>, start = false): Promise<string[]> {
    const done = new Promise<void>((resolve) => (this.#settled = resolve));
    this.state = { texts };
    this.sent.length = 0;
    if (start) this.publisher.start();
    else this.publisher.schedule();
    await done;
    return [...this.sent];
  }
}

describe('publisher', () => {
  it('waits for the start, and then sends everything', async () => {
    const bench = new Bench();
    bench.publisher.schedule();
    assert.deepEqual(await bench.round({ a: 'wrong', b: '' }, true), ['a: wrong', 'b: ']);
  });

  it('does not even read what is made of the same', async () => {
    const bench = new Bench();
    const read: string[] = [];
    const made = new Map<string, object>();
    bench.reading = (uri) => read.push(uri);
    bench.madeOf = (text) => made.get(text) ?? made.set(text, { text }).get(text) ?? {};
    await bench.round({ a: 'wrong', b: 'wrong too' }, true);
    await bench.round({ a: 'wrong', b: 'wrong now' });
    assert.deepEqual(read, ['a', 'b', 'b']);
  });

  it('sends only what has changed, and empties what is gone', async () => {
    const bench = new Bench();
    await bench.round({ a: 'wrong', b: '', c: 'x' }, true);
    assert.deepEqual(await bench.round({ a: 'wrong', b: 'new' }), ['b: new', 'c: ']);
    assert.deepEqual(await bench.round({ a: '', b: 'new' }), ['a: ']);
    assert.deepEqual(await bench.round({ a: '', b: 'new', c: '' }), ['c: ']);
  });

  it('stops a round that the workspace has left behind', async () => {
    const bench = new Bench();
    await bench.round({}, true);
    let read = 0;
    bench.reading = () => {
      read++;
      // Reading that takes long makes the round give way, and then the world has changed.
      for (const end = Date.now() + 30; Date.now() < end;);
      if (read > 1) return;
      bench.state = { texts: { c: 'newest' } };
      bench.publisher.schedule();
    };
    assert.deepEqual(await bench.round({ a: 'old', b: 'old' }), ['a: old', 'c: newest', 'a: ']);
    assert.equal(read, 2);
  });

  /** Reading that takes longer than a slice, a few times. */
  function* slowly(): Generator<undefined, void, undefined> {
    for (let i = 0; i < 3; i++) {
      for (const end = Date.now() + 10; Date.now() < end;);
      yield;
    }
  }

  it('says of an open document what can be said before the rest has been read, and everything then', async () => {
    const bench = new Bench();
    bench.open = ['b'];
    bench.unread = slowly;
    assert.deepEqual(await bench.round({ a: 'wrong', b: 'gap' }, true), [
      'b: gap so far',
      'a: wrong',
      'b: gap',
    ]);
  });

  it('says everything at once where little has to be read, and never less again', async () => {
    const bench = new Bench();
    bench.open = ['b'];
    assert.deepEqual(await bench.round({ a: 'wrong', b: 'gap' }, true), ['b: gap', 'a: wrong']);
    bench.unread = slowly;
    assert.deepEqual(await bench.round({ a: 'worse', b: 'gap' }), ['a: worse']);
  });

  it('reports on nothing else, and has not settled, while the folder is not there', async () => {
    const bench = new Bench();
    bench.open = ['b'];
    bench.extent = 'own';
    bench.state = { texts: { a: 'wrong', b: 'gap' } };
    bench.publisher.start();
    while (bench.sent.length === 0) await new Promise((resume) => setImmediate(resume));
    assert.deepEqual(bench.sent, ['b: gap so far']);
    bench.extent = 'all';
    assert.deepEqual(await bench.round({ a: 'wrong', b: 'gap' }), ['b: gap', 'a: wrong']);
  });

  it('lets one document that fails spoil no other', async () => {
    const bench = new Bench();
    bench.reading = (uri) => {
      if (uri === 'a') throw new Error('a');
    };
    assert.deepEqual(await bench.round({ a: 'x', b: 'y' }, true), ['b: y']);
    assert.equal(bench.failed.length, 1);
  });
});
