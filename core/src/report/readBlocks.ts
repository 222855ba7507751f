/*
 * A reviewer's Markdown as the blocks of a report. Nothing is dropped but what is no words: comments, tags and the
 * marks that the caller shows elsewhere. What a citation means is asked from outside.
 */
import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Citation } from '../syntax/citation';
import { childrenOf, isSurvey, parseBlocks, spanOf } from '../syntax/markdown';
import { hideAnnotations } from '../syntax/annotations';
import { readSurvey } from '../evidence/readSurvey';
import type {
  Block,
  CitationInline,
  Footnote,
  Inline,
  List,
  ListItem,
  Row,
  SlipInline,
  Source,
} from './blocks';
import { isBlank, placeCitation, together, trimEnds, type CitationRun } from './citationRuns';
import type { Cited } from './cited';

/** What reading blocks needs to know about the document that they stand in. */
export interface Surroundings {
  readonly uri: string;
  readonly text: string;
  readonly resolve: (citation: Citation) => Cited;
  /** What is wrong with a citation that cannot be read. */
  readonly faultOf: (citation: Citation) => string;
}

/** Reads the blocks of one document. */
export class BlockReader {
  private readonly definitions = new Map<string, Definition>();
  private readonly notes = new Map<string, FootnoteDefinition>();
  private readonly referred = new Set<string>();

  constructor(
    private readonly around: Surroundings,
    root: Root,
  ) {
    const walk = (node: Nodes): void => {
      if (node.type === 'definition') addNew(this.definitions, node.identifier, node);
      if (node.type === 'footnoteDefinition') addNew(this.notes, node.identifier, node);
      if (node.type === 'footnoteReference') this.referred.add(node.identifier);
      childrenOf(node).forEach(walk);
    };
    walk(root);
  }

  /** Blocks in order; marks of the names in `hidden` are left out of the words. */
  blocks(nodes: readonly Nodes[], hidden: readonly string[] = []): Block[] {
    return nodes.flatMap((node) => this.block(node, hidden));
  }

  /** The words of a line, or of a cell. */
  inlines(nodes: readonly PhrasingContent[], hidden: readonly string[] = []): Inline[] {
    return this.join(nodes, hidden);
  }

  /** An item of a list. */
  item(node: import('mdast').ListItem, hidden: readonly string[] = []): ListItem {
    const checked = typeof node.checked === 'boolean' && { checked: node.checked };
    return { blocks: this.blocks(node.children, hidden), source: this.source(node), ...checked };
  }

  /** The footnotes of the document that something refers to. */
  footnotes(): Footnote[] {
    return [...this.notes].flatMap(([identifier, node]) =>
      this.referred.has(identifier)
        ? [{ id: this.noteId(identifier), blocks: this.blocks(node.children), source: this.source(node) }]
        : [],
    );
  }

  source(node: Nodes): Source {
    return { uri: this.around.uri, span: spanOf(node) };
  }

  private block(node: Nodes, hidden: readonly string[]): Block[] {
    const source = this.source(node);
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(this.inlines(node.children, hidden), source);
      case 'heading':
        // Within a list or a quotation no section begins.
        return this.paragraph([{ type: 'strong', children: this.inlines(node.children, hidden) }], source);
      case 'list':
        return [this.list(node, hidden)];
      case 'table':
        return [this.table(node, hidden)];
      case 'blockquote':
        return [{ type: 'quote', blocks: this.blocks(node.children, hidden), source }];
      case 'code':
        if (isSurvey(node)) {
          const survey = readSurvey(this.around.text, node);
          return [{ type: 'survey', survey, value: node.value, source }];
        }
        return [{ type: 'code', value: node.value, source, ...(node.lang && { language: node.lang }) }];
      case 'thematicBreak':
        return [{ type: 'rule', source }];
      case 'html':
        return this.wordsOfHtml(node.value, source);
      case 'footnoteDefinition': {
        const isRead = this.referred.has(node.identifier) && this.notes.get(node.identifier) === node;
        return isRead ? [] : this.blocks(node.children, hidden);
      }
      default:
        return [];
    }
  }

  private paragraph(children: readonly Inline[], source: Source): Block[] {
    return children.length === 0 ? [] : [{ type: 'paragraph', children, source }];
  }

  private list(node: import('mdast').List, hidden: readonly string[]): List {
    const items = node.children.map((item) => this.item(item, hidden));
    return {
      type: 'list',
      items,
      source: this.source(node),
      ...(node.ordered && { start: node.start ?? 1 }),
    };
  }

  private table(node: Table, hidden: readonly string[]): Block {
    const [head, ...rows] = node.children.map((row): Row => {
      return {
        cells: row.children.map((cell) => this.inlines(cell.children, hidden)),
        source: this.source(row),
      };
    });
    const source = this.source(node);
    const align = (node.align ?? []).map((each) => each ?? undefined);
    return { type: 'table', align, head: head ?? { cells: [], source }, rows, source };
  }

  /** The words between the tags, each line of them read as Markdown. */
  private wordsOfHtml(html: string, source: Source): Block[] {
    const words = withoutTags(html.replace(/<!--[^]*?(?:-->|$)/g, '')).replace(/^[ \t]+/gm, '');
    const inner = new BlockReader({ ...this.around, text: words }, { type: 'root', children: [] });
    return parseBlocks(words).children.flatMap((node): Block[] => {
      // A tag that is never closed is words too.
      const blocks: Block[] =
        node.type === 'html'
          ? this.paragraph([{ type: 'text', value: unwrap(node.value) }], source)
          : inner.blocks([node]);
      return blocks.map((block) => ({ ...block, source }));
    });
  }

  /** Inlines with citations that touch made one, and the blank before a citation taken away. */
  private join(nodes: readonly PhrasingContent[], hidden: readonly string[]): Inline[] {
    const joined: Inline[] = [];
    const runs: CitationRun[] = [];
    for (const inline of nodes.flatMap((node) => this.inline(node, hidden))) {
      const last = joined.at(-1);
      if (inline.type === 'text' && inline.value === '') continue;
      if (inline.type === 'text' && last?.type === 'text') {
        joined[joined.length - 1] = { type: 'text', value: last.value + inline.value };
        continue;
      }
      if (inline.type !== 'citation') {
        joined.push(inline);
        continue;
      }
      const isApart = isBlank(last) && joined.at(-2)?.type === 'citation';
      if (isApart) joined.pop();
      if (isApart || last?.type === 'citation')
        runs.at(-1)?.citations.push({ ...inline, written: `${isApart ? ' ' : ''}${inline.written}` });
      else runs.push({ at: joined.push(inline) - 1, citations: [inline] });
    }
    for (const { at, citations } of runs) joined[at] = together(citations);
    return trimEnds(joined.map((inline, i) => placeCitation(inline, joined[i - 1], joined[i + 1])));
  }

  private inline(node: PhrasingContent, hidden: readonly string[]): Inline[] {
    switch (node.type) {
      case 'text':
        return [
          {
            type: 'text',
            value: unwrap(hidden.length > 0 ? hideAnnotations(node.value, hidden) : node.value),
          },
        ];
      case 'inlineCode':
        return [{ type: 'code', value: node.value }];
      case 'emphasis':
      case 'strong':
        return [{ type: node.type, children: this.inlines(node.children, hidden) }];
      case 'delete':
        return [{ type: 'deleted', children: this.inlines(node.children, hidden) }];
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return this.link(node.url, this.inlines(node.children, hidden));
      case 'linkReference':
        return this.link(this.definitions.get(node.identifier)?.url, this.inlines(node.children, hidden));
      case 'image':
        return [{ type: 'image', alt: node.alt ?? '', address: node.url }];
      case 'imageReference': {
        const address = this.definitions.get(node.identifier)?.url ?? '';
        return [{ type: 'image', alt: node.alt ?? '', address }];
      }
      case 'footnoteReference':
        return this.notes.has(node.identifier)
          ? [{ type: 'footnote', id: this.noteId(node.identifier) }]
          : [{ type: 'text', value: `[^${node.label ?? node.identifier}]` }];
      case 'html':
        return /^<br\s*\/?>$/i.test(node.value) ? [{ type: 'break' }] : [];
      case 'citation':
        return [this.citation(node)];
      default:
        // An escaped citation is how one writes about citations.
        return 'value' in (node as RootContent)
          ? [{ type: 'text', value: (node as { value: string }).value }]
          : [];
    }
  }

  private citation({ citation, value }: import('mdast').CitationNode): CitationInline | SlipInline {
    const written = value.replace(/\s+/g, ' ');
    const { resolve, faultOf } = this.around;
    if (citation.malformed) return { type: 'slip', written, message: faultOf(citation) };
    return { type: 'citation', written, spoken: false, ...resolve(citation) };
  }

  /** A link that leads somewhere outside; one between files of the review is its words. */
  private link(href: string | undefined, children: readonly Inline[]): Inline[] {
    return href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href)
      ? [{ type: 'link', href, children }]
      : [...children];
  }

  private noteId(identifier: string): string {
    return `${this.around.uri}#${identifier}`;
  }
}

function addNew<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

/** A line that was wrapped is one line; blanks within it stay. */
function unwrap(words: string): string {
  return words.replace(/[ \t\r\n]+/g, (space) =>
    /[\r\n]/.test(space) ? space.replace(/[ \t]/g, '').replace(/\r\n|\n|\r/g, ' ') : space,
  );
}

/** The text with a space for each tag; a tag that is never closed is text. */
function withoutTags(html: string): string {
  const opening = /<\/?[A-Za-z!?]/g;
  let text = '';
  let at = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const close = html.indexOf('>', opening.lastIndex);
    if (close < 0) break;
    text += `${html.slice(at, found.index)} `;
    at = opening.lastIndex = close + 1;
  }
  return text + html.slice(at);
}
