/*
 * What the cover leaves out of a review. An exclusion cascades: a theme takes its elements with it, an
 * element its standards and probes. Where two exclusions meet, the first in the cover gives the reason.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { keywords } from '../syntax/citation';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { ReviewContext } from './context';
import type { Review } from './review';
import type { Exclusion } from '../settings/types';
import { memo } from '../text/memo';
import { slice } from '../text/span';

/** Excluded items of the catalogues, each with the exclusion that reached it. */
export type Scope = ReadonlyMap<CatalogueItem, Exclusion>;

/** What a review leaves out. */
export const scopeOf = memo((context: ReviewContext): Scope => {
  const scope = new Map<CatalogueItem, Exclusion>();
  const exclude = (item: CatalogueItem, by: Exclusion): void => {
    if (!scope.has(item)) scope.set(item, by);
    if (item.kind === 'theme') for (const element of item.elements) exclude(element, by);
    if (item.kind === 'element') for (const below of [...item.standards, ...item.probes]) exclude(below, by);
  };
  for (const exclusion of context.settings.exclusions) {
    for (const item of itemsOf(resolveParts(context.catalogues, exclusion))) exclude(item, exclusion);
  }
  return scope;
});

/** The reason of an exclusion in words; one without a reason says so. */
export function reasonOf(exclusion: Exclusion): string {
  const reason = exclusion.reason ?? 'no reason given';
  return exclusion.agreed === undefined ? reason : `${reason} (agreed: ${exclusion.agreed})`;
}

/** What an exclusion leaves out, as its cover writes it: `std 5`, `probe 6.23-6.27`. */
export function excludedBy(review: Review, exclusion: Exclusion): string {
  const ids = slice(review.cover.text, exclusion.citedSpan).replace(/^(['"])(.*)\1$/s, '$2');
  return `${keywords[exclusion.kind]} ${ids}`;
}
