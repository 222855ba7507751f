/*
 * Keeps the workspace equal to what the opened folders hold: reads them at the start, after changes and
 * when a cover names one more catalogue. Jobs run one after the other, so the last thing read is the last thing
 * that happened, and the texts of one review arrive together. At the start the catalogues and the covers of the
 * open documents come first; until the rest is there, `extentOf` says how much may be said of a document.
 */
import type { Workspace } from '../../core/src';
import { isCataloguePath } from '../../core/src';
import type { Host } from './host';
import { failureLine } from './host';
import type { Extent } from './publish';
import { isWithin, parentOf } from './uris';

/** One event of a watcher. */
export interface FileChange {
  readonly uri: string;
  readonly deleted: boolean;
}

const readAtOnce = 32;

/** Reads folders into a workspace. */
export class Folders {
  readonly #workspace: Workspace;
  readonly #host: Host;
  readonly #changed: (isStart: boolean) => void;
  /** The files that the workspace holds. */
  readonly #files = new Set<string>();
  /** The files that the last listing named and that could not be read. */
  #unreadable: readonly string[] = [];
  /** Catalogues that a cover names and that could not be read; asked for again when files change. */
  readonly #absent = new Set<string>();
  #roots: readonly string[] = [];
  /** How much may be said of a document while the folders are read for the first time. */
  #extentOf: (uri: string) => Extent = () => 'nothing';
  #isStart = true;
  #queue: Promise<void> = Promise.resolve();
  /** Jobs that have not ended. */
  #jobs = 0;
  #scanWaits = false;

  /** `changed` is called after every job, and more often in the first, which is the start. */
  constructor(workspace: Workspace, host: Host, changed: (isStart: boolean) => void) {
    this.#workspace = workspace;
    this.#host = host;
    this.#changed = changed;
  }

  /** Looks at these folders from now on; the reviews of the documents that are `open` then are read first. */
  setRoots(roots: readonly string[], open: () => readonly string[] = () => []): Promise<void> {
    this.#roots = [...new Set(roots)];
    return this.scan(open);
  }

  /** How much may be said of a document now. */
  extentOf(uri: string): Extent {
    return this.#extentOf(uri);
  }

  /** Resolves when everything is read that has been asked for. */
  read(): Promise<void> {
    return this.#queue;
  }

  /** The folders that are looked at. */
  get roots(): readonly string[] {
    return this.#roots;
  }

  /** The files that are there by their folder's word and could not be read. */
  get unreadable(): readonly string[] {
    return this.#unreadable;
  }

  /** Lists the folders again and reads every file in them. */
  scan(open: () => readonly string[] = () => []): Promise<void> {
    // A scan that has not begun will see everything that a second one would.
    if (this.#scanWaits) return this.#queue;
    this.#scanWaits = true;
    return this.#job(async () => {
      this.#scanWaits = false;
      const listed = await this.#host.listFiles(this.#roots);
      const kept = new Set(listed);
      for (const uri of this.#files) if (!kept.has(uri)) this.#remove(uri);
      await this.#readInTurn(nearFirst(listed, open()));
      this.#unreadable = listed.filter((uri) => !this.#files.has(uri));
    });
  }

  /** What the open documents need most comes first, and each time it is told what may be said now. */
  async #readInTurn({ first, near, far, isNear }: Turns): Promise<void> {
    if (near.length > 0) {
      if (this.#isStart) {
        await this.#read(first);
        await this.#tell((uri) => (isNear(uri) ? 'own' : 'nothing'));
      }
      await this.#read(near);
      if (far.length > 0) await this.#tell((uri) => (isNear(uri) ? 'all' : 'nothing'));
    }
    await this.#read(far);
  }

  async #tell(extentOf: (uri: string) => Extent): Promise<void> {
    await this.#readAbsent();
    if (this.#isStart) this.#extentOf = extentOf;
    this.#changed(this.#isStart);
  }

  /** Takes over what a watcher saw; a deleted folder takes its files along. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    const deleted = changes.filter((change) => change.deleted).map((change) => change.uri);
    const others = changes.filter((change) => !change.deleted).map((change) => change.uri);
    const known = others.filter((uri) => this.#files.has(uri));
    if (deleted.length > 0 || known.length > 0) {
      void this.#job(async () => {
        const lost = [...this.#files].filter((uri) => deleted.some((gone) => isWithin(uri, gone)));
        // A file that is written anew is often reported as deleted first.
        await this.#read([...new Set([...lost, ...known])]);
      });
    }
    // A new file may be one that an ignore rule hides, which only a listing knows.
    return known.length < others.length ? this.scan() : this.#queue;
  }

  /** The editor has let go of a document: its file counts again, as it is now. */
  closed(uri: string): Promise<void> {
    return this.#files.has(uri) ? this.#job(() => this.#read([uri])) : this.#queue;
  }

  /** Reads catalogues that a cover has begun to name. */
  readNamed(): void {
    if (this.#wanted().length > 0) void this.#job();
  }

  /** Whether something is being read, or about to be. */
  get isBusy(): boolean {
    return this.#jobs > 0;
  }

  #job(work: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    this.#jobs++;
    this.#queue = this.#queue.then(async () => {
      try {
        await work();
        this.#absent.clear();
        await this.#readAbsent();
      } catch (failure) {
        this.#host.log(failureLine('Reading the folders', failure));
      }
      this.#jobs--;
      this.#extentOf = () => 'all';
      this.#changed(this.#isStart);
      this.#isStart = false;
    });
    return this.#queue;
  }

  #wanted(): string[] {
    const inside = (uri: string): boolean => this.#roots.some((root) => isWithin(uri, root));
    return this.#workspace
      .snapshot()
      .missingFiles()
      .filter((uri) => isCataloguePath(uri) && inside(uri) && !this.#absent.has(uri));
  }

  async #readAbsent(): Promise<void> {
    const wanted = this.#wanted();
    for (const uri of wanted) this.#absent.add(uri);
    await this.#read(wanted);
  }

  async #read(uris: readonly string[]): Promise<void> {
    const texts: [string, string | undefined][] = [];
    for (let i = 0; i < uris.length; i += readAtOnce) {
      const some = uris.slice(i, i + readAtOnce);
      texts.push(
        ...(await Promise.all(
          some.map(async (uri): Promise<[string, string | undefined]> => [
            uri,
            await this.#host.readFile(uri),
          ]),
        )),
      );
    }
    for (const [uri, text] of texts) {
      if (text === undefined) this.#remove(uri);
      else {
        this.#files.add(uri);
        this.#workspace.setFile(uri, text);
      }
    }
  }

  #remove(uri: string): void {
    if (this.#files.delete(uri)) this.#workspace.removeFile(uri);
  }
}

/** A listing in the order in which it is read. */
export interface Turns {
  /** Catalogues, and the covers of the reviews that open documents belong to. */
  readonly first: string[];
  /** What these reviews consist of, and all catalogues. */
  readonly near: string[];
  readonly far: string[];
  /** Whether a document, which need not be listed, belongs to the first two. */
  readonly isNear: (uri: string) => boolean;
}

/** Splits a listing into what the reviews of the open documents need, and the rest. */
export function nearFirst(listed: readonly string[], open: readonly string[]): Turns {
  const isCover = (uri: string): boolean => uri.endsWith('/cover.review.md');
  const covers = new Set(listed.filter(isCover).map((uri) => parentOf(uri)));
  // A review is known by its cover's folder, a document without one by itself.
  const reviewOf = (uri: string): string => {
    for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
      if (covers.has(folder)) return folder;
    }
    return uri;
  };
  const wanted = new Set(open.map(reviewOf));
  const isNear = (uri: string): boolean => isCataloguePath(uri) || wanted.has(reviewOf(uri));
  if (open.length === 0) return { first: [], near: [], far: [...listed], isNear };
  const near = listed.filter(isNear);
  const first = near.filter((uri) => isCataloguePath(uri) || isCover(uri));
  return { first, near, far: listed.filter((uri) => !isNear(uri)), isNear };
}
