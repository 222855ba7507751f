/*
 * The texts of a workspace over time, and what they are at one instant. A Workspace takes changes and
 * computes nothing; a Snapshot is an immutable view whose readings are made when first asked for and
 * belong to one text each. Text that is open in an editor wins over the file until it is closed.
 */
import type { Assumed } from '../settings/overrides';
import type { CatalogueFile } from '../catalogue/index';
import {
  createCatalogueFile,
  createText,
  type Begins,
  type Document,
  type Shared,
} from '../document/document';
import { RecentModels } from '../document/recentModels';
import { nothingOutside, type Outside, type OutsideLink } from './outside';
import type { PrivateWords } from '../personal/words';
import {
  coverAbove,
  coversOf,
  createReview,
  groupDocuments,
  type Grouping,
  type Review,
  type Shelf,
} from './review';
import { createUnread, isUnread } from '../document/unread';

/** Everything at one instant. */
export interface Snapshot {
  /** Review documents by URI, in the order of their URIs. */
  readonly documents: ReadonlyMap<string, Document>;
  /** The workspace's own catalogues by URI. */
  readonly catalogues: ReadonlyMap<string, CatalogueFile>;
  readonly shipped: readonly CatalogueFile[];
  /** Any text that is known: a review document, or a catalogue of the workspace or shipped. */
  document(uri: string): Document | CatalogueFile | undefined;
  /** The same as it would be if a review document held another text; the editor's version stays the same. */
  withText(uri: string, text: string): Snapshot;
  /** The reviews, in the order of their covers' URIs. */
  reviews(): readonly Review[];
  /** The review that a document belongs to. */
  reviewOf(uri: string): Review | undefined;
  /** URIs of catalogues that a cover names by path and that the workspace does not hold. */
  missingFiles(): readonly string[];
  /** Those of them that a cover may name outside the opened folders. */
  namedFiles(): readonly string[];
  /** What lies outside the opened folders. */
  readonly outside: Outside;
  /** Links that lead out of the opened folders, and that are in the folder of no review with a cover. */
  looseLinks(): readonly OutsideLink[];
}

interface Text {
  file?: Document | CatalogueFile;
  open?: Document | CatalogueFile;
}

/** Holds texts over time. */
export class Workspace {
  private readonly texts = new Map<string, Text>();
  private readonly shipped: readonly CatalogueFile[];
  private readonly shared: Shared;
  private current: View | undefined;
  /** The snapshot before, and what has changed since. */
  private before: View | undefined;
  private readonly changed = new Set<string>();
  private privateWords: PrivateWords | undefined;
  private assumed: Assumed | undefined;
  private outside: Outside = nothingOutside;
  private leftUnread: ReadonlySet<string> = new Set();

  /**
   * `shipped` are the catalogues that come with the product, as texts, or read for another workspace before. `begins`
   * is called before a text is read.
   */
  constructor(
    shipped: readonly (CatalogueFile | { readonly uri: string; readonly text: string })[],
    begins?: Begins,
  ) {
    this.shared = { begins, recent: new RecentModels() };
    this.shipped = shipped.map((file) =>
      'catalogue' in file ? file : createCatalogueFile(file.uri, file.text),
    );
  }

  /** Says what the disk holds. */
  setFile(uri: string, text: string): void {
    const known = this.texts.get(uri);
    if (known?.file && sourceOf(known.file) === text) return;
    this.put(uri, { ...known, file: this.create(uri, text, undefined, known) });
  }

  /** Says that the disk holds the file no more. */
  removeFile(uri: string): void {
    const open = this.texts.get(uri)?.open;
    this.put(uri, open ? { open } : {});
  }

  /** Says what an editor shows; called again when that has changed. The text as snapshots will have it. */
  open(uri: string, text: string, version: number): Document | CatalogueFile {
    const known = this.texts.get(uri);
    const open = this.create(uri, text, version, known);
    this.put(uri, { ...known, open });
    return open;
  }

  /** Says that the editor has let go, so that the file's text counts again. */
  close(uri: string): void {
    const file = this.texts.get(uri)?.file;
    this.put(uri, file ? { file } : {});
  }

  /** Leaves exactly these texts unread from now on, because reading them took too long; others are read again. */
  leaveUnread(uris: ReadonlySet<string>): void {
    const before = this.leftUnread;
    this.leftUnread = new Set(uris);
    for (const uri of new Set([...before, ...uris])) {
      const known = this.texts.get(uri);
      if (!known || before.has(uri) === uris.has(uri)) continue;
      const again = (text: Document | CatalogueFile): Document | CatalogueFile =>
        this.create(uri, sourceOf(text), text.version);
      this.put(uri, {
        ...(known.file && { file: again(known.file) }),
        ...(known.open && { open: again(known.open) }),
      });
    }
  }

  /** Names to watch for in all reviews; `undefined` for none. They stay in here: no answer holds one. */
  watchFor(words: PrivateWords | undefined): void {
    this.privateWords = words;
    this.before = this.current ?? this.before;
    this.current = undefined;
  }

  /** Puts something before what all covers say; `undefined` takes it back. */
  assume(assumed: Assumed | undefined): void {
    this.assumed = assumed;
    this.before = this.current ?? this.before;
    this.current = undefined;
  }

  /** Says what lies outside the opened folders; called again when that has changed. */
  setOutside(outside: Outside): void {
    if (isSameOutside(this.outside, outside)) return;
    this.outside = outside;
    this.before = this.current ?? this.before;
    this.current = undefined;
  }

  /** The same object until something changes. */
  snapshot(): Snapshot {
    if (this.current) return this.current;
    this.current = this.before ? this.changeView(this.before) : this.createView();
    this.before = undefined;
    this.changed.clear();
    return this.current;
  }

  private create(uri: string, text: string, version?: number, known?: Text): Document | CatalogueFile {
    if (this.leftUnread.has(uri)) return createUnread(uri, text, version);
    return createText(uri, text, version, known?.open ?? known?.file, this.shared);
  }

  private put(uri: string, text: Text): void {
    const isThere = (text.file ?? text.open) !== undefined;
    if (!isThere && !this.texts.has(uri)) return;
    if (isThere) this.texts.set(uri, text);
    else this.texts.delete(uri);
    this.changed.add(uri);
    this.before = this.current ?? this.before;
    this.current = undefined;
  }

  /** The view after some texts have become others; texts that come and go make everything anew. */
  private changeView(before: View): View {
    const documents = new Map(before.documents);
    const catalogues = new Map(before.catalogues);
    let isSameShelf = true;
    for (const uri of this.changed) {
      const text = this.textOf(uri);
      const known = before.documents.get(uri) ?? before.catalogues.get(uri);
      if (!text || !known) return this.createView(before);
      if ('catalogue' in text) catalogues.set(uri, text);
      else documents.set(uri, text);
      isSameShelf &&= !('catalogue' in text) || text === known;
    }
    isSameShelf &&= before.shelf.privateWords === this.privateWords && before.shelf.assumed === this.assumed;
    isSameShelf &&= before.shelf.outside === this.outside;
    const shelf = isSameShelf ? before.shelf : this.shelfOf(catalogues);
    return new View(documents, shelf, before.grouping, before);
  }

  private createView(before?: View): View {
    const documents = new Map<string, Document>();
    const catalogues = new Map<string, CatalogueFile>();
    for (const uri of [...this.texts.keys()].sort()) {
      const text = this.textOf(uri);
      if (!text) continue;
      if ('catalogue' in text) catalogues.set(uri, text);
      else documents.set(uri, text);
    }
    return new View(documents, this.shelfOf(catalogues), groupDocuments([...documents.keys()]), before);
  }

  private textOf(uri: string): Document | CatalogueFile | undefined {
    const text = this.texts.get(uri);
    return text?.open ?? text?.file;
  }

  private shelfOf(own: ReadonlyMap<string, CatalogueFile>): Shelf {
    // A shipped catalogue that lies in an opened folder, or is shown by an editor, is still the shipped one.
    const shipped = this.shipped.map((file) => own.get(file.uri) ?? file);
    return { own, shipped, privateWords: this.privateWords, assumed: this.assumed, outside: this.outside };
  }
}

/** What a text would be read from. */
function sourceOf(text: Document | CatalogueFile): string {
  return isUnread(text) ? text.source : text.text;
}

/** Makes the reviews when they are first asked for; those in which nothing has changed are the ones of before. */
class View implements Snapshot {
  private readonly made = new Map<string, Review>();
  private readonly older: ReadonlyMap<string, Review>;
  private all: readonly Review[] | undefined;
  private links: ReadonlyMap<string | undefined, readonly OutsideLink[]> | undefined;

  constructor(
    readonly documents: ReadonlyMap<string, Document>,
    readonly shelf: Shelf,
    readonly grouping: Grouping,
    before: View | undefined,
  ) {
    this.older = before ? before.latest() : new Map();
  }

  get catalogues(): ReadonlyMap<string, CatalogueFile> {
    return this.shelf.own;
  }

  get shipped(): readonly CatalogueFile[] {
    return this.shelf.shipped;
  }

  document(uri: string): Document | CatalogueFile | undefined {
    return (
      this.documents.get(uri) ?? this.catalogues.get(uri) ?? this.shipped.find((file) => file.uri === uri)
    );
  }

  withText(uri: string, text: string): Snapshot {
    const before = this.documents.get(uri);
    const after = before && createText(uri, text, before.version, before);
    if (!after || 'catalogue' in after) return this;
    return new View(new Map(this.documents).set(uri, after), this.shelf, this.grouping, this);
  }

  reviews(): readonly Review[] {
    return (this.all ??= [...this.grouping.members.keys()].flatMap((cover) => this.setOf(cover) ?? []));
  }

  reviewOf(uri: string): Review | undefined {
    const cover = this.grouping.coverOf.get(uri);
    return cover === undefined ? undefined : this.setOf(cover);
  }

  missingFiles(): readonly string[] {
    return [...new Set(this.reviews().flatMap((review) => review.missingCatalogues))];
  }

  namedFiles(): readonly string[] {
    return [...new Set(this.reviews().flatMap((review) => review.namedCatalogues))];
  }

  get outside(): Outside {
    return this.shelf.outside ?? nothingOutside;
  }

  looseLinks(): readonly OutsideLink[] {
    return this.linksBy().get(undefined) ?? [];
  }

  /** The links by the cover that is next above them. */
  private linksBy(): ReadonlyMap<string | undefined, readonly OutsideLink[]> {
    if (this.links) return this.links;
    const found = new Map<string | undefined, OutsideLink[]>();
    const covers =
      this.outside.links.length === 0 ? new Map<string, string>() : coversOf(this.documents.keys());
    for (const link of this.outside.links) {
      const cover = coverAbove(link.uri, covers);
      found.set(cover, [...(found.get(cover) ?? []), link]);
    }
    return (this.links = found);
  }

  private setOf(uri: string): Review | undefined {
    const known = this.made.get(uri);
    const cover = this.documents.get(uri);
    if (known || !cover) return known;
    const group = (this.grouping.members.get(uri) ?? []).flatMap(
      (member) => this.documents.get(member) ?? [],
    );
    const review = createReview(cover, group, this.shelf, this.older.get(uri), this.linksBy().get(uri));
    this.made.set(uri, review);
    return review;
  }

  /** Every review that is still there, as it was last made. */
  private latest(): ReadonlyMap<string, Review> {
    if (this.made.size === 0) return this.older;
    const still = [...this.older].filter(([cover]) => this.grouping.members.has(cover));
    return new Map([...still, ...this.made]);
  }
}

function isSameOutside(a: Outside, b: Outside): boolean {
  const print = ({ links, refused, read }: Outside): string =>
    JSON.stringify([links, [...refused], [...read]]);
  return print(a) === print(b);
}
