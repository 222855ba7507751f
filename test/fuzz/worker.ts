/*
 * The worker that fuzzes one target. Each input is left in shared memory before it is tried, so that whoever ends the
 * worker, for its time or its memory, still knows what it was trying.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from './fuzzer';
import type { Target } from './target';
import { targets } from './targets';

/** What the worker is started with. */
export interface Task {
  readonly target: string;
  readonly executions: number;
  readonly seed: number;
  readonly isGuided: boolean;
  readonly longest: number;
  readonly words: readonly string[];
  readonly branches: number;
  /** How many inputs have been tried, the length of the present one, and its UTF-16 units. */
  readonly shared: SharedArrayBuffer;
}

/** The counters of the branches, which the program has made. */
const { __branches: counters } = globalThis as unknown as { readonly __branches: Uint32Array };

async function main({ target: name, shared, ...options }: Task): Promise<void> {
  const target: Target | undefined = targets.find((each) => each.name === name);
  if (!target) throw new Error(`There is no target “${name}”.`);
  const [count, units] = [new Int32Array(shared, 0, 2), new Uint16Array(shared, 8)];
  const trying = (input: string): void => {
    const length = Math.min(input.length, units.length);
    for (let i = 0; i < length; i++) units[i] = input.charCodeAt(i);
    Atomics.store(count, 1, length);
    Atomics.add(count, 0, 1);
  };
  parentPort?.postMessage(await fuzz(target, counters, { ...options, trying }));
}

void main(workerData as Task);
