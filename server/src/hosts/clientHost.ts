/*
 * A host without a file system: the client lists and reads, through the custom requests of
 * `protocol.ts`. It is the only host of a web worker, and the host of virtual folders elsewhere. Only the client
 * knows what a link is there, so it is the client that follows none.
 */
import type * as lsp from 'vscode-languageserver';
import { failureLine, isOurs, type Host } from './host';
import {
  listFilesRequest,
  readFileRequest,
  readNamedRequest,
  type ListFilesResult,
  type ReadFileResult,
  type ReadNamedResult,
} from '../protocol';
import { isWithin, normalUri } from '../lsp/uris';

/** Asks the client at the other end of `connection`. */
export function createClientHost(connection: lsp.Connection, log: (line: string) => void): Host {
  async function ask<R>(request: string, params?: object): Promise<R | undefined> {
    try {
      return await connection.sendRequest<R>(request, params);
    } catch (failure) {
      log(failureLine(request, failure));
      return undefined;
    }
  }
  return {
    async listFiles(folders, notes) {
      const found = (await ask<ListFilesResult>(listFilesRequest)) ?? [];
      const { files, links } = 'files' in found ? found : { files: found, links: [] };
      const isBelow = (uri: string): boolean => folders.some((folder) => isWithin(uri, folder));
      for (const { uri, isFolder } of links) {
        const link = normalUri(uri);
        if (isBelow(link)) notes?.link({ uri: link, isFolder });
      }
      return files.map(normalUri).filter((uri) => isOurs(uri) && isBelow(uri));
    },
    async readFile(uri) {
      const text = await ask<ReadFileResult>(readFileRequest, { uri });
      return text?.replace(/^\uFEFF/, '');
    },
    async readNamed(uri) {
      const found = await ask<ReadNamedResult>(readNamedRequest, { uri });
      if (!found) return { refused: undefined };
      return 'text' in found ? found.text.replace(/^\uFEFF/, '') : { refused: found.refused };
    },
    log,
  };
}
