/*
 * A page that follows the text: an ordered list of blocks, each known by its key and whole HTML, and each printed as
 * a list of fragments that stay the same strings as long as what they show does. The fragments of all blocks one
 * behind the other are the page's HTML; a fragment alone need not be whole. What has changed between two states
 * of a page is told by comparing the lists, and that costs next to nothing.
 */

/** One block; its fragments one behind the other are HTML without an open element. */
export interface Block {
  readonly key: string;
  readonly fragments: readonly string[];
}

export type Page = readonly Block[];

/** A page that is printed at once. */
export function pageOf(html: string): Page {
  return [{ key: 'page', fragments: [html] }];
}

/** The whole HTML of a page. */
export function htmlOf(page: Page): string {
  return page.flatMap(({ fragments }) => fragments).join('');
}

/** From fragment `at` of a block on, `removed` fragments give way to others. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly fragments: readonly string[];
}

/** What makes one state of a page another one. */
export interface PageChange {
  /** The keys of all blocks in their new order; missing where no block has come, gone or moved. */
  readonly order?: readonly string[];
  /** Blocks that are others, or new; splices are applied one after the other. */
  readonly blocks: readonly { readonly key: string; readonly splices: readonly Splice[] }[];
}

/** The difference between two states of a page; keys are unique in a page. */
export function changeOf(before: Page, after: Page): PageChange {
  const old = new Map(before.map((block) => [block.key, block.fragments]));
  const isSameOrder = before.length === after.length && before.every(({ key }, i) => key === after[i]?.key);
  const blocks = after.flatMap(({ key, fragments }) => {
    const splices = splicesOf(old.get(key) ?? [], fragments);
    return splices.length === 0 ? [] : [{ key, splices }];
  });
  return { ...(!isSameOrder && { order: after.map(({ key }) => key) }), blocks };
}

function splicesOf(before: readonly string[], after: readonly string[]): Splice[] {
  if (before === after) return [];
  if (before.length === after.length) {
    return after.flatMap((fragment, at) =>
      fragment === before[at] ? [] : [{ at, removed: 1, fragments: [fragment] }],
    );
  }
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before[front] === after[front]) front++;
  let back = 0;
  while (back < most - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  const fragments = after.slice(front, after.length - back);
  return [{ at: front, removed: before.length - back - front, fragments }];
}
