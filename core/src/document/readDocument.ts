/*
 * One document's text to its model: sections, findings and citations with their places. Reading depends on
 * that one text and nothing else, and never fails; an older review only makes it faster. What a citation
 * means, who is covered and what is wrong is not here: that needs a catalogue and the other documents.
 */
import type { Citation } from '../syntax/citation';
import type { Suppression } from '../syntax/suppression';
import type { Evidence, EvidenceTable } from '../evidence/entry';
import { findFrontMatter, type FrontMatter } from '../syntax/markdown';
import { readChunkGroup, type ChunkGroupReading } from './chunkGroup';
import { startState } from './fragment';
import type { Action, Finding, LocatedCitation, Fragment, Section } from './fragment';
import { shiftFragment, type Offset } from './shiftFragment';
import { cutChunks, type ChunkGroup, type Chunks } from './chunker';
import { span, type Span } from '../text/span';

/** A chapter's reading, and where it stands in the review. */
export interface PlacedChapter extends Offset {
  readonly reading: ChunkGroupReading;
}

declare module './chunker' {
  interface ChunkGroupNotes {
    labels?: readonly string[];
  }
}

/** The model of one document. */
export interface DocumentModel {
  readonly frontMatter?: FrontMatter;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** The items of the action plan, in order. */
  readonly actions: readonly Action[];
  /** All citations in order, those in headings, findings and narrative alike. */
  readonly citations: readonly LocatedCitation[];
  /** Entries of the evidence register that stand in this document, in order: rows of its tables, and surveys. */
  readonly evidence: readonly Evidence[];
  readonly evidenceTables: readonly EvidenceTable[];
  /** Citations that a backslash hides, in order. */
  readonly escaped: readonly Citation[];
  readonly ignores: readonly Suppression[];
  /** What is too intricate to be read as Markdown and stands as plain words. */
  readonly intricate: readonly Span[];
  /** The same in pieces that stay the same objects while their text does. */
  readonly chapters: readonly PlacedChapter[];
  readonly passages: Chunks;
}

/** Reads any text as a review document; `before` is the review of an older text of the same document. */
export function readDocument(text: string, before?: DocumentModel): DocumentModel {
  if (before?.passages.text === text) return before;
  const frontMatter = findFrontMatter(text);
  const start = frontMatter?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const passages = cutChunks(text, start, before?.passages);
  return new PlacedDocument(text, passages, placeChapters(passages), frontMatter);
}

/**
 * A class, because each object that is written down with getters of its own brings a shape of its own, which keeps what
 * the getters see, an old text among it, until all of the memory is collected.
 */
class PlacedDocument implements DocumentModel {
  readonly frontMatter?: FrontMatter;
  private joined: Fragment | undefined;

  constructor(
    private readonly text: string,
    readonly passages: Chunks,
    readonly chapters: readonly PlacedChapter[],
    frontMatter: FrontMatter | undefined,
  ) {
    if (frontMatter) this.frontMatter = frontMatter;
  }

  get sections(): readonly Section[] {
    return this.whole.sections;
  }

  get findings(): readonly Finding[] {
    return this.whole.findings;
  }

  get actions(): readonly Action[] {
    return this.whole.actions;
  }

  get citations(): readonly LocatedCitation[] {
    return this.whole.citations;
  }

  get evidence(): readonly Evidence[] {
    return this.whole.evidence;
  }

  get evidenceTables(): readonly EvidenceTable[] {
    return this.whole.evidenceTables;
  }

  get escaped(): readonly Citation[] {
    return this.whole.escaped;
  }

  get ignores(): readonly Suppression[] {
    return this.whole.ignores;
  }

  get intricate(): readonly Span[] {
    return this.whole.intricate ?? [];
  }

  private get whole(): Fragment {
    return (this.joined ??= joinChapters(this.text, this.chapters));
  }
}

function placeChapters({ start: first, chapters }: Chunks): readonly PlacedChapter[] {
  let state = startState(chapters.flatMap(labelsOf));
  let start = first;
  let section = -1;
  let finding = 0;
  return chapters.map((chapter) => {
    const reading = readChunkGroup(chapter, state);
    const placed = { reading, start, section, finding };
    state = reading.next;
    start += chapter.length;
    section += reading.sections;
    finding += reading.findings;
    return placed;
  });
}

function labelsOf(chapter: ChunkGroup): readonly string[] {
  return (chapter.notes.labels ??= chapter.passages.flatMap((passage) => passage.labels));
}

/** All parts as one that speaks of the whole document. */
function joinChapters(text: string, chapters: readonly PlacedChapter[]): Fragment {
  const moved = chapters.flatMap(({ reading, ...by }) =>
    reading.parts.map(({ part, start, section, finding }) =>
      shiftFragment(part, {
        start: start + by.start,
        section: section + by.section,
        finding: finding + by.finding,
      }),
    ),
  );
  const headings = moved.flatMap((part) => part.sections);
  return {
    text,
    sections: headings.map((section, i) => {
      return { ...section, span: span(section.heading.start, headings[i + 1]?.heading.start ?? text.length) };
    }),
    findings: moved.flatMap((part) => part.findings),
    actions: moved.flatMap((part) => part.actions),
    citations: moved.flatMap((part) => part.citations),
    evidence: moved.flatMap((part) => part.evidence),
    evidenceTables: moved.flatMap((part) => part.evidenceTables),
    escaped: moved.flatMap((part) => part.escaped),
    ignores: moved.flatMap((part) => part.ignores),
    intricate: moved.flatMap((part) => part.intricate ?? []),
  };
}
