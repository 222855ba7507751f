/*
 * The evidence register of a whole review: the entries of all its documents, and what the evidence citations of
 * a finding mean. Where an id stands twice the first in report order counts. It is made when somebody asks; what is told
 * at each keystroke comes from evidenceTally.ts.
 * A survey is an entry too, unless a row says more about it: then both are one.
 */
import type { Citation, CitedId } from '../syntax/citation';
import { foldEvidenceId, kindOfEvidence } from '../evidence/entry';
import { pairSurveys, type KnownEvidence, type PlacedEvidence } from './evidenceIndex';
import { summarise } from './summary';
import type { Review } from './review';

export interface Register {
  /** All entries in report order, also those without an id. */
  readonly entries: readonly PlacedEvidence[];
  /** The entries with an id, however its letters are written: more than one where it stands twice. */
  readonly find: (id: string) => readonly PlacedEvidence[];
}

declare module './review' {
  interface ReviewNotes {
    register?: Register;
  }
}

/** The register of a review, which may have no entries. */
export function registerOf(review: Review): Register {
  const before = review.notes.register;
  if (before) return before;
  const entries = withSurveys(
    review.documents.flatMap((document) =>
      summarise(document, review.context).evidence.map((evidence): PlacedEvidence => {
        const { survey } = evidence;
        return { document, evidence, ...(survey && { survey: { document, survey } }) };
      }),
    ),
  );
  const byId = new Map<string, PlacedEvidence[]>();
  for (const entry of entries) {
    const id = foldEvidenceId(entry.evidence.id);
    if (id === '') continue;
    const same = byId.get(id);
    if (same) same.push(entry);
    else byId.set(id, [entry]);
  }
  return (review.notes.register = { entries, find: (id) => byId.get(foldEvidenceId(id)) ?? [] });
}

/** The entries in which a row that is about a survey, by its id and kind, takes that survey in. */
function withSurveys(entries: readonly PlacedEvidence[]): readonly PlacedEvidence[] {
  const pairs = pairSurveys(entries);
  if (pairs.size === 0) return entries;
  const taken = new Set(pairs.values());
  return entries.flatMap((entry): PlacedEvidence[] => {
    if (taken.has(entry)) return [];
    const survey = pairs.get(entry)?.survey;
    return [survey ? { ...entry, survey } : entry];
  });
}

/** What kind of evidence an entry is. */
function kindOf({ evidence, survey }: PlacedEvidence): string {
  return kindOfEvidence(evidence) || (survey ? 'survey' : '');
}

/** The ids of evidence that some citations name, in order and as they are written. */
export function evidenceIdsIn(citations: readonly Citation[]): readonly CitedId[] {
  const cited = citations.filter(({ kind }) => kind === 'evidence');
  return cited.flatMap(({ parts }) => parts.map(({ from }) => from));
}

/** The entries that some citations name, such as those of a finding, each once. */
export function evidenceCitedBy(
  citations: readonly Citation[],
  register: Register,
): readonly PlacedEvidence[] {
  return [...new Set(evidenceIdsIn(citations).flatMap(({ id }) => register.find(id).slice(0, 1)))];
}

/** What kinds of evidence some entries are of, each once; an entry without a kind adds none. */
export function kindsAmong(entries: readonly PlacedEvidence[]): readonly string[] {
  return [...new Set(entries.map(kindOf))].filter((kind) => kind !== '');
}

/** The one kind that all evidence of some citations is of; undefined where there are several, none, or one is unknown. */
export function onlyEvidenceKind(citations: readonly Citation[], known: KnownEvidence): string | undefined {
  const kinds = new Set(evidenceIdsIn(citations).map(({ id }) => known.get(foldEvidenceId(id)) ?? ''));
  const [kind = ''] = kinds;
  return kinds.size === 1 && kind !== '' ? kind : undefined;
}
