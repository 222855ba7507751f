/*
 * The links of a fragment, as its author wrote their destinations. Whether a destination is a file, and which, is not
 * known here.
 */
import type { Nodes } from 'mdast';
import { childrenOf, parseBlocks, spanOf } from '../syntax/markdown';
import type { Fragment } from './fragment';
import { memo } from '../text/memo';
import { slice, span, type Span } from '../text/span';

/** A destination, and where it is: offsets from the fragment's start. */
export interface Link {
  readonly destination: string;
  readonly span: Span;
}

/** The links, images and link definitions of a piece of text that can be read alone. */
export const linksIn = memo(({ text }: Fragment): readonly Link[] => {
  const links: Link[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      links.push({ destination: node.url, span: destinationOf(text, spanOf(node), node.url) });
    childrenOf(node).forEach(walk);
  };
  // Most have no signs of a link and need not be parsed.
  if (/\]\(|\]:/.test(text)) walk(parseBlocks(text));
  return links;
});

/** Where a destination is written; all of the link where it is spelled with escapes. */
function destinationOf(text: string, link: Span, url: string): Span {
  const written = slice(text, link);
  const behind = Math.max(written.lastIndexOf(']('), written.indexOf(']:'));
  const at = url === '' ? -1 : written.indexOf(url, Math.max(0, behind));
  return at < 0 ? link : span(link.start + at, link.start + at + url.length);
}
