/*
 * Text that stands for text to come, such as `TODO` or `…`: a finding or a reason that contains nothing else says
 * nothing yet. A row of x is how a redacted name looks, so rows of any length are read in one pass: the pieces are
 * taken one after another, each as long as it goes. That loses nothing, because no piece starts as another one does.
 */

const piece = /to ?do|tb[acdw]|fix ?me|x{2,}|n\/?a|\p{P}+|\p{S}+|\s+/iuy;

/** Whether the words say nothing yet; a line that begins with TODO is a note to oneself. */
export function isPlaceholder(words: string): boolean {
  return isMadeOfPieces(words) || /^to ?do\b/i.test(words);
}

function isMadeOfPieces(words: string): boolean {
  piece.lastIndex = 0;
  while (piece.lastIndex < words.length) if (!piece.test(words)) return false;
  return true;
}
