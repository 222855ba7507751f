/*
 * Which review files some folders hold. Names decide before anything is opened. A file counts once, under its own name
 * where that is listed, and else under that of a link; a link that leads out of all the folders is not followed, and
 * somebody is told of it. What cannot be looked into is told as well.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import * as path from 'node:path';
import { isOurs } from './host';
import { isIgnored, rulesAbove, withRulesOf, type Rules } from './ignoreRules';
import { isInside, realFolders } from './safeRead';

/** Who hears what a walk meets. */
export interface WalkNotes {
  /** A folder that cannot be looked into. */
  refused(folder: string, failure: unknown): void;
  /** A link that leads out of the folders. */
  outside(link: string, target: string, isFolder: boolean): void;
  /** A file of ignore rules that was read. */
  rules(file: string): void;
}

/** A link that waits until everything has been listed under its own name. */
interface Waiting {
  readonly link: string;
  readonly real: string;
  readonly rules: readonly Rules[];
}

/** All review documents and catalogues below `roots`, root by root in the order of their names. */
export async function walk(roots: readonly string[], notes: WalkNotes): Promise<string[]> {
  const bases = await realFolders(roots);
  const known = new Set<string>();
  const walks: Walk[] = [];
  for (const root of roots) {
    const real = await realpath(root).catch(() => undefined);
    if (real !== undefined) walks.push(new Walk({ root, real, bases, known, notes }));
  }
  for (const one of walks) await one.start();
  for (const one of walks) await one.followFolders();
  for (const one of walks) one.followFiles();
  return walks.flatMap(({ found }) => found.sort());
}

interface WalkedRoot {
  /** As it was opened; files are listed below it. */
  readonly root: string;
  readonly real: string;
  /** The real paths of all roots. */
  readonly bases: readonly string[];
  /** The real paths of the files that are listed. */
  readonly known: Set<string>;
  readonly notes: WalkNotes;
}

/** The walk through one root, by its real path. */
class Walk {
  readonly found: string[] = [];
  private readonly seen = new Set<string>();
  private readonly folders: Waiting[] = [];
  private readonly files: Waiting[] = [];
  private readonly read = (file: string): void => {
    this.on.notes.rules(this.shown(file));
  };

  constructor(private readonly on: WalkedRoot) {}

  async start(): Promise<void> {
    await this.enter(this.on.real, await rulesAbove(this.on.real, this.read));
  }

  /** Looks into the folders that links lead to. */
  async followFolders(): Promise<void> {
    for (let one = this.folders.shift(); one; one = this.folders.shift())
      await this.enter(one.link, one.rules);
  }

  /** Lists the files that links lead to. */
  followFiles(): void {
    for (const { link, real } of this.files) this.take(link, real);
  }

  /** Lists a file that is not listed under another name. */
  private take(file: string, real: string): void {
    if (this.on.known.has(real)) return;
    this.on.known.add(real);
    this.found.push(this.shown(file));
  }

  /** A path as people know it who have opened the root through a link. */
  private shown(file: string): string {
    const { root, real } = this.on;
    return isInside(file, [real]) ? path.join(root, path.relative(real, file)) : file;
  }

  private async enter(folder: string, above: readonly Rules[]): Promise<void> {
    const { bases, notes } = this.on;
    const real = await realpath(folder).catch(() => undefined);
    // A folder may have become a link since it was listed.
    if (real === undefined || this.seen.has(real) || !isInside(real, bases)) return;
    this.seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch((failure: unknown) => {
      notes.refused(this.shown(folder), failure);
      return [];
    });
    const rules = await withRulesOf(folder, above, { within: bases }, this.read);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(folder, entry.name);
      if (entry.isSymbolicLink()) await this.takeLink(entry, full, rules);
      else if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !isIgnored(full, true, rules)) await this.enter(full, rules);
      } else if (entry.isFile() && isOurs(entry.name) && !isIgnored(full, false, rules)) {
        this.take(full, path.join(real, entry.name));
      }
    }
  }

  /** A link waits, so that what it leads to is listed under its own name rather than under a link's. */
  private async takeLink({ name }: Dirent, link: string, rules: readonly Rules[]): Promise<void> {
    const real = await realpath(link).catch(() => undefined);
    const kind = real === undefined ? undefined : await stat(real).catch(() => undefined);
    const isFolder = kind?.isDirectory() === true;
    if (isFolder ? skippedFolders.has(name) : !isOurs(name)) return;
    if (isIgnored(link, isFolder, rules)) return;
    if (real === undefined || !kind) {
      // A link that leads nowhere is listed as well: its reader reports that it cannot be read.
      if (!isLock(name)) this.take(link, link);
    } else if (!isInside(real, this.on.bases)) this.on.notes.outside(this.shown(link), real, isFolder);
    else if (isFolder) this.folders.push({ link, real, rules });
    else if (kind.isFile()) this.files.push({ link, real, rules });
  }
}

const skippedFolders = new Set(['node_modules', '.git']);

/** By such a link, which leads nowhere, Emacs shows that a file is being edited. */
function isLock(name: string): boolean {
  return name.startsWith('.#');
}
