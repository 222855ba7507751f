/*
 * The language server's door on Node, as a file that is run: by the extension over ipc, by other editors
 * over `--stdio`. It is `critical-friend lsp` without the command line around it.
 */
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sources } from './importing/importing';
import type { Libraries } from './jobs/job';
import { serveIfJob } from './jobs/nodeWorker';
import type { OfficeBundle } from './office';
import { startNodeServer } from './nodeServer';

const libraries: Libraries = {
  loadOffice: async () => (await load<OfficeBundle>('office.js')).office,
  loadSources: () => load<Sources>('importing.js'),
};
if (!serveIfJob(libraries)) startNodeServer(__filename, libraries);

/** What the bundle of this name gives, which lies beside this one. */
async function load<Bundle>(name: string): Promise<Bundle> {
  const bundle = pathToFileURL(path.join(__dirname, name)).href;
  const { default: loaded } = (await import(bundle)) as { default: Bundle };
  return loaded;
}
