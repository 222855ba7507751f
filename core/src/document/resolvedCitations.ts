/*
 * What the citations of a part mean, worked out once for all who ask: coverage, and one check after another.
 */
import type { CatalogueFile } from '../catalogue/index';
import type { LocatedCitation, Fragment, FragmentNotes } from './fragment';
import { resolveParts, type ResolvedPart } from '../catalogue/resolveCitation';

/** One part of a citation, such as an id of a list, with what it means. */
export interface ResolvedHere extends ResolvedPart {
  readonly citation: LocatedCitation;
}

declare module './fragment' {
  interface FragmentNotes {
    resolved?: {
      readonly files: readonly CatalogueFile[];
      readonly citations: readonly LocatedCitation[];
      readonly list: readonly ResolvedHere[];
    };
  }
}

const none: readonly ResolvedHere[] = [];

/**
 * Every part of every citation in order; none for evidence, which is in no catalogue. It is remembered with what has
 * notes: a part of a document has, a document as a whole has not.
 */
export function resolvedIn(
  { citations, notes }: Pick<Fragment, 'citations'> & { readonly notes?: FragmentNotes },
  files: readonly CatalogueFile[],
): readonly ResolvedHere[] {
  if (citations.length === 0) return none;
  const known = notes?.resolved;
  if (known?.files === files && known.citations === citations) return known.list;
  const list: ResolvedHere[] = [];
  for (const citation of citations) {
    for (const { part, found, missing, printed, former } of resolveParts(files, citation))
      list.push({ part, found, missing, printed, former, citation });
  }
  if (notes) notes.resolved = { files, citations, list };
  return list;
}
