/*
 * What a bare citation is about, in a few words behind it: `[std 6.1]` says nothing to a reader who does not know
 * the numbers. Only where one thing is cited; not in headings, which say it themselves, nor where the sentence, the heading
 * above or an earlier citation of the section has said it. Which line is being typed, and shows none, only the editor knows.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { nameOf, wordingOf } from '../../catalogue/index';
import { summarise } from '../../review/summary';
import { resolveParts } from '../../catalogue/resolveCitation';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { shortTitle } from './shortTitle';
import { literal } from '../text';
import { lineBefore } from '../../text/ends';

/** A few words to show at an offset, and all of them in Markdown. */
export interface Hint {
  readonly offset: number;
  readonly words: string;
  readonly markdown: string;
}

/** Few enough that they seldom need a line of their own where lines are wrapped. */
const longest = 26;

/** The hints of a fragment of a review document. */
export function inlayHints(snapshot: Snapshot, uri: string, within: Span): Hint[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewOf(uri);
  if (!document || !set) return [];
  const { headings } = summarise(document, set.context);
  const isNamedAbove = (item: CatalogueItem, offset: number): boolean =>
    headings.filter(({ heading }) => heading.end <= offset).pop()?.subject === item;
  const saidAbove = new Set<string>();
  let section: number | undefined;
  return document.model.citations.flatMap((citation): Hint[] => {
    const { kind, place, span } = citation;
    const [part, ...others] = citation.parts;
    if (citation.section !== section) saidAbove.clear();
    section = citation.section;
    if (place === 'heading' || !part || part.to || others.length > 0) return [];
    const key = `${kind} ${part.from.prefix ?? ''}:${part.from.id}`;
    if (saidAbove.has(key)) return [];
    saidAbove.add(key);
    if (span.end < within.start || within.end < span.start) return [];
    const [found] = resolveParts(set.catalogues, citation).flatMap((resolved) => resolved.found);
    if (!found || isNamedAbove(found.item, span.start)) return [];
    const words = shortTitle(found.file.catalogue, found.item, longest);
    if (says(lineAt(document.text, span), words)) return [];
    const markdown = `**${nameOf(found.item)}**: ${literal(wordingOf(found.item))}`;
    return [{ offset: span.end, words, markdown }];
  });
}

function lineAt(text: string, { start, end }: Span): string {
  const before = lineBefore(text, start, 2000);
  const after = /^[^\r\n]*/.exec(text.slice(end, end + 2000))?.[0] ?? '';
  return before + after;
}

/** Whether a sentence has these words, however they are written. */
function says(sentence: string, words: string): boolean {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return ` ${fold(sentence)} `.includes(` ${fold(words)} `);
}
