/*
 * Words as features show them: shortened to fit a line, and quoted so that Markdown takes them as words.
 */

/** The text cut at a word near `length` characters, with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\s,.;:]+$/, '')}…`;
}

/** The text with everything that Markdown would read as a sign of its own made literal. */
export function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&#]/g, '\\$&');
}
