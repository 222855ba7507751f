/*
 * The next gap in report order from a cursor, round and round. Gaps that would be mended at the same place are
 * one stop, or the same heading would be shown several times. Where the gaps are is known by gapPlaces.ts.
 */
import type { Place } from '../../text/diagnostic';
import { citedAs } from '../../catalogue/index';
import { listWords } from '../../text/lists';
import { gapPlaces, type GapPlace } from '../../coverage/gapPlaces';
import { nameWithin, type Review } from '../../review/review';

/** Where to go, and what is shown there. */
export interface NextGap {
  readonly place: Place;
  /** `Gap 2 of 5: no finding addresses standards 6.1 and 6.2 yet.` */
  readonly words: string;
  /** The review, theme, element and standard that is shown first, as the tree of coverage names them. */
  readonly path: readonly string[];
}

/** The first stop behind an offset of a document; the first of all for a document that is not the review's. */
export function nextGap(review: Review, uri: string, offset: number): NextGap | undefined {
  const stops: GapPlace[][] = [];
  for (const gap of gapPlaces(review)) {
    const last = stops[stops.length - 1];
    if (last?.[0]?.document === gap.document && last[0].span.start === gap.span.start) last.push(gap);
    else stops.push([gap]);
  }
  const here = review.documents.findIndex((document) => document.uri === uri);
  const next = stops.findIndex(([gap]) => {
    const there = gap ? review.documents.indexOf(gap.document) : -1;
    return there > here || (there === here && gap !== undefined && gap.span.start > offset);
  });
  const at = Math.max(next, 0);
  const stop = stops[at];
  const [first] = stop ?? [];
  if (!stop || !first) return undefined;
  const words = `Gap ${at + 1} of ${stops.length}: ${describe(stop, first)}`;
  return { place: { uri: first.document.uri, span: first.span }, words, path: pathTo(review, first) };
}

function pathTo(review: Review, { item }: GapPlace): string[] {
  const above = item.kind === 'standard' ? [item.element.theme, item.element] : [item.theme];
  return [review.cover.uri, ...[...above, item].map((each) => nameWithin(review, each))];
}

function describe(stop: readonly GapPlace[], { at, item }: GapPlace): string {
  const ids = listWords(stop.map((gap) => citedAs(gap.file.catalogue, gap.item)));
  const named = `${item.kind}${stop.length === 1 ? '' : 's'} ${ids}`;
  if (at === 'stub') return `the finding for ${named} has no words yet.`;
  const where = at === 'cover' ? ' No document has a heading for its theme.' : '';
  return `no finding addresses ${named} yet.${where}`;
}
