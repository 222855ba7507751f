/*
 * A host without a file system: the client lists and reads, through the two custom requests of
 * `protocol.ts`. It is the only host of a web worker, and the host of virtual folders elsewhere.
 */
import { isCataloguePath, isReviewPath } from '../../core/src';
import type * as lsp from 'vscode-languageserver';
import { failureLine, type Host } from './host';
import { listFilesRequest, readFileRequest, type ListFilesResult, type ReadFileResult } from './protocol';
import { isWithin, normalUri } from './uris';

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
    async listFiles(folders) {
      const uris = ((await ask<ListFilesResult>(listFilesRequest)) ?? []).map(normalUri);
      const wanted = (uri: string): boolean => isReviewPath(uri) || isCataloguePath(uri);
      return uris.filter((uri) => wanted(uri) && folders.some((folder) => isWithin(uri, folder)));
    },
    async readFile(uri) {
      const text = await ask<ReadFileResult>(readFileRequest, { uri });
      return text?.replace(/^\uFEFF/, '');
    },
    log,
  };
}
