/*
 * What is different between two editions of a catalogue: what was added and removed, what has another id, and what has
 * other words, with the words themselves. It compares what can be cited, and the sources of evidence only by count.
 */
import type { Catalogue, CatalogueItem } from '../catalogue/readCatalogue';
import { indexOf, wordingOf } from '../catalogue/index';
import { fingerprintOf } from '../review/editions';
import { successorsOf } from './successors';
import { compareWords, type WordChange } from '../text/wordDiff';

/** Something that is in both editions and not the same. */
export interface Change {
  readonly before: CatalogueItem;
  readonly after: CatalogueItem;
}
export interface Rewording extends Change {
  readonly words: readonly WordChange[];
}
export interface CatalogueChanges {
  readonly added: readonly CatalogueItem[];
  readonly removed: readonly CatalogueItem[];
  readonly renumbered: readonly Change[];
  readonly reworded: readonly Rewording[];
  /** What has become several things. */
  readonly split: readonly { readonly before: CatalogueItem; readonly after: readonly CatalogueItem[] }[];
}

/** The differences, in the order of the catalogues. */
export function compareCatalogues(from: Catalogue, to: Catalogue): CatalogueChanges {
  const successors = successorsOf(from, to);
  const olds = [...indexOf(from).order.keys()];
  const kept = new Set([...successors.values()].flat());
  const pairs = olds.flatMap((before): Change[] => {
    const [after, ...others] = successors.get(before) ?? [];
    return after && others.length === 0 ? [{ before, after }] : [];
  });
  const isReworded = ({ before, after }: Change): boolean =>
    fingerprintOf(wordingOf(before)) !== fingerprintOf(wordingOf(after));
  return {
    added: [...indexOf(to).order.keys()].filter((item) => !kept.has(item)),
    removed: olds.filter((item) => (successors.get(item) ?? []).length === 0),
    renumbered: pairs.filter(({ before, after }) => before.id !== after.id),
    reworded: pairs.filter(isReworded).map(({ before, after }) => {
      return { before, after, words: compareWords(wordingOf(before), wordingOf(after)) };
    }),
    split: olds.flatMap((before) => {
      const after = successors.get(before) ?? [];
      return after.length > 1 ? [{ before, after }] : [];
    }),
  };
}
