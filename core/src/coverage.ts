/*
 * Who addresses what. One function, used by the editor, the preview, the command line and every export: a
 * standard is covered when a finding with words cites it, in a list or a range too; citing its element
 * covers the element only; a citation in narrative is a mention. Excluded ones are counted apart.
 */
import type { Element, Standard } from './catalogue';
import { elementsOf } from './catalogueIndex';
import { itemsOf, resolveParts } from './resolve';
import type { Finding, LocatedCitation } from './part';
import type { ReviewSet } from './reviewSet';
import { scopeOf } from './scope';
import type { Exclusion } from './settingTypes';
import type { Document } from './document';
import { examine, isExamined } from './examination';
import type { PlacedEvidence } from './evidenceTally';
import { evidenceCitedBy, kindsAmong, registerOf } from './register';

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

declare module './reviewSet' {
  interface ReviewSetNotes {
    coverage?: Coverage;
  }
}

/** Text that may be read while somebody waits for an answer; more of it is read in the background first. */
const quicklyRead = 100_000;

/** Whether counting a review is quick, because all but a little of it has been read. */
export function isQuicklyCounted(set: ReviewSet): boolean {
  if (set.notes.coverage) return true;
  const unread = set.documents.filter((document) => !isExamined(document, set.frame));
  return unread.reduce((sum, { text }) => sum + text.length, 0) <= quicklyRead;
}

/** What was counted last, which may be one keystroke old, for an answer that must not wait; undefined before any counting. */
export function lastCoverage(set: ReviewSet): Coverage | undefined {
  const last = set.notes.coverage ?? set.notes.older?.notes.coverage;
  return last ?? (isQuicklyCounted(set) ? coverage(set) : undefined);
}

/** The coverage of a review. States and figures are there at once; who addresses what is counted when asked for. */
export function coverage(set: ReviewSet): Coverage {
  const cached = set.notes.coverage;
  if (cached) return cached;
  const scope = scopeOf(set.frame);
  const examined = set.documents.map((document) => examine(document, set.frame).sides);
  const isCited = (item: Standard | Element): boolean =>
    examined.some(({ strength, development }) => strength.has(item) || development.has(item));
  let tallies: Tallies | undefined;
  const tally = (): Tallies => (tallies ??= count(set));
  const address = (items: readonly (Standard | Element)[], exclusion: Exclusion | undefined): Addressed => {
    const state = exclusion ? 'excluded' : items.some(isCited) ? 'covered' : 'uncovered';
    return new Counted(set, state, () => items.flatMap((item) => tally().get(item) ?? []), exclusion);
  };
  const elements = set.catalogues
    .flatMap((file) => elementsOf(file.catalogue))
    .map((element): ElementCoverage => {
      const standards = element.standards.map((standard): StandardCoverage => {
        return Object.assign(address([standard], scope.get(standard)), { standard });
      });
      return Object.assign(address([element, ...element.standards], scope.get(element)), {
        element,
        standards,
      });
    });
  const standards = elements.flatMap((element) => element.standards);
  const inState = (state: CoverageState): number => standards.filter((entry) => entry.state === state).length;
  const excluded = inState('excluded');
  const inScope = standards.length - excluded;
  const result = { standards, elements, inScope, excluded, covered: inState('covered') };
  set.notes.coverage = result;
  set.notes.older = undefined;
  return result;
}

/** The state of one item, and the lists behind it, which are made when first asked for. */
class Counted implements Addressed {
  readonly exclusion?: Exclusion;
  private lists: Tally | undefined;

  constructor(
    private readonly set: ReviewSet,
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

function count(set: ReviewSet): Tallies {
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
