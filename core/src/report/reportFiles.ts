/*
 * The files that a report was made of, and those that should be in it and could not be read.
 */
import { isUnread } from '../document/unread';
import { folderOf, pathBelow, pathFrom, unreadStandards, type Review } from '../review/review';
import type { ReportFile } from './report';

/** The documents in their order, and the catalogues. */
export function filesOf({ cover, documents, catalogues, madeOf }: Review): ReportFile[] {
  const folder = folderOf(cover.uri);
  return [
    ...documents.map(({ uri }) => ({ path: pathFrom(folder, uri), kind: 'document' as const })),
    ...catalogues.map(({ uri }) =>
      madeOf.shelf.shipped.some((file) => file.uri === uri)
        ? { path: pathBelow(uri, folderOf(uri)), kind: 'shipped' as const }
        : { path: pathFrom(folder, uri), kind: 'catalogue' as const },
    ),
  ];
}

/** The documents and catalogues that were left unread. */
export function unreadIn(review: Review): string[] {
  const folder = folderOf(review.cover.uri);
  const files = [...review.documents, ...review.catalogues, ...unreadStandards(review)];
  return files.filter(isUnread).map(({ uri }) => pathFrom(folder, uri));
}
