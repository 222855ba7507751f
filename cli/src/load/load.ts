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
  outsideLinkMessage,
  readPrivateWords,
  type Assumed,
  type OutsideLink,
  type Review,
  type Snapshot,
  type Workspace,
} from '../../../core/src';
import { createNodeHost } from '../../../server/src/hosts/nodeHost';
import { readPrivateFile } from '../../../server/src/hosts/privateFile';
import { fileUri, isWithin, parentOf, pathOf } from '../../../server/src/lsp/uris';
import type { ReadFile } from '../files/readFiles';
import { Reading } from './reading';
import { CannotRun, plain, type Shipped, type Terminal, type Unread } from '../terminal';
import { readLimit, TimedWorkspace } from './timed';

/** What a run asks for besides the paths. */
export interface LoadOptions {
  /** The path of a private list of names. */
  readonly privateWords?: string | undefined;
  readonly assumed?: Assumed | undefined;
  /** A text that takes the place of a file, which need not be there. */
  readonly instead?: { readonly path: string; readonly text: string } | undefined;
  /** Whether files outside the folders that a cover names are left out too. */
  readonly inside?: boolean;
  /** Whether the caller itself shows which links are not followed. */
  readonly showsLinks?: boolean;
  /** What an earlier run has read, so that only what has changed is read again. */
  readonly timed?: TimedWorkspace | undefined;
}

/** What the paths of a command line name. */
export interface Loaded {
  readonly workspace: Workspace;
  readonly assumed: Assumed | undefined;
  readonly snapshot: Snapshot;
  /** The reviews that have a document at one of the paths, in the order of their covers. */
  readonly sets: readonly Review[];
  /** The folders that were read, and the files without a review. */
  readonly roots: readonly string[];
  readonly alone: readonly string[];
  /** Files that are there and cannot be read. */
  readonly unreadable: readonly string[];
  /** The catalogues that a path names itself. */
  readonly catalogues: readonly string[];
  /** Links at the paths that are not followed and that belong to no review with a cover. */
  readonly links: readonly OutsideLink[];
  /** Whether a path names a file, or a folder above it. */
  readonly isNamed: (uri: string) => boolean;
  /** Files of ignore rules that were read. */
  readonly rules: readonly string[];
  /** What was read of the disk. */
  readonly files: ReadonlyMap<string, ReadFile>;
  /** Files and folders that could not be read, each with the reason, as they are shown. */
  readonly unread: readonly Unread[];
  /** What to watch: folders and files as paths of this machine. */
  readonly looked: readonly string[];
  /** A file as the user would write it: relative to the working folder, with forward slashes. */
  readonly show: (uri: string) => string;
}

interface Named {
  uri: string;
  readonly isFile: boolean;
  /** The folder that is read, `undefined` for a file without a review. */
  readonly root: string | undefined;
}

/** A text that takes the place of a file. */
interface NamedText {
  readonly uri: string;
  readonly text: string;
}

/** Reads the reviews at `paths`, or throws CannotRun with what to do about it. */
export async function load(
  paths: readonly string[],
  terminal: Terminal,
  shipped: readonly Shipped[],
  options: LoadOptions = {},
): Promise<Loaded> {
  const { assumed, instead, timed = new TimedWorkspace(shipped) } = options;
  const limit = readLimit(terminal.readSeconds);
  const { workspace } = timed;
  const named: Named[] = [];
  for (const given of paths) named.push(await find(given, terminal.cwd));
  const insteadFile = instead && path.resolve(terminal.cwd, instead.path);
  const insteadUri = insteadFile && fileUri(insteadFile);
  if (insteadFile !== undefined) named.push(await nameFile(insteadFile, terminal.cwd));
  const show = shower(terminal.cwd);
  const unread: Unread[] = [];
  const refuse = (uri: string, why: string): void => void unread.push({ file: show(uri) || '.', why });
  await watchFor(options.privateWords, workspace, terminal.cwd);
  workspace.assume(assumed);

  const folders = [...new Set(named.flatMap((one) => basesOf(one)))];
  const reading = new Reading(timed, { folders, inside: options.inside === true, refuse });
  const roots = [...new Set(named.flatMap(({ root }) => root ?? []))];
  const listed = await list(roots, terminal, reading, refuse);
  const text = instead && insteadUri !== undefined ? { uri: insteadUri, text: instead.text } : undefined;
  const alone = await readFiles(named, listed, { timed, reading, instead: text });
  // Before anything is asked of the covers.
  timed.readAll(limit);
  await readCatalogues(workspace, reading);
  reading.tell();

  for (const uri of timed.readAll(limit)) refuse(uri, `could not be read within ${limit} seconds`);
  const snapshot = workspace.snapshot();
  const isNamed = (uri: string): boolean => named.some((one) => isWithin(uri, one.uri));
  const sets = snapshot.reviews().filter((set) => set.documents.some(({ uri }) => isNamed(uri)));
  const catalogues = alone.filter((uri) => snapshot.catalogues.has(uri));
  const links = snapshot.looseLinks().filter(({ uri }) => isNamed(uri));
  if (options.showsLinks !== true) printLinks(links, show, terminal);
  terminal.unread?.push(...unread);
  if (terminal.unread && sets.length === 0 && catalogues.length === 0 && unread.length > 0)
    throw new CannotRun('There is no other document, so there is nothing to look at.');
  return {
    workspace,
    assumed,
    snapshot,
    sets,
    catalogues,
    links,
    isNamed,
    files: reading.files,
    unread,
    roots,
    alone: named.flatMap(({ uri, isFile, root }) => (isFile && root === undefined ? [uri] : [])),
    unreadable: reading.unreadable,
    rules: [...new Set(reading.rules)],
    looked: [...roots, ...alone, ...reading.outside].flatMap((uri) => pathOf(uri) ?? []),
    show,
  };
}

/**
 * Reads the files that were listed and those that are named, and forgets what an earlier run has read beside them. Gives
 * the files that are named, and sets the names of those that a listing has by another.
 */
async function readFiles(
  named: readonly Named[],
  listed: readonly string[],
  { timed, reading, instead }: { timed: TimedWorkspace; reading: Reading; instead: NamedText | undefined },
): Promise<string[]> {
  const { workspace } = timed;
  const { documents, catalogues } = workspace.snapshot();
  const before = new Set([...documents.keys(), ...catalogues.keys()]);
  // A file that is named counts even where an ignore rule hides it from a walk.
  const alone: string[] = [];
  for (const one of named.filter(({ isFile }) => isFile)) {
    // A text that takes the place of a file keeps the name that it was given.
    if (one.uri !== instead?.uri) one.uri = await reading.listedAs(one.uri, listed);
    alone.push(one.uri);
  }
  const wanted = new Set([...listed, ...alone]);
  if (instead) {
    wanted.delete(instead.uri);
    wanted.delete(await reading.listedAs(instead.uri, listed));
    timed.setFile(instead.uri, instead.text);
  }
  for (const uri of wanted) await reading.read(uri);
  for (const uri of before) if (!reading.files.has(uri) && uri !== instead?.uri) workspace.removeFile(uri);
  return alone;
}

/** The folders that a path of the command line opens. */
function basesOf({ uri, isFile, root }: Named): string[] {
  return [...(root === undefined ? [] : [root]), isFile ? (root ?? parentOf(uri) ?? uri) : uri];
}

function shower(cwd: string): (uri: string) => string {
  return (uri) => {
    const file = pathOf(uri);
    return file === undefined ? uri : plain(path.relative(cwd, file).replaceAll(path.sep, '/'));
  };
}

/** Has the workspace watch for the words of a private list. */
async function watchFor(list: string | undefined, workspace: Workspace, cwd: string): Promise<void> {
  if (list === undefined) return;
  const words = await readPrivateFile(path.resolve(cwd, list));
  if (words === undefined) {
    throw new CannotRun(
      `The private list "${plain(list)}" cannot be read, so no name would be looked for. Check the path.`,
    );
  }
  workspace.watchFor(readPrivateWords(words));
}

async function list(
  roots: readonly string[],
  { stderr }: Terminal,
  reading: Reading,
  refuse: (uri: string, why: string) => void,
): Promise<readonly string[]> {
  const host = createNodeHost(
    (line) => stderr.write(`${line}\n`),
    (folder) => {
      refuse(fileUri(folder), 'cannot be looked into: you are not allowed to');
    },
  );
  return host.listFiles(roots, {
    link: (link) => {
      reading.link(link);
    },
    rules: (uri) => reading.rules.push(uri),
  });
}

/** Reads the catalogues that covers name and that no listing has: hidden by an ignore rule, or outside the folders. */
async function readCatalogues(workspace: Workspace, reading: Reading): Promise<void> {
  const snapshot = workspace.snapshot();
  const inside = snapshot.missingFiles().filter((uri) => isCataloguePath(uri) && reading.isInside(uri));
  const outside = snapshot.namedFiles().filter((uri) => !reading.isInside(uri));
  for (const uri of [...inside, ...outside])
    if (!reading.unreadable.includes(uri)) await reading.readNamed(uri);
}

/** Prints that a link is not followed where no cover could show it. */
function printLinks(
  links: readonly OutsideLink[],
  show: (uri: string) => string,
  { stderr }: Terminal,
): void {
  for (const link of links)
    if (!link.isFolder) stderr.write(`critical-friend: ${plain(outsideLinkMessage(link, show(link.uri)))}\n`);
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
