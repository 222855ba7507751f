/*
 * The texts of a workspace over time. It takes changes and computes nothing; what the texts are at one instant is a
 * snapshot. Text that is open in an editor wins over the file until it is closed.
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
import { nothingOutside, type Outside } from './outside';
import type { PrivateWords } from '../personal/words';
import { groupDocuments, type Shelf } from './review';
import { createUnread, isUnread } from '../document/unread';
import { View, type Snapshot } from './snapshot';

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
    if (known?.file && !isUnreadable(known.file) && sourceOf(known.file) === text) return;
    this.put(uri, { ...known, file: this.create(uri, text, undefined, known) });
  }

  /** Says that the disk holds the file, and that it cannot be read. */
  setUnreadable(uri: string): void {
    const known = this.texts.get(uri);
    if (!isUnreadable(known?.file))
      this.put(uri, { ...known, file: createUnread(uri, '', undefined, 'unreadable') });
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
        isUnreadable(text) ? text : this.create(uri, sourceOf(text), text.version);
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

/** Whether the file of a text cannot be read. */
function isUnreadable(text: Document | CatalogueFile | undefined): boolean {
  return isUnread(text) && text.unread === 'unreadable';
}

/** What a text would be read from. */
function sourceOf(text: Document | CatalogueFile): string {
  return isUnread(text) ? text.source : text.text;
}

function isSameOutside(a: Outside, b: Outside): boolean {
  const print = ({ links, refused, read }: Outside): string =>
    JSON.stringify([links, [...refused], [...read]]);
  return print(a) === print(b);
}
