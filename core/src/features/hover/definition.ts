/*
 * What an id means where a catalogue defines it: how often the reviews that use the catalogue cite it, and with
 * which findings. The wording stands beside it and is not said again.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { nameOf, type CatalogueFile } from '../../catalogue/index';
import { countsOf, noCount } from '../../coverage/cited';
import { isQuicklyCounted } from '../../coverage/states';
import type { Review } from '../../review/review';
import { touches, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findItemAt } from '../navigation/citationAt';
import { stateOf } from './item';
import { countWords, literal } from '../text';

/** The citations of what is defined at an offset; undefined where the offset is on no id. */
export function hoverDefinition(
  snapshot: Snapshot,
  file: CatalogueFile,
  offset: number,
): { readonly span: Span; readonly markdown: string } | undefined {
  const item = findItemAt(file, offset);
  if (!item || !touches(item.nameSpan, offset)) return undefined;
  const reviews = snapshot.reviews().filter((review) => review.catalogues.includes(file));
  const words =
    reviews.length === 0
      ? ['No review in this folder uses these standards.']
      : reviews.map((review) => describeIn(review, item));
  return { span: item.nameSpan, markdown: [`**${nameOf(item)}**`, ...words].join('\n\n') };
}

function describeIn(review: Review, item: CatalogueItem): string {
  const title = `*${literal(review.title)}*`;
  // While a large folder is still being read, nobody knows yet; a hover does not wait for it.
  if (!isQuicklyCounted(review)) return title;
  const count = countsOf(review).get(item) ?? noCount;
  return [`${title}: ${countWords(count)}.`, ...stateOf(review, item)].join('\n\n');
}
