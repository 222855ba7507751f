/*
 * Who addresses what. One function, used by the editor, the preview, the command line and every export: a
 * standard is covered when a finding with words cites it, in a list or a range too; citing its element
 * covers the element only; a citation in narrative is a mention. Excluded ones are counted apart.
 */
import type { Element, Standard } from './catalogue';
import { elementsOf } from './catalogueIndex';
import { itemsOf, resolveParts } from './resolve';
import type { Finding, LocatedCitation } from './review';
import type { ReviewSet } from './reviewSet';
import { scopeOf } from './scope';
import type { Exclusion } from './settingTypes';
import type { Document } from './document';

/** A finding and where it stands; the reviewer is that of the finding, or else of its document. */
export interface PlacedFinding {
  readonly document: Document;
  readonly finding: Finding;
  readonly reviewer?: string;
}

/** A citation in narrative. */
export interface Mention {
  readonly document: Document;
  readonly citation: LocatedCitation;
}

export type CoverageState = 'covered' | 'uncovered' | 'excluded';

interface Addressed {
  readonly state: CoverageState;
  readonly strengths: readonly PlacedFinding[];
  readonly development: readonly PlacedFinding[];
  readonly mentions: readonly Mention[];
  /** Initials, each once, in order of first appearance. */
  readonly reviewers: readonly string[];
  readonly exclusion?: Exclusion;
}
export interface StandardCoverage extends Addressed {
  readonly standard: Standard;
}
/** An element is covered (addressed) when a finding cites it or any of its standards. */
export interface ElementCoverage extends Addressed {
  readonly element: Element;
  readonly standards: readonly StandardCoverage[];
}

export interface Coverage {
  /** All standards of the review's catalogues, in their order. */
  readonly standards: readonly StandardCoverage[];
  readonly elements: readonly ElementCoverage[];
  /** Numbers of standards; `covered` counts among those in scope. */
  readonly inScope: number;
  readonly excluded: number;
  readonly covered: number;
}

interface Tally {
  findings: Map<Finding, PlacedFinding>;
  mentions: Mention[];
}

const known = new WeakMap<ReviewSet, Coverage>();

/** The coverage of a review. */
export function coverage(set: ReviewSet): Coverage {
  const cached = known.get(set);
  if (cached) return cached;
  const tallies = count(set);
  const scope = scopeOf(set);
  const elements = set.catalogues
    .flatMap((file) => elementsOf(file.catalogue))
    .map((element): ElementCoverage => {
      const standards = element.standards.map((standard): StandardCoverage => {
        return { standard, ...address([tallies.get(standard)], scope.get(standard)) };
      });
      const below = [tallies.get(element), ...element.standards.map((standard) => tallies.get(standard))];
      return { element, standards, ...address(below, scope.get(element)) };
    });
  const standards = elements.flatMap((element) => element.standards);
  const inState = (state: CoverageState): number => standards.filter((entry) => entry.state === state).length;
  const excluded = inState('excluded');
  const result = {
    standards,
    elements,
    inScope: standards.length - excluded,
    excluded,
    covered: inState('covered'),
  };
  known.set(set, result);
  return result;
}

/** The figures in words: `14 of 16 standards in scope covered (2 excluded)`. */
export function printCoverageLine(figures: Pick<Coverage, 'inScope' | 'excluded' | 'covered'>): string {
  const excluded = figures.excluded > 0 ? ` (${figures.excluded} excluded)` : '';
  const noun = figures.inScope === 1 ? 'standard' : 'standards';
  return `${figures.covered} of ${figures.inScope} ${noun} in scope covered${excluded}`;
}

/** Whose finding it is: `@by(AA)`, or else the document's `reviewer:`. */
export function reviewerOf(document: Document, finding: Finding): string | undefined {
  return finding.by ?? document.settings.reviewer?.value;
}

/** Places a finding with its reviewer. */
export function placeFinding(document: Document, finding: Finding): PlacedFinding {
  const reviewer = reviewerOf(document, finding);
  return { document, finding, ...(reviewer !== undefined && { reviewer }) };
}

function count(set: ReviewSet): ReadonlyMap<Standard | Element, Tally> {
  const tallies = new Map<Standard | Element, Tally>();
  const tally = (item: Standard | Element): Tally => {
    const found = tallies.get(item) ?? { findings: new Map(), mentions: [] };
    tallies.set(item, found);
    return found;
  };
  for (const document of set.documents) {
    for (const citation of document.review.citations) {
      if (citation.kind !== 'standard' || citation.place === 'heading') continue;
      const finding = citation.finding === undefined ? undefined : document.review.findings[citation.finding];
      if (finding?.empty) continue;
      for (const item of itemsOf(resolveParts(set.catalogues, citation))) {
        if (item.kind !== 'standard' && item.kind !== 'element') continue;
        if (finding) tally(item).findings.set(finding, placeFinding(document, finding));
        else tally(item).mentions.push({ document, citation });
      }
    }
  }
  return tallies;
}

function address(tallies: readonly (Tally | undefined)[], exclusion: Exclusion | undefined): Addressed {
  const findings = new Map(tallies.flatMap((tally) => [...(tally?.findings ?? [])]));
  const placed = [...findings.values()];
  const reviewers = placed.flatMap(({ reviewer }) => reviewer ?? []);
  return {
    state: exclusion ? 'excluded' : placed.length > 0 ? 'covered' : 'uncovered',
    strengths: placed.filter(({ finding }) => finding.kind === 'strength'),
    development: placed.filter(({ finding }) => finding.kind === 'development'),
    mentions: tallies.flatMap((tally) => tally?.mentions ?? []),
    reviewers: [...new Set(reviewers)],
    ...(exclusion && { exclusion }),
  };
}
