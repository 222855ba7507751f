/*
 * What the registers and the evidence citations of a review's documents add up to: which ids are known, which stand
 * twice, and which nothing cites. A review is counted by what has changed since it was counted last, whichever of two
 * is the older, so the answer is that of counting everything: a keystroke looks at the document that it changed, and
 * at the whole register only where that gets another id or kind. Documents that have been looked at are not read.
 */
import type { Document } from '../document/document';
import { foldEvidenceId, kindOfEvidence, type Evidence } from '../evidence/entry';
import { changesBetween } from './summaryChanges';
import { summarise } from './summary';
import type { ReviewContext } from './context';
import { hasSameNames, type Review } from './review';
import type { Survey } from '../evidence/survey';

/** An entry of the register and the document that it stands in. */
export interface PlacedEvidence {
  readonly document: Document;
  readonly evidence: Evidence;
  /** The survey that the entry is, or that its row is about, which may stand in another document. */
  readonly survey?: PlacedSurvey;
}

/** A survey and the document that it stands in. */
export interface PlacedSurvey {
  readonly document: Document;
  readonly survey: Survey;
}

/**
 * Each row that is about a survey, by its id and a kind that allows it, with the entry that the survey would be: both
 * are one entry. The first row of an id and its first survey belong together.
 */
export function pairSurveys<T extends { readonly evidence: Evidence }>(
  entries: readonly T[],
): ReadonlyMap<T, T> {
  const surveys = new Map<string, T>();
  for (const entry of entries) {
    const id = foldEvidenceId(entry.evidence.id);
    if (entry.evidence.survey && id !== '' && !surveys.has(id)) surveys.set(id, entry);
  }
  const pairs = new Map<T, T>();
  if (surveys.size === 0) return pairs;
  for (const entry of entries) {
    const id = foldEvidenceId(entry.evidence.id);
    const own = surveys.get(id);
    if (!own || entry.evidence.survey || !['survey', ''].includes(kindOfEvidence(entry.evidence))) continue;
    pairs.set(entry, own);
    surveys.delete(id);
  }
  return pairs;
}

/** The kind of each id of the register, by its folded form, in report order: all that most checks need of it. */
export type KnownEvidence = ReadonlyMap<string, string>;

/** Whether there is a register that findings could cite: a survey beside the text makes none yet. */
export function hasRegister(known: KnownEvidence): boolean {
  return [...known.values()].some((kind) => kind !== 'survey');
}

/** Where an entry stands: the URI of its document, and which of its entries it is. */
type Place = readonly [uri: string, entry: number];

interface Shape {
  /** The same object as long as it holds the same in the same order. */
  readonly known: KnownEvidence;
  /** The places of each id. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** By document, its entries whose id stands before, each with the place of the first. */
  readonly repeats: ReadonlyMap<string, readonly (readonly [entry: number, first: Place])[]>;
  /** By document, its surveys that are one with a row of the register. */
  readonly joined: ReadonlyMap<string, ReadonlySet<number>>;
}

interface Tallied extends Shape {
  /** By document, the entries that nothing in the review cites. */
  readonly unused: ReadonlyMap<string, readonly number[]>;
}

type Uncited = ReadonlyMap<Document, readonly Evidence[]>;
type RepeatedEvidence = ReadonlyMap<
  Document,
  readonly (readonly [later: PlacedEvidence, first: PlacedEvidence])[]
>;

declare module './review' {
  interface ReviewNotes {
    evidence?: Tallied;
    uncited?: Uncited;
    repeatedEvidence?: RepeatedEvidence;
  }
}

const tallies = new WeakMap<ReviewContext, EvidenceTally>();
const nothing: readonly [] = [];

/** The ids and kinds that the register of a review knows. */
export function knownEvidence(review: Review): KnownEvidence {
  return tallied(review).known;
}

/** By document, its entries that nothing in the review cites, in order. */
export function uncitedEvidence(review: Review): Uncited {
  return (review.notes.uncited ??= withDocuments(tallied(review).unused, review, (document, entries) => {
    const { evidence } = summarise(document, review.context);
    return entries.flatMap((entry) => evidence[entry] ?? []);
  }));
}

/** By document, its entries whose id stands further up in the register, each with the first that has it. */
export function repeatedEvidence(review: Review): RepeatedEvidence {
  return (review.notes.repeatedEvidence ??= placeRepeats(review));
}

function placeRepeats(review: Review): RepeatedEvidence {
  const { repeats } = tallied(review);
  const byUri = new Map(
    repeats.size === 0 ? [] : review.documents.map((document) => [document.uri, document]),
  );
  return withDocuments(repeats, review, (document, own) =>
    own.flatMap(([entry, [uri, first]]) => {
      const other = byUri.get(uri);
      const later = summarise(document, review.context).evidence[entry];
      const before = other && summarise(other, review.context).evidence[first];
      if (!later || !before) return [];
      return [
        [
          { document, evidence: later },
          { document: other, evidence: before },
        ] as const,
      ];
    }),
  );
}

/** What is told of the documents by their URIs; of most reviews, nothing. */
function withDocuments<T, R>(
  told: ReadonlyMap<string, T>,
  { documents }: Review,
  read: (document: Document, told: T) => R,
): ReadonlyMap<Document, R> {
  const found = new Map<Document, R>();
  if (told.size === 0) return found;
  for (const document of documents) {
    const own = told.get(document.uri);
    if (own) found.set(document, read(document, own));
  }
  return found;
}

function tallied(review: Review): Tallied {
  const known = review.notes.evidence;
  if (known) return known;
  let tally = tallies.get(review.context);
  if (!tally) tallies.set(review.context, (tally = new EvidenceTally()));
  return (review.notes.evidence = tally.count(review));
}

/** The state of the review that was counted last under a frame. */
class EvidenceTally {
  private documents: readonly Document[] = nothing;
  /** In how many documents each id is cited. */
  private readonly citing = new Map<string, number>();
  private result: Tallied = {
    known: new Map(),
    places: new Map(),
    repeats: new Map(),
    joined: new Map(),
    unused: new Map(),
  };

  count(review: Review): Tallied {
    const { documents, context } = review;
    const changes = changesBetween(this.documents, documents, context);
    let isSameShape = hasSameNames(this.documents, documents);
    /** Ids that were cited and are no more, or the other way round. */
    const turned = new Set<string>();
    for (const { before, after } of changes) {
      if (before.evidence !== after.evidence) isSameShape &&= saysSame(before.evidence, after.evidence);
      if (before.citedEvidence !== after.citedEvidence)
        this.recite(before.citedEvidence, after.citedEvidence, turned);
    }
    this.documents = documents;
    if (!isSameShape) this.result = this.reshape(review);
    else if (turned.size > 0) this.result = this.turn(review, turned);
    return this.result;
  }

  private recite(before: ReadonlySet<string>, after: ReadonlySet<string>, turned: Set<string>): void {
    for (const id of after) if (!before.has(id)) this.add(id, 1, turned);
    for (const id of before) if (!after.has(id)) this.add(id, -1, turned);
  }

  private add(id: string, by: 1 | -1, turned: Set<string>): void {
    const times = (this.citing.get(id) ?? 0) + by;
    if (times > 0) this.citing.set(id, times);
    else this.citing.delete(id);
    turned.add(id);
  }

  /** The register as it is now, of which another id or kind is known, or another order. */
  private reshape(review: Review): Tallied {
    const known = new Map<string, string>();
    const places = new Map<string, Place[]>();
    const repeats = new Map<string, (readonly [number, Place])[]>();
    const entries = review.documents.flatMap((document) => {
      const { uri } = document;
      return summarise(document, review.context).evidence.map((evidence, entry) => ({
        uri,
        entry,
        evidence,
      }));
    });
    const pairs = pairSurveys(entries);
    const joined = new Map<string, Set<number>>();
    for (const { uri, entry } of pairs.values()) joined.set(uri, (joined.get(uri) ?? new Set()).add(entry));
    for (const each of entries) {
      const { uri, entry, evidence } = each;
      const id = foldEvidenceId(evidence.id);
      if (id === '' || joined.get(uri)?.has(entry) === true) continue;
      const same = places.get(id);
      const [first] = same ?? [];
      if (!same || !first) {
        places.set(id, [[uri, entry]]);
        known.set(id, pairs.has(each) ? 'survey' : kindOfEvidence(evidence));
        continue;
      }
      same.push([uri, entry]);
      const others = repeats.get(uri);
      if (others) others.push([entry, first]);
      else repeats.set(uri, [[entry, first]]);
    }
    const { known: before } = this.result;
    const unused = this.unusedIn(review, joined);
    return { known: isSameMap(before, known) ? before : known, places, repeats, joined, unused };
  }

  /** Asks again about the documents that have an entry of an id that is cited now, or no more. */
  private turn(review: Review, turned: ReadonlySet<string>): Tallied {
    const { places, joined, unused } = this.result;
    const uris = new Set([...turned].flatMap((id) => (places.get(id) ?? nothing).map(([uri]) => uri)));
    if (uris.size === 0) return this.result;
    const still = [...unused].filter(([uri]) => !uris.has(uri));
    const now = this.unusedIn(review, joined, (uri) => uris.has(uri));
    return { ...this.result, unused: new Map([...still, ...now]) };
  }

  /** The documents with entries that nothing cites, and which these are. */
  private unusedIn(
    { documents, context }: Review,
    joined: Shape['joined'],
    isAsked: (uri: string) => boolean = () => true,
  ): ReadonlyMap<string, readonly number[]> {
    const found = new Map<string, number[]>();
    for (const document of documents) {
      const { evidence } = summarise(document, context);
      const own = evidence.length > 0 && isAsked(document.uri) ? [...evidence.keys()] : [];
      const paired = joined.get(document.uri);
      const unused = own.filter(
        (entry) => paired?.has(entry) !== true && !this.citing.has(foldEvidenceId(evidence[entry]?.id ?? '')),
      );
      if (unused.length > 0) found.set(document.uri, unused);
    }
    return found;
  }
}

function saysSame(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      const isSameKind = one.kind === other?.kind || (other && kindOfEvidence(one) === kindOfEvidence(other));
      return (
        one.id === other?.id && isSameKind && (one.survey === undefined) === (other.survey === undefined)
      );
    })
  );
}

function isSameMap(a: KnownEvidence, b: KnownEvidence): boolean {
  if (a.size !== b.size) return false;
  const entries = b.entries();
  return [...a].every(([id, kind]) => {
    const [otherId, otherKind] = entries.next().value ?? [];
    return id === otherId && kind === otherKind;
  });
}
