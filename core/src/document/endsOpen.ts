/*
 * Whether a text ends inside a block that would take in whatever follows, so that no cut may be made there.
 */
import type { Root } from 'mdast';

const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/** Whether the last block would swallow what follows: a fence or one of the HTML blocks that end at a marker. */
export function endsOpen(tree: Root, text: string): boolean {
  const last = tree.children[tree.children.length - 1];
  if (last?.type !== 'code' && last?.type !== 'html') return false;
  const source = text.slice(last.position?.start.offset, last.position?.end.offset).trimStart();
  if (last.type === 'html') {
    const kind = htmlEnds.find(([opening]) => opening.test(source));
    return kind !== undefined && !kind[1].test(source);
  }
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  const lines = source.split(/\r\n|\n|\r/);
  const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(
    lines.length > 1 ? (lines[lines.length - 1] ?? '') : '',
  )?.[1];
  return !closing?.startsWith(fence);
}
