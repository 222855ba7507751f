/*
 * What leads from a document to another file: the links of its text, and on a cover the catalogues and documents
 * that it names. Addresses of the web are left to the editor, which finds them itself. Whether a file may be
 * opened from here is not known in the core: the server drops what lies outside the opened folders.
 */
import type { Document } from '../../document/document';
import { linksIn } from '../../document/links';
import { resolvePath, type Review } from '../../review/review';
import { moveSpan, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';

/** A place that leads to a file; `title` says what the file is, where that is known. */
export interface Link {
  readonly span: Span;
  readonly target: string;
  readonly title?: string;
}

/** The links of a review document, in the order of its text. */
export function links(snapshot: Snapshot, uri: string): Link[] {
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  if (!document || !review) return [];
  return [...(document === review.cover ? linksOfCover(review) : []), ...linksOfText(document)];
}

function linksOfCover(review: Review): Link[] {
  const { settings, catalogues, cover } = review;
  const unknown = new Set([...review.unknownCatalogues, ...review.unknownDocuments]);
  const named = settings.standards.filter((value) => !unknown.has(value));
  const standards = named.flatMap(({ span: place }, i): Link[] => {
    const file = catalogues[i];
    return file ? [{ span: place, target: file.uri, title: file.catalogue.title }] : [];
  });
  const documents = settings.documents
    .filter((value) => !unknown.has(value))
    .map(({ span: place, value }): Link => ({ span: place, target: resolvePath(cover.uri, value) }));
  return [...standards, ...documents].sort((a, b) => a.span.start - b.span.start);
}

function linksOfText(document: Document): Link[] {
  return document.model.fragments.flatMap(({ fragment, start }) =>
    linksIn(fragment).flatMap(({ destination, span: place }): Link[] => {
      const target = fileNamed(document.uri, destination);
      return target === undefined ? [] : [{ span: moveSpan(place, start), target }];
    }),
  );
}

/** The file that a relative destination names; undefined for an address, a place in this file, or nothing. */
function fileNamed(from: string, destination: string): string | undefined {
  const [path = ''] = destination.split(/[#?]/, 1);
  if (path === '' || /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\])/.test(path)) return undefined;
  try {
    return resolvePath(from, decodeURIComponent(path));
  } catch {
    return undefined;
  }
}
