/*
 * Keeps the workspace equal to what the opened folders hold: reads them at the start, after changes and
 * when a cover names one more catalogue. Jobs run one after the other, so the last thing read is the last thing
 * that happened, and the texts of one review arrive together. At the start the catalogues and the covers of the
 * open documents come first; until the rest is there, `extentOf` says how much may be said of a document.
 */
import type { OutsideLink, RefusedWhy, Workspace } from '../../../core/src';
import { isCataloguePath } from '../../../core/src';
import type { Host, NotFollowed } from '../hosts/host';
import { failureLine } from '../hosts/host';
import type { Extent } from './publishDiagnostics';
import { nearFirst, type Turns } from './nearFirst';
import { isWithin } from '../lsp/uris';

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
  readonly #unreadable = new Set<string>();
  /** The links that lead out of the folders, by their URI: those of the last listing, and those met in reading. */
  readonly #links = new Map<string, OutsideLink>();
  /** The files of ignore rules that the last listing read. */
  #rules: readonly string[] = [];
  /** Files outside the folders that a cover names: read, or the reason why not. */
  readonly #named = new Map<string, RefusedWhy | 'read'>();
  #isTrusted: boolean;
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
  constructor(
    workspace: Workspace,
    host: Host,
    changed: (isStart: boolean) => void,
    /** Whether the person trusts the folders, so that what a cover names outside of them may be read. */
    isTrusted = true,
  ) {
    this.#workspace = workspace;
    this.#host = host;
    this.#changed = changed;
    this.#isTrusted = isTrusted;
  }

  /** The person has begun to trust the folders. */
  trust(): Promise<void> {
    this.#isTrusted = true;
    return this.scan();
  }

  /** The files of ignore rules that were read, in the folders and above them. */
  get rules(): readonly string[] {
    return this.#rules;
  }

  /** Whether a file is a link that is not followed, or below one: a text of that name is no part of any review. */
  isOutside(uri: string): boolean {
    return [...this.#links.keys()].some((link) => isWithin(uri, link));
  }

  /** Whether a file is outside the folders and was read because a cover names it. */
  isNamed(uri: string): boolean {
    return this.#named.get(uri) === 'read';
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
    return [...this.#unreadable];
  }

  /** Lists the folders again and reads every file in them. */
  scan(open: () => readonly string[] = () => []): Promise<void> {
    // A scan that has not begun will see everything that a second one would.
    if (this.#scanWaits) return this.#queue;
    this.#scanWaits = true;
    return this.#job(async () => {
      this.#scanWaits = false;
      const links = new Map<string, OutsideLink>();
      const rules: string[] = [];
      const listed = await this.#host.listFiles(this.#roots, {
        link: (link) => links.set(link.uri, link),
        rules: (uri) => rules.push(uri),
      });
      this.#links.clear();
      for (const [uri, link] of links) this.#links.set(uri, link);
      this.#rules = [...new Set(rules)];
      this.#named.clear();
      this.#tellOutside();
      const kept = new Set(listed);
      for (const uri of [...this.#files, ...this.#unreadable]) if (!kept.has(uri)) this.#remove(uri);
      await this.#readInTurn(nearFirst(listed, open()));
      for (const uri of listed) if (!this.#files.has(uri) && !this.#links.has(uri)) this.#leaveOut(uri);
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
    const known = others.filter((uri) => this.#files.has(uri) || this.#unreadable.has(uri));
    if (deleted.length > 0 || known.length > 0) {
      void this.#job(async () => {
        const all = [...this.#files, ...this.#unreadable];
        const lost = all.filter((uri) => deleted.some((gone) => isWithin(uri, gone)));
        // A file that is written anew is often reported as deleted first.
        await this.#read([...new Set([...lost, ...known])]);
        // Whether what cannot be read is there only a listing knows.
        if (known.some((uri) => !this.#files.has(uri) && !this.#links.has(uri))) void this.scan();
      });
    }
    // A new file may be one that an ignore rule hides, and a link may have gone, which only a listing knows.
    const isNew = known.length < others.length || deleted.some((uri) => this.#isAboveLink(uri));
    return isNew ? this.scan() : this.#queue;
  }

  #isAboveLink(uri: string): boolean {
    return [...this.#links.keys()].some((link) => isWithin(link, uri));
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
        // What is outside the folders may have changed at any time: no editor watches there.
        const outside = [...this.#named].flatMap(([uri, why]) => (why === 'read' ? [uri] : []));
        this.#named.clear();
        await this.#read(outside);
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
    const snapshot = this.#workspace.snapshot();
    const inside = snapshot.missingFiles().filter((uri) => isCataloguePath(uri) && this.#isInside(uri));
    const outside = snapshot.namedFiles().filter((uri) => !this.#isInside(uri));
    return [...inside, ...outside].filter((uri) => !this.#absent.has(uri));
  }

  #isInside(uri: string): boolean {
    return this.#roots.some((root) => isWithin(uri, root));
  }

  async #readAbsent(): Promise<void> {
    const wanted = this.#wanted();
    for (const uri of wanted) this.#absent.add(uri);
    await this.#read(wanted);
    this.#tellOutside();
  }

  /** The text of a file in the folders, or of one outside that a cover names where the person trusts the folders. */
  async #readOne(uri: string): Promise<string | NotFollowed | undefined> {
    if (this.#isInside(uri)) return this.#host.readFile(uri, this.#roots);
    const found = this.#isTrusted
      ? await this.#host.readNamed?.(uri, this.#roots)
      : { refused: 'untrusted' as const };
    if (typeof found === 'string') {
      this.#named.set(uri, 'read');
      return found;
    }
    if (found?.refused !== undefined) this.#named.set(uri, found.refused);
    return undefined;
  }

  /** Has the workspace know what is outside. */
  #tellOutside(): void {
    const named = [...this.#named];
    this.#workspace.setOutside({
      links: [...this.#links.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
      refused: new Map(named.flatMap(([uri, why]) => (why === 'read' ? [] : [[uri, why] as const]))),
      read: new Set(named.flatMap(([uri, why]) => (why === 'read' ? [uri] : []))),
    });
  }

  async #read(uris: readonly string[]): Promise<void> {
    const texts: [string, string | NotFollowed | undefined][] = [];
    for (let i = 0; i < uris.length; i += readAtOnce) {
      const some = uris.slice(i, i + readAtOnce);
      texts.push(
        ...(await Promise.all(
          some.map(async (uri): Promise<[string, string | NotFollowed | undefined]> => [
            uri,
            await this.#readOne(uri),
          ]),
        )),
      );
    }
    for (const [uri, text] of texts) {
      if (typeof text === 'object') this.#links.set(uri, text.link);
      else this.#links.delete(uri);
      if (typeof text !== 'string') this.#remove(uri);
      else {
        this.#files.add(uri);
        this.#unreadable.delete(uri);
        this.#workspace.setFile(uri, text);
      }
    }
  }

  #remove(uri: string): void {
    const wasHeld = [this.#files, this.#unreadable].map((held) => held.delete(uri));
    if (wasHeld.includes(true)) this.#workspace.removeFile(uri);
  }

  /** A file is there and cannot be read: nothing in it counts, and that is said. */
  #leaveOut(uri: string): void {
    this.#unreadable.add(uri);
    this.#workspace.setUnreadable(uri);
  }
}
