/*
 * Markdown text to a syntax tree (mdast), the same one for diagnostics, previews and exports. Two processors of unified
 * read it, alike but for the front matter: the one that knows it is used only where its block is closed, because an
 * unclosed one would change how later lists are read.
 * The surprising fact: the parser drops a byte order mark without counting it, so a sign of the same length replaces it.
 */
import type { CitationNode, Code, Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { foldBlanks } from '../text/singleLine';
import { findIntricate, hideSigns, showSigns } from './pathologicalText';
import { remarkCitations } from './remarkCitations';
import { remarkGfmParts } from './remarkGfmParts';
import { moveSpan, span, type Span } from '../text/span';

const blocks = unified().use(remarkParse).use(remarkGfmParts).use(remarkCitations).freeze();
// A copy of the first would hold each of its extensions twice.
const documents = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfmParts)
  .use(remarkCitations)
  .freeze();

/** The tree of `text`, whose offsets are offsets into `text` as given. Front matter that is closed is its first node, `yaml`. */
export function parse(text: string): Root {
  const front = findFrontMatter(text);
  // Both signs are blank where they are put: after a fence, and on a line of their own.
  if (front) return read(documents, text.replace(/^\uFEFF---/, '--- '), front.whole.end);
  return parseBlocks(text.replace(/^\uFEFF/, '\n'));
}

/** The tree of a text that has no front matter and does not begin with a byte order mark. */
export function parseBlocks(text: string): Root {
  return read(blocks, text, 0);
}

/** Reads a text. What is too intricate to be read after `start` is in the tree as words. */
function read(processor: typeof blocks, text: string, start: number): Root {
  const intricate = findIntricate(text.slice(start)).map((each) => moveSpan(each, start));
  if (intricate.length === 0) return processor.parse(text);
  const root = processor.parse(hideSigns(text, intricate));
  showWords(root);
  return root;
}

function showWords(node: Nodes): void {
  if ('value' in node) node.value = showSigns(node.value);
  for (const child of childrenOf(node)) showWords(child);
}

/** Where a closed `---` block at the very start stands: with its fences, and the YAML between them. */
export interface FrontMatter {
  readonly whole: Span;
  readonly yaml: Span;
}

/** The front matter of `text`, or undefined where there is none or it is never closed. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0].length;
  if (opening === undefined) return undefined;
  const closing = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/g;
  closing.lastIndex = opening - 1;
  for (let match = closing.exec(text); match; match = closing.exec(text)) {
    const fence = match.index + match[0].search(/-/);
    if (fence < opening) continue;
    return { whole: span(0, match.index + match[0].length), yaml: span(opening, fence) };
  }
  return undefined;
}

/** The span of a node that the parser made. */
export function spanOf(node: Nodes): Span {
  return span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** The children of a node, none for a leaf. */
export function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

/** Whether a fenced block says that it is a survey, which is figures and no words. */
export function isSurvey({ lang }: Pick<Code, 'lang'>): boolean {
  return lang?.toLowerCase() === 'survey';
}

/**
 * The words of a node in one line, without citations, comments, surveys and footnote marks. A citation that cannot be
 * read is left out like any other, so that fixing it changes neither a heading nor which findings are alike.
 */
export function wordsOf(node: Nodes): string {
  return gatherWords(node, () => ' ');
}

/** The same with every citation that cannot be read as it is written: for whatever is printed. */
export function printedWordsOf(node: Nodes): string {
  return gatherWords(node, ({ citation, value }) => (citation.malformed ? value : ' '));
}

function gatherWords(node: Nodes, wordsOfCitation: (citation: CitationNode) => string): string {
  const gather = (n: Nodes): string => {
    if (n.type === 'citation') return wordsOfCitation(n);
    if (n.type === 'html' || (n.type === 'code' && isSurvey(n))) return '';
    if (n.type === 'text' || n.type === 'inlineCode' || n.type === 'code') return n.value;
    if (n.type === 'escapedCitation') return n.value;
    if (n.type === 'image') return n.alt ?? '';
    if (n.type === 'break') return ' ';
    return childrenOf(n)
      .map(gather)
      .join(isPhrasingParent(n) ? '' : ' ');
  };
  return foldBlanks(gather(node));
}

function isPhrasingParent(node: Nodes): boolean {
  return !['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'tableCell'].includes(node.type);
}
