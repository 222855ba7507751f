/*
 * Small makers of Markdown as a tree, so that nothing is ever escaped by hand.
 */
import type { BlockContent, ListItem as MdItem, PhrasingContent, RootContent, TableRow } from 'mdast';

/** Words, which are escaped when they are printed. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

export function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

/** A paragraph of plain words. */
export function plain(words: string): BlockContent {
  return paragraph([text(words)]);
}

export function heading(level: number, ...children: PhrasingContent[]): RootContent {
  return { type: 'heading', depth: level as 1 | 2 | 3 | 4 | 5 | 6, children };
}

/** A list of items; numbered from `start` on, where it is given. */
export function list(items: readonly BlockContent[][], start?: number): BlockContent {
  const children = items.map((each): MdItem => ({
    type: 'listItem',
    spread: each.length > 1,
    children: each,
  }));
  return { type: 'list', ordered: start !== undefined, start: start ?? null, spread: false, children };
}

/** A table of plain words. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  const children = [heads, ...rows].map((cells): TableRow => {
    return {
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    };
  });
  return { type: 'table', children };
}
