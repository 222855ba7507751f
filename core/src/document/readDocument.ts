/*
 * One document's text to its model: sections, findings and citations with their places. Reading depends on that one text
 * and nothing else, and never fails. What a citation means, what is covered and what is wrong is not here: that needs a
 * catalogue and the other documents.
 */
import { findFrontMatter, type FrontMatter } from '../syntax/markdown';
import type { Chunk } from './chunk';
import { cutChunks, type ParsedChunks } from './cutChunks';
import type { Fragment } from './fragment';
import { fragmentOf, joinLabels, startState, stateAfter } from './readFragment';
import { shiftFragment, type Offset } from './shiftFragment';
import { span, type Span } from '../text/span';

/** A fragment, and where it is in its document. */
export interface PlacedFragment extends Offset {
  readonly fragment: Fragment;
}

/**
 * The model of one document: the contents of all its fragments in order, with offsets into the document and positions in
 * its lists.
 */
export interface DocumentModel extends Omit<Fragment, 'intricate'> {
  readonly frontMatter?: FrontMatter;
  readonly intricate: readonly Span[];
  /** The same in pieces that stay the same objects while their text and the headings above do. */
  readonly fragments: readonly PlacedFragment[];
  /** What the next reading need not parse again; it is shared by all texts of a document. */
  readonly parsed: ParsedChunks;
}

/** Reads any text as a review document; `before` is the model of an older text, which only makes it faster. */
export function readDocument(text: string, before?: DocumentModel): DocumentModel {
  if (before?.text === text) return before;
  const frontMatter = findFrontMatter(text);
  const start = frontMatter?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const parsed = before?.parsed ?? new Map<string, Chunk>();
  const chunks = cutChunks(text, start, parsed);
  const labels = joinLabels(chunks);
  let state = startState;
  let at = start;
  let section = -1;
  let finding = 0;
  const fragments = chunks.map((chunk): PlacedFragment => {
    const fragment = fragmentOf(chunk, state, labels);
    const placed = { fragment, start: at, section, finding };
    state = stateAfter(chunk, state);
    at += fragment.text.length;
    section += fragment.sections.length;
    finding += fragment.findings.length;
    return placed;
  });
  return new JoinedModel(text, fragments, parsed, frontMatter);
}

/** A model whose lists are made when the first of them is asked for: what is asked at each keystroke needs none. */
class JoinedModel implements DocumentModel {
  readonly frontMatter?: FrontMatter;
  #joined: Fragment | undefined;

  constructor(
    readonly text: string,
    readonly fragments: readonly PlacedFragment[],
    readonly parsed: ParsedChunks,
    frontMatter: FrontMatter | undefined,
  ) {
    if (frontMatter) this.frontMatter = frontMatter;
  }

  get sections(): Fragment['sections'] {
    return this.#whole.sections;
  }

  get findings(): Fragment['findings'] {
    return this.#whole.findings;
  }

  get actions(): Fragment['actions'] {
    return this.#whole.actions;
  }

  get citations(): Fragment['citations'] {
    return this.#whole.citations;
  }

  get evidence(): Fragment['evidence'] {
    return this.#whole.evidence;
  }

  get evidenceTables(): Fragment['evidenceTables'] {
    return this.#whole.evidenceTables;
  }

  get escaped(): Fragment['escaped'] {
    return this.#whole.escaped;
  }

  get suppressions(): Fragment['suppressions'] {
    return this.#whole.suppressions;
  }

  get intricate(): readonly Span[] {
    return this.#whole.intricate ?? [];
  }

  get #whole(): Fragment {
    return (this.#joined ??= join(this.text, this.fragments));
  }
}

/** All fragments as one that is about the whole document. */
function join(text: string, fragments: readonly PlacedFragment[]): Fragment {
  const moved = fragments.map(({ fragment, ...by }) => shiftFragment(fragment, by));
  const headings = moved.flatMap(({ sections }) => sections);
  return {
    text,
    sections: headings.map((section, i) => {
      return { ...section, span: span(section.heading.start, headings[i + 1]?.heading.start ?? text.length) };
    }),
    findings: moved.flatMap(({ findings }) => findings),
    actions: moved.flatMap(({ actions }) => actions),
    citations: moved.flatMap(({ citations }) => citations),
    evidence: moved.flatMap(({ evidence }) => evidence),
    evidenceTables: moved.flatMap(({ evidenceTables }) => evidenceTables),
    escaped: moved.flatMap(({ escaped }) => escaped),
    suppressions: moved.flatMap(({ suppressions }) => suppressions),
    intricate: moved.flatMap(({ intricate }) => intricate ?? []),
  };
}
