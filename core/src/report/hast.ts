/*
 * Making HTML as a tree, so that nothing is ever escaped by hand, and turning a reviewer's Markdown into
 * it by an allow-list: raw HTML never passes, images become their words, links keep safe schemes only.
 */
import type { Element, ElementContent, Root } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Citation } from '../citation';
import { parse } from '../markdown';
import { hideMarks } from '../marks';

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

/** A list item's Markdown as sanitised HTML; its first paragraph is unwrapped. */
export function itemToHast(markdown: string, mark: (citation: Citation) => CitationMark): ElementContent[] {
  const list = parse(markdown).children[0];
  const item = list?.type === 'list' ? list.children[0] : undefined;
  if (!item) return [h('span', {}, markdown)];
  const [first, ...rest] = toSafeHast(item.children, mark);
  const alone = first?.type === 'element' && first.tagName === 'p' ? first.children : first;
  return alone === undefined ? [] : [alone, rest].flat();
}

function toSafeHast(nodes: readonly Nodes[], mark: (citation: Citation) => CitationMark): ElementContent[] {
  const tree = toHast(
    { type: 'root', children: nodes as RootContent[] },
    {
      handlers: {
        citation: (_state: unknown, node: import('mdast').CitationNode) => {
          const { state, title } = mark(node.citation);
          return h('span', { className: ['citation', state], title }, node.value);
        },
        escapedCitation: (_state: unknown, node: import('mdast').CitationNode) => ({
          type: 'text',
          value: node.value,
        }),
        // Whose finding it is stands beside it; the mark itself is not meant for readers.
        text: (_state: unknown, node: { value: string }) => ({ type: 'text', value: hideMarks(node.value) }),
        image: (_state: unknown, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
      },
    },
  );
  const safe = sanitize(tree, schema) as Root;
  return safe.children.filter(
    (child): child is ElementContent => child.type === 'element' || child.type === 'text',
  );
}
