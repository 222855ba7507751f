/*
 * `critical-friend coverage`: which standards of each review are addressed, and by how much. The value is
 * what `--format json` prints; the text needs wording and reasons besides, and takes them from the review.
 */
import { coverage, excludedBy, leadsOf } from '../../core/src';
import type { Coverage, CoverageState, Review } from '../../core/src';
import { printCoverFaults } from './coverFaults';
import { load, noReview, type LoadOptions } from './load/load';
import type { Shipped, Terminal } from './terminal';

/** One standard: how many findings and mentions address it, whose findings they are, and what they rest on. */
export interface CountedStandard {
  readonly id: string;
  readonly state: CoverageState;
  readonly strengths: number;
  readonly development: number;
  readonly mentions: number;
  readonly reviewers: readonly string[];
  /** How many entries of the evidence register its findings cite, and of which kinds these are. */
  readonly evidence: number;
  readonly evidenceKinds: readonly string[];
}

/** What `coverage` prints. */
export interface CoverageReport {
  readonly schemaVersion: 1;
  readonly reviews: readonly {
    readonly cover: string;
    readonly title: string;
    readonly phase: string;
    /** What the scope leaves out, as the cover writes it, with the reasons; `null` where none is given. */
    readonly exclusions: readonly {
      readonly excludes: string;
      readonly reason: string | null;
      readonly agreed: string | null;
    }[];
    /** The initials of those who lead on each element, for elements that have a lead. */
    readonly leads: readonly { readonly element: string; readonly initials: readonly string[] }[];
    readonly inScope: number;
    readonly excluded: number;
    readonly covered: number;
    readonly standards: readonly CountedStandard[];
  }[];
}

/** A review with its figures; `cover` is the path to show. */
export interface ReviewFigures {
  readonly cover: string;
  readonly set: Review;
  readonly figures: Coverage;
}

/** The figures of the reviews at `paths`. */
export async function readCoverage(
  paths: readonly string[],
  terminal: Terminal,
  shipped: readonly Shipped[],
  options: LoadOptions = {},
): Promise<ReviewFigures[]> {
  const { snapshot, sets, show } = await load(paths, terminal, shipped, options);
  if (sets.length === 0) throw noReview(paths);
  printCoverFaults(sets, snapshot, show, terminal);
  return sets.map((set) => ({ cover: show(set.cover.uri), set, figures: coverage(set) }));
}

/** The figures as numbers only. */
export function toCoverageReport(reviews: readonly ReviewFigures[]): CoverageReport {
  return {
    schemaVersion: 1,
    reviews: reviews.map(({ cover, set, figures: { inScope, excluded, covered, standards } }) => ({
      cover,
      title: set.title,
      phase: set.settings.phase,
      exclusions: set.settings.exclusions.map((exclusion) => ({
        excludes: excludedBy(set, exclusion),
        reason: exclusion.reason ?? null,
        agreed: exclusion.agreed ?? null,
      })),
      leads: [...leadsOf(set.context)].map(([{ id }, members]) => ({
        element: id,
        initials: members.map(({ initials }) => initials.value),
      })),
      inScope,
      excluded,
      covered,
      standards: standards.map((entry) => ({
        id: entry.standard.id,
        state: entry.state,
        strengths: entry.strengths.length,
        development: entry.development.length,
        mentions: entry.mentions.length,
        reviewers: entry.reviewers,
        evidence: entry.evidence.length,
        evidenceKinds: entry.evidenceKinds,
      })),
    })),
  };
}
