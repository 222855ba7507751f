/*
 * What the server needs of the place it runs in: which review files there are, and what they hold.
 * Watching folders is not here, because the client does it (`workspace/didChangeWatchedFiles`). A host never
 * throws for a file or folder that cannot be read: it is as if it were not there.
 */
import { isCataloguePath, isReviewPath, type OutsideLink, type RefusedWhy } from '../../../core/src';

/** A link that was not followed, because what it leads to is in none of the folders. */
export interface NotFollowed {
  readonly link: OutsideLink;
}

/** A file outside the folders that a cover names, and why it was not read; undefined where there is none. */
export interface RefusedFile {
  readonly refused: RefusedWhy | undefined;
}

/** Hears what a listing met besides files. */
export interface ListingNotes {
  /** A link that leads out of the folders and is not followed. */
  link(link: OutsideLink): void;
  /** A file of ignore rules that was read. */
  rules?(uri: string): void;
}

/** The files of the opened folders; every URI, given or taken, is in its one spelling (`normalUri`). */
export interface Host {
  /** All `*.review.md` and `*.standards.md` below the folders that no ignore rule hides; a linked file once. */
  listFiles(folders: readonly string[], notes?: ListingNotes): Promise<string[]>;
  /**
   * The text of a file in one of the folders without a byte order mark, `undefined` when there is nothing to read.
   * Where the file really is is looked at now, whatever a listing found.
   */
  readFile(uri: string, folders: readonly string[]): Promise<string | NotFollowed | undefined>;
  /** The text of a file outside the folders that a cover names by a path that `readNamedPath` lets pass. */
  readNamed?(uri: string, folders: readonly string[]): Promise<string | RefusedFile>;
  /**
   * Why the repository around a file must not be asked for its history, whoever would ask: it is not really the
   * repository of the folder. Undefined where it may be asked, or there is none.
   */
  whyNoHistory?(uri: string): Promise<string | undefined>;
  /**
   * A file outside the folders, by the path that a person wrote in a setting: hands on its text now and after
   * each change, `undefined` when it cannot be read, until the returned function is called. Absent where there
   * is no file system.
   */
  watchText?(path: string, take: (text: string | undefined) => void): () => void;
  /** One line for the log of the server; never a document's text. */
  log(line: string): void;
}

/** Whether a file is a review document or a catalogue, by its name. */
export function isOurs(name: string): boolean {
  return isReviewPath(name) || isCataloguePath(name);
}

/** A host that asks `files` for `file:` URIs and `other` for the rest, as a mixed workspace needs it. */
export function hostByScheme(files: Host, other: Host): Host {
  const isFile = (uri: string): boolean => uri.startsWith('file:');
  return {
    async listFiles(folders, notes) {
      const mine = folders.filter(isFile);
      const theirs = folders.filter((folder) => !isFile(folder));
      const lists = await Promise.all([
        mine.length > 0 ? files.listFiles(mine, notes) : [],
        theirs.length > 0 ? other.listFiles(theirs, notes) : [],
      ]);
      return lists.flat();
    },
    readFile: (uri, folders) => (isFile(uri) ? files : other).readFile(uri, folders),
    readNamed: async (uri, folders) =>
      (await (isFile(uri) ? files : other).readNamed?.(uri, folders)) ?? { refused: undefined },
    whyNoHistory: async (uri) => (isFile(uri) ? files : other).whyNoHistory?.(uri),
    ...(files.watchText && { watchText: files.watchText.bind(files) }),
    log: (line) => {
      files.log(line);
    },
  };
}

/** What a failure may say in a log: its kind and where it happened, not its message, which may quote a document. */
export function failureLine(name: string, failure: unknown): string {
  if (!(failure instanceof Error)) return `${name} failed`;
  const stack = (failure.stack ?? '').replace(failure.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [`${name} failed: ${failure.name}`, ...frames.slice(0, 8)].join('\n');
}
