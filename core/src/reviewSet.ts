/*
 * Which documents make one review: a cover and every review document in its folder and below, down to the
 * next cover. A document without a cover above it is a review of its own. Folders are those of the URIs;
 * no file system is asked.
 */
import { URI, Utils } from 'vscode-uri';
import type { CatalogueItem } from './catalogue';
import { keyOf, type CatalogueFile } from './catalogueIndex';
import { frameOf, type Frame } from './frame';
import type { Settings, Sourced } from './settingTypes';
import { isCataloguePath, type Document } from './document';

/** A review: its cover, its documents in report order, and what its cover says. */
export interface ReviewSet {
  readonly cover: Document;
  readonly frame: Frame;
  readonly documents: readonly Document[];
  readonly settings: Settings;
  readonly title: string;
  /** The catalogues that the cover names, in its order. */
  readonly catalogues: readonly CatalogueFile[];
  /** Catalogues that the cover names and that are not there, each with the value that names it. */
  readonly unknownCatalogues: readonly Sourced<string>[];
  /** URIs of those that are named by path. */
  readonly missingCatalogues: readonly string[];
  /** Values of `documents:` that name no document of the review. */
  readonly unknownDocuments: readonly Sourced<string>[];
  /** All catalogue ids that could be named, for messages. */
  readonly knownCatalogues: readonly string[];
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
export function nameWithin(set: ReviewSet, item: CatalogueItem): string {
  return `${set.cover.uri} ${keyOf(set.catalogues, item)}`;
}

/** The review documents of a workspace as reviews, in the order of their covers. */
export function groupReviewSets(
  documents: ReadonlyMap<string, Document>,
  catalogues: ReadonlyMap<string, CatalogueFile>,
  shipped: readonly CatalogueFile[],
): { sets: readonly ReviewSet[]; byDocument: ReadonlyMap<string, ReviewSet> } {
  const covers = coversOf(documents.keys());
  const members = new Map<string, Document[]>();
  for (const document of documents.values()) {
    const cover = coverAbove(document.uri, covers) ?? document.uri;
    const group = members.get(cover);
    if (group) group.push(document);
    else members.set(cover, [document]);
  }
  const sets = [...members].map(([uri, group]) => {
    const cover = documents.get(uri);
    return cover && createReviewSet(cover, group, catalogues, shipped);
  });
  const byDocument = new Map<string, ReviewSet>();
  for (const set of sets)
    for (const document of set?.documents ?? []) if (set) byDocument.set(document.uri, set);
  const ordered = [...new Set(byDocument.values())].sort((a, b) => (a.cover.uri < b.cover.uri ? -1 : 1));
  return { sets: ordered, byDocument };
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

function createReviewSet(
  cover: Document,
  group: readonly Document[],
  own: ReadonlyMap<string, CatalogueFile>,
  shipped: readonly CatalogueFile[],
): ReviewSet {
  const { settings } = cover;
  const named = new Map<string, Sourced<string>>();
  for (const path of settings.documents) named.set(resolvePath(cover.uri, path.value), path);
  const byUri = new Map(group.map((document) => [document.uri, document]));
  const first = [...named.keys()].flatMap((uri) => byUri.get(uri) ?? []);
  const rest = group.filter((document) => !named.has(document.uri));

  const catalogues: CatalogueFile[] = [];
  const unknownCatalogues: Sourced<string>[] = [];
  const missingCatalogues: string[] = [];
  for (const value of settings.standards) {
    const isPath = /[\\/]|\.md$/i.test(value.value);
    const uri = isPath ? resolvePath(cover.uri, value.value) : undefined;
    const all = [...shipped, ...own.values()];
    const found = uri === undefined ? all.find((file) => file.catalogue.id === value.value) : own.get(uri);
    if (found) catalogues.push(found);
    else {
      unknownCatalogues.push(value);
      if (uri !== undefined && isCataloguePath(uri)) missingCatalogues.push(uri);
    }
  }
  if (settings.standards.length === 0) catalogues.push(...shipped.slice(0, 1));
  return {
    cover,
    frame: frameOf(cover.uri, settings, catalogues),
    documents: [...first, ...rest],
    settings,
    title: settings.title?.value ?? settings.subject?.value ?? pathBelow(cover.uri, folderOf(cover.uri)),
    catalogues,
    unknownCatalogues,
    missingCatalogues,
    unknownDocuments: [...named].flatMap(([uri, value]) => (byUri.has(uri) ? [] : [value])),
    knownCatalogues: [...shipped, ...own.values()].map((file) => file.catalogue.id).filter((id) => id !== ''),
  };
}
