/*
 * One spelling for every URI. Clients write the same file as `file:///c%3A/a`, `file:///C:/a` or with a
 * literal blank; inside the server and the core there is only what vscode-uri prints. What a client
 * spelled differently for a document that it holds open is said back to it in its own spelling.
 */
import { URI } from 'vscode-uri';

/** The one spelling of `uri`; a text that is no URI comes back as it is. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The URI of a path of this machine. */
export function fileUri(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file:` URI on this machine, `undefined` for every other scheme. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** Whether `uri` is `folder` or lies below it; both in their one spelling. */
export function isWithin(uri: string, folder: string): boolean {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri.startsWith(base);
}

/** The URI of the folder that holds `uri`, `undefined` at the root. */
export function parentOf(uri: string): string | undefined {
  const cut = uri.lastIndexOf('/');
  return cut <= 0 || uri[cut - 1] === '/' ? undefined : uri.slice(0, cut);
}

/** Remembers how the client spells the documents that it holds open. */
export class Spellings {
  readonly #spelled = new Map<string, string>();

  /** From now on the document is named as the client names it. */
  remember(clientUri: string): void {
    this.#spelled.set(normalUri(clientUri), clientUri);
  }

  /** The client has closed the document. */
  forget(clientUri: string): void {
    this.#spelled.delete(normalUri(clientUri));
  }

  /** The URI as the client expects to read it. */
  print(uri: string): string {
    return this.#spelled.get(uri) ?? uri;
  }
}
