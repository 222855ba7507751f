/*
 * What the citations of a stretch mean, part by part, worked out once for all checks that ask: they ask one after the
 * other about the same stretch.
 */
import type { Frame } from '../frame';
import type { LocatedCitation } from '../part';
import { resolveParts, type ResolvedPart } from '../resolve';
import type { Stretch } from './check';

/** A part of a citation with what it means. */
export interface CitedHere extends ResolvedPart {
  readonly citation: LocatedCitation;
}

const none: readonly CitedHere[] = [];
let last:
  { readonly stretch: Stretch; readonly frame: Frame; readonly cited: readonly CitedHere[] } | undefined;

/** Every part of every citation of a stretch; none for evidence, which is in no catalogue. */
export function citedParts(stretch: Stretch, frame: Frame): readonly CitedHere[] {
  if (stretch.citations.length === 0) return none;
  if (last?.stretch !== stretch || last.frame !== frame) {
    const cited = stretch.citations.flatMap((citation) =>
      resolveParts(frame.catalogues, citation).map((resolved) => ({ ...resolved, citation })),
    );
    last = { stretch, frame, cited };
  }
  return last.cited;
}
