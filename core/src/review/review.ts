/*
 * Which documents make one review: a cover and every review document in its folder and below, down to the
 * next cover. A document without a cover above it is a review of its own. Folders are those of the URIs;
 * no file system is asked.
 */
import { URI, Utils } from 'vscode-uri';
import { isSameList } from '../text/arrays';
import { assume, type Assumed } from '../settings/overrides';
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { keyOf, type CatalogueFile } from '../catalogue/index';
import { contextOf, type ReviewContext } from './context';
import { readNamedPath } from './namedFile';
import { nothingOutside, type Outside, type OutsideLink, type RefusedWhy } from './outside';
import type { PrivateWords } from '../personal/words';
import type { Settings, Sourced } from '../settings/types';
import { isCataloguePath, type Document } from '../document/document';
import { isUnread } from '../document/unread';

/** A review: its cover, its documents in report order, and what its cover says. */
export interface Review {
  readonly cover: Document;
  readonly context: ReviewContext;
  readonly documents: readonly Document[];
  readonly settings: Settings;
  readonly title: string;
  /** The catalogues that the cover names, in its order. */
  readonly catalogues: readonly CatalogueFile[];
  /** Catalogues that the cover names and that are not there, each with the value that names it. */
  readonly unknownCatalogues: readonly Sourced<string>[];
  /** URIs of those that are named by path. */
  readonly missingCatalogues: readonly string[];
  /** Those of them that may be outside the opened folders. */
  readonly namedCatalogues: readonly string[];
  /** Catalogues that are outside the opened folders and were not read; `unknownCatalogues` has them too. */
  readonly refusedCatalogues: readonly { readonly value: Sourced<string>; readonly why: RefusedWhy }[];
  /** Links in the review's folder that lead out of the opened folders and are not followed. */
  readonly outsideLinks: readonly OutsideLink[];
  /** Values of `documents:` that name no document of the review. */
  readonly unknownDocuments: readonly Sourced<string>[];
  /** All catalogue ids that could be named, for messages. */
  readonly knownCatalogues: readonly string[];
  /** For ids of editions before, the id of the catalogue that says it replaces them. */
  readonly successors: ReadonlyMap<string, string>;
  /** What it was made of: the same again is the same review. */
  readonly madeOf: { readonly shelf: Shelf; readonly group: readonly Document[] };
}

/** Whether a file is a cover by its name. */
export function isCover(uri: string): boolean {
  return /(?:^|\/)cover\.review\.md$/i.test(uri);
}

/** The covers among some documents, by folder. */
export function coversOf(uris: Iterable<string>): ReadonlyMap<string, string> {
  return new Map([...uris].filter(isCover).map((uri) => [folderOf(uri), uri]));
}

/** A name of an item of a review's catalogues that nothing else in the workspace has, for views that keep their place. */
export function nameWithin(review: Review, item: CatalogueItem): string {
  return `${review.cover.uri} ${keyOf(review.catalogues, item)}`;
}

/** Which documents make one review, told from their names alone. */
export interface Grouping {
  /** The cover's URI of every document. */
  readonly coverOf: ReadonlyMap<string, string>;
  /** By cover, the URIs of its documents in their order; the covers are in theirs. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** Groups the URIs of review documents, which come in their order. */
export function groupDocuments(uris: readonly string[]): Grouping {
  const covers = coversOf(uris);
  const coverOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const uri of uris) {
    const cover = coverAbove(uri, covers) ?? uri;
    coverOf.set(uri, cover);
    const group = members.get(cover);
    if (group) group.push(uri);
    else members.set(cover, [uri]);
  }
  const ordered = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return { coverOf, members: new Map(ordered) };
}

/** The file that a path in a document's front matter names. */
export function resolvePath(from: string, path: string): string {
  return Utils.joinPath(URI.parse(folderOf(from)), path.replace(/\\/g, '/')).toString();
}

/** A file's name, or its path below a folder, as people read it. */
export function pathBelow(uri: string, folder: string): string {
  const rest = uri.startsWith(`${folder}/`)
    ? uri.slice(folder.length + 1)
    : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

/** A file's path from a folder, which it need not be in: `../shared/own.standards.md`. */
export function pathFrom(folder: string, uri: string): string {
  for (let above = folder, up = ''; above !== ''; above = folderOf(above), up += '../')
    if (uri.startsWith(`${above}/`)) return up + pathBelow(uri, above);
  return pathBelow(uri, '');
}

/** A document's path from its cover's folder, as messages name it: `theme-1.review.md`. */
export function documentPath(review: Review, uri: string): string {
  return pathBelow(uri, folderOf(review.cover.uri));
}

/** A document's name as pages and lists give it, from its cover's folder: `theme-1` for `theme-1.review.md`. */
export function documentName(review: Review, uri: string): string {
  return documentPath(review, uri).replace(/\.review\.md$/i, '');
}

/** The folder of a URI, without a closing slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** The cover that a document at `uri` has among `covers`; undefined where it is a review of its own. */
export function coverAbove(uri: string, covers: ReadonlyMap<string, string>): string | undefined {
  for (let folder = folderOf(uri); folder !== ''; folder = folderOf(folder)) {
    const cover = covers.get(folder);
    if (cover !== undefined) return cover;
  }
  return undefined;
}

/** What all reviews of a workspace draw on; the catalogues are those of the workspace by URI, and those that come with the product. */
export interface Shelf {
  readonly own: ReadonlyMap<string, CatalogueFile>;
  readonly shipped: readonly CatalogueFile[];
  /** Names to watch for. */
  readonly privateWords: PrivateWords | undefined;
  /** What goes before what the covers say. */
  readonly assumed?: Assumed | undefined;
  /** What lies outside the opened folders. */
  readonly outside?: Outside;
}

/** A review of these documents; `before` is an older state of it, and the answer where nothing has changed. */
export function createReview(
  cover: Document,
  group: readonly Document[],
  shelf: Shelf,
  before?: Review,
  outsideLinks: readonly OutsideLink[] = [],
): Review {
  if (before?.madeOf.shelf === shelf && isSameList(before.madeOf.group, group)) return before;
  const settings = shelf.assumed ? assume(cover.settings, shelf.assumed) : cover.settings;
  const { own, shipped } = shelf;
  const all = [...shipped, ...own.values()];
  const named = new Map<string, Sourced<string>>();
  for (const path of settings.documents) named.set(resolvePath(cover.uri, path.value), path);
  const byUri = new Map(named.size === 0 ? [] : group.map((document) => [document.uri, document]));
  const first = [...named.keys()].flatMap((uri) => byUri.get(uri) ?? []);
  const rest = group.filter((document) => !named.has(document.uri));

  const catalogues: CatalogueFile[] = [];
  const unknownCatalogues: Sourced<string>[] = [];
  const missingCatalogues: string[] = [];
  const namedCatalogues: string[] = [];
  const refusedCatalogues: { value: Sourced<string>; why: RefusedWhy }[] = [];
  const outside = shelf.outside ?? nothingOutside;
  for (const value of settings.standards) {
    const isPath = /[\\/]|\.md$/i.test(value.value);
    const uri = isPath ? resolvePath(cover.uri, value.value) : undefined;
    const found = uri === undefined ? all.find((file) => file.catalogue.id === value.value) : own.get(uri);
    if (found) catalogues.push(found);
    else {
      unknownCatalogues.push(value);
      if (uri === undefined || !isCataloguePath(uri)) continue;
      missingCatalogues.push(uri);
      if (readNamedPath('standards', value.value) !== undefined) namedCatalogues.push(uri);
      const why = outside.refused.get(uri);
      if (why !== undefined) refusedCatalogues.push({ value, why });
    }
  }
  if (settings.standards.length === 0) catalogues.push(...shipped.slice(0, 1));
  return {
    cover,
    context: contextOf(cover.uri, settings, catalogues, shelf.privateWords, before?.context),
    documents: named.size === 0 ? group : [...first, ...rest],
    settings,
    title: settings.title?.value ?? settings.subject?.value ?? pathBelow(cover.uri, folderOf(cover.uri)),
    catalogues,
    unknownCatalogues,
    missingCatalogues,
    namedCatalogues,
    refusedCatalogues,
    outsideLinks,
    unknownDocuments: [...named].flatMap(([uri, value]) => (byUri.has(uri) ? [] : [value])),
    knownCatalogues: all.map((file) => file.catalogue.id).filter((id) => id !== ''),
    successors: new Map(
      all.flatMap(({ catalogue: { id, replaces } }): [string, string][] =>
        replaces === undefined || id === '' ? [] : [[replaces, id]],
      ),
    ),
    madeOf: { shelf, group },
  };
}

/** The unread catalogues that a review is written against, or may be. */
export function unreadStandards({ unknownCatalogues, catalogues, madeOf }: Review): readonly CatalogueFile[] {
  // An unread catalogue has no id, so a cover that names it by its id seems to name none that is there.
  return (unknownCatalogues.length > 0 ? [...madeOf.shelf.own.values()] : catalogues).filter(isUnread);
}
