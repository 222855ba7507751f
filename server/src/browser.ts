/*
 * The language server's door in a web worker. There is no file system: the client lists and reads, and
 * without a folder from the client the shipped catalogues have names that nothing can open.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientHost } from './clientHost';
import type { OfficeBundle } from './office';
import { startServer } from './server';
import { shippedCatalogues } from './shipped';
import { version } from './version';

/** What a worker's scope has besides, before and after the bundle of the office has been read into it. */
interface WithOffice {
  importScripts(script: string): void;
  readonly criticalFriendOffice?: OfficeBundle;
}

// A worker's global scope posts and receives messages as a Worker does; the DOM library has no name for it.
const worker = self as unknown as Worker;
let officeScript: string | undefined;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

startServer(connection, {
  version,
  host: (_, options, log) => {
    officeScript = options.officeScript;
    return createClientHost(connection, log);
  },
  shipped: (folder) => shippedCatalogues(folder ?? 'critical-friend:/standards'),
  loadOffice: () => {
    if (officeScript === undefined) return Promise.reject(new Error('The client has named no office.'));
    const scope = self as unknown as WithOffice;
    if (!scope.criticalFriendOffice) scope.importScripts(officeScript);
    const { criticalFriendOffice } = scope;
    return criticalFriendOffice
      ? Promise.resolve(criticalFriendOffice.office)
      : Promise.reject(new Error('The office is not there.'));
  },
});
