/*
 * Asks recheck about expressions, in processes of its own, so that one that it takes for ever over can be ended.
 * Its limits are numbers of steps and processor time, so a slow or busy machine has the same verdicts.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const self = fileURLToPath(import.meta.url);
/** Seconds of processor time for one expression. Ours take a few at most; one that takes this long is too hard to judge. */
const patience = 60;

/** The limits of recheck where it tries texts because it cannot prove: enough to find a square within 10,000 characters. */
const limits = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  randomSeed: 2014,
  attackLimit: 5_000_000,
  maxAttackStringSize: 10_000,
  incubationLimit: 5000,
  maxInitialGenerationSize: 100,
  maxIteration: 4,
  maxGeneStringSize: 800,
};

/** The verdict on each expression: empty where its time is in proportion to the text, else what is wrong with it. */
export async function judge(expressions) {
  const queue = expressions.entries();
  const verdicts = expressions.map(() => undefined);
  const workers = Math.min(availableParallelism(), expressions.length);
  await Promise.all(Array.from({ length: workers }, () => work(queue, verdicts)));
  return verdicts;
}

/** Takes expressions from the queue, in one process after another: a new one only where the last was ended. */
async function work(queue, verdicts) {
  let child;
  for (const [i, { source, flags }] of queue) {
    child ??= fork(self, { execArgv: [], env: { ...process.env, RECHECK_SYNC_BACKEND: 'pure' } });
    verdicts[i] = await ask(child, { source, flags });
    if (child.exitCode !== null || child.signalCode !== null) child = undefined;
  }
  child?.disconnect();
}

function ask(child, expression) {
  return new Promise((resolve) => {
    const finish = (verdict) => {
      child.removeAllListeners();
      resolve(verdict);
    };
    child.once('message', finish);
    child.once('exit', () => finish(`could not be judged in ${patience} seconds, or recheck failed`));
    child.send(expression);
  });
}

/** Ends its own process where an expression has had its time. */
const guard = `
  const { started, patience } = require('node:worker_threads').workerData;
  setInterval(() => {
    if (process.cpuUsage().user / 1e6 - started[0] > patience) process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;

if (process.send && process.argv[1] === self) {
  const { default: recheck } = await import('recheck');
  // recheck does not return before it has a verdict, so a thread watches the processor time, however busy the machine is.
  const started = new Float64Array(new SharedArrayBuffer(8)).fill(Infinity);
  new Worker(guard, { eval: true, workerData: { started, patience } }).unref();
  process.on('message', ({ source, flags }) => {
    started[0] = process.cpuUsage().user / 1e6;
    const verdict = wrongWith(recheck.checkSync(source, flags, limits));
    started[0] = Infinity;
    process.send(verdict);
  });
}

function wrongWith({ status, complexity, error, attack }) {
  if (status === 'safe') return '';
  if (status === 'unknown')
    return `could not be judged (${error.kind}${error.message ? `: ${error.message}` : ''})`;
  return `is ${complexity.summary}, for example on ${attack.pattern}`;
}
