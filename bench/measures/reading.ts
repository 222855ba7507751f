/*
 * Waiting for a folder to be read: from the end of the greeting to the first diagnostics of every one of its
 * documents. The server's own start is not part of it; the folder is the one that it was greeted with.
 */
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ReviewFolder } from '../folders';
import { begin, type Running } from '../servers';

/** Lets a server read the folder that it was started on; the milliseconds until every document has diagnostics. */
export async function readFolder(server: Running, folder: ReviewFolder): Promise<number> {
  const missing = new Set(folder.documents.map(({ uri }) => uri));
  const method = 'textDocument/publishDiagnostics';
  const read = server.client.notified<PublishDiagnosticsParams>(method, ({ uri }) => {
    missing.delete(uri);
    return missing.size === 0;
  });
  const started = performance.now();
  begin(server);
  await read;
  return performance.now() - started;
}
