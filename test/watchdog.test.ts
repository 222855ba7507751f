/*
 * The watchdog by a clock that stands still until it is moved: when it asks, when it ends a server, when it does not, and
 * which document it names.
 */
import assert from 'node:assert/strict';
import { Watchdog } from '../client/src/connection/watchdog';
import { aliveRequest, isInspected, readingNotification, type AliveResult } from '../server/src/protocol';

const idle: AliveResult = { busy: false, debugged: false };
const one = 'file:///review/one.review.md';
const two = 'file:///review/two.review.md';

/** A client and a server around a watchdog, and their clock. */
class World {
  limit = 10_000;
  isDebugging = false;
  /** What the server answers; undefined while it hangs. */
  answer: AliveResult | undefined = idle;
  asked = 0;
  readonly ended: (string | undefined)[] = [];
  #now = 1_000_000;
  #run: (() => void) | undefined;
  readonly dog = new Watchdog({
    now: () => this.#now,
    every: (_, run) => {
      assert.equal(this.#run, undefined, 'two timers at once');
      this.#run = run;
      return () => (this.#run = undefined);
    },
    limit: () => this.limit,
    isDebugging: () => this.isDebugging,
    ask: () => {
      this.asked++;
      const { answer } = this;
      // The question and its answer pass by the watchdog as all messages do.
      this.send({ id: `alive ${this.asked}`, method: aliveRequest });
      if (!answer) return new Promise(() => undefined);
      this.receive({ id: `alive ${this.asked}`, result: answer });
      return Promise.resolve(answer);
    },
    end: (reading) => this.ended.push(reading),
  });

  get hasTimer(): boolean {
    return this.#run !== undefined;
  }

  /** Lets so many seconds pass, in which the timer runs as often as it should. */
  async pass(seconds: number): Promise<void> {
    for (let i = 0; i < seconds; i++) await this.jump(1);
  }

  /** Lets so many seconds pass in which the timer runs once, at their end. */
  async jump(seconds: number): Promise<void> {
    this.#now += 1000 * seconds;
    this.#run?.();
    await new Promise(setImmediate);
  }

  send(message: object): void {
    this.dog.sent({ jsonrpc: '2.0', ...message });
  }

  receive(message: object): void {
    this.dog.received({ jsonrpc: '2.0', ...message });
  }

  ask(id: number, uri?: string): void {
    this.send({
      id,
      method: 'textDocument/hover',
      params: uri === undefined ? {} : { textDocument: { uri } },
    });
  }

  change(uri: string): void {
    this.send({ method: 'textDocument/didChange', params: { textDocument: { uri }, contentChanges: [] } });
  }

  read(uri?: string): void {
    this.receive({ method: readingNotification, params: uri === undefined ? {} : { uri } });
  }
}

/** A server that is running and has nothing to do. */
async function atRest(): Promise<World> {
  const world = new World();
  world.dog.start(false);
  await world.pass(20);
  assert.equal(world.hasTimer, false);
  assert.deepEqual(world.ended, []);
  world.asked = 0;
  return world;
}

describe('the watchdog', () => {
  it('sends nothing and has no timer while nothing is going on', async () => {
    const world = await atRest();
    await world.pass(600);
    assert.equal(world.asked, 0);
    assert.equal(world.hasTimer, false);
  });

  it('asks once after a change of text, and rests when the server has nothing more to do', async () => {
    const world = await atRest();
    world.change(one);
    await world.pass(4);
    assert.equal(world.asked, 0);
    await world.pass(600);
    assert.equal(world.asked, 1);
    assert.equal(world.hasTimer, false);
  });

  it('asks every five seconds while the server is busy or an answer is due', async () => {
    const world = await atRest();
    world.answer = { busy: true, debugged: false };
    world.change(one);
    await world.pass(50);
    assert.equal(world.asked, 10);
    world.answer = idle;
    world.ask(1, one);
    await world.pass(50);
    assert.equal(world.asked, 20);
    world.receive({ id: 1, result: null });
    await world.pass(50);
    assert.ok(world.asked <= 22);
    assert.equal(world.hasTimer, false);
    assert.deepEqual(world.ended, []);
  });

  it('ends a server that hangs while it reads a changed text, though no request is pending', async () => {
    const world = await atRest();
    world.change(one);
    world.answer = undefined;
    await world.pass(9);
    assert.deepEqual(world.ended, []);
    await world.pass(1);
    assert.deepEqual(world.ended, [one]);
    await world.pass(600);
    assert.deepEqual(world.ended, [one]);
    assert.equal(world.hasTimer, false);
  });

  it('ends a server that does not answer a request', async () => {
    const world = await atRest();
    world.ask(1, two);
    world.answer = undefined;
    await world.pass(10);
    assert.deepEqual(world.ended, [two]);
  });

  it('ends a server that hangs on its own account, such as in the middle of a folder', async () => {
    const world = await atRest();
    world.answer = { busy: true, debugged: false };
    world.read(one);
    world.read();
    await world.pass(30);
    world.read(two);
    world.answer = undefined;
    await world.pass(10);
    assert.deepEqual(world.ended, [two]);
  });

  it('takes every message for a sign of life', async () => {
    const world = await atRest();
    world.change(one);
    world.answer = undefined;
    for (let i = 0; i < 30; i++) {
      await world.pass(9);
      world.receive({ method: 'window/logMessage', params: {} });
    }
    assert.deepEqual(world.ended, []);
    await world.pass(10);
    assert.equal(world.ended.length, 1);
  });

  it('does not count the time in which its own timer did not run', async () => {
    const world = await atRest();
    world.change(one);
    world.answer = undefined;
    await world.pass(8);
    // A night, then a few moments in which the editor is held up by something else.
    await world.jump(8 * 60 * 60);
    for (let i = 0; i < 10; i++) await world.jump(3.1);
    await world.pass(1);
    assert.deepEqual(world.ended, []);
    await world.pass(1);
    assert.deepEqual(world.ended, [one]);
  });

  it('counts a pause of three seconds, and none that is longer', async () => {
    for (const [pause, isEnded] of [
      [3, true],
      [3.001, false],
    ] as const) {
      const world = await atRest();
      world.change(one);
      world.answer = undefined;
      for (let i = 0; i < 4; i++) await world.jump(pause);
      assert.equal(world.ended.length > 0, isEnded);
    }
  });

  it('ends nothing while the extension is debugged, and starts to count afterwards', async () => {
    const world = await atRest();
    world.isDebugging = true;
    world.change(one);
    world.answer = undefined;
    await world.pass(600);
    assert.deepEqual(world.ended, []);
    world.isDebugging = false;
    await world.pass(9);
    assert.deepEqual(world.ended, []);
    await world.pass(1);
    assert.equal(world.ended.length, 1);
  });

  it('ends no server that a debugger is attached to, from the start or since', async () => {
    const world = new World();
    world.dog.start(true);
    world.answer = undefined;
    world.change(one);
    await world.pass(600);
    assert.deepEqual(world.ended, []);
    const later = await atRest();
    later.answer = { busy: true, debugged: true };
    later.change(one);
    await later.pass(6);
    later.answer = undefined;
    await later.pass(600);
    assert.deepEqual(later.ended, []);
    const detached = await atRest();
    detached.answer = { busy: true, debugged: true };
    detached.change(one);
    await detached.pass(6);
    detached.answer = { busy: true, debugged: false };
    await detached.pass(6);
    detached.answer = undefined;
    await detached.pass(20);
    assert.equal(detached.ended.length, 1);
  });

  it('does nothing at all where the limit is 0, also when it becomes 0 while it waits', async () => {
    const world = new World();
    world.limit = 0;
    world.dog.start(false);
    world.answer = undefined;
    world.change(one);
    world.ask(1, one);
    await world.pass(600);
    assert.equal(world.asked, 0);
    assert.equal(world.hasTimer, false);
    const later = await atRest();
    later.answer = undefined;
    later.change(one);
    await later.pass(8);
    later.limit = 0;
    await later.pass(600);
    assert.deepEqual([...world.ended, ...later.ended], []);
    assert.equal(later.hasTimer, false);
  });

  it('keeps to another limit, and asks in time for it', async () => {
    for (const limit of [3, 30]) {
      const world = await atRest();
      world.limit = 1000 * limit;
      world.change(one);
      world.answer = undefined;
      await world.pass(limit - 1);
      assert.ok(world.asked > 0);
      assert.deepEqual(world.ended, []);
      await world.pass(1);
      assert.equal(world.ended.length, 1);
    }
  });

  it('names what the server began to read last, whatever else is waiting', async () => {
    const world = await atRest();
    world.change(one);
    world.ask(1, one);
    world.read(two);
    world.answer = undefined;
    await world.pass(10);
    assert.deepEqual(world.ended, [two]);
  });

  it('names nothing where it is not certain', async () => {
    for (const wait of [
      (world: World) => {
        world.change(one);
        world.change(two);
      },
      (world: World) => {
        world.ask(1, one);
        world.ask(2, two);
      },
      (world: World) => {
        world.change(one);
        world.ask(1);
      },
      (world: World) => {
        world.read(one);
        world.read();
      },
    ]) {
      const world = await atRest();
      wait(world);
      world.answer = undefined;
      await world.pass(10);
      assert.deepEqual(world.ended, [undefined]);
    }
  });

  it('forgets a server that has ended by itself', async () => {
    const world = await atRest();
    world.ask(1, one);
    world.read(one);
    world.answer = undefined;
    await world.pass(6);
    world.dog.stop();
    await world.pass(600);
    assert.deepEqual(world.ended, []);
    world.answer = idle;
    world.dog.start(false);
    await world.pass(20);
    assert.equal(world.hasTimer, false);
    world.change(two);
    world.answer = undefined;
    await world.pass(10);
    assert.deepEqual(world.ended, [two]);
  });

  it('knows a process that was started for a debugger', () => {
    assert.equal(isInspected(['--nolazy', '--inspect-brk=6009'], {}), true);
    assert.equal(isInspected([], { NODE_OPTIONS: '--no-warnings --inspect=127.0.0.1:0' }), true);
    assert.equal(isInspected([], { VSCODE_INSPECTOR_OPTIONS: '{"port":1}' }), true);
    assert.equal(isInspected(['--max-old-space-size=512'], { NODE_OPTIONS: '--no-warnings' }), false);
    assert.equal(isInspected([], {}), false);
  });

  it('hears of nothing before a server is ready', async () => {
    const world = new World();
    world.answer = undefined;
    world.send({ id: 0, method: 'initialize', params: {} });
    await world.pass(600);
    assert.deepEqual(world.ended, []);
    assert.equal(world.hasTimer, false);
  });
});
