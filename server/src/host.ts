/*
 * What the server needs of the place it runs in: which review files there are, and what they hold.
 * Watching folders is not here, because the client does it (`workspace/didChangeWatchedFiles`). A host never
 * throws for a file or folder that cannot be read: it is as if it were not there.
 */

/** The files of the opened folders; every URI, given or taken, is in its one spelling (`normalUri`). */
export interface Host {
  /** All `*.review.md` and `*.standards.md` below the folders that no ignore rule hides. */
  listFiles(folders: readonly string[]): Promise<string[]>;
  /** The text without a byte order mark, `undefined` when there is nothing to read. */
  readFile(uri: string): Promise<string | undefined>;
  /**
   * A file outside the folders, by the path that a person wrote in a setting: hands on its text now and after
   * each change, `undefined` when it cannot be read, until the returned function is called. Absent where there
   * is no file system.
   */
  watchText?(path: string, take: (text: string | undefined) => void): () => void;
  /** One line for whoever looks after the server; never a document's text. */
  log(line: string): void;
}

/** A host that asks `files` for `file:` URIs and `other` for the rest, as a mixed workspace needs it. */
export function hostByScheme(files: Host, other: Host): Host {
  const isFile = (uri: string): boolean => uri.startsWith('file:');
  return {
    async listFiles(folders) {
      const mine = folders.filter(isFile);
      const theirs = folders.filter((folder) => !isFile(folder));
      const lists = await Promise.all([
        mine.length > 0 ? files.listFiles(mine) : [],
        theirs.length > 0 ? other.listFiles(theirs) : [],
      ]);
      return lists.flat();
    },
    readFile: (uri) => (isFile(uri) ? files : other).readFile(uri),
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
