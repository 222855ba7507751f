/*
 * Reading where only VS Code's file system is there: in folders on a server, in the browser or in an archive. An entry that
 * the provider calls a link is not followed, and neither is one on the way; a provider that hides links is trusted, because
 * there is no other way to ask. It knows the provider by three functions and nothing of VS Code's window.
 */
import { isOurPath } from './paths';

/** What is needed of a URI. */
interface Place<U> {
  readonly path: string;
  with(change: { path: string }): U;
}

/** What is asked of VS Code's file system; types are numbers of bits, as `FileType` has them. */
export interface Provider<U> {
  readDirectory(folder: U): Thenable<[string, number][]>;
  stat(file: U): Thenable<{ readonly type: number; readonly size: number }>;
  readFile(file: U): Thenable<Uint8Array>;
}

/** The bits of VS Code's `FileType`. */
const kind = { file: 1, folder: 2, link: 64 } as const;

/** Folders read at the same time, and folders read at most: each may be a request to some far server. */
const limits = { atOnce: 32, inAll: 5000 };
const skipped = new Set(['.git', 'node_modules']);
/** No document is larger, in bytes, and no catalogue outside the folders that a cover names. */
const largest = { document: 200_000_000, named: 10_000_000 };

/** What a listing has found. */
export interface Found<U> {
  readonly files: readonly U[];
  /** Links that are not followed: those with the name of one of our files, and those to folders. */
  readonly links: readonly { readonly uri: U; readonly isFolder: boolean }[];
}

/**
 * All of our files in these folders and below, nearest first. `workspace.findFiles` would do, but it never
 * answers where nobody offers to search, which is so in many virtual folders.
 */
export async function listFiles<U extends Place<U>>(
  provider: Provider<U>,
  folders: readonly U[],
): Promise<Found<U>> {
  const waiting = [...folders];
  const files: U[] = [];
  const links: { uri: U; isFolder: boolean }[] = [];
  for (let count = 0; waiting.length > 0 && count < limits.inAll; count += limits.atOnce) {
    const now = waiting.splice(0, limits.atOnce);
    const entries = await Promise.all(now.map((folder) => entriesOf(provider, folder)));
    for (const { uri, type } of entries.flat()) {
      const isFolder = (type & kind.folder) !== 0;
      if ((type & kind.link) !== 0) {
        if (isFolder || isOurPath(uri.path)) links.push({ uri, isFolder });
      } else if (isFolder) waiting.push(uri);
      else if ((type & kind.file) !== 0 && isOurPath(uri.path)) files.push(uri);
    }
  }
  return { files, links };
}

/** The text of one of our files in a folder, or null when it cannot or must not be read. */
export async function readFile<U extends Place<U>>(
  provider: Provider<U>,
  uri: U,
  folder: U,
): Promise<string | null> {
  if (!isOurPath(uri.path) || !uri.path.startsWith(withSlash(folder.path))) return null;
  try {
    for (const above of foldersAbove(uri, folder.path))
      if (((await provider.stat(above)).type & kind.link) !== 0) return null;
    const { type, size } = await provider.stat(uri);
    if (type !== kind.file || size > largest.document) return null;
    return new TextDecoder('utf-8').decode(await provider.readFile(uri));
  } catch {
    return null;
  }
}

/** The text of a catalogue outside the folders that a cover names, or why it is not read; null where there is none. */
export async function readNamed<U extends Place<U>>(
  provider: Provider<U>,
  uri: U,
): Promise<{ readonly text: string } | { readonly refused: 'link' | 'kind' | 'size' } | null> {
  if (!isOurPath(uri.path) || !/\.standards\.md$/i.test(uri.path)) return null;
  try {
    const found = await provider.stat(uri);
    // Above the opened folder some providers have no folders that could be asked about.
    const above = await Promise.all(
      foldersAbove(uri, '/').map((folder) =>
        provider.stat(folder).then(
          ({ type }) => type,
          () => 0,
        ),
      ),
    );
    if ([found.type, ...above].some((type) => (type & kind.link) !== 0)) return { refused: 'link' };
    if (found.type !== kind.file) return { refused: 'kind' };
    if (found.size > largest.named) return { refused: 'size' };
    const bytes = await provider.readFile(uri);
    return bytes.length > largest.named
      ? { refused: 'size' }
      : { text: new TextDecoder('utf-8').decode(bytes) };
  } catch {
    return null;
  }
}

async function entriesOf<U extends Place<U>>(
  provider: Provider<U>,
  folder: U,
): Promise<{ readonly uri: U; readonly type: number }[]> {
  const entries = await provider.readDirectory(folder).then(undefined, () => []);
  return entries
    .filter(([name]) => !skipped.has(name))
    .map(([name, type]) => ({ uri: folder.with({ path: withSlash(folder.path) + name }), type }));
}

/** The folders on the way from a folder, which is not among them, to a file. */
function foldersAbove<U extends Place<U>>(uri: U, folder: string): U[] {
  const found: U[] = [];
  for (
    let end = uri.path.lastIndexOf('/');
    end > withSlash(folder).length - 1;
    end = uri.path.lastIndexOf('/', end - 1)
  )
    found.push(uri.with({ path: uri.path.slice(0, end) }));
  return found;
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
