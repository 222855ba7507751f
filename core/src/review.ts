/*
 * One document's text to its model: sections, findings and citations with their places. Reading depends on
 * that one text and nothing else, and never fails. What a citation means, who is covered and what is
 * wrong is not here: that needs a catalogue and the other documents.
 */
import type { ListItem, Nodes } from 'mdast';
import type { Citation } from './citation';
import { kindOfHeading, type SectionKind } from './heading';
import { childrenOf, findFrontMatter, parse, spanOf, wordsOf, type FrontMatter } from './markdown';
import { readMarks, withoutMarks } from './marks';
import { readIgnores, type Ignore } from './ignore';
import { readsAsLink, type LinkReading } from './linkReading';
import { span, type Span } from './span';

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

/** Where a citation stands: only one in a finding covers; one in a heading names a subject. */
export type CitationPlace = 'heading' | 'finding' | 'narrative';

/** A citation, and what stands around it. `section` and `finding` are positions in the review's lists. */
export interface LocatedCitation extends Citation {
  readonly place: CitationPlace;
  readonly section?: number;
  readonly finding?: number;
  /** Other Markdown tools read it, with what follows, as a link or as a link definition. */
  readonly link?: LinkReading;
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

/** The model of one document. */
export interface Review {
  readonly frontMatter?: FrontMatter;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** All citations in order, those in headings, findings and narrative alike. */
  readonly citations: readonly LocatedCitation[];
  /** Citations that a backslash hides, in order. */
  readonly escaped: readonly Citation[];
  readonly ignores: readonly Ignore[];
}

interface Draft {
  kind: SectionKind;
  level: number;
  title: string;
  heading: Span;
  end: number;
  citations: LocatedCitation[];
}

/** Reads any text as a review document. */
export function readReview(text: string): Review {
  const tree = parse(text);
  const sections: Draft[] = [];
  const findings: Finding[] = [];
  const citations: LocatedCitation[] = [];
  const escaped: Citation[] = [];
  const ignores: Ignore[] = [];

  const collect = (node: Nodes, where: Omit<LocatedCitation, keyof Citation>): LocatedCitation[] => {
    const found: LocatedCitation[] = [];
    const walk = (n: Nodes, paragraphStart: boolean): void => {
      if (n.type === 'citation') {
        const link = readsAsLink(text, n.citation.span.end, paragraphStart);
        found.push({ ...n.citation, ...where, ...(link && { link }) });
      } else if (n.type === 'escapedCitation') escaped.push(n.citation);
      else if (n.type === 'html') ignores.push(...readIgnores(text, spanOf(n)));
      childrenOf(n).forEach((child, i) => walk(child, n.type === 'paragraph' && i === 0));
    };
    walk(node, false);
    citations.push(...found);
    return found;
  };

  for (const node of tree.children) {
    const current = sections.length - 1;
    const section = sections[current];
    const where = section ? { section: current } : {};
    if (node.type === 'heading') {
      const title = wordsOf(node);
      const kind = kindOfHeading(title) ?? inheritedKind(sections, node.depth);
      const heading = spanOf(node);
      const named = collect(node, { place: 'heading', section: sections.length });
      if (section) section.end = heading.start;
      sections.push({ kind, level: node.depth, title, heading, end: text.length, citations: named });
    } else if (
      node.type === 'list' &&
      section &&
      (section.kind === 'strengths' || section.kind === 'development')
    ) {
      const kind = section.kind === 'strengths' ? 'strength' : 'development';
      for (const item of node.children) {
        const cited = collect(item, { place: 'finding', section: current, finding: findings.length });
        findings.push(readFinding(text, item, kind, current, cited));
      }
    } else collect(node, { place: 'narrative', ...where });
  }

  const frontMatter = findFrontMatter(text);
  return {
    ...(frontMatter && { frontMatter }),
    sections: sections.map(({ end, ...rest }) => ({ ...rest, span: span(rest.heading.start, end) })),
    findings,
    citations,
    escaped,
    ignores,
  };
}

/** A heading that names no kind belongs to the section above it when it is deeper, as its subheading. */
function inheritedKind(sections: readonly Draft[], level: number): SectionKind {
  for (let i = sections.length - 1; i >= 0; i--) {
    const above = sections[i];
    if (above && above.level < level) return above.kind;
  }
  return 'narrative';
}

function readFinding(
  text: string,
  item: ListItem,
  kind: FindingKind,
  section: number,
  citations: readonly LocatedCitation[],
): Finding {
  const place = spanOf(item);
  const words = withoutMarks(wordsOf(item));
  const by = readMarks(text, item).find((mark) => mark.name === 'by')?.value;
  return {
    kind,
    section,
    span: place,
    head: headOf(text, item, place),
    words,
    empty: isPlaceholder(words),
    citations,
    ...(by !== undefined && by !== '' && { by }),
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

/** Words that stand for words to come. */
const placeholder = /^(?:to ?do|tb[acdw]|fix ?me|x{2,}|n\/?a|\p{P}|\p{S}|\s)*$/iu;

/** Whether a finding's words say nothing yet; a line that begins with TODO is a note, not a finding. */
export function isPlaceholder(words: string): boolean {
  return placeholder.test(words) || /^to ?do\b/i.test(words);
}
