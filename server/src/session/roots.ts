/*
 * The opened folders as a client names them when it greets the server.
 */
import type * as lsp from 'vscode-languageserver';
import { fileUri, normalUri } from '../lsp/uris';

/** The opened folders; older clients name one root, some as a path. */
export function rootsOf(params: lsp.InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => normalUri(folder.uri));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- clients that know nothing newer still send it.
  const { rootUri, rootPath } = params;
  if (rootUri !== null) return [normalUri(rootUri)];
  return rootPath ? [fileUri(rootPath)] : [];
}
