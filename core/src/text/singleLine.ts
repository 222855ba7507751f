/*
 * Words on one line, as they are written into YAML and into Markdown: neither keeps white space or control characters.
 */

/** The words with single blanks between them, without control characters. */
export function oneLine(words: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is taken out.
  return words.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

/** White space that is no plain blank. */
const unusual = /[^\S ]/;

/** The words with single blanks between them; most have no others, and are not made again. */
export function foldBlanks(words: string): string {
  const isFolded = !words.includes('  ') && !unusual.test(words);
  return (isFolded ? words : words.replace(/\s+/g, ' ')).trim();
}
