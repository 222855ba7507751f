/*
 * Runs the fuzzer on a target in a worker with limits: a heap of so many megabytes, and so many seconds for one input.
 */
import { Worker } from 'node:worker_threads';
import type { Outcome } from './fuzzer';
import { program } from './instrument';
import type { Task } from './worker';

export interface Choice {
  readonly target: string;
  readonly executions: number;
  readonly seed: number;
  readonly isGuided?: boolean;
  readonly longest?: number;
  /** After how many seconds of processor time an input is ended. It is a limit for what never ends, not a measure of speed. */
  readonly patience?: number;
  /** Megabytes that the worker's heap may grow to. */
  readonly heap?: number;
}

/** What came of it; a worker that had to be ended is a failure with the input that it was trying. */
export async function run({
  isGuided = true,
  longest = 2000,
  patience = 60,
  heap = 512,
  ...choice
}: Choice): Promise<Outcome> {
  const { code, literals, branches } = await program();
  const shared = new SharedArrayBuffer(8 + 2 * 65_536);
  const task: Task = { ...choice, isGuided, longest, shared, words: literals, branches };
  const [count, units] = [new Int32Array(shared, 0, 2), new Uint16Array(shared, 8)];
  const worker = new Worker(code, {
    eval: true,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  return new Promise((resolve) => {
    let last = 0;
    let since = cpuSeconds();
    const end = (outcome: Outcome): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve(outcome);
    };
    const fail = (message: string): void => {
      const input = String.fromCharCode(...units.subarray(0, Atomics.load(count, 1)));
      const executions = Atomics.load(count, 0);
      end({ executions, branches: 0, kept: 0, failures: [{ input, message }], milliseconds: 0 });
    };
    const watch = setInterval(() => {
      const tried = Atomics.load(count, 0);
      if (tried !== last) since = cpuSeconds();
      last = tried;
      if (cpuSeconds() - since >= patience) fail(`takes more than ${patience} s`);
    }, 250);
    worker.on('message', end);
    worker.on('error', (failure) => {
      fail(`ends the process: ${failure.message}`);
    });
    worker.on('exit', () => {
      fail('gives no answer');
    });
  });
}

/** Processor time of this process, the worker's included: a busy machine makes nothing slower in it. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
