/*
 * Words that stand for words to come, such as `TODO` or `…`: a finding or a reason that holds nothing else says
 * nothing yet.
 */

const placeholder = /^(?:to ?do|tb[acdw]|fix ?me|x{2,}|n\/?a|\p{P}|\p{S}|\s)*$/iu;

/** Whether words say nothing yet; a line that begins with TODO is a note to oneself. */
export function isPlaceholder(words: string): boolean {
  return placeholder.test(words) || /^to ?do\b/i.test(words);
}
