/*
 * What the findings of a chapter say, as numbers: whoever looks for words that stand twice compares these and needs
 * no text. Case, punctuation and citations do not count; a few words are too few to tell. A number has 53 bits,
 * which two findings do not share by chance. They are kept in one flat array, because a folder has thousands.
 */
import type { ChunkGroupReading } from '../document/chunkGroup';
import { hashOf } from '../text/hash';
import type { KeptFragment } from '../document/fragment';

/** Three numbers for each finding: what it says, and where its first line begins and ends in the chapter. */
export type Said = Float64Array;

/** What a chapter says, and where it stands in its document. */
export interface PlacedSaid {
  readonly said: Said;
  readonly start: number;
}

/** Findings with fewer words than this repeat by chance. */
const fewestWords = 5;

declare module '../document/chunkGroup' {
  interface ReadingNotes {
    said?: Said;
  }
}
declare module '../document/fragment' {
  interface FragmentNotes {
    /** With offsets from the part's start. */
    said?: readonly number[];
  }
}

/** What the findings of a chapter say; the same object as long as the chapter stands. */
export function saidIn(reading: ChunkGroupReading): Said {
  return (reading.notes.said ??= findSaid(reading));
}

function findSaid({ parts }: ChunkGroupReading): Said {
  let length = 0;
  for (const { part } of parts) length += saidInPart(part).length;
  const said = new Float64Array(length);
  let at = 0;
  for (const { part, start } of parts) {
    const own = saidInPart(part);
    for (let i = 0; i < own.length; i++) said[at++] = (own[i] ?? 0) + (i % 3 === 0 ? 0 : start);
  }
  return said;
}

const none: readonly number[] = [];

function saidInPart(part: KeptFragment): readonly number[] {
  if (part.findings.length === 0) return none;
  return (part.notes.said ??= part.findings.flatMap(({ words, empty, head }) => {
    const key = empty ? undefined : keyOf(words);
    return key === undefined ? [] : [key, head.start, head.end];
  }));
}

/** Calls back for every finding of a chapter, with what it says and its first line in the document; in their order. */
export function eachSaid(
  { said, start }: PlacedSaid,
  tell: (key: number, from: number, to: number) => void,
): void {
  // A document has thousands, and this is gone through at a keystroke: numbers make no garbage.
  for (let i = 0; i + 2 < said.length; i += 3)
    tell(said[i] ?? 0, (said[i + 1] ?? 0) + start, (said[i + 2] ?? 0) + start);
}

/** Words that are the same have the same number; undefined where they are too few. */
function keyOf(words: string): number | undefined {
  const plain = lettersIn(words).trim();
  let count = plain === '' ? 0 : 1;
  for (let at = plain.indexOf(' '); at >= 0; at = plain.indexOf(' ', at + 1)) count++;
  return count < fewestWords ? undefined : hashOf(plain);
}

// eslint-disable-next-line no-control-regex -- all of the oldest characters, most of which are letters.
const ascii = /^[\u0000-\u007f]*$/;

/** Letters and digits in small letters, and one blank for all that stands between. Most words need no tables of Unicode. */
function lettersIn(words: string): string {
  if (ascii.test(words)) return words.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
