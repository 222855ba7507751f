/*
 * The tree of coverage: reviews, their themes, elements, standards and findings, each with its state in words,
 * so that a view only has to draw it. What is below a node is given where it was asked for, because a folder
 * may hold many reviews and a review hundreds of findings. Figures are those of coverage.ts.
 */
import type { Element, Standard, Theme } from '../../catalogue/readCatalogue';
import { citedAs, nameOf, type CatalogueFile } from '../../catalogue/index';
import {
  coverage,
  elementsByTheme,
  printCoverageLine,
  type ElementCoverage,
  type PlacedFinding,
  type StandardCoverage,
} from '../../coverage/coverage';
import type { CoverageState } from '../../coverage/states';
import {
  capital,
  countOf,
  kindWords,
  phaseWords,
  printCounts,
  printShare,
  printState,
} from '../../coverage/labels';
import type { Place } from '../../text/diagnostic';
import { gapPlaces, type GapPlace } from '../../coverage/gapPlaces';
import { leadsOf, nameMember } from '../../review/leads';
import { documentName, nameWithin, type Review } from '../../review/review';
import { excludedBy, reasonOf } from '../../review/scope';
import { scopeAction, type CodeAction } from '../codeActions/codeActions';
import { shorten } from '../text';

/** One line of the tree. */
export interface CoverageNode {
  /** Unique in the tree; it stays when words, counts or the places of other things change. */
  readonly id: string;
  readonly kind: 'review' | 'theme' | 'element' | 'standard' | 'strength' | 'development';
  readonly state: CoverageState | 'partly';
  readonly label: string;
  readonly description: string;
  /** The whole line for a screen reader, the important word first. */
  readonly spoken: string;
  /** All that is known, in plain text. */
  readonly tooltip: string;
  /** It is in scope and not addressed, or something below it is. */
  readonly gap: boolean;
  /** What a click shows: the finding, the place where a gap can be mended, the reason of an exclusion. */
  readonly place?: Place;
  /** What can be done about the scope of a theme, element or standard: `Exclude standard 4.2 from scope…`. */
  readonly scope?: Pick<CodeAction, 'title' | 'task' | 'asks'>;
  /** Whether there is something below; it is in `children` where the node was asked to be open. */
  readonly opens: boolean;
  readonly children?: readonly CoverageNode[];
}

/** The reviews, and below each node whose id is in `open` what it holds. */
export function coverageTree(reviews: readonly Review[], open: ReadonlySet<string>): readonly CoverageNode[] {
  return reviews.map((review) => new Tree(review, open).review());
}

class Tree {
  private readonly themes: ReadonlyMap<Theme, readonly ElementCoverage[]>;
  /** The first gap of each element and standard. */
  private readonly gaps: ReadonlyMap<Element | Standard, GapPlace>;

  constructor(
    private readonly set: Review,
    private readonly open: ReadonlySet<string>,
  ) {
    this.themes = elementsByTheme(coverage(set));
    const gaps = new Map<Element | Standard, GapPlace>();
    for (const gap of gapPlaces(set)) {
      const items = 'element' in gap.item ? [gap.item, gap.item.element] : [gap.item];
      for (const item of items) if (!gaps.has(item)) gaps.set(item, gap);
    }
    this.gaps = gaps;
  }

  review(): CoverageNode {
    const { set: review } = this;
    const { standards, covered, inScope, excluded } = coverage(review);
    const line = printCoverageLine({ covered, inScope, excluded });
    const short = printShare(standards.map(({ state }) => state));
    const left = review.settings.exclusions.map(
      (each) => `Out of scope: ${excludedBy(review, each)}: ${reasonOf(each)}`,
    );
    return this.node({
      id: review.cover.uri,
      kind: 'review',
      state: stateOf(standards),
      label: review.title,
      description: short,
      spoken: `Review ${review.title}: ${line}`,
      tooltip: [review.title, line, phaseWords[review.settings.phase], ...left].join('\n'),
      gap: coverage(review).elements.some(isGap),
      place: { uri: review.cover.uri, span: { start: 0, end: 0 } },
      below: review.catalogues.flatMap((file) =>
        file.catalogue.themes.map((theme) => () => this.theme(file, theme)),
      ),
    });
  }

  private theme(file: CatalogueFile, theme: Theme): CoverageNode {
    const elements = this.themes.get(theme) ?? [];
    const standards = elements.flatMap((entry) => entry.standards);
    const share = printShare(standards.map(({ state }) => state));
    return this.node({
      id: nameWithin(this.set, theme),
      kind: 'theme',
      state: stateOf(standards),
      label: `Theme ${citedAs(file.catalogue, theme)}`,
      description: `${share} · ${theme.title}`,
      spoken: `Theme ${theme.id}, ${share}: ${theme.title}`,
      tooltip: `Theme ${theme.id}: ${theme.title}\n${share}`,
      gap: elements.some(isGap),
      scope: scopeAction(this.set, theme),
      below: elements.map((entry) => () => this.element(file, entry)),
    });
  }

  private leads(element: Element): string[] {
    const leads = leadsOf(this.set.context);
    const names = (leads.get(element) ?? []).map(nameMember);
    if (leads.size === 0) return [];
    return [names.length > 0 ? `Leads: ${names.join(', ')}` : 'Nobody leads on it yet'];
  }

  private element(file: CatalogueFile, entry: ElementCoverage): CoverageNode {
    const { element, standards, exclusion } = entry;
    const share = standards.length > 0 ? printShare(standards.map(({ state }) => state)) : printState(entry);
    const cited = new Set(
      standards.flatMap((s) => [...s.strengths, ...s.development].map(({ finding }) => finding)),
    );
    const own = [...entry.strengths, ...entry.development].filter(({ finding }) => !cited.has(finding));
    const id = nameWithin(this.set, element);
    const lines = [
      `${nameOf(element)}: ${element.title}`,
      share,
      ...(exclusion ? [`Excluded: ${reasonOf(exclusion)}`] : []),
      ...this.leads(element),
    ];
    return this.node({
      id,
      kind: 'element',
      state: standards.length > 0 ? stateOf(standards) : entry.state,
      label: `Element ${citedAs(file.catalogue, element)}`,
      description: `${share} · ${element.title}`,
      spoken: `Element ${element.id}, ${share}: ${element.title}`,
      tooltip: lines.join('\n'),
      gap: isGap(entry),
      scope: scopeAction(this.set, element),
      ...this.placeOf(entry, element),
      below: [...standards.map((standard) => () => this.standard(file, standard)), ...this.findings(id, own)],
    });
  }

  private standard(file: CatalogueFile, entry: StandardCoverage): CoverageNode {
    const { standard, strengths, development, exclusion } = entry;
    const state = printState(entry);
    const reason = exclusion && reasonOf(exclusion);
    const id = nameWithin(this.set, standard);
    return this.node({
      id,
      kind: 'standard',
      state: entry.state,
      label: citedAs(file.catalogue, standard),
      description: `${state} · ${reason ?? shorten(standard.text, 120)}`,
      spoken: `Standard ${standard.id}, ${state}: ${reason ?? standard.text}`,
      tooltip: [`Standard ${standard.id}: ${standard.text}`, ...details(entry)].join('\n\n'),
      gap: entry.state === 'uncovered',
      scope: scopeAction(this.set, standard),
      ...this.placeOf(entry, standard),
      below: this.findings(id, [...strengths, ...development]),
    });
  }

  /** Findings are told apart by their number among those of their document here: words may change at any time. */
  private findings(parent: string, findings: readonly PlacedFinding[]): (() => CoverageNode)[] {
    const seen = new Map<string, number>();
    return findings.map((placed) => {
      const count = (seen.get(placed.document.uri) ?? 0) + 1;
      seen.set(placed.document.uri, count);
      return () => this.finding(`${parent} ${placed.document.uri} ${count}`, placed);
    });
  }

  private finding(id: string, { document, finding, reviewer }: PlacedFinding): CoverageNode {
    const { kind, words, span } = finding;
    const name = capital(kindWords[kind]);
    const file = documentName(this.set, document.uri);
    const by = reviewer === undefined ? '' : ` by ${reviewer}`;
    return this.node({
      id,
      kind,
      state: 'covered',
      label: shorten(words, 160),
      description: [reviewer, file].filter((part) => part !== undefined).join(', '),
      spoken: `${name}${by}: ${words}`,
      tooltip: `${name}${by}, in ${file}\n\n${words}`,
      gap: false,
      place: { uri: document.uri, span },
      below: [],
    });
  }

  /** Where a click on an element or standard leads: to its first finding, its gap or its exclusion. */
  private placeOf(entry: ElementCoverage | StandardCoverage, item: Element | Standard): { place?: Place } {
    if (entry.exclusion) return { place: { uri: this.set.cover.uri, span: entry.exclusion.citedSpan } };
    const [placed] = [...entry.strengths, ...entry.development];
    if (placed) return { place: { uri: placed.document.uri, span: placed.finding.span } };
    const gap = this.gaps.get(item);
    return gap ? { place: { uri: gap.document.uri, span: gap.span } } : {};
  }

  private node({
    below,
    ...node
  }: Omit<CoverageNode, 'opens'> & { below: readonly (() => CoverageNode)[] }): CoverageNode {
    const opens = below.length > 0;
    if (!opens || !this.open.has(node.id)) return { ...node, opens };
    return { ...node, opens, children: below.map((make) => make()) };
  }
}

function details(entry: StandardCoverage): string[] {
  const { state, exclusion, strengths, development, mentions, reviewers, evidenceKinds } = entry;
  if (exclusion) return [`Excluded: ${reasonOf(exclusion)}`];
  const lines = [state === 'covered' ? `${printCounts(entry)}.` : 'No finding addresses it yet.'];
  if (reviewers.length > 0) lines.push(`Reviewers: ${reviewers.join(', ')}.`);
  if (evidenceKinds.length > 0) lines.push(`Evidence: ${evidenceKinds.join(', ')}.`);
  if (mentions.length > 0) lines.push(`Mentioned in the narrative: ${countOf(mentions.length, 'time')}.`);
  if (strengths.length > 0 && development.length === 0) lines.push('Only strengths so far.');
  if (development.length > 0 && strengths.length === 0) lines.push('Only areas for development so far.');
  return lines;
}

/** The state of many standards as one. */
function stateOf(standards: readonly StandardCoverage[]): CoverageNode['state'] {
  const inScope = standards.filter(({ state }) => state !== 'excluded');
  if (inScope.length === 0) return standards.length > 0 ? 'excluded' : 'uncovered';
  if (inScope.every(({ state }) => state === 'covered')) return 'covered';
  return inScope.every(({ state }) => state === 'uncovered') ? 'uncovered' : 'partly';
}

function isGap({ standards, state }: ElementCoverage): boolean {
  return standards.length === 0
    ? state === 'uncovered'
    : standards.some((entry) => entry.state === 'uncovered');
}
