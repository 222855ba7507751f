/*
 * What an id means where a catalogue defines it: how often the reviews that use the catalogue cite it, and with
 * which findings. The wording stands beside it and is not said again.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { nameOf, type CatalogueFile } from '../../catalogue/index';
import { addCounts, countsOf, noCount } from '../../coverage/citationCounts';
import { isQuicklyCounted } from '../../coverage/states';
import type { ReviewSet } from '../../review/review';
import { touches, type Span } from '../../text/span';
import type { Snapshot } from '../../review/workspace';
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
  const sets = snapshot.reviewSets().filter((set) => set.catalogues.includes(file));
  const words =
    sets.length === 0
      ? ['No review in this folder uses these standards.']
      : sets.map((set) => describeIn(set, item));
  return { span: item.nameSpan, markdown: [`**${nameOf(item)}**`, ...words].join('\n\n') };
}

function describeIn(set: ReviewSet, item: CatalogueItem): string {
  const title = `*${literal(set.title)}*`;
  // While a large folder is still being read, nobody knows yet; a hover does not wait for it.
  if (!isQuicklyCounted(set)) return title;
  const count = set.documents
    .map((document) => countsOf(document, set.frame).get(item) ?? noCount)
    .reduce(addCounts, noCount);
  return [`${title}: ${countWords(count)}.`, ...stateOf(set, item)].join('\n\n');
}
