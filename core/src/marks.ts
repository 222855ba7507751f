/*
 * Marks that a reviewer puts in a line with `@`: `@by(AA)` names who wrote a finding when it is not the
 * reviewer of the document. Found in the text of the tree only, never in code or comments.
 */
import type { Nodes } from 'mdast';
import { childrenOf, spanOf } from './markdown';
import { slice, span, type Span } from './span';

/** One mark: for `@by(AA)` the name is `by`, the value `AA`; the spans are of the whole and of the value. */
export interface Mark {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

const pattern = /@(by|lead|due)\(([^()\r\n]*)\)/gi;

/** The marks in `node`, in order. */
export function readMarks(text: string, node: Nodes): Mark[] {
  if (node.type !== 'text') return childrenOf(node).flatMap((child) => readMarks(text, child));
  const place = spanOf(node);
  return findMarks(slice(text, place), place.start);
}

/** The marks in words that stand at `at`. */
export function findMarks(words: string, at = 0): Mark[] {
  return [...words.matchAll(pattern)].map((match) => {
    const [all, name = '', value = ''] = match;
    const start = at + match.index;
    const valueStart = start + all.indexOf('(') + 1;
    return {
      name: name.toLowerCase(),
      value: value.trim(),
      span: span(start, start + all.length),
      valueSpan: span(valueStart, valueStart + value.length),
    };
  });
}

/** The words without their marks. */
export function withoutMarks(words: string): string {
  return words.replace(pattern, ' ').replace(/\s+/g, ' ').trim();
}

/** The words as they are, but for their marks of these names and the blank before each; all marks if none is named. */
export function hideMarks(words: string, names?: readonly string[]): string {
  return words.replace(new RegExp(`[ \\t]?${pattern.source}`, 'gi'), (all, name: string) =>
    names && !names.includes(name.toLowerCase()) ? all : '',
  );
}
