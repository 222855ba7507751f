/*
 * Puts texts together that say nearly the same, each of a group like some other one of it. Each is compared with some
 * before it only: comparing all with each other would take the square of their number.
 */
import { likeness } from './similarity';

/** A text of a group, which is a chain, so that two groups become one at no cost. */
interface Link<T> {
  readonly item: T;
  next?: Link<T>;
}
interface Group<T> {
  readonly first: Link<T>;
  last: Link<T>;
  /** The number of the item that was added last. */
  grown: number;
  /** The group that this one has become a part of. */
  into?: Group<T>;
}

/**
 * Groups of two and more that are alike from `bound` on, those that have grown last at the end. An item is compared with
 * `most` before it; one of the very same words is found at any distance.
 */
export function groupAlikeBy<T>(
  items: readonly T[],
  wordsOf: (item: T) => ReadonlySet<string>,
  bound: number,
  most: number,
): T[][] {
  const groups: Group<T>[] = [];
  const words: ReadonlySet<string>[] = [];
  const byWords = new Map<string, Group<T>>();
  for (const [i, item] of items.entries()) {
    const own = wordsOf(item);
    const key = [...own].sort().join(' ');
    const same = own.size === 0 ? undefined : byWords.get(key);
    const near = new Set<Group<T>>(same ? [rootOf(same)] : []);
    for (let j = Math.max(0, i - most); j < i && !same; j++) {
      const [group, other] = [groups[j], words[j]];
      if (group && other && !near.has(rootOf(group)) && likeness(other, own) >= bound)
        near.add(rootOf(group));
    }
    const group = join(
      [...near].sort((a, b) => a.grown - b.grown),
      { item },
      i,
    );
    groups.push(group);
    words.push(own);
    byWords.set(key, group);
  }
  return [...new Set(groups.map(rootOf))]
    .sort((a, b) => a.grown - b.grown)
    .map(itemsOf)
    .filter((group) => group.length > 1);
}

/** Some groups and one more item as one group, in this order. */
function join<T>([first, ...others]: readonly Group<T>[], link: Link<T>, i: number): Group<T> {
  if (!first) return { first: link, last: link, grown: i };
  for (const other of others) {
    first.last.next = other.first;
    first.last = other.last;
    other.into = first;
  }
  first.last.next = link;
  first.last = link;
  first.grown = i;
  return first;
}

/** The group that a group is in now; the way there is shortened for the next who asks. */
function rootOf<T>(group: Group<T>): Group<T> {
  let root = group;
  while (root.into) root = root.into;
  for (let at = group; at.into;) {
    const next = at.into;
    at.into = root;
    at = next;
    if (at === root) break;
  }
  return root;
}

function itemsOf<T>({ first }: Group<T>): T[] {
  const items: T[] = [];
  for (let at: Link<T> | undefined = first; at; at = at.next) items.push(at.item);
  return items;
}
