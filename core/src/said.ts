/*
 * What the findings of a chapter say, as numbers: whoever looks for words that stand twice compares these and needs
 * no text. Case, punctuation and citations do not count; a few words are too few to tell. A number has 53 bits,
 * which two findings do not share by chance. They are kept in one flat array, because a folder has thousands.
 */
import type { ChapterReading } from './chapter';
import { hashOf } from './hash';
import { span, type Span } from './span';

/** Three numbers for each finding: what it says, and where its first line begins and ends in the chapter. */
export type Said = Float64Array;

/** What a chapter says, and where it stands in its document. */
export interface PlacedSaid {
  readonly said: Said;
  readonly start: number;
}

/** Findings with fewer words than this repeat by chance. */
const fewestWords = 5;

declare module './chapter' {
  interface ReadingNotes {
    said?: Said;
  }
}

/** What the findings of a chapter say; the same object as long as the chapter stands. */
export function saidIn(reading: ChapterReading): Said {
  return (reading.notes.said ??= Float64Array.from(
    reading.parts.flatMap(({ part, start }) =>
      part.findings.flatMap(({ words, empty, head }) => {
        const key = empty ? undefined : keyOf(words);
        return key === undefined ? [] : [key, head.start + start, head.end + start];
      }),
    ),
  ));
}

/** Every finding of a chapter: what it says, and its first line with offsets into the document. */
export function* eachSaid({
  said,
  start,
}: PlacedSaid): Iterable<{ readonly key: number; readonly head: Span }> {
  for (let i = 0; i + 2 < said.length; i += 3) {
    const [key = 0, from = 0, to = 0] = said.subarray(i, i + 3);
    yield { key, head: span(from + start, to + start) };
  }
}

/** Words that are the same have the same number; undefined where they are too few. */
function keyOf(words: string): number | undefined {
  const folded = words.normalize('NFC').toLowerCase();
  const plain = folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (plain.length < fewestWords) return undefined;
  return hashOf(plain.join(' '));
}
