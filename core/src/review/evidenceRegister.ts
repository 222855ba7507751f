/*
 * The evidence register of a whole review: the entries of all its documents, which ids are known, which are used twice,
 * and which nothing cites. Where an id is used twice the first in report order counts. A survey is an entry too, unless
 * a row says more about it: then both are one.
 */
import type { Citation, CitedId } from '../syntax/citation';
import type { Document } from '../document/document';
import { foldEvidenceId, kindOfEvidence, type Evidence } from '../evidence/entry';
import type { Survey } from '../evidence/survey';
import { isSameList } from '../text/arrays';
import { append } from '../text/grouping';
import { memo, steady } from '../text/memo';
import { evidenceIdsIn } from './evidenceIds';
import type { Review } from './review';
import { summarise } from './summary';

/** An entry of the register and the document that it is in. */
export interface PlacedEvidence {
  readonly document: Document;
  readonly evidence: Evidence;
  /** The survey that the entry is, or that its row is about, which may be in another document. */
  readonly survey?: PlacedSurvey;
}

/** A survey and the document that it is in. */
export interface PlacedSurvey {
  readonly document: Document;
  readonly survey: Survey;
}

export interface Register {
  /** All entries in report order, also those without an id. */
  readonly entries: readonly PlacedEvidence[];
  /** The entries with an id, however its letters are written: more than one where it is used twice. */
  readonly find: (id: string) => readonly PlacedEvidence[];
}

/** The register of a review, which may have no entries. */
export const registerOf = memo((review: Review): Register => {
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
    if (id !== '') append(byId, id, entry);
  }
  return { entries, find: (id) => byId.get(foldEvidenceId(id)) ?? [] };
});

/**
 * The entries with each row that is about a survey, by its id and a kind that allows it, and that survey as one entry.
 * The first row of an id and its first survey belong together.
 */
function withSurveys(entries: readonly PlacedEvidence[]): readonly PlacedEvidence[] {
  const surveys = new Map<string, PlacedEvidence>();
  for (const entry of entries) {
    const id = foldEvidenceId(entry.evidence.id);
    if (entry.survey && id !== '' && !surveys.has(id)) surveys.set(id, entry);
  }
  const taken = new Set<PlacedEvidence>();
  const joined = entries.map((entry): PlacedEvidence => {
    const id = foldEvidenceId(entry.evidence.id);
    const own = surveys.get(id);
    if (!own?.survey || entry.survey || !['survey', ''].includes(kindOfEvidence(entry.evidence)))
      return entry;
    surveys.delete(id);
    taken.add(own);
    return { ...entry, survey: own.survey };
  });
  return joined.filter((entry) => !taken.has(entry));
}

/** The kind of each id of the register, by its folded form, in report order: all that most checks need of it. */
export type KnownEvidence = ReadonlyMap<string, string>;

/** The ids and kinds that the register of a review knows; the same object as long as they are the same. */
export const knownEvidence = memo((review: Review): KnownEvidence => {
  const known = new Map<string, string>();
  for (const entry of registerOf(review).entries) {
    const id = foldEvidenceId(entry.evidence.id);
    if (id !== '' && !known.has(id)) known.set(id, kindOf(entry));
  }
  return steadyKnown(review.context, known);
});

const steadyKnown = steady<KnownEvidence>(
  (a, b) => isSameList([...a.keys()], [...b.keys()]) && isSameList([...a.values()], [...b.values()]),
);

/** Whether there is a register that findings could cite: a survey beside the text makes none yet. */
export function hasRegister(known: KnownEvidence): boolean {
  return [...known.values()].some((kind) => kind !== 'survey');
}

/** The entries that nothing in the review cites, in order. */
export function uncitedEvidence(review: Review): readonly PlacedEvidence[] {
  const summaries = review.documents.map((document) => summarise(document, review.context));
  const cited = new Set(summaries.flatMap(({ citedEvidence }) => [...citedEvidence]));
  return registerOf(review).entries.filter(({ evidence }) => !cited.has(foldEvidenceId(evidence.id)));
}

/** The entries whose id is used further up in the register, each with the first that has it, in order. */
export function repeatedEvidence(
  review: Review,
): readonly (readonly [later: PlacedEvidence, first: PlacedEvidence])[] {
  const { entries, find } = registerOf(review);
  return entries.flatMap((entry) => {
    const [first] = find(entry.evidence.id);
    return first && first !== entry ? [[entry, first] as const] : [];
  });
}

/** What kind of evidence an entry is. */
function kindOf({ evidence, survey }: PlacedEvidence): string {
  return kindOfEvidence(evidence) || (survey ? 'survey' : '');
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

/** The one kind that all of some evidence is of; undefined where there are several, none, or one is unknown. */
export function onlyEvidenceKind(ids: readonly CitedId[], known: KnownEvidence): string | undefined {
  const kinds = new Set(ids.map(({ id }) => known.get(foldEvidenceId(id)) ?? ''));
  const [kind = ''] = kinds;
  return kinds.size === 1 && kind !== '' ? kind : undefined;
}
