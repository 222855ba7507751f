/*
 * What the registers and the evidence citations of a review's documents add up to: which ids are known, which stand
 * twice, and which nothing cites. A review is counted by what has changed since it was counted last, whichever of two
 * is the older, so the answer is that of counting everything: a keystroke looks at the document that it changed, and
 * at the whole register only where that gets another id or kind. Documents that have been looked at are not read.
 */
import type { Document } from './document';
import { foldEvidenceId, kindOfEvidence, type Evidence } from './evidence';
import { examine } from './examination';
import type { Frame } from './frame';
import type { ReviewSet } from './reviewSet';
import type { Survey } from './survey';

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
  readonly byUri: ReadonlyMap<string, Document>;
}

declare module './reviewSet' {
  interface ReviewSetNotes {
    evidence?: Tallied;
  }
}

const tallies = new WeakMap<Frame, EvidenceTally>();
const nothing: readonly [] = [];

/** The ids and kinds that the register of a review knows. */
export function knownEvidence(set: ReviewSet): KnownEvidence {
  return tallied(set).known;
}

/** The entries of a document that nothing in its review cites, in order. */
export function unusedEvidenceIn(document: Document, set: ReviewSet): readonly Evidence[] {
  const unused = tallied(set).unused.get(document.uri) ?? nothing;
  if (unused.length === 0) return nothing;
  const { evidence } = examine(document, set.frame);
  return unused.flatMap((entry) => evidence[entry] ?? []);
}

/** The entries of a document whose id stands further up in the register, each with the first that has it. */
export function repeatedEvidenceIn(
  document: Document,
  set: ReviewSet,
): readonly (readonly [later: PlacedEvidence, first: PlacedEvidence])[] {
  const { repeats, byUri } = tallied(set);
  return (repeats.get(document.uri) ?? nothing).flatMap(([entry, [uri, first]]) => {
    const other = byUri.get(uri);
    const later = examine(document, set.frame).evidence[entry];
    const before = other && examine(other, set.frame).evidence[first];
    if (!later || !before) return [];
    return [
      [
        { document, evidence: later },
        { document: other, evidence: before },
      ] as const,
    ];
  });
}

function tallied(set: ReviewSet): Tallied {
  const known = set.notes.evidence;
  if (known) return known;
  let tally = tallies.get(set.frame);
  if (!tally) tallies.set(set.frame, (tally = new EvidenceTally()));
  return (set.notes.evidence = tally.count(set));
}

/** What one document has in the register, and what it cites. */
interface Share {
  readonly evidence: readonly Evidence[];
  readonly cited: ReadonlySet<string>;
}

/** The state of the review that was counted last under a frame. */
class EvidenceTally {
  private shares = new Map<string, Share>();
  /** In how many documents each id is cited. */
  private readonly citing = new Map<string, number>();
  /** The documents that have a part of the register, in report order. */
  private order: readonly string[] = nothing;
  private shape: Shape = { known: new Map(), places: new Map(), repeats: new Map(), joined: new Map() };
  private unused: ReadonlyMap<string, readonly number[]> = new Map();

  count(set: ReviewSet): Tallied {
    const shares = new Map<string, Share>();
    const byUri = new Map<string, Document>();
    const order: string[] = [];
    let isSameShape = true;
    /** Ids that were cited and are no more, or the other way round. */
    const turned = new Set<string>();
    for (const document of set.documents) {
      const { uri } = document;
      const { evidence, citedEvidence } = examine(document, set.frame);
      if (evidence.length > 0) {
        order.push(uri);
        byUri.set(uri, document);
      }
      if (evidence.length === 0 && citedEvidence.size === 0) continue;
      const before = this.shares.get(uri);
      const isSame = before?.evidence === evidence && before.cited === citedEvidence;
      const share = isSame ? before : { evidence, cited: citedEvidence };
      shares.set(uri, share);
      if (isSame) continue;
      isSameShape &&= saysSame(before?.evidence ?? nothing, evidence);
      this.recite(before?.cited, citedEvidence, turned);
    }
    for (const [uri, { cited }] of this.shares) if (!shares.has(uri)) this.recite(cited, undefined, turned);
    this.shares = shares;
    const isSameOrder = order.length === this.order.length && order.every((uri, i) => uri === this.order[i]);
    if (isSameShape && isSameOrder) this.turn(turned);
    else this.reshape(order);
    return { ...this.shape, unused: this.unused, byUri };
  }

  private recite(
    before: ReadonlySet<string> | undefined,
    after: ReadonlySet<string> | undefined,
    turned: Set<string>,
  ): void {
    for (const id of after ?? nothing) if (!before?.has(id)) this.add(id, 1, turned);
    for (const id of before ?? nothing) if (!after?.has(id)) this.add(id, -1, turned);
  }

  private add(id: string, by: 1 | -1, turned: Set<string>): void {
    const times = (this.citing.get(id) ?? 0) + by;
    if (times > 0) this.citing.set(id, times);
    else this.citing.delete(id);
    turned.add(id);
  }

  /** The register as it is now, of which another id or kind is known, or another order. */
  private reshape(order: readonly string[]): void {
    const known = new Map<string, string>();
    const places = new Map<string, Place[]>();
    const repeats = new Map<string, (readonly [number, Place])[]>(order.map((uri) => [uri, []]));
    const entries = order.flatMap((uri) =>
      [...(this.shares.get(uri)?.evidence ?? nothing)].map((evidence, entry) => ({ uri, entry, evidence })),
    );
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
      repeats.get(uri)?.push([entry, first]);
    }
    const { known: before } = this.shape;
    this.shape = { known: isSameMap(before, known) ? before : known, places, repeats, joined };
    this.order = order;
    this.unused = new Map(order.map((uri) => [uri, this.unusedIn(uri)]));
  }

  /** Asks again about the documents that have an entry of an id that is cited now, or no more. */
  private turn(turned: ReadonlySet<string>): void {
    const uris = new Set([...turned].flatMap((id) => (this.shape.places.get(id) ?? []).map(([uri]) => uri)));
    if (uris.size === 0) return;
    this.unused = new Map([...this.unused, ...[...uris].map((uri) => [uri, this.unusedIn(uri)] as const)]);
  }

  private unusedIn(uri: string): readonly number[] {
    const evidence = this.shares.get(uri)?.evidence ?? nothing;
    const joined = this.shape.joined.get(uri);
    return [...evidence.keys()].filter(
      (entry) => joined?.has(entry) !== true && !this.citing.has(foldEvidenceId(evidence[entry]?.id ?? '')),
    );
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
