/*
 * The coverage matrix as a value: the standards of each theme against the reviewers and the kinds of evidence,
 * with totals. Every cell holds the findings themselves, so that whoever shows a figure can lead to what it
 * counts. The figures of a standard are those of coverage.ts; here they are only laid out.
 */
import { append, groupBy } from '../text/grouping';
import type { Standard, Theme } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { coverage, printCoverageLine, type PlacedFinding, type StandardCoverage } from '../coverage/coverage';
import { capital, printShare } from '../coverage/labels';
import { evidenceCitedBy, kindsAmong, registerOf } from '../review/evidenceRegister';
import type { Review } from '../review/review';
import { reasonOf } from '../review/scope';

/** A column of findings. */
export interface MatrixColumn {
  readonly about: 'reviewer' | 'evidence';
  /** Initials, or a kind of evidence; empty for findings that have none. */
  readonly name: string;
  /** The same in full. */
  readonly title: string;
}

/** A standard: its figures, and its findings in the order of the columns. */
export interface MatrixRow {
  readonly standard: Standard;
  readonly entry: StandardCoverage;
  readonly cells: readonly (readonly PlacedFinding[])[];
  /** Why it is out of scope, where it is. */
  readonly reason?: string;
}

/** How many different findings, and how many mentions, some rows have; a finding under two of them counts once. */
export interface MatrixTotals {
  readonly share: string;
  readonly strengths: readonly PlacedFinding[];
  readonly development: readonly PlacedFinding[];
  readonly mentions: number;
  readonly cells: readonly (readonly PlacedFinding[])[];
}

export interface MatrixTheme {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  readonly rows: readonly MatrixRow[];
  readonly totals: MatrixTotals;
}

export interface Matrix {
  readonly set: Review;
  readonly title: string;
  readonly coverageLine: string;
  readonly columns: readonly MatrixColumn[];
  readonly themes: readonly MatrixTheme[];
  readonly totals: MatrixTotals;
}

/** The matrix of a review. */
export function coverageMatrix(review: Review): Matrix {
  const figures = coverage(review);
  const kindsOf = findKinds(review);
  const columns = columnsOf(review, figures.standards, kindsOf);
  const rows = new Map(
    figures.standards.map((entry): [Standard, MatrixRow] => {
      const findings = [...entry.strengths, ...entry.development];
      const byReviewer = groupBy(findings, ({ reviewer = '' }) => reviewer);
      const byKind = new Map<string, PlacedFinding[]>();
      for (const placed of findings) for (const kind of kindsOf(placed)) append(byKind, kind, placed);
      const cells = columns.map(
        ({ about, name }) => (about === 'reviewer' ? byReviewer : byKind).get(name) ?? [],
      );
      const reason = entry.exclusion && { reason: reasonOf(entry.exclusion) };
      return [entry.standard, { standard: entry.standard, entry, cells, ...reason }];
    }),
  );
  return {
    set: review,
    title: review.title,
    coverageLine: printCoverageLine(figures),
    columns,
    themes: review.catalogues.flatMap((file) =>
      file.catalogue.themes.map((theme): MatrixTheme => {
        const standards = theme.elements.flatMap((element) => element.standards);
        const own = standards.flatMap((standard) => rows.get(standard) ?? []);
        return { theme, file, rows: own, totals: add(own, columns) };
      }),
    ),
    totals: add([...rows.values()], columns),
  };
}

/** The kinds of evidence of a finding, each once; one empty name where it cites none. */
function findKinds(review: Review): (placed: PlacedFinding) => readonly string[] {
  const register = registerOf(review);
  const known = new Map<PlacedFinding['finding'], readonly string[]>();
  return ({ finding }) => {
    const before = known.get(finding);
    if (before) return before;
    const kinds = kindsAmong(evidenceCitedBy(finding.citations, register));
    const found = kinds.length > 0 ? kinds : [''];
    known.set(finding, found);
    return found;
  };
}

/** The team in its order and whoever else has written, then the kinds of evidence as the register has them. */
function columnsOf(
  review: Review,
  standards: readonly StandardCoverage[],
  kindsOf: (placed: PlacedFinding) => readonly string[],
): MatrixColumn[] {
  const findings = standards.flatMap((entry) => [...entry.strengths, ...entry.development]);
  const team = new Map(review.settings.team.map(({ initials, name }) => [initials.value, name]));
  const initials = new Set([...team.keys(), ...findings.flatMap(({ reviewer }) => reviewer ?? [])]);
  const reviewers = [...initials].map((name): MatrixColumn => {
    return { about: 'reviewer', name, title: team.get(name) ?? name };
  });
  if (findings.some(({ reviewer }) => reviewer === undefined)) {
    reviewers.push({ about: 'reviewer', name: '', title: 'No reviewer named' });
  }
  const { entries } = registerOf(review);
  if (entries.length === 0) return reviewers;
  const evidence = kindsAmong(entries).map((name): MatrixColumn => {
    return { about: 'evidence', name, title: capital(name) };
  });
  if (findings.some((placed) => kindsOf(placed).includes(''))) {
    evidence.push({ about: 'evidence', name: '', title: 'No evidence cited' });
  }
  return [...reviewers, ...evidence];
}

function add(rows: readonly MatrixRow[], columns: readonly MatrixColumn[]): MatrixTotals {
  const once = (lists: readonly (readonly PlacedFinding[])[]): readonly PlacedFinding[] => [
    ...new Map(lists.flat().map((placed) => [placed.finding, placed])).values(),
  ];
  const mentions = new Set(rows.flatMap(({ entry }) => entry.mentions.map(({ citation }) => citation)));
  return {
    share: printShare(rows.map(({ entry }) => entry.state)),
    strengths: once(rows.map(({ entry }) => entry.strengths)),
    development: once(rows.map(({ entry }) => entry.development)),
    mentions: mentions.size,
    cells: columns.map((_, i) => once(rows.map(({ cells }) => cells[i] ?? []))),
  };
}
