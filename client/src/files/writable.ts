/*
 * What keeps a file from being written although the editor would write it. The editor's file systems say whether an entry
 * is a link; one that hides its links is trusted.
 */
import type { FileSystem, Uri } from 'vscode';

/** What is done with files; the editor's own file system can do all of it, wherever the files are. */
export type Files = Pick<FileSystem, 'writeFile' | 'readFile' | 'rename' | 'delete'> & {
  stat(uri: Uri): Thenable<Entry>;
};

/** What the editor says of a file, a folder or a link; both are sums of the editor's own bits. */
interface Entry {
  readonly type: number;
  readonly permissions?: number;
}

/** A file to write. */
export interface NewFile {
  readonly uri: Uri;
  readonly bytes: Uint8Array;
}

/** Why a file is not written: `it is read-only`. */
export class Refusal extends Error {}

// FileType.SymbolicLink and FilePermission.Readonly, written out because tests have no editor.
const symbolicLink = 64;
const readOnly = 1;

/** What is at a place, a link included; undefined where nothing is. */
export async function entryAt(files: Files, uri: Uri): Promise<Entry | undefined> {
  return files.stat(uri).then(
    (found) => found,
    () => undefined,
  );
}

/**
 * Throws a Refusal if the file is read-only, a link, or reached through a link below a folder; `base` is the opened folder
 * that the file is in, if it is in one.
 */
export async function refuseUnwritable(files: Files, uri: Uri, base: Uri | undefined): Promise<void> {
  const entry = await entryAt(files, uri);
  if (isLink(entry)) throw new Refusal('it is a link, and links are never written through');
  if (entry && ((entry.permissions ?? 0) & readOnly) !== 0) throw new Refusal('it is read-only');
  if (!base) return;
  for (let path = parentOf(uri.path); isBelow(path, base.path); path = parentOf(path)) {
    if (!isLink(await entryAt(files, uri.with({ path })))) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    throw new Refusal(`the folder “${name}” on the way to it is a link, and links are never written through`);
  }
}

function isLink(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.type & symbolicLink) !== 0;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isBelow(path: string, base: string): boolean {
  return path.startsWith(base.endsWith('/') ? base : `${base}/`);
}

/** Whether a file still holds these bytes; false where it cannot be read either. */
export async function holds(files: Files, uri: Uri, bytes: Uint8Array): Promise<boolean> {
  const found = await files.readFile(uri).then(
    (read) => read,
    () => undefined,
  );
  return found !== undefined && areSame(found, bytes);
}

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Removes a file, if it is there. */
export async function discard(files: Files, uri: Uri): Promise<void> {
  await files.delete(uri, { useTrash: false }).then(undefined, () => undefined);
}
