/*
 * The language server's door in a web worker. There is no file system: the client lists and reads, and
 * without a folder from the client the shipped catalogues have names that nothing can open.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientHost } from './hosts/clientHost';
import type { Sources } from './importing/importing';
import type { Libraries } from './jobs/job';
import { jobsHere, jobsInWorkers } from './jobs/jobs';
import { scriptsOfJob, serveWebJob, startWebWorker, type Scripts } from './jobs/webWorker';
import type { OfficeBundle } from './office';
import type { InitializationOptions } from './protocol';
import { startServer } from './server';
import { shippedCatalogues } from './hosts/shippedCatalogues';
import { version } from './version';

/** What a worker's scope has besides, before and after a bundle has been read into it; `scripts/build.mjs` gives the names. */
interface WithBundles {
  importScripts(script: string): void;
  readonly criticalFriendOffice?: OfficeBundle;
  readonly criticalFriendSources?: Sources;
}

// A worker's global scope posts and receives messages as a Worker does; the DOM library has no name for it.
const worker = self as unknown as Worker;
const ofJob = scriptsOfJob();
if (ofJob)
  serveWebJob(
    worker,
    librariesOf(() => ofJob),
  );
else serve();

function serve(): void {
  let named: InitializationOptions = {};
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  startServer(connection, {
    version,
    host: (_, options, log) => {
      named = options;
      return createClientHost(connection, log);
    },
    shipped: (folder) => shippedCatalogues(folder ?? 'critical-friend:/standards'),
    jobs: jobsInWorkers(() => startWebWorker(named), jobsHere(librariesOf(() => named))),
  });
}

function librariesOf(scripts: () => Scripts): Libraries {
  return {
    loadOffice: async () =>
      (await load(scripts().officeScript, (scope) => scope.criticalFriendOffice)).office,
    loadSources: () => load(scripts().importingScript, (scope) => scope.criticalFriendSources),
  };
}

/** What a script leaves in the worker's scope, which is loaded when it is not there yet. */
function load<Bundle>(
  script: string | undefined,
  find: (scope: WithBundles) => Bundle | undefined,
): Promise<Bundle> {
  const scope = self as unknown as WithBundles;
  if (!find(scope) && script !== undefined) scope.importScripts(script);
  const found = find(scope);
  return found ? Promise.resolve(found) : Promise.reject(new Error('The bundle is not there.'));
}
