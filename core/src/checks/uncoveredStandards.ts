/*
 * `uncovered-standards`: elements or standards in scope that no finding addresses. One diagnostic for a
 * theme, on its heading, names them all; a theme without a heading is reported on the cover's `standards:`.
 * Its fix is the one that cannot take its diagnostic away: it inserts a stub, and only words cover.
 */
import { groupBy } from '../text/grouping';
import { memo } from '../text/memo';
import type { CatalogueItem, Element } from '../catalogue/readCatalogue';
import { citedAs } from '../catalogue/index';
import type { Document } from '../document/document';
import { gapsOf, type ThemeGaps } from '../coverage/gaps';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { Review } from '../review/review';
import { stubFor, stubKinds, stubNames, stubWithTheme } from '../coverage/findingStub';
import { byPhase, type CheckFix, type ReviewCheck } from './check';
import { listWords } from '../text/lists';
export const uncoveredStandards: ReviewCheck = {
  about: 'review',
  code: 'uncovered-standards',
  severity: byPhase,
  title: 'Standards or elements in scope are addressed by no finding',
  why: 'The team promised to look at them. Say what was found, or agree to leave them out and say why.',
  *run(review) {
    for (const gaps of gapsOf(review)) {
      const { uri, catalogue } = gaps.file;
      const related = gaps.standards.map((standard) => {
        const message = `${citedAs(catalogue, standard)} ${standard.text}`;
        return { uri, span: standard.nameSpan, message };
      });
      const { document, span } = gaps.place;
      yield { document, span, message: describeGaps(gaps), related };
    }
  },
  fix(diagnostic, document, review) {
    const said = gapsByMessage(gapsOf(review)).get(diagnostic.message) ?? [];
    const all = said.filter(({ place }) => {
      return place.document === document && place.span.start === diagnostic.span.start;
    });
    return all.flatMap((gaps) => stubs(gaps, document, review));
  },
};

/** Gaps by what is said of them; worked out once for all that are fixed together, as they may share one place. */
const gapsByMessage = memo((all: readonly ThemeGaps[]) => groupBy(all, describeGaps));

/** What is missing, in one sentence: `Theme 1: no finding addresses element 2 (2.1) and standard 1.2 yet.` */
export function describeGaps({ theme, file, elements, standards }: ThemeGaps): string {
  const print = (item: CatalogueItem): string => citedAs(file.catalogue, item);
  const whole = new Set<Element>(elements);
  const rest = standards.filter((standard) => !whole.has(standard.element)).map(print);
  const byElement = groupBy(standards, ({ element }) => element);
  const named = elements.map((element) => {
    const ids = (byElement.get(element) ?? []).map(print);
    return ids.length === 0 ? `element ${print(element)}` : `element ${print(element)} (${listWords(ids)})`;
  });
  const single =
    rest.length === 0 ? [] : [`${rest.length === 1 ? 'standard' : 'standards'} ${listWords(rest)}`];
  return `Theme ${print(theme)}: no finding addresses ${listWords([...named, ...single])} yet.`;
}

function stubs(gaps: ThemeGaps, document: Document, review: Review): CheckFix[] {
  const print = (item: CatalogueItem): string => citedAs(gaps.file.catalogue, item);
  const begun = stubbedIn(document, review);
  const standards = gaps.standards.filter((standard) => !begun.has(standard));
  if (gaps.place.onHeading) {
    const heading = gaps.place.span;
    return standards.flatMap((standard) =>
      stubKinds.map((kind) => {
        const title = `Add a finding for ${print(standard)} (${stubNames[kind]})`;
        return { title, ...stubFor(standard, gaps.file, kind, document, heading, review) };
      }),
    );
  }
  const [first] = standards;
  if (!first) return [];
  return [
    {
      title: `Add a section for theme ${print(gaps.theme)}`,
      ...stubWithTheme(first, gaps.file, document, review),
    },
  ];
}

/** What a finding without words cites already: it waits for words, not for another stub. */
function stubbedIn(document: Document, review: Review): ReadonlySet<CatalogueItem> {
  const stubs = document.model.findings.filter(({ empty }) => empty);
  const cited = stubs.flatMap(({ citations }) => citations.filter(({ kind }) => kind === 'standard'));
  return new Set(cited.flatMap((citation) => itemsOf(resolveParts(review.catalogues, citation))));
}
