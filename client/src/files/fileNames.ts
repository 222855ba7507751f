/*
 * The last part of a file's address.
 */
import type { Uri } from 'vscode';

/** A file's own name. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A file of another name in the same folder. */
export function besides(uri: Uri, name: string): Uri {
  return uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf('/') + 1) + name });
}
