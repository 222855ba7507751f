/*
 * Marks that a reviewer puts in a line with `@`: `@by(AA)` names who wrote a finding when it is not the reviewer of
 * the document, `@lead(…)` and `@due(…)` say who leads on an action and by when. Found in the text of the tree only,
 * never in code or comments. A value may hold brackets of its own, and a formatter may have wrapped it.
 */
import type { Nodes } from 'mdast';
import { childrenOf, spanOf } from './markdown';
import { foldBlanks } from '../text/singleLine';
import { moveSpan, slice, span, type Span } from '../text/span';
import { pattern } from '../text/pattern';

export type AnnotationName = 'by' | 'lead' | 'due';

/** One mark: for `@by(AA)` the name is `by`, the value `AA`; the spans are of the whole and of the value. */
export interface Annotation {
  readonly name: AnnotationName;
  /** In one line; empty where nothing stands in the brackets. */
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

const lineEnd = String.raw`(?:\r\n|\n|\r)(?![ \t]*[\r\n])`;
const signs = String.raw`(?:[^()\r\n]|${lineEnd})*`;
const markShape = pattern(String.raw`@(by|lead|due)\((${signs}(?:\(${signs}\)${signs})*)\)`, 'gi');
const markWithSpace = pattern(`[ \\t]?${markShape.source}`, 'gi');

/** The marks in `node`, in order. */
export function readAnnotations(text: string, node: Nodes): Annotation[] {
  if (node.type !== 'text') return childrenOf(node).flatMap((child) => readAnnotations(text, child));
  const place = spanOf(node);
  return findAnnotations(slice(text, place), place.start);
}

/** The marks in words that stand at `at`. */
export function findAnnotations(words: string, at = 0): Annotation[] {
  return [...words.matchAll(markShape)].map((match) => {
    const [all, name = '', value = ''] = match;
    const start = at + match.index;
    const valueStart = start + all.indexOf('(') + 1;
    const words = value.trim();
    const wordsStart = valueStart + (words === '' ? 0 : value.indexOf(words));
    return {
      name: name.toLowerCase() as AnnotationName,
      value: words.replace(/\s+/g, ' '),
      span: span(start, start + all.length),
      valueSpan: span(wordsStart, words === '' ? valueStart + value.length : wordsStart + words.length),
    };
  });
}

/** A mark as it stands further down by some characters. */
export function moveAnnotation(mark: Annotation, by: number): Annotation {
  const move = (place: Span): Span => moveSpan(place, by);
  return { ...mark, span: move(mark.span), valueSpan: move(mark.valueSpan) };
}

/** The words without their marks. */
export function withoutAnnotations(words: string): string {
  return foldBlanks(words.includes('@') ? words.replace(markShape, ' ') : words);
}

/** The words as they are, but for their marks of these names and the blank before each; all marks if none is named. */
export function hideAnnotations(words: string, names?: readonly string[]): string {
  return words.replace(markWithSpace, (all, name: string) =>
    names && !names.includes(name.toLowerCase()) ? all : '',
  );
}
