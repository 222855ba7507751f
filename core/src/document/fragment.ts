/*
 * A passage in its place: under a strengths heading its items are findings, elsewhere they are narrative.
 * A part speaks of itself only: its offsets begin with it, its section 0 is the one that it begins in. Moved
 * to where it stands, it is a piece of the Review. The same passage under the same headings is the same part.
 */
import type { Citation } from '../syntax/citation';
import { surveyEntry, type Evidence, type EvidenceTable } from '../evidence/entry';
import { firstReached } from '../text/bisect';
import type { SectionKind } from '../syntax/sectionKind';
import { readDay, type Day } from '../text/date';
import type { Suppression } from '../syntax/suppression';
import type { Annotation } from '../syntax/annotations';
import { foldLabel } from './chunk';
import { isPlaceholder } from '../text/placeholder';
import type { Block, HeadingBlock, ItemBlock, Chunk, ReadCitation } from './chunk';
import { encloses, span, type Span } from '../text/span';
import { pushAll } from '../text/arrays';

/** A heading and what follows it up to the next heading. */
export interface Section {
  readonly kind: SectionKind;
  readonly level: number;
  /** The heading's words without citations. */
  readonly title: string;
  /** The heading itself. */
  readonly heading: Span;
  readonly span: Span;
  /** Citations in the heading, which say what the section is about. */
  readonly citations: readonly LocatedCitation[];
}

/** The spans of sections with everything below them: up to the next heading that is not deeper. */
export function nestedSections(sections: readonly Section[]): Span[] {
  const open: { readonly level: number; readonly index: number }[] = [];
  const ends = sections.map((section) => section.span.end);
  const close = (level: number, end: number): void => {
    for (let last = open[open.length - 1]; last && last.level >= level; last = open[open.length - 1]) {
      ends[last.index] = end;
      open.pop();
    }
  };
  for (const [index, section] of sections.entries()) {
    close(section.level, section.span.start);
    open.push({ level: section.level, index });
  }
  close(0, sections[sections.length - 1]?.span.end ?? 0);
  return sections.map((section, i) => span(section.span.start, ends[i] ?? section.span.end));
}

/** Where a citation stands: only one in a finding covers; one in a heading names a subject. */
export type CitationPlace = 'heading' | 'finding' | 'narrative';

/** A citation, and what stands around it. `section` and `finding` are positions in the review's lists. */
export interface LocatedCitation extends ReadCitation {
  readonly place: CitationPlace;
  readonly section?: number;
  readonly finding?: number;
}

export type FindingKind = 'strength' | 'development';

/** One top-level list item of a strengths or development section. */
export interface Finding {
  readonly kind: FindingKind;
  readonly section: number;
  readonly span: Span;
  /** The item's first line of content, for a diagnostic; the list marker where there is none. */
  readonly head: Span;
  /** The words in one line, without citations and marks. */
  readonly words: string;
  /** No words, or only a placeholder such as TODO: such a finding never covers. */
  readonly empty: boolean;
  readonly citations: readonly LocatedCitation[];
  /** The initials of `@by(AA)`. */
  readonly by?: string;
}

/** By when, as `@due(…)` says it; without a `day` where that is no day of the calendar, or not clear. */
export interface Due extends Annotation {
  readonly day?: Day;
}

/** One top-level list item of an action plan. */
export interface Action {
  readonly section: number;
  readonly span: Span;
  /** As a finding's. */
  readonly head: Span;
  /** The words in one line, without citations and marks. */
  readonly words: string;
  /** No words, or only a placeholder such as TODO. */
  readonly empty: boolean;
  /** What it is to answer; they do not cover. */
  readonly citations: readonly LocatedCitation[];
  /** Who leads, each `@lead(…)` in order; one that is empty or a placeholder names nobody and is not there. */
  readonly leads: readonly Annotation[];
  /** By when, each `@due(…)` in order, as an action may have several steps; the same goes for placeholders. */
  readonly dues: readonly Due[];
}

/** What one stretch of a document holds; `text` is that stretch, and spans are offsets into it. */
export interface Fragment {
  readonly text: string;
  /** Its headings; their spans end with the heading, because what follows may lie outside. */
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly actions: readonly Action[];
  readonly citations: readonly LocatedCitation[];
  /** Entries of the evidence register: rows of its tables, and surveys wherever they stand. */
  readonly evidence: readonly Evidence[];
  /** The tables that these stand in; one may have no entries yet. */
  readonly evidenceTables: readonly EvidenceTable[];
  readonly escaped: readonly Citation[];
  readonly ignores: readonly Suppression[];
  /** What is too intricate to be read as Markdown and stands as plain words, where there is any. */
  readonly intricate?: readonly Span[];
}

/**
 * What others have worked out about a part and keep with it, each under a key of its own. A weak map would do,
 * but thousands of its entries make the collection of garbage slow.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each file that keeps something adds its key.
export interface FragmentNotes {}

/** A part that is read from a passage and kept with it. */
export interface KeptFragment extends Fragment {
  readonly notes: FragmentNotes;
}

/** The headings that a passage stands under: the kind of its section, and the headings that enclose it. */
export interface SectionState {
  readonly kind: SectionKind;
  readonly above: readonly { readonly level: number; readonly kind: SectionKind }[];
  /** The folded labels of all link definitions of the document, each between line ends. */
  readonly labels: string;
}

/** Before the first heading everything is narrative. */
export function startState(labels: readonly string[]): SectionState {
  return { kind: 'narrative', above: [], labels: labels.length > 0 ? `\n${labels.join('\n')}\n` : '' };
}

declare module './chunk' {
  interface ChunkNotes {
    read?: { readonly state: SectionState; readonly result: Read };
  }
}

interface Read {
  readonly part: KeptFragment;
  /** What the next passage stands under. */
  readonly next: SectionState;
}

/** A passage under some headings. */
export function fragmentOf(passage: Chunk, state: SectionState): Read {
  const cached = passage.notes.read;
  if (cached?.state === state) return cached.result;
  const isPlain = cached?.result.part.sections.length === 0;
  if (isPlain && cached.state.kind === state.kind && cached.state.labels === state.labels) {
    return { part: cached.result.part, next: state };
  }
  const result = readPart(passage, state);
  passage.notes.read = { state, result };
  return result;
}

// Shared by all parts that have none, because most have little of anything and a folder has a hundred thousand.
const nothing: readonly never[] = [];

function readPart(passage: Chunk, start: SectionState): Read {
  let sections: Section[] | undefined;
  let findings: Finding[] | undefined;
  let actions: Action[] | undefined;
  let citations: LocatedCitation[] | undefined;
  let evidence: Evidence[] | undefined;
  let evidenceTables: EvidenceTable[] | undefined;
  let state = start;
  const locate = (block: Block, place: CitationPlace): readonly LocatedCitation[] => {
    if (block.citations.length === 0) return nothing;
    const section = sections?.length ?? 0;
    const finding = place === 'finding' ? (findings?.length ?? 0) : undefined;
    const located: LocatedCitation[] = [];
    for (const citation of block.citations) {
      if (isLink(passage, citation, state.labels) || isOwnId(citation, evidence ?? nothing)) continue;
      located.push(placed(citation, place, section, finding));
    }
    if (located.length > 0) pushAll((citations ??= []), located);
    return located;
  };
  for (const block of passage.blocks) {
    if (block.type === 'heading') {
      state = enter(state, block);
      const { level, title, span: heading } = block;
      const place = { kind: state.kind, level, title, heading, span: heading };
      // Its own citations stand in the section that it opens, whose number is one more.
      sections ??= [];
      sections.push({ ...place, citations: nothing });
      sections[sections.length - 1] = { ...place, citations: locate(block, 'heading') };
    } else if (block.type === 'item' && (state.kind === 'strengths' || state.kind === 'development')) {
      const kind = state.kind === 'strengths' ? 'strength' : 'development';
      const cited = locate(block, 'finding');
      (findings ??= []).push(toFinding(block, kind, sections?.length ?? 0, cited));
    } else {
      if (block.type === 'table' && state.kind === 'evidence') {
        (evidenceTables ??= []).push(block.read.table);
        pushAll((evidence ??= []), block.read.entries);
      }
      const cited = locate(block, 'narrative');
      if (block.type === 'item' && state.kind === 'actions') {
        (actions ??= []).push(toAction(block, sections?.length ?? 0, cited));
      }
    }
  }
  const { text, escaped, ignores, surveys, intricate } = passage;
  if (surveys.length > 0) {
    evidence = [...(evidence ?? nothing), ...surveys.map(surveyEntry)];
    evidence.sort((a, b) => a.span.start - b.span.start);
  }
  const part: KeptFragment = {
    text,
    sections: sections ?? nothing,
    findings: findings ?? nothing,
    actions: actions ?? nothing,
    citations: citations ?? nothing,
    evidence: evidence ?? nothing,
    evidenceTables: evidenceTables ?? nothing,
    escaped,
    ignores,
    ...(intricate && { intricate }),
    notes: {},
  };
  return { part, next: state };
}

/** A citation in its place. Its fields are named one by one: a folder has a hundred thousand, and copying an object is slow. */
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
  return { ...state, kind: own, above: [...above, { level, kind: own }] };
}

/** Whether brackets that only look like a citation refer to a link definition, as `[theme park]` may. */
function isLink(passage: Chunk, { kind, malformed, span: place }: ReadCitation, labels: string): boolean {
  if (labels === '' || !malformed || kind === 'standard') return false;
  return labels.includes(`\n${foldLabel(passage.text.slice(place.start + 1, place.end - 1))}\n`);
}

function toFinding(
  block: ItemBlock,
  kind: FindingKind,
  section: number,
  citations: readonly LocatedCitation[],
): Finding {
  const { span: place, head, words, empty, marks } = block;
  const by = marks.find(({ name }) => name === 'by')?.value ?? '';
  return { kind, section, span: place, head, words, empty, citations, ...(by !== '' && { by }) };
}

function toAction(block: ItemBlock, section: number, citations: readonly LocatedCitation[]): Action {
  const { span: place, head, words, empty } = block;
  const marks = block.marks.filter(({ value }) => !isPlaceholder(value));
  const leads = marks.filter(({ name }) => name === 'lead');
  const dues = marks.filter(({ name }) => name === 'due').map(toDue);
  return { section, span: place, head, words, empty, citations, leads, dues };
}

function toDue(mark: Annotation): Due {
  const day = readDay(mark.value);
  return { ...mark, ...(day !== undefined && { day }) };
}
