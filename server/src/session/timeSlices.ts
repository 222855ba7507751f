/*
 * Long work in small slices, so that a keystroke or a question never waits for more than one of them. Giving
 * way lets several messages through, because each is handled in a turn of the event loop of its own.
 */

const sliceLength = 5;
/** Messages that are let through before work goes on, as a change and the questions that an editor asks with it. */
const letThrough = 4;

/** Runs behind what is under way; even a timer of no time waits a millisecond, but a browser has nothing else. */
function runNext(run: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => void };
  if (setImmediate) setImmediate(run);
  else setTimeout(run);
}

/** Runs when a request that came together with what is under way has been answered. */
export function runSoon(run: () => void): void {
  runNext(() => {
    runNext(run);
  });
}

/** Lets everything that has arrived be handled. */
export async function giveWay(): Promise<void> {
  const turns = 'setImmediate' in globalThis ? letThrough : 1;
  for (let i = 0; i < turns; i++) await new Promise<void>(runNext);
}

/** A stretch of work that is soon over. */
export class Slice {
  #end = 0;

  constructor() {
    this.begin();
  }

  begin(): void {
    this.#end = performance.now() + sliceLength;
  }

  get isOver(): boolean {
    return performance.now() >= this.#end;
  }
}

/** Goes through steps to their end; `begin` begins them anew whenever way was given, because everything may be another then. */
export async function inSlices(begin: () => Iterator<unknown>): Promise<void> {
  const slice = new Slice();
  for (let steps = begin(); steps.next().done !== true;) {
    if (!slice.isOver) continue;
    await giveWay();
    slice.begin();
    steps = begin();
  }
}
