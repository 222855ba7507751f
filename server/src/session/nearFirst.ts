/*
 * The order in which a listing is read: what the open documents need comes first.
 */
import { isCataloguePath } from '../../../core/src';
import { parentOf } from '../lsp/uris';

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
