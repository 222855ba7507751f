/*
 * A few words that tell what an item of a catalogue is about. Standards and probes have a wording and no title, and many
 * begin alike ("Children and young people …"), so the words are taken from where the wording differs most from the
 * others of its catalogue. They are always a piece of the published wording as it stands; the rest is shown by an
 * ellipsis and never paraphrased.
 */
import type { Catalogue, CatalogueItem } from '../../catalogue/readCatalogue';
import { elementsOf, wordingOf } from '../../catalogue/index';
import { trimEnd } from '../text';
import { trimEndOf } from '../../text/ends';
import { memo } from '../../text/memo';

/** A word where it stands, with its form for comparing. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** Shorter words hold others together and say little by themselves. */
const shortestTelling = 4;
/** Words in less than this share of the wordings tell about equally much: a rare word is not a better title. */
const rare = 1 / 10;
/** What a word must tell to begin or end a title. */
const leastAtEnds = 1.2;

/** Words for an item of a catalogue, at most `length` characters and an ellipsis at either end. */
export function shortTitle(catalogue: Catalogue, item: CatalogueItem, length: number): string {
  const wording = wordingOf(item);
  if (wording.length <= length) return wording;
  const words = wordsOf(wording);
  const isTitle = item.kind === 'theme' || item.kind === 'element';
  const { start, end } = (isTitle ? undefined : mostTelling(catalogue, wording, words, length)) ?? {
    start: 0,
    end: words.filter((word) => word.end <= length).pop()?.end ?? length,
  };
  const shown = trimEnd(wording.slice(start, end));
  return `${start > 0 ? '…' : ''}${shown}${end < wording.length ? '…' : ''}`;
}

/** The run of words within one clause that tells most; undefined where no word tells anything. */
function mostTelling(
  catalogue: Catalogue,
  wording: string,
  words: readonly Word[],
  length: number,
): { readonly start: number; readonly end: number } | undefined {
  const tells = tellingIn(catalogue);
  let best: { readonly start: number; readonly end: number } | undefined;
  let most = 0;
  for (const [i, first] of words.entries()) {
    if (tells(first.folded) < leastAtEnds || /[([“"]/.test(wording.charAt(first.start))) continue;
    const seen = new Set<string>();
    let sum = 0;
    for (const word of words.slice(i)) {
      if (word.end - first.start > length) break;
      if (!seen.has(word.folded)) sum += tells(word.folded);
      seen.add(word.folded);
      const clause = wording.slice(first.start, word.end);
      const isWhole = tells(word.folded) >= leastAtEnds && clause.lastIndexOf('(') <= clause.lastIndexOf(')');
      if (isWhole && sum > most + 1e-9) {
        best = { start: first.start, end: word.end };
        most = sum;
      }
      if (/[.;:]$/.test(clause)) break;
    }
  }
  return best;
}

/** How much a word tells in a catalogue: the more, the fewer of its wordings have it. */
const tellingIn = memo((catalogue: Catalogue): ((folded: string) => number) => {
  const items = elementsOf(catalogue).flatMap((element) => [...element.standards, ...element.probes]);
  const having = new Map<string, number>();
  for (const item of items)
    for (const folded of new Set(wordsOf(wordingOf(item)).map((word) => word.folded)))
      having.set(folded, (having.get(folded) ?? 0) + 1);
  return (folded) => {
    if (folded.length < shortestTelling) return 0;
    const share = (having.get(folded) ?? 0) / Math.max(1, items.length);
    return -Math.log(Math.max(rare, share));
  };
});

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: foldWord(word),
  }));
}

/** A word without its case, its accents, and the signs around it. */
function foldWord(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return trimEndOf(bare.replace(/^[^\p{L}\p{N}]+/u, ''), /[^\p{L}\p{N}]/u);
}
