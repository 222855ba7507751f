/*
 * Everything that a document cites, wherever it is written: the citations of its text and, on a cover, the ids
 * of its scope and of its team's leads. The features that ask who cites a thing all look here, so that a further
 * kind of thing that can be cited is taught to this file and to `resolve.ts`.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import type { CatalogueFile } from '../../catalogue/index';
import type { Citation } from '../../syntax/citation';
import type { Document } from '../../document/document';
import { resolveParts, type ResolvedPart } from '../../catalogue/resolveCitation';
import type { Review } from '../../review/review';
import type { CitedIds } from '../../settings/types';
import { span } from '../../text/span';

/** What can be cited. */
export type Cited = CatalogueItem;

/** A citation of a document; `setting` tells that it is written in front matter, as `std: 6.1-6.2` is. */
export interface Written extends Citation {
  readonly setting?: CitedIds;
}

/** All citations of a document in the order of its text. */
export function writtenIn(review: Review, document: Document): readonly Written[] {
  if (document !== review.cover) return document.model.citations;
  const { exclusions, team } = document.settings;
  const ids = [...exclusions, ...team.flatMap(({ leads }) => leads)];
  const settings = ids.flatMap((setting): Written[] => {
    const { kind, parts } = setting;
    const [first] = parts;
    const last = parts[parts.length - 1];
    return first && last ? [{ kind, parts, span: span(first.span.start, last.span.end), setting }] : [];
  });
  return [...settings.sort((a, b) => a.span.start - b.span.start), ...document.model.citations];
}

/** One part of a citation of a document with what it means. */
export interface Citing extends ResolvedPart {
  readonly citation: Written;
}

/** Every part of every citation of a document, in the order of its text. */
export function* citingIn(
  review: Review,
  document: Document,
  files: readonly CatalogueFile[] = review.catalogues,
): Generator<Citing> {
  for (const citation of writtenIn(review, document)) {
    for (const part of resolveParts(files, citation)) yield { ...part, citation };
  }
}

/** The parts of a document that cite any of some things, alone, in a list or in a range. */
export function citationsOf(review: Review, document: Document, things: ReadonlySet<Cited>): Citing[] {
  return [...citingIn(review, document)].filter(({ found }) => found.some(({ item }) => things.has(item)));
}
