/*
 * The daily pack: what a lead wants to know every evening. New and changed findings since some earlier time, by
 * theme and reviewer, and what is still thin. What the documents said at that time is given from outside, as texts
 * where there is a history, or as the days on which the files were written; the core has neither clock nor history.
 */
import { oneSidedIn, type OneSided } from '../coverage/oneSided';
import type { Element, Theme } from '../catalogue/readCatalogue';
import { coverage, placeFinding, type Coverage, type ElementCoverage } from '../coverage/coverage';
import type { Document } from '../document/document';
import { knownEvidence } from '../review/evidenceRegister';
import { gapsOf, type ThemeGaps } from '../coverage/gaps';
import { leadsOf } from '../review/leads';
import { evidenceIdsIn } from '../review/evidenceIds';
import { onlyEvidenceKind } from '../review/evidenceRegister';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import { coverAbove, coversOf, folderOf, isCover, type Review } from '../review/review';
import type { Member } from '../settings/types';
import { slice } from '../text/span';
import { subjectsOf, themeOfFinding } from '../review/sectionTopics';
import type { Snapshot } from '../review/snapshot';
import { compareFindings, type TimedFinding } from './changes';

/** What is asked: both as people write them, such as `2026-10-02`; `since` may be a revision, such as `HEAD~3`. */
export interface Asked {
  readonly today: string;
  readonly since: string;
}

/** What is known of the earlier time. */
export type Earlier =
  | {
      readonly kind: 'texts';
      /** The review documents of that time, of this review and of others. */
      readonly documents: ReadonlyMap<string, Document>;
      /** Which state that was, for people: `commit 1a2b3c4 of 2026-10-01`; undefined when there was nothing yet. */
      readonly state?: string;
    }
  | {
      readonly kind: 'dates';
      /** The first day that counts, as `2026-10-02`. */
      readonly since: string;
      /** The day on which each file was last written, where that is known. */
      readonly written: ReadonlyMap<string, string>;
    };

/** A finding to be looked at: `dated` is one of a document of which only the day is known. */
export interface DigestEntry {
  readonly change: 'new' | 'changed' | 'dated';
  readonly now: TimedFinding;
  readonly before?: TimedFinding;
}

/** What one reviewer has written in a theme; without initials, what nobody has put a name to. */
export interface ReviewerEntries {
  readonly reviewer?: string;
  readonly entries: readonly DigestEntry[];
}

/** A theme of which there is something; without one, what stands in none. */
export interface ThemeEntries {
  readonly theme?: Theme;
  readonly reviewers: readonly ReviewerEntries[];
}

/** An element in scope on which none of its leads has written a finding. */
export interface SilentElement {
  readonly element: Element;
  readonly leads: readonly Member[];
  /** Initials of those who have. */
  readonly others: readonly string[];
}

/** A finding whose evidence is all of one kind. */
export interface SingleSource {
  readonly found: TimedFinding;
  readonly kind: string;
  /** As they are cited, each once. */
  readonly evidence: readonly string[];
}

/** A document that was written on or after the first day that counts. */
export interface DatedDocument {
  readonly document: Document;
  readonly day: string;
}

export interface Digest {
  readonly set: Review;
  readonly asked: Asked;
  readonly history:
    | { readonly kind: 'texts'; readonly state?: string }
    | { readonly kind: 'dates'; readonly documents: readonly DatedDocument[] };
  readonly coverage: Coverage;
  readonly themes: readonly ThemeEntries[];
  readonly counts: { readonly new: number; readonly changed: number; readonly dated: number };
  /** Findings that are gone; those without words never counted. */
  readonly removed: readonly TimedFinding[];
  readonly gaps: readonly ThemeGaps[];
  /** Undefined where the cover has switched the check off. */
  readonly oneSided?: readonly OneSided[];
  /** The same, and undefined where there is no register of evidence. */
  readonly singleSource?: readonly SingleSource[];
  readonly silent: readonly SilentElement[];
}

/** The digest of a review; `snapshot` is the one that the review belongs to. */
export function digest(snapshot: Snapshot, review: Review, earlier: Earlier, asked: Asked): Digest {
  const figures = coverage(review);
  const now = review.documents.flatMap((document) => findingsOf(review, document));
  const isOff = (code: string): boolean => review.settings.checks.get(code)?.severity === 'off';
  const hasEvidence = knownEvidence(review).size > 0;
  const base = {
    set: review,
    asked,
    coverage: figures,
    gaps: gapsOf(review),
    ...(!isOff('one-sided-standard') && { oneSided: oneSidedIn(review) }),
    ...(hasEvidence && !isOff('single-source') && { singleSource: findSingleSource(review, now) }),
    silent: findSilent(review, figures),
  };
  if (earlier.kind === 'dates') {
    const documents = datedDocuments(review, earlier.since, earlier.written);
    const mine = new Set(documents.map(({ document }) => document));
    const entries = now.filter(({ document }) => mine.has(document)).map((one) => entryOf('dated', one));
    const history = { kind: earlier.kind, documents };
    return { ...base, history, removed: [], themes: group(review, entries), counts: countOf(entries) };
  }
  const olds = [...earlier.documents.values()].filter((old) => belongs(snapshot, review, old.uri));
  const before = olds.flatMap((document) => findingsOf(review, document));
  const { changes, removed } = compareFindings(before, now);
  const entries = changes.map((change) =>
    entryOf(change.before ? 'changed' : 'new', change.now, change.before),
  );
  const history = { kind: earlier.kind, ...(earlier.state !== undefined && { state: earlier.state }) };
  return { ...base, history, removed, themes: group(review, entries), counts: countOf(entries) };
}

function entryOf(change: DigestEntry['change'], now: TimedFinding, before?: TimedFinding): DigestEntry {
  return { change, now, ...(before && { before }) };
}

function countOf(entries: readonly DigestEntry[]): Digest['counts'] {
  const of = (kind: DigestEntry['change']): number => entries.filter(({ change }) => change === kind).length;
  return { new: of('new'), changed: of('changed'), dated: of('dated') };
}

/** The findings with words of a document of any time, seen with the catalogues of now. */
function findingsOf(review: Review, document: Document): TimedFinding[] {
  const subjects = subjectsOf(review.catalogues, document);
  return document.model.findings.flatMap((finding): TimedFinding[] => {
    if (finding.empty) return [];
    const items = finding.citations.flatMap((citation) => itemsOf(resolveParts(review.catalogues, citation)));
    const theme = themeOfFinding(subjects[finding.section]?.subject, items);
    const citations = finding.citations.map(({ span }) => slice(document.text, span).replace(/\s+/g, ' '));
    return [{ ...placeFinding(document, finding), ...(theme && { theme }), citations }];
  });
}

/** Whether an earlier document is one of this review: it still is, or it is gone and would be. */
function belongs(snapshot: Snapshot, review: Review, uri: string): boolean {
  if (snapshot.documents.has(uri)) return snapshot.reviewOf(uri) === review;
  const cover = coverAbove(uri, coversOf(snapshot.documents.keys()));
  if (cover !== undefined) return cover === review.cover.uri;
  return !isCover(review.cover.uri) && folderOf(uri) === folderOf(review.cover.uri);
}

/** The later of the day that a document states and the day on which its file was written decides. */
function datedDocuments(
  review: Review,
  since: string,
  written: ReadonlyMap<string, string>,
): readonly DatedDocument[] {
  return review.documents.flatMap((document): DatedDocument[] => {
    const stated = document.settings.date?.value ?? '';
    const days = [written.get(document.uri) ?? '', /^\d{4}-\d{2}-\d{2}$/.test(stated) ? stated : ''];
    const day = days.sort()[1] ?? '';
    return day >= since ? [{ document, day }] : [];
  });
}

/** By theme in the order of the catalogues, and by reviewer in the order of the team; what has neither comes last. */
function group(review: Review, entries: readonly DigestEntry[]): readonly ThemeEntries[] {
  const team = review.settings.team.map(({ initials }) => initials.value);
  const named = [...new Set(entries.flatMap(({ now }) => now.reviewer ?? []))];
  const others = named.filter((reviewer) => !team.includes(reviewer)).sort();
  const reviewers = [...new Set([...team, ...others]), undefined];
  const themes = [...review.catalogues.flatMap((file) => file.catalogue.themes), undefined];
  return themes.flatMap((theme): ThemeEntries[] => {
    const own = entries.filter(({ now }) => now.theme === theme);
    const by = reviewers.flatMap((reviewer): ReviewerEntries[] => {
      const theirs = own.filter(({ now }) => now.reviewer === reviewer);
      return theirs.length > 0 ? [{ ...(reviewer !== undefined && { reviewer }), entries: theirs }] : [];
    });
    return by.length > 0 ? [{ ...(theme && { theme }), reviewers: by }] : [];
  });
}

function findSingleSource(review: Review, findings: readonly TimedFinding[]): readonly SingleSource[] {
  const known = knownEvidence(review);
  return findings.flatMap((found): SingleSource[] => {
    const { citations } = found.finding;
    const cited = evidenceIdsIn(citations);
    const kind = onlyEvidenceKind(cited, known);
    const evidence = [...new Set(cited.map(({ id }) => id))];
    return kind === undefined ? [] : [{ found, kind, evidence }];
  });
}

function findSilent(review: Review, { elements }: Coverage): readonly SilentElement[] {
  const leads = leadsOf(review.context);
  return elements.flatMap((entry): SilentElement[] => {
    const led = leads.get(entry.element) ?? [];
    const { reviewers } = entry;
    if (led.length === 0 || !isInScope(entry)) return [];
    if (led.some(({ initials }) => reviewers.includes(initials.value))) return [];
    return [{ element: entry.element, leads: led, others: reviewers }];
  });
}

/** Whether there is anything to write about: an element whose standards are all left out has none. */
function isInScope({ state, standards }: ElementCoverage): boolean {
  if (state === 'excluded') return false;
  return standards.length === 0 || standards.some((standard) => standard.state !== 'excluded');
}
