/*
 * How often each item of the catalogues is cited in one document: by strengths, by areas for development, and in
 * narrative. It is worked out chapter by chapter and kept with what did not change, so that figures beside a
 * catalogue cost nothing while somebody writes. Who cites an item, in which words, is coverage.ts.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import type { ChunkGroupReading } from '../document/chunkGroup';
import type { Document } from '../document/document';
import type { ReviewContext } from '../review/context';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';

/** Findings with words by their kind, and citations in narrative. */
export interface Count {
  readonly strengths: number;
  readonly development: number;
  readonly mentions: number;
}
export type Counts = ReadonlyMap<CatalogueItem, Count>;

interface Known {
  readonly files: ReviewContext['catalogues'];
  readonly result: Counts;
}

declare module '../document/chunkGroup' {
  interface ReadingNotes {
    counts?: Known;
  }
}
declare module '../document/document' {
  interface DocumentNotes {
    counts?: Known;
  }
}

export const noCount: Count = { strengths: 0, development: 0, mentions: 0 };

/** The sum of two counts. */
export function addCounts(a: Count, b: Count): Count {
  return {
    strengths: a.strengths + b.strengths,
    development: a.development + b.development,
    mentions: a.mentions + b.mentions,
  };
}

/** The counts of a document under a frame; an item that it does not cite is not in them. */
export function countsOf(document: Document, context: ReviewContext): Counts {
  const known = document.notes.counts;
  if (known?.files === context.catalogues) return known.result;
  const result = new Map<CatalogueItem, Count>();
  for (const { reading } of document.skimmed.chapters) {
    for (const [item, count] of countsIn(reading, context.catalogues)) {
      result.set(item, addCounts(result.get(item) ?? noCount, count));
    }
  }
  document.notes.counts = { files: context.catalogues, result };
  return result;
}

function countsIn(reading: ChunkGroupReading, files: ReviewContext['catalogues']): Counts {
  const known = reading.notes.counts;
  if (known?.files === files) return known.result;
  const result = new Map<CatalogueItem, Count>();
  const add = (items: Iterable<CatalogueItem>, one: Partial<Count>): void => {
    for (const item of items)
      result.set(item, addCounts(result.get(item) ?? noCount, { ...noCount, ...one }));
  };
  for (const { part } of reading.parts) {
    for (const finding of part.findings) {
      if (finding.empty) continue;
      const items = new Set(finding.citations.flatMap((citation) => itemsOf(resolveParts(files, citation))));
      add(items, finding.kind === 'strength' ? { strengths: 1 } : { development: 1 });
    }
    for (const citation of part.citations) {
      if (citation.place === 'narrative') add(itemsOf(resolveParts(files, citation)), { mentions: 1 });
    }
  }
  reading.notes.counts = { files, result };
  return result;
}
