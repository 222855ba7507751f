/*
 * What was found where, for whoever asks why something is missing: the reviews with their documents, the
 * catalogues with what they hold, and everything that could not be read or found. A value like the other
 * reports; `statusText.ts` prints it. What only the server knows is handed in.
 */
import type { CatalogueFile } from '../catalogue/index';
import { elementsOf } from '../catalogue/index';
import { coverage, printCoverageLine } from '../coverage/coverage';
import type { Severity } from '../text/diagnostic';
import { outsideLinkMessage } from '../review/outside';
import { diagnostics } from '../diagnostics/diagnostics';
import { isCover, pathBelow, folderOf, type Review } from '../review/review';
import type { Phase } from '../settings/types';
import { isUnread } from '../document/unread';
import type { Snapshot } from '../review/snapshot';

/** What a snapshot does not know of where it was made. */
export interface Surroundings {
  readonly version: string;
  /** How positions are counted, such as UTF-16; undefined where no editor is asking. */
  readonly positions?: string;
  /** The URIs of the opened folders. */
  readonly folders: readonly string[];
  /** Whether the editor says when a file changes; undefined where none is asking. */
  readonly watches?: boolean;
  /** The URIs of files that are there and could not be read. */
  readonly unreadable: readonly string[];
  /** The URIs of the files of ignore rules that were read, in the folders and above them. */
  readonly rules?: readonly string[];
}

/** A link that is not followed, because what it leads to is outside the folders. */
export interface LinkStatus {
  readonly link: string;
  /** Null where only the editor knows the files. */
  readonly target: string | null;
  readonly message: string;
}

/** How many diagnostics there are of each severity. */
export type ProblemCounts = Readonly<Record<Severity, number>>;

/** One review, its files by the paths that people read. */
export interface ReviewStatus {
  readonly title: string;
  readonly cover: string;
  /** A document without a cover above it is a review of its own. */
  readonly hasCover: boolean;
  readonly phase: Phase;
  readonly documents: readonly { readonly file: string; readonly findings: number }[];
  readonly standards: readonly string[];
  readonly coverageLine: string;
  readonly problems: ProblemCounts;
  readonly unknownCatalogues: readonly string[];
  readonly unknownDocuments: readonly string[];
  /** What is wrong in the settings, in the words of the checks. */
  readonly settings: readonly string[];
}

/** One catalogue, shipped or of the workspace. */
export interface CatalogueStatus {
  readonly id: string;
  readonly title: string;
  readonly shipped: boolean;
  readonly file: string;
  readonly themes: number;
  readonly elements: number;
  readonly standards: number;
  readonly probes: number;
  /** How many reviews are written against it. */
  readonly reviews: number;
  readonly problems: ProblemCounts;
}

export interface Status extends Surroundings {
  readonly rules: readonly string[];
  /** Every file that the reviews were made of, each once; the catalogues that come with the product have none. */
  readonly files: readonly string[];
  /** Those of them that are outside the folders and that a cover names. */
  readonly outside: readonly string[];
  /** Links that are not followed. */
  readonly links: readonly LinkStatus[];
  /** Files that were left unread because reading them took too long. */
  readonly leftUnread: readonly string[];
  readonly reviews: readonly ReviewStatus[];
  readonly catalogues: readonly CatalogueStatus[];
}

/** Everything that was found, and everything that was not. */
export function status(snapshot: Snapshot, surroundings: Surroundings): Status {
  const show = (uri: string): string => showFile(uri, surroundings.folders);
  const reviews = snapshot.reviews();
  const own = [...snapshot.catalogues.values()].filter((file) => !snapshot.shipped.includes(file));
  const { links, read } = snapshot.outside;
  return {
    ...surroundings,
    folders: surroundings.folders.map(decoded),
    unreadable: surroundings.unreadable.map(show),
    rules: (surroundings.rules ?? []).map(show),
    files: [...snapshot.documents.keys(), ...own.map(({ uri }) => uri)].map(show),
    outside: [...read].map(show),
    links: links.map((link) => ({
      link: show(link.uri),
      target: link.target ?? null,
      message: outsideLinkMessage(link, show(link.uri)),
    })),
    leftUnread: [...snapshot.documents.values(), ...snapshot.catalogues.values()]
      .filter((text) => isUnread(text) && text.unread === 'slow')
      .map(({ uri }) => show(uri)),
    reviews: reviews.map((review) => reviewStatus(snapshot, review, show)),
    catalogues: [...snapshot.shipped, ...own].map((file) => ({
      ...counted(file),
      shipped: snapshot.shipped.includes(file),
      file: show(file.uri),
      reviews: reviews.filter((review) => review.catalogues.includes(file)).length,
      problems: problemsOf(snapshot, [file.uri]),
    })),
  };
}

function reviewStatus(snapshot: Snapshot, set: Review, show: (uri: string) => string): ReviewStatus {
  const uris = set.documents.map((document) => document.uri);
  return {
    title: set.title,
    cover: show(set.cover.uri),
    hasCover: isCover(set.cover.uri),
    phase: set.settings.phase,
    documents: set.documents.map(({ uri, model }) => ({
      file: show(uri),
      findings: model.findings.length,
    })),
    standards: set.catalogues.map(({ catalogue: { title, id } }) => title || id),
    coverageLine: printCoverageLine(coverage(set)),
    problems: problemsOf(snapshot, uris),
    unknownCatalogues: set.unknownCatalogues.map(({ value }) => value),
    unknownDocuments: set.unknownDocuments.map(({ value }) => value),
    settings: set.settings.faults.map(({ message }) => message),
  };
}

function problemsOf(snapshot: Snapshot, uris: readonly string[]): ProblemCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const uri of uris) for (const { severity } of diagnostics(snapshot, uri)) counts[severity]++;
  return counts;
}

function counted({
  catalogue,
}: CatalogueFile): Pick<CatalogueStatus, 'id' | 'title' | 'themes' | 'elements' | 'standards' | 'probes'> {
  const elements = elementsOf(catalogue);
  const sum = (list: 'standards' | 'probes'): number =>
    elements.reduce((total, element) => total + element[list].length, 0);
  return {
    id: catalogue.id,
    title: catalogue.title,
    themes: catalogue.themes.length,
    elements: elements.length,
    standards: sum('standards'),
    probes: sum('probes'),
  };
}

/** A file as people read it: below its folder, which is named where several are open; whole outside of them. */
function showFile(uri: string, folders: readonly string[]): string {
  // Of nested folders the inner one, as editors do.
  const inside = folders.filter((folder) => uri.startsWith(`${folder}/`));
  const folder = inside.reduce((inner, one) => (one.length > inner.length ? one : inner), '');
  if (folder === '') return decoded(uri);
  return pathBelow(uri, folders.length > 1 ? folderOf(folder) : folder);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^file:\/\//, ''));
  } catch {
    return uri;
  }
}
