/*
 * Our server as it is, with a door of the bench: no quiet period, and one request more that says how much
 * heap is in use after a collection. The doors that people use know neither.
 */
import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from '../../server/src/nodeHost';
import { startServer } from '../../server/src/server';
import { shippedCatalogues } from '../../server/src/shipped';

const connection = createConnection(process.stdin, process.stdout);
connection.onRequest('bench/heap', () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
});
startServer(connection, {
  version: '0.0.0',
  host: (_, __, log) => createNodeHost(log),
  shipped: (folder) => shippedCatalogues(folder ?? 'file:///standards'),
  quietPeriod: 0,
});
