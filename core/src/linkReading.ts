/*
 * How other Markdown tools read what follows a citation: our parser takes `[std 6.1]` first, but
 * `[std 6.1](x.md)` is a link elsewhere, and a paragraph that opens with `[std 6.1]: Strong` is a link
 * definition that swallows the text. Both forms follow CommonMark 0.31, sections 4.7 and 6.3.
 */

export type LinkReading = 'link' | 'definition';

const destination = String.raw`(?:<[^<>\r\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)`;
const title = String.raw`(?:"[^"]*"|'[^']*'|\([^()]*\))`;
const space = String.raw`[ \t]*(?:\r\n|\n|\r)?[ \t]*`;
const resource = new RegExp(String.raw`\(${space}${destination}(?:\s${space}${title})?${space}\)`, 'y');
const definition = new RegExp(
  String.raw`:${space}(?:<[^<>\r\n]*>|[^\s<][^\s]*)(?:[ \t]+${title}|${space}${title})?[ \t]*(?=\r|\n|$)`,
  'y',
);

/** How the text at `end`, just behind a citation, makes others read it; undefined where they see no link. */
export function readsAsLink(text: string, end: number, paragraphStart: boolean): LinkReading | undefined {
  resource.lastIndex = end;
  if (text[end] === '(' && resource.test(text)) return 'link';
  definition.lastIndex = end;
  return paragraphStart && text[end] === ':' && definition.test(text) ? 'definition' : undefined;
}
