/*
 * Ends this process soon after that of its client has gone, even while the main thread hangs and can notice nothing: a
 * thread of its own looks for the client every two seconds. It cannot tell a client from another process that has got
 * the same number since; but where the client started this process, as an editor does, and this is not Windows, losing
 * the parent shows as well, whatever became of its number.
 */
import { Worker } from 'node:worker_threads';

/**
 * The thread, as text, so that it needs no file beside the bundle. Having no right to signal a process means that it
 * is there. Only a signal ends the whole process: `process.exit` would end the thread.
 */
const look = `
const { workerData: client } = require('node:worker_threads');
const isParent = process.ppid === client && process.platform !== 'win32';
const isGone = () => {
  if (isParent && process.ppid !== client) return true;
  try {
    process.kill(client, 0);
    return false;
  } catch (failure) {
    return failure.code === 'ESRCH';
  }
};
setInterval(() => {
  if (isGone()) process.kill(process.pid, 'SIGKILL');
}, 2000);
`;

/** Watches the process of this number from now on. */
export function watchParent(processId: number): void {
  const limits = {
    maxOldGenerationSizeMb: 8,
    maxYoungGenerationSizeMb: 2,
    codeRangeSizeMb: 4,
    stackSizeMb: 1,
  };
  const thread = new Worker(look, { eval: true, workerData: processId, resourceLimits: limits });
  // Without the thread the server works as well; the main thread looks for the client too.
  thread.on('error', () => undefined);
  thread.unref();
}
