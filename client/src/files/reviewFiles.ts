/*
 * Which files are ours, and the file requests of a server that has no file system of its own. Nothing but
 * reviews and catalogues inside the opened folders is ever listed or read, whatever the server asks for, and beside them
 * the catalogues that a cover names, where the person trusts the folders.
 */
import { Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient, Disposable } from 'vscode-languageclient';

import {
  listFilesRequest,
  readFileRequest,
  readNamedRequest,
  trustedNotification,
} from '../../../server/src/protocol';
import type {
  ListFilesResult,
  ReadFileParams,
  ReadFileResult,
  ReadNamedResult,
} from '../../../server/src/protocol';
import { isOurPath } from './paths';
import { listFiles, readFile, readNamed } from './virtualFiles';

/** Matches every review document and every catalogue. */
export const reviewGlob = '**/*.{review.md,standards.md}';

/** Whether a file is a review document or a catalogue, by its path. */
export function isReviewFile(uri: Uri): boolean {
  return isOurPath(uri.path);
}

/** Whether a document belongs to a review; a catalogue does not. */
export function isReviewDocument(document: TextDocument): boolean {
  return document.languageId === 'review' || /\.review\.md$/i.test(document.uri.path);
}

/** Answers the server's questions about files, and tells it when the person trusts the folders, until disposed of. */
export function answerFiles(client: BaseLanguageClient): Disposable[] {
  const print = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);
  return [
    client.onRequest(listFilesRequest, async (): Promise<ListFilesResult> => {
      const { files, links } = await listFiles(
        workspace.fs,
        (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
      );
      return {
        files: files.map(print),
        links: links.map(({ uri, isFolder }) => ({ uri: print(uri), isFolder })),
      };
    }),
    client.onRequest(readFileRequest, ({ uri: given }: ReadFileParams): Promise<ReadFileResult> => {
      const uri = Uri.parse(given);
      const folder = workspace.getWorkspaceFolder(uri);
      return folder ? readFile(workspace.fs, uri, folder.uri) : Promise.resolve(null);
    }),
    client.onRequest(readNamedRequest, ({ uri: given }: ReadFileParams): Promise<ReadNamedResult> => {
      const uri = Uri.parse(given);
      // What is a file of the machine the server reads by itself, and it has asked for the trust too.
      const mayBe = workspace.isTrusted && uri.scheme !== 'file';
      return mayBe ? readNamed(workspace.fs, uri) : Promise.resolve(null);
    }),
    workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustedNotification)),
  ];
}
