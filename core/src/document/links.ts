/*
 * The links of a passage, as its author wrote their destinations. Only features that ask for links pay for them:
 * a passage without the signs of one is not looked at, and what was found is kept with the passage. Whether a
 * destination is a file, and which, is not known here.
 */
import type { Nodes } from 'mdast';
import { childrenOf, parseBlocks, spanOf } from '../syntax/markdown';
import type { Chunk } from './chunk';
import { slice, span, type Span } from '../text/span';

/** A destination, and where it stands: offsets from the passage's start. */
export interface PassageLink {
  readonly destination: string;
  readonly span: Span;
}

declare module './chunk' {
  interface ChunkNotes {
    links?: readonly PassageLink[];
  }
}

/** The links, images and link definitions of a passage. */
export function linksIn(passage: Chunk): readonly PassageLink[] {
  const known = passage.notes.links;
  if (known) return known;
  const links: PassageLink[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ destination: node.url, span: destinationOf(passage.text, spanOf(node), node.url) });
    }
    childrenOf(node).forEach(walk);
  };
  if (/\]\(|\]:/.test(passage.text)) walk(parseBlocks(passage.text));
  return (passage.notes.links = links);
}

/** Where a destination is written; all of the link where it is spelled with escapes. */
function destinationOf(text: string, link: Span, url: string): Span {
  const written = slice(text, link);
  const behind = Math.max(written.lastIndexOf(']('), written.indexOf(']:'));
  const at = url === '' ? -1 : written.indexOf(url, Math.max(0, behind));
  return at < 0 ? link : span(link.start + at, link.start + at + url.length);
}
