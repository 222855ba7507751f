/*
 * How alike two texts are: the share of words that they have in common. It knows nothing of meaning, order or
 * spelling, and each use says from where on two texts are alike enough for it.
 */

/** The different words of a text, without regard to case, marks and the kind of apostrophe. */
export function wordSet(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFC').toLowerCase().replace(/[‘’ʼ]/g, "'");
  return new Set(folded.match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []);
}

/** Between 0 and 1: twice the words in common, over the words of both. Two texts without words are not alike. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let common = 0;
  for (const word of few) if (many.has(word)) common++;
  return (2 * common) / (a.size + b.size);
}
