/*
 * What a bare citation is about, in a few words behind it: `[std 6.1]` says nothing to a reader who does not know
 * the numbers. Only where one thing is cited, and not in headings, which say it themselves.
 */
import { nameOf, wordingOf } from '../catalogueIndex';
import { itemsOf, resolveParts } from '../resolve';
import type { Span } from '../span';
import type { Snapshot } from '../workspace';
import { literal, shorten } from './words';

/** A few words to show at an offset, and all of them in Markdown. */
export interface Hint {
  readonly offset: number;
  readonly words: string;
  readonly markdown: string;
}

/** As much as stands beside a finding without pushing it aside. */
const longest = 36;

/** The hints of a stretch of a review document. */
export function hints(snapshot: Snapshot, uri: string, within: Span): Hint[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  if (!document || !set) return [];
  return document.review.citations.flatMap((citation): Hint[] => {
    const [part, ...others] = citation.parts;
    if (citation.place === 'heading' || !part || part.to || others.length > 0) return [];
    if (citation.span.end < within.start || within.end < citation.span.start) return [];
    const [item] = itemsOf(resolveParts(set.catalogues, citation));
    if (!item) return [];
    const wording = wordingOf(item);
    const markdown = `**${nameOf(item)}**: ${literal(wording)}`;
    return [{ offset: citation.span.end, words: shorten(wording, longest), markdown }];
  });
}
