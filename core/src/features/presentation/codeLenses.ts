/*
 * Lines above a line: on a heading that names a theme how many of its standards are covered and which are not, in
 * a catalogue how often each standard is cited. It is text only, and says nothing that a hover, the preview or a
 * diagnostic does not say too. The figures are those of coverage/.
 */
import type { Standard, Theme } from '../../catalogue/readCatalogue';
import { standardsOf, type CatalogueFile } from '../../catalogue/index';
import { countsOf, sumCounts } from '../../coverage/cited';
import { coverage, printCoverageLine } from '../../coverage/coverage';
import type { Document } from '../../document/document';
import { summarise } from '../../review/summary';
import type { Review } from '../../review/review';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue } from '../navigation/citationAt';
import { countWords } from '../text';

/** Words to show above the line of a span. */
export interface Lens {
  readonly span: Span;
  readonly words: string;
}

/** The lenses of a review document or a catalogue, in the order of the text. */
export function codeLenses(snapshot: Snapshot, uri: string): Lens[] {
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  if (document && review) return onThemes(document, review);
  const file = findCatalogue(snapshot, uri);
  return file ? onStandards(snapshot, file) : [];
}

function onThemes(document: Document, review: Review): Lens[] {
  return summarise(document, review.context).headings.flatMap(({ subject, heading }) =>
    subject.kind === 'theme' ? [{ span: heading, words: describeTheme(review, subject) }] : [],
  );
}

function describeTheme(review: Review, theme: Theme): string {
  const own = coverage(review).standards.filter(({ standard }) => standard.element.theme === theme);
  const inState = (state: string): readonly Standard[] =>
    own.filter((entry) => entry.state === state).map(({ standard }) => standard);
  const excluded = inState('excluded').length;
  const inScope = own.length - excluded;
  if (inScope === 0)
    return own.length === 0 ? 'No standards' : `All ${own.length} standards are out of scope`;
  const missing = inState('uncovered').map(({ id }) => id);
  const line = printCoverageLine({ covered: inState('covered').length, inScope, excluded });
  return missing.length === 0 ? line : `${line}; not addressed yet: ${missing.join(', ')}`;
}

function onStandards(snapshot: Snapshot, file: CatalogueFile): Lens[] {
  const reviews = snapshot.reviews().filter((review) => review.catalogues.includes(file));
  if (reviews.length === 0) return [];
  return standardsOf(file.catalogue).map((standard) => {
    const count = sumCounts(reviews.flatMap((review) => countsOf(review).get(standard) ?? []));
    const where = reviews.length === 1 ? '' : ` in ${reviews.length} reviews`;
    return { span: standard.nameSpan, words: `${countWords(count)}${where}` };
  });
}
