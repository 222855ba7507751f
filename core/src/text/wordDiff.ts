/*
 * What has changed between two wordings, word by word. It knows nothing of standards; whoever shows it decides how
 * words that went and words that came look.
 */
import { diffArrays } from 'diff/lib/diff/array.js';

/** Words in a row that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly words: string;
}

/** Words of which more than this many changed are shown as before and after. */
const mostEdits = 400;

/** The words of both wordings in order: what went stands before what came in its place. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const [from, to] = [wordsIn(before), wordsIn(after)];
  // The search costs what has changed, so a bound keeps two long and different texts cheap.
  const found = diffArrays(from, to, { maxEditLength: mostEdits });
  if (!found) return [changed('removed', from), changed('added', to)];
  return found.map(({ added, removed, value }) =>
    changed(added ? 'added' : removed ? 'removed' : 'same', value),
  );
}

function changed(kind: WordChange['kind'], words: readonly string[]): WordChange {
  return { kind, words: words.join(' ') };
}

function wordsIn(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
}
