/*
 * Lines above a line: on a heading that names a theme how many of its standards are covered and which are not, in
 * a catalogue how often each standard is cited. It is text only, and says nothing that a hover, the preview or a
 * diagnostic does not say too. The figures are those of coverage.ts and counts.ts, which remember them.
 */
import type { Standard, Theme } from '../../catalogue/readCatalogue';
import { standardsOf, type CatalogueFile } from '../../catalogue/index';
import { addCounts, countsOf, noCount, type Count } from '../../coverage/citationCounts';
import { coverage, printCoverageLine } from '../../coverage/coverage';
import type { Document } from '../../document/document';
import { examine } from '../../review/summary';
import type { ReviewSet } from '../../review/review';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/workspace';
import { findCatalogue } from '../navigation/citationAt';
import { countWords } from '../text';

/** Words to show above the line of a span. */
export interface Lens {
  readonly span: Span;
  readonly words: string;
}

/** The lenses of a review document or a catalogue, in the order of the text. */
export function lenses(snapshot: Snapshot, uri: string): Lens[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  if (document && set) return onThemes(document, set);
  const file = findCatalogue(snapshot, uri);
  return file ? onStandards(snapshot, file) : [];
}

function onThemes(document: Document, set: ReviewSet): Lens[] {
  return examine(document, set.frame).headings.flatMap(({ subject, heading }) =>
    subject.kind === 'theme' ? [{ span: heading, words: describeTheme(set, subject) }] : [],
  );
}

function describeTheme(set: ReviewSet, theme: Theme): string {
  const own = coverage(set).standards.filter(({ standard }) => standard.element.theme === theme);
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
  const sets = snapshot.reviewSets().filter((set) => set.catalogues.includes(file));
  if (sets.length === 0) return [];
  return standardsOf(file.catalogue).map((standard) => {
    const counts = sets.flatMap((set) =>
      set.documents.flatMap((document) => countsOf(document, set.frame).get(standard) ?? []),
    );
    const count = counts.reduce<Count>(addCounts, noCount);
    const where = sets.length === 1 ? '' : ` in ${sets.length} reviews`;
    return { span: standard.nameSpan, words: `${countWords(count)}${where}` };
  });
}
