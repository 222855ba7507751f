/*
 * A host on a file system. It walks the folders itself: names decide before anything is opened, a
 * `.gitignore` counts for what lies below it (those above the folder too, up to the repository's root),
 * and links to folders are followed once each. Whatever cannot be read is left out.
 */
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isCataloguePath, isReviewPath } from '../../core/src';
import { failureLine, type Host } from './host';
import { watchPrivateFile } from './privateFile';
import { fileUri, pathOf } from './uris';

/** The rules of one `.gitignore`, for what lies below its folder. */
interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Reads the machine's files; a folder that cannot be looked into is logged, unless somebody wants to be told of it. */
export function createNodeHost(log: (line: string) => void, refused?: (folder: string) => void): Host {
  const tell = (folder: string, failure: unknown): void => {
    if (refused) refused(folder);
    else log(failureLine('Reading a folder', failure));
  };
  return {
    async listFiles(folders) {
      const found = new Set<string>();
      for (const folder of folders) {
        const root = pathOf(folder);
        if (root === undefined) continue;
        for (const file of await walk(root, tell)) found.add(fileUri(file));
      }
      return [...found];
    },
    async readFile(uri) {
      const file = pathOf(uri);
      return file === undefined ? undefined : readText(file);
    },
    watchText: watchPrivateFile,
    log,
  };
}

/** Whether it is a pipe or a device: whoever reads one may wait for ever. */
export async function isEndless(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** The file's text as UTF-8, wrong bytes replaced, without a byte order mark; `undefined` when unreadable. */
async function readText(file: string): Promise<string | undefined> {
  try {
    return (await isEndless(file)) ? undefined : new TextDecoder().decode(await readFile(file));
  } catch {
    return undefined;
  }
}

/** All review documents and catalogues below `root`, in the order of their names. */
async function walk(root: string, refused: (folder: string, failure: unknown) => void): Promise<string[]> {
  const files: string[] = [];
  const seen = new Set<string>();
  const links: { folder: string; rules: readonly Rules[] }[] = [];

  async function enter(folder: string, above: readonly Rules[]): Promise<void> {
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch((failure: unknown) => {
      refused(folder, failure);
      return [];
    });
    const rules = await withRulesOf(folder, above);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(folder, entry.name);
      const kind = entry.isSymbolicLink() ? await linkKind(full) : entry;
      if (kind?.isDirectory() === true) {
        if (skippedFolders.has(entry.name) || isIgnored(full, true, rules)) continue;
        // A link waits, so that a folder is listed under its own name rather than under a link's.
        if (entry.isSymbolicLink()) links.push({ folder: full, rules });
        else await enter(full, rules);
      } else if (kind?.isDirectory() !== true && isWanted(entry.name) && !isIgnored(full, false, rules)) {
        // A link that leads nowhere is listed as well: whoever reads it says that it cannot be read.
        if (kind?.isFile() === true || (!kind && !isLock(entry.name))) files.push(full);
      }
    }
  }

  await enter(root, await rulesAbove(root));
  for (let link = links.shift(); link; link = links.shift()) {
    // A link to a folder that holds the root would open the world outside it.
    const target = await realpath(link.folder).catch(() => undefined);
    const realRoot = await realpath(root).catch(() => root);
    if (target !== undefined && !isBelow(realRoot, target)) await enter(link.folder, link.rules);
  }
  return files.sort();
}

const skippedFolders = new Set(['node_modules', '.git']);

function isWanted(name: string): boolean {
  return isReviewPath(name) || isCataloguePath(name);
}

/** By such a link, which leads nowhere, Emacs says that somebody is editing a file. */
function isLock(name: string): boolean {
  return name.startsWith('.#');
}

async function linkKind(link: string): Promise<{ isFile(): boolean; isDirectory(): boolean } | undefined> {
  return stat(link).catch(() => undefined);
}

function isBelow(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

async function withRulesOf(folder: string, above: readonly Rules[]): Promise<readonly Rules[]> {
  const text = await readText(path.join(folder, '.gitignore'));
  return text === undefined ? above : [...above, { folder, rules: ignore().add(text) }];
}

/** The deepest `.gitignore` that says anything about the file decides, as in git. */
function isIgnored(file: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, rules: own } of [...rules].reverse()) {
    const way = path.relative(folder, file).replaceAll(path.sep, '/');
    const answer = own.test(isFolder ? `${way}/` : way);
    if (answer.ignored) return true;
    if (answer.unignored) return false;
  }
  return false;
}

/** The rules of the repository above `root`; none when they hide `root` itself, which somebody chose to open. */
async function rulesAbove(root: string): Promise<readonly Rules[]> {
  const above: string[] = [];
  for (let folder = root; !existsSync(path.join(folder, '.git'));) {
    const parent = path.dirname(folder);
    if (parent === folder) return [];
    above.unshift(parent);
    folder = parent;
  }
  let rules: readonly Rules[] = [];
  for (const folder of above) rules = await withRulesOf(folder, rules);
  const hidden = [...above.slice(1), root].some((folder) =>
    isIgnored(
      folder,
      true,
      rules.filter((r) => r.folder !== folder && isBelow(folder, r.folder)),
    ),
  );
  return hidden ? [] : rules;
}
