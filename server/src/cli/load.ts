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
  Workspace,
  type ReviewSet,
  type Snapshot,
} from '../../../core/src';
import { createNodeHost } from '../nodeHost';
import { readPrivateFile } from '../privateFile';
import { fileUri, isWithin, pathOf } from '../uris';
import { CannotRun, plain, type Terminal } from './terminal';

/** A catalogue with its URI, as shipped. */
export interface Shipped {
  readonly uri: string;
  readonly text: string;
}

/** What the paths of a command line name. */
export interface Loaded {
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
  /** A file as the user would write it: relative to the working folder, with forward slashes. */
  readonly show: (uri: string) => string;
}

interface Named {
  readonly uri: string;
  readonly isFile: boolean;
  /** The folder that is read, `undefined` for a file that stands alone. */
  readonly root: string | undefined;
}

/** Reads the reviews at `paths`, with a private list if one is named, or throws CannotRun with what to do about it. */
export async function load(
  paths: readonly string[],
  terminal: Terminal,
  shipped: readonly Shipped[],
  privateWords?: string,
): Promise<Loaded> {
  const named: Named[] = [];
  for (const given of paths) named.push(await find(given, terminal.cwd));
  const host = createNodeHost((line) => terminal.stderr.write(`${line}\n`));
  const workspace = new Workspace(shipped);
  if (privateWords !== undefined) {
    const list = await readPrivateFile(path.resolve(terminal.cwd, privateWords));
    if (list === undefined) {
      throw new CannotRun(
        `The private list "${plain(privateWords)}" cannot be read, so no name would be looked for. Check the path.`,
      );
    }
    workspace.watchFor(readPrivateWords(list));
  }
  const read = async (uri: string): Promise<boolean> => {
    const text = await host.readFile(uri);
    if (text !== undefined) workspace.setFile(uri, text);
    return text !== undefined;
  };
  const roots = [...new Set(named.flatMap(({ root }) => root ?? []))];
  // A file that is named counts even where an ignore rule hides it from a walk.
  const alone = named.filter(({ isFile }) => isFile).map(({ uri }) => uri);
  const unreadable: string[] = [];
  for (const uri of new Set([...(await host.listFiles(roots)), ...alone]))
    if (!(await read(uri))) unreadable.push(uri);

  const readable = [...roots, fileUri(terminal.cwd)];
  const wanted = workspace
    .snapshot()
    .missingFiles()
    .filter((uri) => isCataloguePath(uri) && readable.some((root) => isWithin(uri, root)));
  for (const uri of wanted) await read(uri);

  const snapshot = workspace.snapshot();
  const isNamed = (uri: string): boolean => named.some((one) => isWithin(uri, one.uri));
  return {
    snapshot,
    roots,
    alone: named.flatMap(({ uri, isFile, root }) => (isFile && root === undefined ? [uri] : [])),
    unreadable,
    sets: snapshot.reviewSets().filter((set) => set.documents.some((document) => isNamed(document.uri))),
    catalogues: alone.filter((uri) => snapshot.catalogues.has(uri)),
    show: (uri) => {
      const file = pathOf(uri);
      return file === undefined ? uri : plain(path.relative(terminal.cwd, file).replaceAll(path.sep, '/'));
    },
  };
}

/** The message for paths without a review. */
export function noReview(paths: readonly string[]): CannotRun {
  const where = paths.map((given) => `"${plain(given)}"`).join(', ');
  return new CannotRun(
    `No review found at ${where}: no file there ends in .review.md. Give the folder of a review, or one of its documents.`,
  );
}

async function find(given: string, cwd: string): Promise<Named> {
  const full = path.resolve(cwd, given);
  const found = await stat(full).catch(() => undefined);
  if (!found) {
    throw new CannotRun(
      `There is no file or folder "${plain(given)}". Check the spelling; paths are relative to the working folder.`,
    );
  }
  const uri = fileUri(full);
  if (found.isDirectory())
    return { uri, isFile: false, root: fileUri((await coverAbove(full, cwd)) ?? full) };
  if (!isReviewPath(full) && !isCataloguePath(full)) {
    throw new CannotRun(
      `"${plain(given)}" is no review document: their names end in .review.md, those of catalogues in .standards.md.`,
    );
  }
  const cover = isReviewPath(full) ? await coverAbove(path.dirname(full), cwd) : undefined;
  return { uri, isFile: true, root: cover === undefined ? undefined : fileUri(cover) };
}

/** The nearest folder with a cover, from `folder` up to the working folder. */
async function coverAbove(folder: string, cwd: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    const names = await readdir(at).catch(() => []);
    if (names.some((name) => name.toLowerCase() === 'cover.review.md')) return at;
    if (at === cwd || !isWithin(fileUri(at), fileUri(cwd))) return undefined;
  }
}
