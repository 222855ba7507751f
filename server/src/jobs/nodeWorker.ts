/*
 * Jobs on Node: a worker thread that runs the very file that started it, told by its data what it is for. Its heap has a
 * limit; what it prints goes nowhere, because standard output belongs to the protocol.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { JobWorker, WorkerWord } from './jobs';
import type { Libraries } from './job';
import { serveJob } from './serve';

/** By its data a thread knows that it was started for a job. */
const mark = 'critical-friend-job';

/** In megabytes; the report of 400 findings by 1,189 standards takes less than half of this. */
export const mostMemory = 512;

/** Starts a thread that runs `script`, which calls `serveIfJob`. */
export function startNodeWorker(script: string, memory = mostMemory): JobWorker {
  const worker = new Worker(script, {
    workerData: mark,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return {
    post: (job) => {
      worker.postMessage(job);
    },
    listen(hear) {
      let isOver = false;
      const ended = (why: 'memory' | 'failed'): void => {
        if (!isOver) hear({ ended: why });
        isOver = true;
      };
      worker.on('message', (word: WorkerWord) => {
        if (!isOver) hear(word);
      });
      worker.on('error', (failure: Error & { readonly code?: unknown }) => {
        ended(failure.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed');
      });
      worker.on('exit', () => {
        ended('failed');
      });
    },
    terminate: () => void worker.terminate(),
  };
}

/** In a thread that was started for a job, waits for it; whether this is such a thread. */
export function serveIfJob(libraries: Libraries): boolean {
  const port = parentPort;
  if (workerData !== mark || !port) return false;
  const say = (word: WorkerWord): void => {
    port.postMessage(word);
  };
  serveJob({ say, hear: (take) => port.on('message', take) }, libraries);
  return true;
}
