/*
 * Making HTML as a tree, so that nothing is ever escaped by hand, and turning a reviewer's Markdown into
 * it by an allow-list: raw HTML never passes, images become their words, links keep safe schemes only.
 */
import type { Element, ElementContent, Root } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Code, Nodes, RootContent } from 'mdast';
import { defaultHandlers, toHast } from 'mdast-util-to-hast';
import type { Citation } from '../../syntax/citation';
import { isSurvey, parseBlocks } from '../../syntax/markdown';
import { hideAnnotations } from '../../syntax/annotations';
import { readPlainItem } from '../../document/plainChunk';
import type { Survey } from '../../evidence/survey';
import { readSurvey } from '../../evidence/readSurvey';

type Child = ElementContent | string | undefined;
type Attributes = Readonly<Record<string, string | number | string[]>>;

/** An element; undefined children are left out. */
export function h(
  tagName: string,
  attributes: Attributes,
  ...children: readonly (Child | readonly Child[])[]
): Element {
  const flat = children.flat().filter((child): child is ElementContent | string => child !== undefined);
  const nodes = flat.map((child) =>
    typeof child === 'string' ? { type: 'text' as const, value: child } : child,
  );
  return { type: 'element', tagName, properties: { ...attributes }, children: nodes };
}

/** The markup of some nodes. */
export function printHtml(nodes: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] });
}

/** How a citation is marked up; its words are printed as written. */
export interface CitationMark {
  readonly state: string;
  readonly title: string;
}

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !['img', 'input', 'h1', 'h2', 'h3'].includes(name),
  ),
  attributes: {
    a: ['href', 'title'],
    span: ['className', 'title'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobberPrefix: 'words-',
};

/** How a citation and a survey are shown. */
export interface Drawing {
  readonly mark: (citation: Citation) => CitationMark;
  readonly draw: (survey: Survey) => ElementContent;
}

/** A list item's Markdown as sanitised HTML; its first paragraph is unwrapped. */
export function itemToHast(markdown: string, drawing: Drawing): ElementContent[] {
  const plain = readPlainItem(markdown);
  if (plain) {
    return plain.map((piece) =>
      typeof piece === 'string'
        ? { type: 'text', value: piece }
        : markCitation(piece.written, drawing.mark(piece.citation)),
    );
  }
  const list = parseBlocks(markdown).children[0];
  const item = list?.type === 'list' ? list.children[0] : undefined;
  if (!item) return [h('span', {}, markdown)];
  const [first, ...rest] = toSafeHast(markdown, item.children, drawing);
  const alone = first?.type === 'element' && first.tagName === 'p' ? first.children : first;
  return alone === undefined ? [] : [alone, rest].flat();
}

function markCitation(written: string, { state, title }: CitationMark): Element {
  return h('span', { className: ['citation', state], title }, written);
}

function toSafeHast(markdown: string, nodes: readonly Nodes[], { mark, draw }: Drawing): ElementContent[] {
  const drawn: ElementContent[] = [];
  const tree = toHast(
    { type: 'root', children: nodes as RootContent[] },
    {
      handlers: {
        citation: (_state: unknown, node: import('mdast').CitationNode) => {
          return markCitation(node.value, mark(node.citation));
        },
        escapedCitation: (_state: unknown, node: import('mdast').CitationNode) => ({
          type: 'text',
          value: node.value,
        }),
        // Whose finding it is stands beside it; the mark itself is not meant for readers.
        text: (_state: unknown, node: { value: string }) => ({
          type: 'text',
          value: hideAnnotations(node.value),
        }),
        code: (state, node: Code) => {
          if (!isSurvey(node)) return defaultHandlers.code(state, node);
          // What is ours is put in behind the sanitising, which would take a picture away.
          drawn.push(draw(readSurvey(markdown, node)));
          return h('span', { className: drawnMark, title: String(drawn.length - 1) });
        },
        image: (_state: unknown, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
      },
    },
  );
  const safe = sanitize(tree, schema) as Root;
  const children = safe.children.filter(
    (child): child is ElementContent => child.type === 'element' || child.type === 'text',
  );
  return drawn.length === 0 ? children : children.map((child) => putIn(child, drawn));
}

/** Stands for a survey while its surroundings are sanitised: no words of a reviewer can make it. */
const drawnMark = 'drawn-here';

function putIn(node: ElementContent, drawn: readonly ElementContent[]): ElementContent {
  if (node.type !== 'element') return node;
  const { className, title } = node.properties;
  if (node.tagName === 'span' && [className].flat().includes(drawnMark)) return drawn[Number(title)] ?? node;
  return { ...node, children: node.children.map((child) => putIn(child, drawn)) };
}
