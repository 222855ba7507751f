/*
 * What each thing of one edition has become in another. What the newer one says itself (`formerly`) counts first, then
 * the same id with the same words, then the same words under another id, and last the same id with other words. Where
 * the answer is several things, the old one was split; where it is none, it is gone.
 */
import { append } from '../text/grouping';
import type { Catalogue, CatalogueItem, Probe } from '../catalogue/readCatalogue';
import { elementsOf, standardsOf, wordingOf } from '../catalogue/index';
import { fingerprintOf } from '../review/editions';
import { likeness, wordSet } from '../text/similarity';

/** By everything in the old edition that can be cited, what it is in the new one. */
export type Successors = ReadonlyMap<CatalogueItem, readonly CatalogueItem[]>;

/** Probes have no ids of their own, so one with other words is the same only if most of them stayed. */
const alike = 0.6;

/** What has become of everything that can be cited. */
export function successorsOf(from: Catalogue, to: Catalogue): Successors {
  const found = new Map<CatalogueItem, readonly CatalogueItem[]>();
  match(found, from.themes, to.themes, sameId);
  match(found, elementsOf(from), elementsOf(to), sameId);
  match(found, standardsOf(from), standardsOf(to), sameId);
  const probesIn = (catalogue: Catalogue): readonly Probe[] =>
    elementsOf(catalogue).flatMap(({ probes }) => probes);
  match(found, probesIn(from), probesIn(to), (old, now) => {
    const isSameElement = found.get(old.element)?.includes(now.element) === true;
    return isSameElement && likeness(wordSet(old.text), wordSet(now.text)) >= alike;
  });
  return found;
}

type Formerly = CatalogueItem & { readonly formerly: readonly string[] };

function sameId(old: CatalogueItem, now: CatalogueItem): boolean {
  return old.id === now.id;
}

function match<T extends Formerly>(
  found: Map<CatalogueItem, readonly CatalogueItem[]>,
  olds: readonly T[],
  news: readonly T[],
  isProbably: (old: T, now: T) => boolean,
): void {
  const taken = new Set<T>();
  const pair = (old: T, now: readonly T[]): void => {
    found.set(old, now);
    for (const each of now) taken.add(each);
  };
  const open = (): T[] => olds.filter((old) => !found.has(old));
  const free = (): T[] => news.filter((now) => !taken.has(now) && now.formerly.length === 0);
  for (const old of olds) {
    const said = news.filter((now) => now.formerly.includes(old.id));
    if (said.length > 0 && !found.has(old)) pair(old, said);
  }
  for (const old of open()) {
    const now = free().find((each) => each.id === old.id && isSameWords(old, each));
    if (now) pair(old, [now]);
  }
  const left = byWords(free());
  for (const [words, group] of byWords(open())) {
    const now = left.get(words) ?? [];
    // Words that stand several times pair up in their order, or not at all.
    if (now.length === group.length) group.forEach((old, i) => pair(old, now.slice(i, i + 1)));
  }
  for (const old of open()) {
    const now = free().find((each) => isProbably(old, each));
    pair(old, now ? [now] : []);
  }
}

function isSameWords(a: CatalogueItem, b: CatalogueItem): boolean {
  return fingerprintOf(wordingOf(a)) === fingerprintOf(wordingOf(b));
}

function byWords<T extends CatalogueItem>(items: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const words = fingerprintOf(wordingOf(item));
    append(found, words, item);
  }
  return found;
}
