/*
 * The language server's door in a web worker. There is no file system: the client lists and reads, and
 * without a folder from the client the shipped catalogues have names that nothing can open.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientHost } from './clientHost';
import { startServer } from './server';
import { shippedCatalogues } from './shipped';
import { version } from './version';

// A worker's global scope posts and receives messages as a Worker does; the DOM library has no name for it.
const worker = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

startServer(connection, {
  version,
  host: (_, __, log) => createClientHost(connection, log),
  shipped: (folder) => shippedCatalogues(folder ?? 'critical-friend:/standards'),
});
