/*
 * Citations and the words around them in a line of a report: citations that follow each other are one, and whether a
 * citation is a part of its sentence decides about the blanks beside it.
 */
import { endOf } from '../text/ends';
import type { CitationInline, CitedItem, Inline } from './blocks';

/** Whether an inline is nothing but blanks. */
export function isBlank(inline: Inline | undefined): boolean {
  return inline?.type === 'text' && inline.value.trim() === '';
}

/** Citations that follow each other, and where the first is among its neighbours. */
export interface CitationRun {
  readonly at: number;
  readonly citations: [CitationInline, ...CitationInline[]];
}

/** Citations that follow each other as one. */
export function together(citations: readonly [CitationInline, ...CitationInline[]]): CitationInline {
  const items = new Map<string, CitedItem>();
  for (const item of citations.flatMap((each) => each.items)) {
    const name = `${item.kind} ${item.id}`;
    if (!items.has(name)) items.set(name, item);
  }
  return {
    ...citations[0],
    written: citations.map(({ written }) => written).join(''),
    items: [...items.values()],
    unknown: citations.flatMap(({ unknown }) => unknown),
  };
}

/** Words after which a citation is what the sentence speaks of, in both languages. */
const linking = new Set(
  (
    'about against and at by for from in meet meets of on or see than that the to under what ' +
    'with a ac am ar at dan gan gweler gyda i mewn na neu o wrth y yn yr â'
  ).split(' '),
);

function endsInLinking(text: string): boolean {
  return linking.has(endOf(text.trimEnd(), /[^\s(]/).toLowerCase());
}

/** An inline as it is between its neighbours. */
export function placeCitation(inline: Inline, before: Inline | undefined, after: Inline | undefined): Inline {
  if (inline.type === 'citation') {
    return before?.type === 'text' && endsInLinking(before.value) ? { ...inline, spoken: true } : inline;
  }
  if (inline.type !== 'text') return inline;
  let { value } = inline;
  if (after?.type === 'citation' && !endsInLinking(value)) value = value.trimEnd();
  // “[std 6.1]: Strong leadership” begins with its words.
  if (before?.type === 'citation') value = value.replace(/^(\s*[:–—-]\s+)/, ' ');
  return { type: 'text', value };
}

/** A line without blanks at its ends. */
export function trimEnds(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline, i): Inline[] => {
    if (inline.type !== 'text') return [inline];
    let { value } = inline;
    if (i === 0) value = value.trimStart();
    if (i === inlines.length - 1) value = value.trimEnd();
    return value === '' ? [] : [{ type: 'text', value }];
  });
}
