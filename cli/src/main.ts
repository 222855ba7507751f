/*
 * The command line's entry point: the streams and the working folder of this process, and the shipped catalogues.
 * It sets the exit code and lets the process end by itself, so that everything written is also read; a
 * reader that closes early (`| head`) is not a failure.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { office } from '../../core/src';
import type { Libraries } from '../../server/src/jobs/job';
import { serveIfJob } from '../../server/src/jobs/nodeWorker';
import { shippedFolder, startNodeServer } from '../../server/src/nodeServer';
import { shippedCatalogues } from '../../server/src/hosts/shippedCatalogues';
import { localCalendar } from '../../server/src/hosts/localDate';
import { run } from './run';
import { limitVariable } from './load/timed';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure;
  });
}

const manifest = readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };

const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
const showsColours = isForced || (process.stdout.isTTY && TERM !== 'dumb');

/** Asks on the terminal; undefined from the end of the answers on. */
function startAsking(): (question: string) => Promise<string | undefined> {
  let terminal: Interface | undefined;
  const ended = new AbortController();
  return async (question) => {
    if (!terminal) {
      terminal = createInterface({ input: process.stdin, output: process.stdout });
      terminal.on('close', () => {
        ended.abort();
      });
    }
    const { signal } = ended;
    return terminal.question(question, { signal }).catch(() => undefined);
  };
}

const libraries: Libraries = {
  loadOffice: () => Promise.resolve(office),
  loadSources: () => import('../../server/src/importing/sources'),
};
// The server that is started here does long work in threads that run this file again.
if (!serveIfJob(libraries)) start();

function start(): void {
  void run(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    version,
    shipped: shippedCatalogues(shippedFolder),
    calendar: localCalendar(new Date()),
    readSeconds: process.env[limitVariable],
    colours: showsColours && (NO_COLOR ?? '') === '',
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return new Uint8Array(Buffer.concat(chunks));
    },
    ...(process.stdin.isTTY && process.stdout.isTTY && { ask: startAsking() }),
    whenStopped: () => {
      const controller = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          controller.abort();
        });
      }
      return controller.signal;
    },
    serve: () => startNodeServer(__filename, libraries),
  }).then((code) => {
    process.exitCode = code;
    // Questions keep the terminal open.
    if (process.stdin.isTTY) process.stdin.unref();
  });
}
