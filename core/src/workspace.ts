/*
 * The texts of a workspace over time, and what they are at one instant. A Workspace takes changes and
 * computes nothing; a Snapshot is an immutable view whose readings are made when first asked for and
 * belong to one text each. Text that is open in an editor wins over the file until it is closed.
 */
import type { CatalogueFile } from './catalogueIndex';
import { createCatalogueFile, createText, type Document } from './document';
import { groupReviewSets, type ReviewSet } from './reviewSet';

/** Everything at one instant. */
export interface Snapshot {
  /** Review documents by URI, in the order of their URIs. */
  readonly documents: ReadonlyMap<string, Document>;
  /** The workspace's own catalogues by URI. */
  readonly catalogues: ReadonlyMap<string, CatalogueFile>;
  readonly shipped: readonly CatalogueFile[];
  /** Any text that is known: a review document, or a catalogue of the workspace or shipped. */
  document(uri: string): Document | CatalogueFile | undefined;
  /** The reviews, in the order of their covers' URIs. */
  reviewSets(): readonly ReviewSet[];
  /** The review that a document belongs to. */
  reviewSetOf(uri: string): ReviewSet | undefined;
  /** URIs of catalogues that a cover names by path and that the workspace does not hold. */
  missingFiles(): readonly string[];
  /** This snapshot or the last one before it whose documents have all been read, for answers that must not wait. */
  lastRead(): Snapshot;
}

interface Text {
  file?: Document | CatalogueFile;
  open?: Document | CatalogueFile;
}

/** Holds texts over time. */
export class Workspace {
  private readonly texts = new Map<string, Text>();
  private readonly shipped: readonly CatalogueFile[];
  private current: Snapshot | undefined;
  private lastRead: Snapshot | undefined;
  /** The URIs in order, as long as none comes or goes. */
  private order: readonly string[] | undefined;

  /** `shipped` are the catalogues that come with the product, as texts, or read for another workspace before. */
  constructor(shipped: readonly (CatalogueFile | { readonly uri: string; readonly text: string })[]) {
    this.shipped = shipped.map((file) =>
      'catalogue' in file ? file : createCatalogueFile(file.uri, file.text),
    );
  }

  /** Says what the disk holds. */
  setFile(uri: string, text: string): void {
    const known = this.texts.get(uri);
    if (known?.file?.text === text) return;
    this.put(uri, { ...known, file: createText(uri, text, undefined, known?.open ?? known?.file) });
  }

  /** Says that the disk holds the file no more. */
  removeFile(uri: string): void {
    const open = this.texts.get(uri)?.open;
    this.put(uri, open ? { open } : {});
  }

  /** Says what an editor shows; called again at each change. */
  open(uri: string, text: string, version: number): void {
    const known = this.texts.get(uri);
    this.put(uri, { ...known, open: createText(uri, text, version, known?.open ?? known?.file) });
  }

  /** Says that the editor has let go, so that the file's text counts again. */
  close(uri: string): void {
    const file = this.texts.get(uri)?.file;
    this.put(uri, file ? { file } : {});
  }

  /** The same object until something changes. */
  snapshot(): Snapshot {
    this.order ??= [...this.texts.keys()].sort();
    return (this.current ??= createSnapshot(this.order, this.texts, this.shipped, this.lastRead));
  }

  private put(uri: string, text: Text): void {
    const isThere = (text.file ?? text.open) !== undefined;
    if (this.texts.has(uri) !== isThere) this.order = undefined;
    if (isThere) this.texts.set(uri, text);
    else this.texts.delete(uri);
    // Asking it lets it forget the one before it.
    if (this.current && isRead(this.current)) this.lastRead = this.current.lastRead();
    this.current = undefined;
  }
}

function isRead(snapshot: Snapshot): boolean {
  return [...snapshot.documents.values()].every((document) => document.isRead);
}

function createSnapshot(
  order: readonly string[],
  texts: ReadonlyMap<string, Text>,
  shipped: readonly CatalogueFile[],
  before: Snapshot | undefined,
): Snapshot {
  const documents = new Map<string, Document>();
  const catalogues = new Map<string, CatalogueFile>();
  for (const uri of order) {
    const text = texts.get(uri)?.open ?? texts.get(uri)?.file;
    if (!text) continue;
    if ('catalogue' in text) catalogues.set(uri, text);
    else documents.set(uri, text);
  }
  // A shipped catalogue that lies in an opened folder, or is shown by an editor, is still the shipped one.
  const known = shipped.map((file) => catalogues.get(file.uri) ?? file);
  // Forgotten as soon as this one is read, or each snapshot would hold all before it.
  let older = before;
  let groups: ReturnType<typeof groupReviewSets> | undefined;
  const grouped = (): ReturnType<typeof groupReviewSets> =>
    (groups ??= groupReviewSets(documents, catalogues, known));
  const snapshot: Snapshot = {
    documents,
    catalogues,
    shipped: known,
    document: (uri) => documents.get(uri) ?? catalogues.get(uri) ?? known.find((file) => file.uri === uri),
    reviewSets: () => grouped().sets,
    reviewSetOf: (uri) => grouped().byDocument.get(uri),
    missingFiles: () => [...new Set(grouped().sets.flatMap((set) => set.missingCatalogues))],
    lastRead: () => {
      if (older && isRead(snapshot)) older = undefined;
      return older ?? snapshot;
    },
  };
  return snapshot;
}
