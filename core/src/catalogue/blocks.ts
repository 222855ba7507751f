/*
 * The blocks of a catalogue, read a part at a time, so that the tree of a large one is never in memory as a whole. A part
 * ends before the heading of a theme or an element. A heading at the start of a line ends every block before it, except
 * fenced code and HTML; and the definition of a link changes what other parts mean. A text with a line that could begin one
 * of these is one part. Offsets are those of the whole text.
 */
import type { Nodes, RootContent } from 'mdast';
import { childrenOf, findFrontMatter, parse, parseBlocks } from '../syntax/markdown';

/** Parts are joined up to about this length, because each costs some time of its own. */
const usual = 20_000;

/** A line that could begin fenced code, HTML or a definition, in lists and quotations too. */
const reaching = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:```|~~~|<|\[)/m;

/** The blocks of a text in their order; front matter is none of them. */
export function* blocksOf(text: string, partLength = usual): Generator<RootContent> {
  let start = 0;
  for (const end of endsOf(text, partLength)) {
    const part = text.slice(start, end);
    const { children } = start === 0 ? parse(part) : parseBlocks(part);
    for (const child of children) {
      shift(child, start);
      yield child;
    }
    start = end;
  }
}

/** Where parts end. */
function* endsOf(text: string, partLength: number): Generator<number> {
  const start = findFrontMatter(text)?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  if (!reaching.test(text.slice(start))) {
    // The first part has the front matter.
    let next = start + partLength;
    for (const { index } of text.matchAll(/(?<=[\n\r])##? /g)) {
      if (index < next) continue;
      yield index;
      next = index + partLength;
    }
  }
  yield text.length;
}

function shift(node: Nodes, by: number): void {
  const { start, end } = node.position ?? {};
  if (start?.offset !== undefined) start.offset += by;
  if (end?.offset !== undefined) end.offset += by;
  for (const child of childrenOf(node)) shift(child, by);
}
