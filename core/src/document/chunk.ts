/*
 * A chunk: a run of whole blocks, or one item of a list, that can be read alone. What is read of it is in offsets from
 * its own start and depends on its text only, so the same text is the same chunk, wherever it is. What an item counts
 * as is not known here: the headings above decide it.
 */
import type { ListItem, Nodes } from 'mdast';
import type { Citation } from '../syntax/citation';
import { readEvidence, type ReadEvidence } from '../evidence/table';
import { kindOfHeading, type SectionKind } from '../syntax/sectionKind';
import { readSuppressions, type Suppression } from '../syntax/suppression';
import { findIntricate } from '../syntax/pathologicalText';
import { readsAsLink, type LinkReading } from '../syntax/linkAmbiguity';
import { childrenOf, isSurvey, parseBlocks, spanOf, wordsOf } from '../syntax/markdown';
import { readAnnotations, withoutAnnotations, type Annotation } from '../syntax/annotations';
import { isPlaceholder } from '../text/placeholder';
import { span, type Span } from '../text/span';
import type { Survey } from '../evidence/survey';
import { readSurvey } from '../evidence/readSurvey';
import { endsOpen } from './endsOpen';
import { pushAll } from '../text/arrays';

/** A citation; `link` tells how other Markdown tools read it together with what follows. */
export interface ReadCitation extends Citation {
  readonly link?: LinkReading;
}

export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: number;
  /** The heading's words without citations. */
  readonly title: string;
  /** The kind of section that its words name. */
  readonly kind?: SectionKind;
  readonly span: Span;
  readonly citations: readonly ReadCitation[];
}
/** A top-level list item. */
export interface ItemBlock {
  readonly type: 'item';
  readonly span: Span;
  /** The first line of its content; an empty span where there is none. */
  readonly head: Span;
  /** The words in one line, without citations and annotations. */
  readonly words: string;
  readonly empty: boolean;
  readonly annotations: readonly Annotation[];
  readonly citations: readonly ReadCitation[];
}
/** A table with a column of ids, which the heading above it may make the evidence register. */
export interface TableBlock {
  readonly type: 'table';
  readonly read: ReadEvidence;
  readonly citations: readonly ReadCitation[];
}
/** Anything else: of it only the citations matter. */
export interface OtherBlock {
  readonly type: 'other';
  readonly citations: readonly ReadCitation[];
}
export type Block = HeadingBlock | ItemBlock | TableBlock | OtherBlock;

/** What one chunk contains; all spans are offsets from its start. */
export interface Chunk {
  readonly text: string;
  /** It ends in a fence or a comment that is still open, and that would take in the text after it. */
  readonly endsOpen?: true;
  readonly blocks: readonly Block[];
  readonly escaped: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  /** What is too intricate to be read as Markdown, where there is any. */
  readonly intricate?: readonly Span[];
  readonly surveys: readonly Survey[];
  /** The labels of its link definitions, folded: they decide about brackets in the whole document. */
  readonly labels: readonly string[];
}

/** A label as link definitions and references to them are compared. */
export function foldLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Reads a chunk with the Markdown parser. */
export function readChunk(text: string): Chunk {
  const tree = parseBlocks(text);
  const blocks: Block[] = [];
  const escaped: Citation[] = [];
  const suppressions: Suppression[] = [];
  const surveys: Survey[] = [];
  const labels: string[] = [];

  const collect = (node: Nodes): ReadCitation[] => {
    const found: ReadCitation[] = [];
    const walk = (n: Nodes, paragraphStart: boolean): void => {
      if (n.type === 'citation') {
        const link = readsAsLink(text, n.citation.span.end, paragraphStart);
        found.push(link ? { ...n.citation, link } : n.citation);
      } else if (n.type === 'escapedCitation') escaped.push(n.citation);
      else if (n.type === 'definition') labels.push(foldLabel(n.label ?? n.identifier));
      else if (n.type === 'code' && isSurvey(n)) surveys.push(readSurvey(text, n));
      else if (n.type === 'html') pushAll(suppressions, readSuppressions(text, spanOf(n)));
      childrenOf(n).forEach((child, i) => walk(child, n.type === 'paragraph' && i === 0));
    };
    walk(node, false);
    return found;
  };

  for (const node of tree.children) {
    if (node.type === 'heading') {
      const title = wordsOf(node);
      const kind = kindOfHeading(title);
      const base = { level: node.depth, title, span: spanOf(node), citations: collect(node) };
      blocks.push({ type: 'heading', ...base, ...(kind && { kind }) });
    } else if (node.type === 'list') {
      for (const item of node.children) blocks.push(readItem(text, item, collect(item)));
    } else {
      const read = node.type === 'table' ? readEvidence(text, node) : undefined;
      const citations = collect(node);
      blocks.push(read ? { type: 'table', read, citations } : { type: 'other', citations });
    }
  }
  const intricate = findIntricate(text);
  return {
    text,
    blocks,
    escaped,
    suppressions,
    surveys,
    labels,
    ...(endsOpen(tree, text) && { endsOpen: true }),
    ...(intricate.length > 0 && { intricate }),
  };
}

function readItem(text: string, item: ListItem, citations: readonly ReadCitation[]): ItemBlock {
  const place = spanOf(item);
  const words = withoutAnnotations(wordsOf(item));
  return {
    type: 'item',
    span: place,
    head: headOf(text, item, place),
    words,
    empty: isPlaceholder(words),
    annotations: readAnnotations(text, item),
    citations,
  };
}

function headOf(text: string, item: ListItem, place: Span): Span {
  const first = item.children[0];
  const start = first ? spanOf(first).start : place.start;
  const end = Math.min(first ? spanOf(first).end : place.end, lineEnd(text, start));
  return span(start, Math.max(end, start));
}

function lineEnd(text: string, from: number): number {
  const rest = /[\r\n]/.exec(text.slice(from));
  return rest ? from + rest.index : text.length;
}
