/*
 * Lists and names as sentences contain them, so that every message writes them alike.
 */

/** `6.1`, `6.1 and 6.2`, `6.1, 6.2 and 6.3`. */
export function listWords(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** An id or a word as a message quotes it: nobody reads on where it never ends. */
export function quotable(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
