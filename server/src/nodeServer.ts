/*
 * The language server on Node, over whatever the command line names: `--node-ipc`, `--socket`, `--pipe`, or
 * else standard input and output. Starting is a function, because the command line's `lsp` starts it too.
 * Every transport ends the process when the client has gone.
 */
import { Console } from 'node:console';
import * as path from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { createClientHost } from './hosts/clientHost';
import { hostByScheme } from './hosts/host';
import { createNodeHost } from './hosts/nodeHost';
import type { Libraries } from './jobs/job';
import { jobsHere, jobsInWorkers } from './jobs/jobs';
import { startNodeWorker } from './jobs/nodeWorker';
import { watchParent } from './hosts/parentProcess';
import { isInspected } from './protocol';
import { startServer } from './server';
import { shippedCatalogues } from './hosts/shippedCatalogues';
import { fileUri } from './lsp/uris';
import { version } from './version';
import { wholeMessages } from './hosts/messageWriter';

/** The folder of the shipped catalogues, beside the bundle's own folder. */
export const shippedFolder = fileUri(path.join(__dirname, '..', 'standards'));

/** Serves the client that started this process; `script` is the file that threads run for long work. */
export function startNodeServer(script: string, libraries: Libraries): void {
  // Standard output belongs to the protocol; whatever a library has to say may not break it.
  globalThis.console = new Console(process.stderr);
  const named = process.argv.slice(2).some((word) => /^--(node-ipc|socket|pipe)\b/.test(word));
  const connection = named
    ? createConnection()
    : createConnection(process.stdin, wholeMessages(process.stdout));
  startServer(connection, {
    version,
    host: (_, { clientFiles }, log) => {
      const files = createNodeHost(log);
      return clientFiles === true ? hostByScheme(files, createClientHost(connection, log)) : files;
    },
    shipped: (folder) => shippedCatalogues(folder ?? shippedFolder),
    jobs: jobsInWorkers(() => startNodeWorker(script), jobsHere(libraries)),
    processId: process.pid,
    watchParent,
    isDebugged: () => isInspected(process.execArgv, process.env),
  });
  process.on('disconnect', () => process.exit());
}
