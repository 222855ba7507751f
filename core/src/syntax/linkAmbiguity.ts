/*
 * How other Markdown tools read what follows a citation: our parser takes `[std 6.1]` first, but
 * `[std 6.1](x.md)` is a link elsewhere, and a paragraph that opens with `[std 6.1]: Strong` is a link
 * definition that swallows the text. Both forms follow CommonMark 0.31, sections 4.7 and 6.3.
 * They are read piece by piece: one expression for all of it would try every way to share out the white space.
 */

export type LinkReading = 'link' | 'definition';

// Each matches where it is set to start, and nowhere else.
const angled = /<[^<>\r\n]*>/y;
const balanced = /[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*/y;
const unbroken = /[^\s<]\S*/y;
const title = /"[^"]*"|'[^']*'|\([^()]*\)/y;
/** White space with one line end at most. */
const space = /[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?/y;
const blanks = /[ \t]*/y;

/** How the text at `end`, right after a citation, makes others read it; undefined where they see no link. */
export function readsAsLink(text: string, end: number, paragraphStart: boolean): LinkReading | undefined {
  if (text[end] === '(' && isResource(text, end + 1)) return 'link';
  return paragraphStart && text[end] === ':' && isDefinition(text, end + 1) ? 'definition' : undefined;
}

/** Whether a destination, perhaps a title, and a closing bracket follow. */
function isResource(text: string, start: number): boolean {
  const at = after(space, text, start);
  const end = text[at] === '<' ? after(angled, text, at) : after(balanced, text, at);
  // The destination may be missing; then a title takes its white space from what was read before it.
  return endsResource(text, end) || endsResource(text, at) || (at > start && endsResource(text, at - 1));
}

/** Whether a title after white space, or none, and the closing bracket follow. */
function endsResource(text: string, at: number): boolean {
  if (at < 0) return false;
  const titled = /\s/.test(text.charAt(at)) ? after(title, text, after(space, text, at + 1)) : -1;
  return [titled, at].some((end) => end >= 0 && text[after(space, text, end)] === ')');
}

/** Whether a destination and perhaps a title follow, and then the line ends. */
function isDefinition(text: string, start: number): boolean {
  const at = after(space, text, start);
  const end = text[at] === '<' ? after(angled, text, at) : after(unbroken, text, at);
  if (end < 0) return false;
  const gap = after(space, text, end);
  const titled = gap > end ? after(title, text, gap) : -1;
  return [titled, end].some((last) => last >= 0 && endsLine(text, after(blanks, text, last)));
}

function endsLine(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n' || text[at] === '\r';
}

/** Where the piece ends that starts at an offset; -1 where there is none. */
function after(piece: RegExp, text: string, at: number): number {
  piece.lastIndex = at;
  return piece.test(text) ? piece.lastIndex : -1;
}
