/*
 * What a team talks about when it agrees its findings: for each standard the findings of all reviewers side by
 * side, those that say nearly the same together, and a mark where one sees a strength and another an area for
 * development. It judges nothing: that two findings differ is often right, and only people know.
 */
import type { Standard, Theme } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { coverage, type PlacedFinding, type StandardCoverage } from '../coverage/coverage';
import type { FindingKind } from '../document/fragment';
import { groupBy } from '../text/grouping';
import { groupAlikeBy } from '../text/alike';
import { wordSet } from '../text/similarity';
import type { Review } from '../review/review';
import { memo } from '../text/memo';

/**
 * From here on two findings on one standard say nearly the same. Six words in ten in common is what remains when
 * a finding is copied and one half of it is put differently; two findings of one team on one standard that were
 * written apart stay below four in ten.
 */
export const nearlySame = 0.6;

/** A row: findings that belong together, for each reviewer in the order of the columns. */
export interface ModerationRow {
  readonly about: 'alike' | FindingKind;
  readonly cells: readonly (readonly PlacedFinding[])[];
}

export interface ModerationStandard {
  readonly standard: Standard;
  readonly entry: StandardCoverage;
  /** Initials in the order of the review; empty for findings without a reviewer. */
  readonly reviewers: readonly string[];
  readonly rows: readonly ModerationRow[];
  /** Who sees a strength and who, someone else, an area for development; none where nobody contradicts. */
  readonly contradiction?: { readonly strength: readonly string[]; readonly development: readonly string[] };
  /** How many groups of findings say nearly the same. */
  readonly alike: number;
}

export interface ModerationTheme {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  /** Those that a finding cites. */
  readonly standards: readonly ModerationStandard[];
}

export interface Moderation {
  readonly set: Review;
  readonly title: string;
  readonly themes: readonly ModerationTheme[];
  /** Standards with findings, and how many of them need talking about. */
  readonly standards: number;
  readonly open: number;
}

/** What there is to talk about in a review. */
export function moderation(review: Review): Moderation {
  const entries = new Map(coverage(review).standards.map((entry) => [entry.standard, entry]));
  const order = reviewersOf(review, [...entries.values()]);
  const themes = review.catalogues.flatMap((file) =>
    file.catalogue.themes.map((theme): ModerationTheme => {
      const own = theme.elements.flatMap(({ standards }) =>
        standards.flatMap((each) => entries.get(each) ?? []),
      );
      const standards = own
        .filter((entry) => findingsOf(entry).length > 0)
        .map((entry) => moderate(entry, order));
      return { theme, file, standards };
    }),
  );
  const all = themes.flatMap(({ standards }) => standards);
  return {
    set: review,
    title: review.title,
    themes,
    standards: all.length,
    open: all.filter(needsTalk).length,
  };
}

/** Whether a standard has something that a team would want to settle. */
export function needsTalk({ contradiction, alike }: ModerationStandard): boolean {
  return contradiction !== undefined || alike > 0;
}

function moderate(entry: StandardCoverage, order: readonly string[]): ModerationStandard {
  const findings = findingsOf(entry);
  const groups = groupAlike(findings);
  const grouped = new Set(groups.flat());
  const names = new Set(findings.map(nameOf));
  const reviewers = order.filter((name) => names.has(name));
  const row = (about: ModerationRow['about'], of: readonly PlacedFinding[]): ModerationRow => {
    const byName = groupBy(of, nameOf);
    return { about, cells: reviewers.map((name) => byName.get(name) ?? []) };
  };
  const rest = (['strength', 'development'] as const).flatMap((kind) => {
    const left = findings.filter((placed) => placed.finding.kind === kind && !grouped.has(placed));
    return left.length === 0 ? [] : [row(kind, left)];
  });
  return {
    standard: entry.standard,
    entry,
    reviewers,
    rows: [...groups.map((group) => row('alike', group)), ...rest],
    ...contradictionOf(entry),
    alike: groups.length,
  };
}

/** Only people who are named can contradict each other, and nobody contradicts themselves. */
function contradictionOf({
  strengths,
  development,
}: StandardCoverage): Pick<ModerationStandard, 'contradiction'> {
  const names = (findings: readonly PlacedFinding[]): string[] => [
    ...new Set(findings.flatMap(({ reviewer }) => reviewer ?? [])),
  ];
  const [strength, against] = [names(strengths), names(development)];
  const differs = strength.some((one) => against.some((other) => other !== one));
  if (!differs) return {};
  // Who sees both stands only where nobody else does.
  const only = (some: string[], others: string[]): string[] => {
    const besides = new Set(others);
    const alone = some.filter((name) => !besides.has(name));
    return alone.length > 0 ? alone : some;
  };
  return { contradiction: { strength: only(strength, against), development: only(against, strength) } };
}

/** A finding is compared with so many before it on its standard: no page with more on one standard can be read. */
const mostCompared = 200;

/** Groups of two and more in which each finding is nearly the same as some other one. */
export function groupAlike(findings: readonly PlacedFinding[]): readonly (readonly PlacedFinding[])[] {
  return groupAlikeBy(findings, ({ finding }) => wordsOf(finding), nearlySame, mostCompared);
}

const wordsOf = memo(({ words }: PlacedFinding['finding']): ReadonlySet<string> => wordSet(words));

function findingsOf({ strengths, development }: StandardCoverage): readonly PlacedFinding[] {
  return [...strengths, ...development];
}

function nameOf({ reviewer = '' }: PlacedFinding): string {
  return reviewer;
}

/** The team in its order, then whoever else has written, then nobody. */
function reviewersOf(review: Review, entries: readonly StandardCoverage[]): readonly string[] {
  const written = entries.flatMap((entry) => entry.reviewers);
  return [...new Set([...review.settings.team.map(({ initials }) => initials.value), ...written, ''])];
}
