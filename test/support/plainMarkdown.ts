/*
 * Markdown as a reader without any extension reads it: neither citations nor GitHub's parts.
 */
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).freeze();

/** The tree of a text in plain CommonMark. */
export function readCommonMark(text: string): Root {
  return processor.parse(text);
}
