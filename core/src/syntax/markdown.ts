/*
 * Markdown text to a syntax tree (mdast), the same one for diagnostics, previews and exports. From GFM only
 * tables, task lists, strikethrough and footnotes are read: the whole set costs half as much again.
 * The surprising fact: a byte order mark and the front matter are blanked out before parsing, because the
 * parser drops the first without counting it and an unclosed second changes how later lists are read.
 */
import type { CitationNode, Code, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { foldBlanks } from '../text/singleLine';
import { citationFromMarkdown, citationSyntax } from './micromarkCitation';
import { findIntricate, hideSigns, showSigns } from './pathologicalText';
import { span, type Span } from '../text/span';

const options: Parameters<typeof fromMarkdown>[1] = {
  extensions: [gfmTable(), gfmTaskListItem(), gfmStrikethrough(), gfmFootnote(), citationSyntax()],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    citationFromMarkdown(),
  ],
};

/** The tree of `text`, whose offsets are offsets into `text` as given; the front matter is not part of it. */
export function parse(text: string): Root {
  const start = findFrontMatter(text)?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  return parseBlocks(start === 0 ? text : `${' '.repeat(start - 1)}\n${text.slice(start)}`);
}

/**
 * The tree of a text that has no front matter and does not begin with a byte order mark. What is too intricate to be
 * read is in it as words.
 */
export function parseBlocks(text: string): Root {
  const intricate = findIntricate(text);
  if (intricate.length === 0) return fromMarkdown(text, options);
  const root = fromMarkdown(hideSigns(text, intricate), options);
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
