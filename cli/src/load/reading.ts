/*
 * Reads the files of one run into a workspace and keeps what came of it: what was read, what could not be, and what lies
 * outside the folders that the command line names. Where a file really is is looked at when it is read.
 */
import { realpath } from 'node:fs/promises';
import { largestNamed, type OutsideLink, type RefusedWhy } from '../../../core/src';
import { namedFile, whyRefused } from '../../../server/src/hosts/nodeHost';
import { realFolders } from '../../../server/src/hosts/safeRead';
import { isWithin, pathOf } from '../../../server/src/lsp/uris';
import { readTextFile, type ReadFile } from '../files/readFiles';
import type { TimedWorkspace } from './timed';

/** What may be read, and who hears what may not. */
export interface ReadingOptions {
  /** The folders that the paths of the command line name, as URIs. */
  readonly folders: readonly string[];
  /** Whether files outside them that a cover names are left out too. */
  readonly inside: boolean;
  /** Hears of a file that could not be read. */
  refuse(uri: string, why: string): void;
}

/** The files of one run. */
export class Reading {
  /** What was read of the disk. */
  readonly files = new Map<string, ReadFile>();
  readonly unreadable: string[] = [];
  /** Files of ignore rules that were read. */
  readonly rules: string[] = [];
  private readonly links = new Map<string, OutsideLink>();
  private readonly named = new Map<string, RefusedWhy | 'read'>();
  private within: readonly string[] | undefined;

  constructor(
    private readonly timed: TimedWorkspace,
    private readonly options: ReadingOptions,
  ) {}

  /** Keeps a link that is not followed. */
  link(link: OutsideLink): void {
    this.links.set(link.uri, link);
  }

  /** Whether a file is in one of the folders by its name. */
  isInside(uri: string): boolean {
    return this.options.folders.some((folder) => isWithin(uri, folder));
  }

  /** The files outside the folders that were read, because a cover names them. */
  get outside(): readonly string[] {
    return [...this.named].flatMap(([uri, why]) => (why === 'read' ? [uri] : []));
  }

  /** Reads a file in the folders. */
  async read(uri: string): Promise<void> {
    this.within ??= await realFolders(this.options.folders.flatMap((folder) => pathOf(folder) ?? []));
    const found = await readTextFile(pathOf(uri) ?? '', { within: this.within });
    if ('text' in found) {
      this.take(uri, found);
      return;
    }
    const { refused, why } = found;
    if (refused?.why === 'outside') this.link({ uri, target: refused.target ?? '', isFolder: false });
    else this.fail(uri, why);
  }

  /** Reads a catalogue that a cover names, in the folders or outside of them; one that is not there is reported by the check. */
  async readNamed(uri: string): Promise<void> {
    if (this.isInside(uri)) {
      if (await isThere(pathOf(uri))) await this.read(uri);
      return;
    }
    const file = await namedFile(uri, this.options.folders);
    if (file === undefined || !(await isThere(file))) return;
    if (this.options.inside) {
      this.named.set(uri, 'inside');
      return;
    }
    const found = await readTextFile(file, { noLinks: true, limit: largestNamed });
    if ('text' in found) {
      this.named.set(uri, 'read');
      this.take(uri, found);
      return;
    }
    const why = whyRefused(found.refused);
    if (why === undefined) this.fail(uri, found.why);
    else this.named.set(uri, why);
  }

  /** Has the workspace know what is outside. */
  tell(): void {
    const named = [...this.named];
    this.timed.workspace.setOutside({
      links: [...this.links.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
      refused: new Map(named.flatMap(([uri, why]) => (why === 'read' ? [] : [[uri, why] as const]))),
      read: new Set(this.outside),
    });
  }

  /** The name that a listing gives a file that was named through a link in the folders: it counts once. */
  async listedAs(uri: string, listed: readonly string[]): Promise<string> {
    const real = await realOf(uri);
    if (real === undefined || listed.includes(uri)) return uri;
    for (const other of listed) if ((await realOf(other)) === real) return other;
    return uri;
  }

  private take(uri: string, file: ReadFile): void {
    this.files.set(uri, file);
    this.timed.setFile(uri, file.text);
  }

  private fail(uri: string, why: string): void {
    this.options.refuse(uri, why);
    this.unreadable.push(uri);
  }
}

async function realOf(uri: string): Promise<string | undefined> {
  return realpath(pathOf(uri) ?? '').catch(() => undefined);
}

async function isThere(file: string | undefined): Promise<boolean> {
  return file !== undefined && (await realpath(file).catch(() => undefined)) !== undefined;
}
