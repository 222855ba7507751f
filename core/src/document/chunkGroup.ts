/*
 * A chapter in its place: the parts of its passages, with offsets from the chapter's start. A chapter that an
 * edit did not touch, under the same headings, is the same reading; everything about it is kept with it.
 */
import { fragmentOf, type KeptFragment, type SectionState } from './fragment';
import type { Offset } from './shiftFragment';
import type { ChunkGroup } from './chunker';

/** A part, and where it stands in its chapter; section 0 is the one that the chapter begins in. */
export interface PlacedFragment extends Offset {
  readonly part: KeptFragment;
}

export interface ChunkGroupReading {
  readonly parts: readonly PlacedFragment[];
  /** How many headings and findings it holds. */
  readonly sections: number;
  readonly findings: number;
  /** What the next chapter stands under. */
  readonly next: SectionState;
  readonly notes: ReadingNotes;
}

/** What others have worked out about a reading and keep with it, each under a key of its own. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each file that keeps something adds its key.
export interface ReadingNotes {}

declare module './chunker' {
  interface ChunkGroupNotes {
    reading?: { readonly state: SectionState; readonly result: ChunkGroupReading };
  }
}

/** A chapter under some headings. */
export function readChunkGroup(chapter: ChunkGroup, state: SectionState): ChunkGroupReading {
  const known = chapter.notes.reading;
  if (known && isSame(known.state, state)) return known.result;
  let next = state;
  let start = 0;
  let sections = 0;
  let findings = 0;
  const parts = chapter.passages.map((passage): PlacedFragment => {
    const read = fragmentOf(passage, next);
    const placed = { part: read.part, start, section: sections, finding: findings };
    next = read.next;
    start += passage.text.length;
    sections += read.part.sections.length;
    findings += read.part.findings.length;
    return placed;
  });
  const result = { parts, sections, findings, next, notes: {} };
  chapter.notes.reading = { state, result };
  return result;
}

/** Whether two states make the same of what follows. */
function isSame(a: SectionState, b: SectionState): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.labels !== b.labels || a.above.length !== b.above.length) return false;
  return a.above.every(
    (heading, i) => heading.level === b.above[i]?.level && heading.kind === b.above[i].kind,
  );
}
