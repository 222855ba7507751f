/*
 * Our server as it is, with a door of the bench: no quiet period, and two requests more that say how much heap
 * is in use after a collection, and how much processor time was. The doors that people use know none of it.
 */
import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { startServer } from '../../server/src/server';
import { shippedCatalogues } from '../../server/src/hosts/shippedCatalogues';
import { wholeMessages } from '../../server/src/hosts/messageWriter';
import { processorTime } from './usage';

const connection = createConnection(process.stdin, wholeMessages(process.stdout));
connection.onRequest('bench/heap', () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
});
connection.onRequest('bench/usage', processorTime);
startServer(connection, {
  version: '0.0.0',
  host: (_, __, log) => createNodeHost(log),
  shipped: (folder) => shippedCatalogues(folder ?? 'file:///standards'),
  quietPeriod: 0,
});
