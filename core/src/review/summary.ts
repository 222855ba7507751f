/*
 * What one document contributes to its review: the headings that name a theme or element, what its findings
 * cover, and its entries of the evidence register. It depends on the document and the frame, is worked out part
 * by part, and a part that an edit did not touch is not looked at again; neither is a document.
 */
import type { CatalogueItem, Theme } from '../catalogue/readCatalogue';
import { themeOf } from '../catalogue/index';
import type { ChunkGroupReading } from '../document/chunkGroup';
import type { Document } from '../document/document';
import { foldEvidenceId, moveEvidence, type Evidence } from '../evidence/entry';
import type { ReviewContext } from './context';
import type { Action, FindingKind, KeptFragment } from '../document/fragment';
import { shiftAction } from '../document/shiftFragment';
import { resolvedIn } from '../document/resolvedCitations';
import type { Review } from './review';
import { saidIn, type PlacedSaid } from './findingKeys';
import { span, type Span } from '../text/span';
import { namedIn, type Subject } from './sectionTopics';

/** A heading that names a theme or element, where it stands in its document. */
export interface NamedHeading {
  readonly subject: Subject;
  readonly heading: Span;
}

export interface DocumentSummary {
  readonly headings: readonly NamedHeading[];
  /** Standards and elements that a finding with words cites, each once, strengths and areas for development apart. */
  readonly sides: Readonly<Record<FindingKind, readonly CatalogueItem[]>>;
  /** Its entries of the register, in order. */
  readonly evidence: readonly Evidence[];
  /** Its actions, in order. */
  readonly actions: readonly SummaryAction[];
  /** Folded ids of evidence that it cites, in findings and elsewhere. */
  readonly citedEvidence: ReadonlySet<string>;
  /** What its findings say, chapter by chapter. */
  readonly said: readonly PlacedSaid[];
}

/** What an action says; where it belongs and what it cites its document tells. */
export type SummaryAction = Omit<Action, 'section' | 'citations'>;

interface Known extends Omit<DocumentSummary, 'said'> {
  readonly files: ReviewContext['catalogues'];
}

declare module '../document/chunkGroup' {
  interface ReadingNotes {
    /** Offsets from the chapter's start. */
    examined?: Known;
  }
}

declare module '../document/document' {
  interface DocumentNotes {
    examined?: { readonly files: ReviewContext['catalogues']; readonly result: DocumentSummary };
  }
}

// A folder has thousands of documents, and in most of them much of this is empty.
const nothing: readonly never[] = [];
const nothingCited: ReadonlySet<string> = new Set();
const noSides: DocumentSummary['sides'] = { strength: nothing, development: nothing };

/** What a document contributes that is not there. */
export const emptySummary: DocumentSummary = {
  headings: nothing,
  sides: noSides,
  evidence: nothing,
  actions: nothing,
  citedEvidence: nothingCited,
  said: nothing,
};

/** What a document contributes under a frame. */
export function summarise(document: Document, context: ReviewContext): DocumentSummary {
  const known = document.notes.examined;
  if (known?.files === context.catalogues) return known.result;
  const gathered = new Gathered();
  const said: PlacedSaid[] = [];
  for (const { reading, start } of document.skimmed.chapters) {
    gathered.add(examineChapter(reading, context.catalogues), start);
    const own = saidIn(reading);
    if (own.length > 0) said.push({ said: own, start });
  }
  const { headings, sides, evidence, actions, citedEvidence } = gathered.result();
  const result = { headings, sides, evidence, actions, citedEvidence, said };
  document.notes.examined = { files: context.catalogues, result };
  return result;
}

/** What has been found so far. What is added to is made when there is something, because mostly there is nothing. */
class Gathered {
  headings: NamedHeading[] | undefined;
  evidence: Evidence[] | undefined;
  actions: SummaryAction[] | undefined;
  readonly strength = new Set<CatalogueItem>();
  readonly development = new Set<CatalogueItem>();
  citedEvidence: Set<string> | undefined;

  /** Takes over what a stretch contributes that begins at `start`. */
  add(found: Omit<DocumentSummary, 'said'>, start: number): void {
    for (const { subject, heading } of found.headings) {
      (this.headings ??= []).push({ subject, heading: span(heading.start + start, heading.end + start) });
    }
    for (const item of found.sides.strength) this.strength.add(item);
    for (const item of found.sides.development) this.development.add(item);
    for (const entry of found.evidence) (this.evidence ??= []).push(moveEvidence(entry, start));
    for (const action of found.actions) (this.actions ??= []).push(shiftAction(action, start));
    for (const id of found.citedEvidence) (this.citedEvidence ??= new Set()).add(id);
  }

  result(): Omit<DocumentSummary, 'said'> {
    const { headings, strength, development, evidence, actions, citedEvidence } = this;
    return {
      headings: headings ?? nothing,
      sides:
        strength.size + development.size === 0
          ? noSides
          : { strength: [...strength], development: [...development] },
      evidence: evidence ?? nothing,
      actions: actions ?? nothing,
      citedEvidence: citedEvidence ?? nothingCited,
    };
  }
}

/** Folded ids of evidence that a chapter cites. */
export function evidenceCitedIn(reading: ChunkGroupReading, context: ReviewContext): ReadonlySet<string> {
  return examineChapter(reading, context.catalogues).citedEvidence;
}

/** The headings as they were when last looked at, which may be one keystroke ago, for an answer that must not wait. */
export function lastHeadings(document: Document, review: Review): readonly NamedHeading[] {
  const before = review.notes.older?.documents.find(({ uri }) => uri === document.uri);
  const known = document.notes.examined ?? before?.notes.examined;
  return (known?.result ?? summarise(document, review.context)).headings;
}

/** Whether it is known what a document contributes, so that asking costs nothing. */
export function isSummarised(document: Document, context: ReviewContext): boolean {
  return document.notes.examined?.files === context.catalogues;
}

/** A heading of a theme, and where it is. */
interface ThemeHeading {
  readonly document: Document;
  readonly heading: Span;
}

/** The heading of each of some themes: the first in report order that names it, or else one of its elements. */
export function themeHeadings(review: Review, themes: Iterable<Theme>): ReadonlyMap<Theme, ThemeHeading> {
  const wanted = new Set(themes);
  const own = new Map<Theme, ThemeHeading>();
  const near = new Map<Theme, ThemeHeading>();
  for (const document of review.documents) {
    if (own.size === wanted.size) break;
    for (const { subject, heading } of summarise(document, review.context).headings) {
      const theme = themeOf(subject);
      const found = subject === theme ? own : near;
      if (wanted.has(theme) && !found.has(theme)) found.set(theme, { document, heading });
    }
  }
  return new Map([...near, ...own]);
}

function examineChapter(reading: ChunkGroupReading, files: ReviewContext['catalogues']): Known {
  const known = reading.notes.examined;
  if (known?.files === files) return known;
  const gathered = new Gathered();
  for (const { part, start } of reading.parts) {
    for (const entry of part.evidence) (gathered.evidence ??= []).push(moveEvidence(entry, start));
    for (const action of part.actions) (gathered.actions ??= []).push(shiftAction(bareAction(action), start));
    if (part.citations.length > 0) addCited(part, files, gathered);
    if (part.sections.length === 0) continue;
    for (const [i, subject] of namedIn(files, part).entries()) {
      const heading = part.sections[i]?.heading;
      if (subject && heading)
        (gathered.headings ??= []).push({
          subject,
          heading: span(heading.start + start, heading.end + start),
        });
    }
  }
  const { headings, sides, evidence, actions, citedEvidence } = gathered.result();
  return (reading.notes.examined = { files, headings, sides, evidence, actions, citedEvidence });
}

function addCited(part: KeptFragment, files: ReviewContext['catalogues'], gathered: Gathered): void {
  for (const { citation, found } of resolvedIn(part, files)) {
    const finding = citation.finding === undefined ? undefined : part.findings[citation.finding];
    if (!finding || finding.empty || citation.kind !== 'standard') continue;
    for (const { item } of found) gathered[finding.kind].add(item);
  }
  for (const { kind, parts } of part.citations) {
    if (kind !== 'evidence') continue;
    for (const { from } of parts) (gathered.citedEvidence ??= new Set()).add(foldEvidenceId(from.id));
  }
}

function bareAction({ span: place, head, words, empty, leads, dues }: Action): SummaryAction {
  return { span: place, head, words, empty, leads, dues };
}
