/*
 * How a standard was worded when a review was made, beside its words of today, as a hover shows it in Markdown. The
 * earlier words are looked for in every catalogue that is at hand; a cover holds only their fingerprint.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { findWording, rewordedIn } from '../../review/editions';
import type { Review } from '../../review/review';
import { compareWords } from '../../text/wordDiff';
import type { Snapshot } from '../../review/snapshot';
import { literal } from '../text';

/** In a paragraph how an item was reworded since the review; nothing where it was not. */
export function describeRewording(snapshot: Snapshot, review: Review, item: CatalogueItem): string[] {
  const reworded = item.kind === 'standard' ? rewordedIn(review.context).get(item) : undefined;
  if (item.kind !== 'standard' || !reworded) return [];
  const before = findWording([...snapshot.catalogues.values(), ...snapshot.shipped], reworded);
  if (before === undefined)
    return [
      '**Reworded since this was reviewed.** The words of that time are in no catalogue of this folder; put the earlier edition beside it to see the difference.',
    ];
  const pieces = compareWords(before, item.text).map(({ kind, words }) => {
    if (kind === 'removed') return `~~${literal(words)}~~`;
    return kind === 'added' ? `**${literal(words)}**` : literal(words);
  });
  const number = reworded.id === item.id ? '' : ` It was ${reworded.id} then.`;
  return [`**Reworded since this was reviewed.**${number} ${pieces.join(' ')}`];
}
