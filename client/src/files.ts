/*
 * Which files are ours, and the file requests of a server that has no file system of its own. Nothing but
 * reviews and catalogues inside the opened folders is ever listed or read, whatever the server asks for.
 */
import { FileType, Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient, Disposable } from 'vscode-languageclient';

import { listFilesRequest, readFileRequest } from '../../server/src/protocol';
import type { ListFilesResult, ReadFileParams, ReadFileResult } from '../../server/src/protocol';
import { isOurPath } from './paths';

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

/** Answers the server's questions about files, until disposed of. */
export function answerFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(listFilesRequest, async (): Promise<ListFilesResult> => {
      const found = await list((workspace.workspaceFolders ?? []).map(({ uri }) => uri));
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest(readFileRequest, (params: ReadFileParams) => read(Uri.parse(params.uri))),
  ];
}

/** Folders read at the same time, and folders read at most: each may be a request to some far server. */
const limits = { atOnce: 32, inAll: 5000 };
const skipped = new Set(['.git', 'node_modules']);

/**
 * All of our files in these folders and below, nearest first. `workspace.findFiles` would do, but it never
 * answers where nobody offers to search, which is so in many virtual folders.
 */
async function list(folders: readonly Uri[]): Promise<Uri[]> {
  const waiting = [...folders];
  const found: Uri[] = [];
  for (let count = 0; waiting.length > 0 && count < limits.inAll; count += limits.atOnce) {
    const now = waiting.splice(0, limits.atOnce);
    const entries = await Promise.all(now.map(entriesOf));
    for (const { uri, type } of entries.flat()) {
      // A link to a folder may lead back to where we are.
      if (type === FileType.Directory) waiting.push(uri);
      else if ((type & FileType.File) !== 0 && isReviewFile(uri)) found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<{ readonly uri: Uri; readonly type: FileType }[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries
    .filter(([name]) => !skipped.has(name))
    .map(([name, type]) => ({ uri: Uri.joinPath(folder, name), type }));
}

/** The text without its byte order mark, or null when it cannot or must not be read. */
async function read(uri: Uri): Promise<ReadFileResult> {
  if (!isReviewFile(uri) || workspace.getWorkspaceFolder(uri) === undefined) return null;
  try {
    return new TextDecoder('utf-8').decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
