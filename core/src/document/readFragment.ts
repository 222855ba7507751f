/*
 * A chunk under its headings: in a section of strengths its items are findings, elsewhere they are narrative. The same
 * chunk under the same headings is the same fragment.
 */
import type { Citation } from '../syntax/citation';
import { surveyEntry, type Evidence, type EvidenceTable } from '../evidence/entry';
import { firstReached } from '../text/bisect';
import type { SectionKind } from '../syntax/sectionKind';
import { readDay } from '../text/date';
import { foldLabel } from './chunk';
import { isPlaceholder } from '../text/placeholder';
import type { Block, HeadingBlock, ItemBlock, Chunk, ReadCitation } from './chunk';
import type {
  Action,
  CitationPlace,
  Due,
  Finding,
  FindingKind,
  Fragment,
  LocatedCitation,
  Section,
} from './fragment';
import type { Annotation } from '../syntax/annotations';
import { encloses } from '../text/span';
import { memo } from '../text/memo';
import { pushAll } from '../text/arrays';

/** The headings above a chunk: the kind of its section, and the headings that enclose it. */
export interface SectionState {
  readonly kind: SectionKind;
  readonly above: readonly { readonly level: number; readonly kind: SectionKind }[];
}

/** Before the first heading everything is narrative. */
export const startState: SectionState = { kind: 'narrative', above: [] };

/** The state after a chunk. */
export function stateAfter(chunk: Chunk, state: SectionState): SectionState {
  let after = state;
  for (const block of chunk.blocks) if (block.type === 'heading') after = enter(after, block);
  return after;
}

/** The labels of all link definitions of a document in one text, which is looked up in. */
export function joinLabels(chunks: readonly Chunk[]): string {
  const labels: string[] = [];
  for (const chunk of chunks) pushAll(labels, chunk.labels);
  return labels.length > 0 ? `\n${labels.join('\n')}\n` : '';
}

/** What a chunk contains, given the headings above it and the labels of the document. */
export function fragmentOf(chunk: Chunk, state: SectionState, labels: string): Fragment {
  return reader(chunk, labels)(state);
}

const reader = memo((chunk: Chunk, labels: string) => {
  const known = new Map<string, Fragment>();
  const hasHeading = chunk.blocks.some(({ type }) => type === 'heading');
  return (state: SectionState): Fragment => {
    // Without a heading of its own only the kind of the section counts.
    const key = hasHeading ? state.above.map(({ level, kind }) => `${level} ${kind}`).join() : state.kind;
    const fragment = known.get(key) ?? readFragment(chunk, state, labels);
    known.set(key, fragment);
    return fragment;
  };
});

function readFragment(chunk: Chunk, start: SectionState, labels: string): Fragment {
  const sections: Section[] = [];
  const findings: Finding[] = [];
  const actions: Action[] = [];
  const citations: LocatedCitation[] = [];
  const evidence: Evidence[] = [];
  const evidenceTables: EvidenceTable[] = [];
  let state = start;
  const locate = (block: Block, place: CitationPlace): readonly LocatedCitation[] => {
    const finding = place === 'finding' ? findings.length : undefined;
    const located = block.citations
      .filter((citation) => !isLink(chunk, citation, labels) && !isOwnId(citation, evidence))
      .map((citation) => placed(citation, place, sections.length, finding));
    pushAll(citations, located);
    return orNothing(located);
  };
  for (const block of chunk.blocks) {
    if (block.type === 'heading') {
      state = enter(state, block);
      const { level, title, span: heading } = block;
      const place = { kind: state.kind, level, title, heading, span: heading };
      // Its own citations are in the section that it opens, whose number is one more.
      sections.push({ ...place, citations: nothing });
      sections[sections.length - 1] = { ...place, citations: locate(block, 'heading') };
    } else if (block.type === 'item' && (state.kind === 'strengths' || state.kind === 'development')) {
      const kind = state.kind === 'strengths' ? 'strength' : 'development';
      const cited = locate(block, 'finding');
      findings.push(toFinding(block, kind, sections.length, cited));
    } else {
      if (block.type === 'table' && state.kind === 'evidence') {
        evidenceTables.push(block.read.table);
        pushAll(evidence, block.read.entries);
      }
      const cited = locate(block, 'narrative');
      if (block.type === 'item' && state.kind === 'actions')
        actions.push(toAction(block, sections.length, cited));
    }
  }
  const { text, escaped, suppressions, surveys, intricate } = chunk;
  const entries = [...evidence, ...surveys.map(surveyEntry)].sort((a, b) => a.span.start - b.span.start);
  return {
    text,
    sections: orNothing(sections),
    findings: orNothing(findings),
    actions: orNothing(actions),
    citations: orNothing(citations),
    evidence: orNothing(entries),
    evidenceTables: orNothing(evidenceTables),
    escaped,
    suppressions,
    ...(intricate && { intricate }),
  };
}

// One list for all that have none, because a folder has a hundred thousand fragments and most have little of anything.
const nothing: readonly never[] = [];

function orNothing<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list : nothing;
}

/** A citation in its place. Its fields are named one by one, because copying an object is slow and a folder has many. */
function placed(
  { kind, span: at, parts, malformed, link }: ReadCitation,
  place: CitationPlace,
  section: number,
  finding: number | undefined,
): LocatedCitation {
  const located: { -readonly [Key in keyof LocatedCitation]: LocatedCitation[Key] } = {
    kind,
    span: at,
    parts,
    place,
    section,
  };
  if (malformed) located.malformed = malformed;
  if (link) located.link = link;
  if (finding !== undefined) located.finding = finding;
  return located;
}

/** Whether a citation is how an entry of the register writes its own id, which cites nothing. */
function isOwnId(citation: Citation, evidence: readonly Evidence[]): boolean {
  // Rows follow each other, so only the first whose id does not start before the citation can be enclosed by it.
  const first = evidence[firstReached(evidence, ({ cells }) => cells.id.start >= citation.span.start)];
  return first !== undefined && encloses(citation.span, first.cells.id);
}

/** A heading that names no kind belongs to the section above it when it is deeper, as its subheading. */
function enter(state: SectionState, { level, kind }: HeadingBlock): SectionState {
  const above = state.above.filter((heading) => heading.level < level);
  const own = kind ?? above[above.length - 1]?.kind ?? 'narrative';
  return { kind: own, above: [...above, { level, kind: own }] };
}

/** Whether brackets that only look like a citation refer to a link definition, as `[theme park]` may. */
function isLink(chunk: Chunk, { kind, malformed, span: place }: ReadCitation, labels: string): boolean {
  if (labels === '' || !malformed || kind === 'standard') return false;
  return labels.includes(`\n${foldLabel(chunk.text.slice(place.start + 1, place.end - 1))}\n`);
}

function toFinding(
  block: ItemBlock,
  kind: FindingKind,
  section: number,
  citations: readonly LocatedCitation[],
): Finding {
  const { span: place, head, words, empty, annotations } = block;
  const by = annotations.find(({ name }) => name === 'by')?.value ?? '';
  return { kind, section, span: place, head, words, empty, citations, ...(by !== '' && { by }) };
}

function toAction(block: ItemBlock, section: number, citations: readonly LocatedCitation[]): Action {
  const { span: place, head, words, empty } = block;
  const annotations = block.annotations.filter(({ value }) => !isPlaceholder(value));
  const leads = annotations.filter(({ name }) => name === 'lead');
  const dues = annotations.filter(({ name }) => name === 'due').map(toDue);
  return { section, span: place, head, words, empty, citations, leads, dues };
}

function toDue(mark: Annotation): Due {
  const day = readDay(mark.value);
  return { ...mark, ...(day !== undefined && { day }) };
}
