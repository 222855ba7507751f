/*
 * A workspace at one instant: an immutable view of its texts and reviews, whose readings are made when first asked for.
 */
import type { CatalogueFile } from '../catalogue/index';
import { createText, type Document } from '../document/document';
import { nothingOutside, type Outside, type OutsideLink } from './outside';
import { coverAbove, coversOf, createReview, type Grouping, type Review, type Shelf } from './review';

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

/** Makes the reviews when they are first asked for; those in which nothing has changed are the ones of before. */
export class View implements Snapshot {
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
