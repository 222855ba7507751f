/*
 * `critical-friend status`: what was found where, in the words of the editor's Show Status. Nothing here is worked out
 * anew; only what an editor knows of itself, such as whether it watches files, is left out.
 */
import * as path from 'node:path';
import { status, type Status } from '../../core/src';
import { fileUri, pathOf } from '../../server/src/lsp/uris';
import { load } from './load/load';
import type { Shipped, Terminal } from './terminal';

/** What `status --format json` prints. */
export interface StatusReport extends Status {
  readonly schemaVersion: 1;
}

/** The status of the folders at `paths`, or of the reviews of the documents there. */
export async function readStatus(
  paths: readonly string[],
  terminal: Terminal,
  shipped: readonly Shipped[],
  { version, inside }: { readonly version: string; readonly inside: boolean },
): Promise<StatusReport> {
  const asked = { inside, showsLinks: true };
  const { snapshot, roots, alone, unreadable, rules } = await load(paths, terminal, shipped, asked);
  const folders = new Set([...roots, ...alone.map((uri) => fileUri(path.dirname(pathOf(uri) ?? uri)))]);
  return { schemaVersion: 1, ...status(snapshot, { version, folders: [...folders], unreadable, rules }) };
}
