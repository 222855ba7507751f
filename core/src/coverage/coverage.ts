/*
 * Who addresses what. One function, used by the editor, the preview, the command line and every export: a
 * standard is covered when a finding with words cites it, in a list or a range too; citing its element
 * covers the element only; a citation in narrative is a mention. Excluded ones are counted apart.
 */
import type { Element, Standard, Theme } from '../catalogue/readCatalogue';
import { groupBy } from '../text/grouping';
import { elementsOf } from '../catalogue/index';
import type { Finding, LocatedCitation } from '../document/fragment';
import type { Review } from '../review/review';
import { scopeOf } from '../review/scope';
import type { Exclusion } from '../settings/types';
import type { Document } from '../document/document';
import { coverageStates, type CoverageState } from './states';
import { evidenceCitedBy, kindsAmong, registerOf, type PlacedEvidence } from '../review/evidenceRegister';
import { summarise } from '../review/summary';
import { memo } from '../text/memo';

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

interface Addressed {
  readonly state: CoverageState;
  readonly strengths: readonly PlacedFinding[];
  readonly development: readonly PlacedFinding[];
  readonly mentions: readonly Mention[];
  /** Initials, each once, in order of first appearance. */
  readonly reviewers: readonly string[];
  /** The entries of the register that its findings cite, each once, in order of first appearance. */
  readonly evidence: readonly PlacedEvidence[];
  /** What kinds of evidence these are, each once; an entry without a kind adds none. */
  readonly evidenceKinds: readonly string[];
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
type Tallies = ReadonlyMap<Standard | Element, Tally>;

/** The coverage of a review. States and figures are there at once; who addresses what is counted when asked for. */
export const coverage = memo((review: Review): Coverage => {
  const scope = scopeOf(review.context);
  const { of: states, inScope, excluded, covered } = coverageStates(review);
  let tallies: Tallies | undefined;
  const tally = (): Tallies => (tallies ??= count(review));
  const address = (item: Standard | Element, items: readonly (Standard | Element)[]): Addressed => {
    const find = (): Tally[] => items.flatMap((each) => tally().get(each) ?? []);
    return new Counted(review, states.get(item) ?? 'uncovered', find, scope.get(item));
  };
  const elements = review.catalogues
    .flatMap((file) => elementsOf(file.catalogue))
    .map((element): ElementCoverage => {
      const standards = element.standards.map((standard): StandardCoverage => {
        return Object.assign(address(standard, [standard]), { standard });
      });
      return Object.assign(address(element, [element, ...element.standards]), { element, standards });
    });
  const standards = elements.flatMap((element) => element.standards);
  return { standards, elements, inScope, excluded, covered };
});

/** The elements of a review's coverage by their themes. */
export function elementsByTheme({ elements }: Coverage): ReadonlyMap<Theme, readonly ElementCoverage[]> {
  return groupBy(elements, ({ element }) => element.theme);
}

/** The state of one item, and the lists behind it, which are made when first asked for. */
class Counted implements Addressed {
  readonly exclusion?: Exclusion;
  private lists: Tally | undefined;

  constructor(
    private readonly set: Review,
    readonly state: CoverageState,
    private readonly find: () => readonly Tally[],
    exclusion: Exclusion | undefined,
  ) {
    if (exclusion) this.exclusion = exclusion;
  }

  get strengths(): readonly PlacedFinding[] {
    return this.placed.filter(({ finding }) => finding.kind === 'strength');
  }

  get development(): readonly PlacedFinding[] {
    return this.placed.filter(({ finding }) => finding.kind === 'development');
  }

  get mentions(): readonly Mention[] {
    return this.read().mentions;
  }

  get reviewers(): readonly string[] {
    return [...new Set(this.placed.flatMap(({ reviewer }) => reviewer ?? []))];
  }

  get evidence(): readonly PlacedEvidence[] {
    const citations = this.placed.flatMap(({ finding }) => finding.citations);
    return evidenceCitedBy(citations, registerOf(this.set));
  }

  get evidenceKinds(): readonly string[] {
    return kindsAmong(this.evidence);
  }

  private get placed(): readonly PlacedFinding[] {
    return [...this.read().findings.values()];
  }

  private read(): Tally {
    if (this.lists) return this.lists;
    const found = this.find();
    const findings = new Map(found.flatMap((tally) => [...tally.findings]));
    return (this.lists = { findings, mentions: found.flatMap((tally) => tally.mentions) });
  }
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

function count(review: Review): Tallies {
  const tallies = new Map<Standard | Element, Tally>();
  const tally = (item: Standard | Element): Tally => {
    const found = tallies.get(item) ?? { findings: new Map(), mentions: [] };
    tallies.set(item, found);
    return found;
  };
  for (const document of review.documents) {
    const { findings, citations } = document.model;
    for (const { item, by, at } of summarise(document, review.context).cited) {
      if (item.kind !== 'standard' && item.kind !== 'element') continue;
      const finding = by === 'mention' ? undefined : findings[at];
      const citation = by === 'mention' ? citations[at] : undefined;
      if (finding) tally(item).findings.set(finding, placeFinding(document, finding));
      if (citation) tally(item).mentions.push({ document, citation });
    }
  }
  return tallies;
}
