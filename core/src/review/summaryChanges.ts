/*
 * What documents contribute that have changed between two states of a review, for whatever is counted on from the state that
 * was counted last. A keystroke changes one document, and comparing two lists of objects costs next to nothing, so
 * nothing else is gone through.
 */
import type { Document } from '../document/document';
import { summarise, emptySummary, type DocumentSummary } from './summary';
import type { ReviewContext } from './context';
import { hasSameNames } from './review';

/** What one document contributed, and what it does now; nothing where it has come or gone. */
export interface DocumentChange {
  readonly before: DocumentSummary;
  readonly after: DocumentSummary;
}

/** Each document that is another than before; the order in which documents stand does not matter. */
export function changesBetween(
  before: readonly Document[],
  after: readonly Document[],
  context: ReviewContext,
): readonly DocumentChange[] {
  const changes: DocumentChange[] = [];
  const change = (old: Document | undefined, now: Document | undefined): void => {
    changes.push({
      before: old ? summarise(old, context) : emptySummary,
      after: now ? summarise(now, context) : emptySummary,
    });
  };
  if (hasSameNames(before, after)) {
    for (let i = 0; i < after.length; i++) if (before[i] !== after[i]) change(before[i], after[i]);
    return changes;
  }
  const old = new Map(before.map((document) => [document.uri, document]));
  for (const document of after) {
    const known = old.get(document.uri);
    old.delete(document.uri);
    if (known !== document) change(known, document);
  }
  for (const document of old.values()) change(document, undefined);
  return changes;
}
