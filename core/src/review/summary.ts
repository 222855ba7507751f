/*
 * What one document means with the catalogues of its review, and contributes to it: the headings that name a theme or
 * element, what its findings say and cite, its entries of the evidence register, its actions and suppressions. Whatever
 * is asked about a whole review is counted from these, so the models of its files need not be kept.
 */
import type { CatalogueFile } from '../catalogue/index';
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { itemsOf } from '../catalogue/resolveCitation';
import type { Action, FindingKind, Fragment } from '../document/fragment';
import type { Document } from '../document/document';
import { resolvedIn } from '../document/resolvedCitations';
import { shiftAction, shiftSuppression } from '../document/shiftFragment';
import { foldEvidenceId, moveEvidence, type Evidence } from '../evidence/entry';
import type { CitedId } from '../syntax/citation';
import type { Suppression } from '../syntax/suppression';
import { pushAll } from '../text/arrays';
import { groupBy } from '../text/grouping';
import { memo } from '../text/memo';
import { moveSpan, type Span } from '../text/span';
import type { ReviewContext } from './context';
import { evidenceIdsIn } from './evidenceIds';
import { numberOfWords } from './sameWords';
import { namedIn, type Subject } from './sectionTopics';

/** A heading that names a theme or element. */
export interface NamedHeading {
  readonly subject: Subject;
  readonly heading: Span;
}

/** What a finding says and rests on. */
export interface FindingSummary {
  /** Its first line. */
  readonly head: Span;
  /** No words, or only a placeholder. */
  readonly empty: boolean;
  /** Findings with the same words have the same number; undefined where they are too few to tell. */
  readonly said?: number;
  /** The evidence that it cites, in order; undefined where it cites none, not even in a citation with a fault. */
  readonly evidence?: readonly CitedId[];
}

/**
 * One citation of an item of a catalogue: by a finding with words, which counts once for each item, or by a citation in
 * narrative, which is a mention. `at` is the position of the finding, or of the citation, in the lists of the document.
 */
export interface Cited {
  readonly item: CatalogueItem;
  readonly by: FindingKind | 'mention';
  readonly at: number;
}

/** What an action says; its section and its citations are in the document. */
export type SummaryAction = Omit<Action, 'section' | 'citations'>;

/** What a document contributes to its review, in order of its text; spans are offsets into it. */
export interface DocumentSummary {
  readonly headings: readonly NamedHeading[];
  readonly findings: readonly FindingSummary[];
  readonly cited: readonly Cited[];
  /** Its entries of the register. */
  readonly evidence: readonly Evidence[];
  /** The evidence that it cites, in findings and elsewhere. */
  readonly evidenceCited: readonly CitedId[];
  /** The folded ids of the same. */
  readonly citedEvidence: ReadonlySet<string>;
  readonly actions: readonly SummaryAction[];
  readonly suppressions: readonly Suppression[];
}

/** What a document contributes to a review. */
export function summarise(document: Document, context: ReviewContext): DocumentSummary {
  return summary(document, context.catalogues);
}

/** Whether it is known what a document contributes, so that asking costs nothing. */
export function isSummarised(document: Document, context: ReviewContext): boolean {
  return summary.knows(document, context.catalogues);
}

const summary = memo((document: Document, files: readonly CatalogueFile[]): DocumentSummary => {
  const headings: NamedHeading[] = [];
  const findings: FindingSummary[] = [];
  const cited: Cited[] = [];
  const evidence: Evidence[] = [];
  const evidenceCited: CitedId[] = [];
  const actions: SummaryAction[] = [];
  const suppressions: Suppression[] = [];
  let citations = 0;
  for (const { fragment, start, finding } of document.model.fragments) {
    const found = summariseFragment(fragment, files);
    for (const { subject, heading } of found.headings)
      headings.push({ subject, heading: moveSpan(heading, start) });
    for (const one of found.findings) {
      const moved = { ...one, head: moveSpan(one.head, start) };
      findings.push(one.evidence ? { ...moved, evidence: moveIds(one.evidence, start) } : moved);
    }
    for (const { item, by, at } of found.cited)
      cited.push({ item, by, at: at + (by === 'mention' ? citations : finding) });
    pushAll(evidenceCited, moveIds(found.evidenceCited, start));
    for (const entry of fragment.evidence) evidence.push(moveEvidence(entry, start));
    for (const { span, head, words, empty, leads, dues } of fragment.actions)
      actions.push(shiftAction({ span, head, words, empty, leads, dues }, start));
    for (const suppression of fragment.suppressions) suppressions.push(shiftSuppression(suppression, start));
    citations += fragment.citations.length;
  }
  const citedEvidence = new Set(evidenceCited.map(({ id }) => foldEvidenceId(id)));
  return { headings, findings, cited, evidence, evidenceCited, citedEvidence, actions, suppressions };
});

function moveIds(ids: readonly CitedId[], by: number): readonly CitedId[] {
  return ids.length === 0 ? ids : ids.map((id) => ({ ...id, span: moveSpan(id.span, by) }));
}

type FragmentSummary = Pick<DocumentSummary, 'headings' | 'findings' | 'cited' | 'evidenceCited'>;

// Most fragments of a folder contribute nothing.
const nothing: FragmentSummary = { headings: [], findings: [], cited: [], evidenceCited: [] };

/** What a fragment contributes, with offsets and positions of its own. */
function summariseFragment(fragment: Fragment, files: readonly CatalogueFile[]): FragmentSummary {
  const { sections, findings, citations } = fragment;
  return sections.length + findings.length + citations.length === 0
    ? nothing
    : fragmentSummary(fragment, files);
}

const fragmentSummary = memo((fragment: Fragment, files: readonly CatalogueFile[]): FragmentSummary => {
  const { sections, findings, citations } = fragment;
  return {
    headings: namedIn(fragment, files).flatMap((subject, i) => {
      const heading = sections[i]?.heading;
      return subject && heading ? [{ subject, heading }] : [];
    }),
    findings: findings.map(({ head, empty, words, citations: own }): FindingSummary => {
      const said = empty ? undefined : numberOfWords(words);
      const citesEvidence = own.some(({ kind }) => kind === 'evidence');
      return {
        head,
        empty,
        ...(said !== undefined && { said }),
        ...(citesEvidence && { evidence: evidenceIdsIn(own) }),
      };
    }),
    cited: citedIn(fragment, files),
    evidenceCited: evidenceIdsIn(citations),
  };
});

/** The one place that tells which finding cites what. */
function citedIn({ findings, citations }: Fragment, files: readonly CatalogueFile[]): Cited[] {
  const byCitation = groupBy(resolvedIn(citations, files), ({ citation }) => citation);
  const positions = new Map(citations.map((citation, i) => [citation, i]));
  const ofFindings = findings.flatMap(({ kind, empty, citations: own }, at): Cited[] => {
    const parts = empty ? [] : own.flatMap((citation) => byCitation.get(citation) ?? []);
    return itemsOf(parts).map((item) => ({ item, by: kind, at }));
  });
  const mentions = [...byCitation].flatMap(([citation, parts]): Cited[] => {
    const at = positions.get(citation);
    if (citation.place !== 'narrative' || at === undefined) return [];
    return itemsOf(parts).map((item) => ({ item, by: 'mention', at }));
  });
  return [...ofFindings, ...mentions];
}
