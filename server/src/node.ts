/*
 * The language server's door on Node, as a file that is run: by the extension over ipc, by other editors
 * over `--stdio`. It is `critical-friend lsp` without the command line around it.
 */
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OfficeBundle } from './office';
import { startNodeServer } from './nodeServer';

startNodeServer(async () => {
  const bundle = pathToFileURL(path.join(__dirname, 'office.js')).href;
  const { default: loaded } = (await import(bundle)) as { default: OfficeBundle };
  return loaded.office;
});
