/*
 * From the paths of a command line to the reviews they name. A path is a folder, or one file; either way a
 * review is read as a whole, from its cover down, because a document alone would look full of gaps. Covers
 * are looked for upwards as far as the working folder.
 */
import { readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';
import {
  isCataloguePath,
  isReviewPath,
  readPrivateWords,
  type Assumed,
  type ReviewSet,
  type Snapshot,
  type Workspace,
} from '../../../core/src';
import { createNodeHost } from '../nodeHost';
import { readPrivateFile } from '../privateFile';
import { fileUri, isWithin, pathOf } from '../uris';
import { readTextFile, type ReadFile } from './files';
import { CannotRun, plain, type Shipped, type Terminal, type Unread } from './terminal';
import { readLimit, TimedWorkspace } from './timed';

/** What a run asks for besides the paths. */
export interface LoadOptions {
  /** The path of a private list of names. */
  readonly privateWords?: string | undefined;
  readonly assumed?: Assumed | undefined;
  /** A text that takes the place of a file, which need not be there. */
  readonly instead?: { readonly path: string; readonly text: string } | undefined;
  /** What an earlier run has read, so that only what has changed is read again. */
  readonly timed?: TimedWorkspace | undefined;
}

/** What the paths of a command line name. */
export interface Loaded {
  readonly workspace: Workspace;
  readonly assumed: Assumed | undefined;
  readonly snapshot: Snapshot;
  /** The reviews that have a document at one of the paths, in the order of their covers. */
  readonly sets: readonly ReviewSet[];
  /** The folders that were read, and the files that stand alone. */
  readonly roots: readonly string[];
  readonly alone: readonly string[];
  /** Files that are there and cannot be read. */
  readonly unreadable: readonly string[];
  /** The catalogues that a path names itself. */
  readonly catalogues: readonly string[];
  /** Whether a path names a file, or a folder above it. */
  readonly isNamed: (uri: string) => boolean;
  /** What was read of the disk. */
  readonly files: ReadonlyMap<string, ReadFile>;
  /** Files and folders that could not be read, each with the reason, as they are shown. */
  readonly unread: readonly Unread[];
  /** The same as paths of this machine, for whoever watches them. */
  readonly looked: readonly string[];
  /** A file as the user would write it: relative to the working folder, with forward slashes. */
  readonly show: (uri: string) => string;
}

interface Named {
  readonly uri: string;
  readonly isFile: boolean;
  /** The folder that is read, `undefined` for a file that stands alone. */
  readonly root: string | undefined;
}

/** Reads the reviews at `paths`, or throws CannotRun with what to do about it. */
export async function load(
  paths: readonly string[],
  terminal: Terminal,
  shipped: readonly Shipped[],
  { privateWords, assumed, instead, timed = new TimedWorkspace(shipped) }: LoadOptions = {},
): Promise<Loaded> {
  const limit = readLimit(terminal.readSeconds);
  const { workspace } = timed;
  const named: Named[] = [];
  for (const given of paths) named.push(await find(given, terminal.cwd));
  if (instead) named.push(await nameFile(path.resolve(terminal.cwd, instead.path), terminal.cwd));
  const show = (uri: string): string => {
    const file = pathOf(uri);
    return file === undefined ? uri : plain(path.relative(terminal.cwd, file).replaceAll(path.sep, '/'));
  };
  const unread: Unread[] = [];
  const refuse = (uri: string, why: string): void => void unread.push({ file: show(uri) || '.', why });
  const host = createNodeHost(
    (line) => terminal.stderr.write(`${line}\n`),
    (folder) => {
      refuse(fileUri(folder), 'cannot be looked into: you are not allowed to');
    },
  );
  if (privateWords !== undefined) {
    const list = await readPrivateFile(path.resolve(terminal.cwd, privateWords));
    if (list === undefined) {
      throw new CannotRun(
        `The private list "${plain(privateWords)}" cannot be read, so no name would be looked for. Check the path.`,
      );
    }
    workspace.watchFor(readPrivateWords(list));
  }
  workspace.assume(assumed);

  const files = new Map<string, ReadFile>();
  const unreadable: string[] = [];
  const before = new Set([
    ...workspace.snapshot().documents.keys(),
    ...workspace.snapshot().catalogues.keys(),
  ]);
  const read = async (uri: string): Promise<void> => {
    const found = await readTextFile(pathOf(uri) ?? '');
    if ('why' in found) {
      refuse(uri, found.why);
      unreadable.push(uri);
      return;
    }
    files.set(uri, found);
    before.delete(uri);
    timed.setFile(uri, found.text);
  };
  const roots = [...new Set(named.flatMap(({ root }) => root ?? []))];
  // A file that is named counts even where an ignore rule hides it from a walk.
  const alone = named.filter(({ isFile }) => isFile).map(({ uri }) => uri);
  const wantedFiles = new Set([...(await host.listFiles(roots)), ...alone]);
  const insteadUri = instead && fileUri(path.resolve(terminal.cwd, instead.path));
  if (instead && insteadUri !== undefined) {
    wantedFiles.delete(insteadUri);
    before.delete(insteadUri);
    timed.setFile(insteadUri, instead.text);
  }
  for (const uri of wantedFiles) await read(uri);
  for (const uri of before) workspace.removeFile(uri);

  // Before anything is asked of the covers.
  timed.readAll(limit);
  const readable = [...roots, fileUri(terminal.cwd)];
  const wanted = workspace
    .snapshot()
    .missingFiles()
    .filter((uri) => isCataloguePath(uri) && readable.some((root) => isWithin(uri, root)))
    .filter((uri) => !unreadable.includes(uri));
  // A catalogue that is not there is said where the cover names it.
  for (const uri of wanted) if (await stat(pathOf(uri) ?? '').catch(() => undefined)) await read(uri);

  for (const uri of timed.readAll(limit)) refuse(uri, `could not be read within ${limit} seconds`);
  const snapshot = workspace.snapshot();
  const isNamed = (uri: string): boolean => named.some((one) => isWithin(uri, one.uri));
  const sets = snapshot.reviewSets().filter((set) => set.documents.some(({ uri }) => isNamed(uri)));
  const catalogues = alone.filter((uri) => snapshot.catalogues.has(uri));
  terminal.unread?.push(...unread);
  if (terminal.unread && sets.length === 0 && catalogues.length === 0 && unread.length > 0)
    throw new CannotRun('There is no other document, so there is nothing to look at.');
  return {
    workspace,
    assumed,
    snapshot,
    sets,
    catalogues,
    isNamed,
    files,
    unread,
    roots,
    alone: named.flatMap(({ uri, isFile, root }) => (isFile && root === undefined ? [uri] : [])),
    unreadable,
    looked: [...roots, ...alone].flatMap((uri) => pathOf(uri) ?? []),
    show,
  };
}

/** The message for paths without a review. */
export function noReview(paths: readonly string[]): CannotRun {
  const where = paths.map((given) => `"${plain(given)}"`).join(', ');
  return new CannotRun(
    `No review found at ${where}: no file there ends in .review.md. Give the folder of a review, or one of its documents.`,
  );
}

/** What could not be read, in lines for people. */
export function printUnread(unread: readonly Unread[]): string {
  return unread
    .map(
      ({ file, why }) =>
        `critical-friend: "${file}" ${why}. It is left out: mend or move it, and run this again.\n`,
    )
    .join('');
}

async function find(given: string, cwd: string): Promise<Named> {
  const full = path.resolve(cwd, given);
  const found = await stat(full).catch(() => undefined);
  if (!found) {
    throw new CannotRun(
      `There is no file or folder "${plain(given)}". Check the spelling; paths are relative to the working folder.`,
    );
  }
  if (found.isDirectory())
    return { uri: fileUri(full), isFile: false, root: fileUri((await coverAbove(full, cwd)) ?? full) };
  if (!isReviewPath(full) && !isCataloguePath(full)) {
    throw new CannotRun(
      `"${plain(given)}" is no review document: their names end in .review.md, those of catalogues in .standards.md.`,
    );
  }
  return nameFile(full, cwd);
}

async function nameFile(full: string, cwd: string): Promise<Named> {
  const cover = isReviewPath(full) ? await coverAbove(path.dirname(full), cwd) : undefined;
  const root = cover === undefined ? undefined : fileUri(cover);
  return { uri: fileUri(full), isFile: true, root };
}

/** The nearest folder with a cover, from `folder` up to the working folder. */
async function coverAbove(folder: string, cwd: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    const names = await readdir(at).catch(() => []);
    if (names.some((name) => name.toLowerCase() === 'cover.review.md')) return at;
    if (at === cwd || !isWithin(fileUri(at), fileUri(cwd))) return undefined;
  }
}
