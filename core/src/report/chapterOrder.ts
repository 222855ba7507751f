/*
 * The order of the chapters of a report.
 */
import { append } from '../text/grouping';
import type { Review } from '../review/review';
import { scopeOf } from '../review/scope';
import { emptyChapter, type OpenChapter } from './openChapters';

/**
 * The chapters in the order of the documents. Themes that have no words yet come after the theme before them,
 * unless they are left out; general findings without a heading of their own come before the themes.
 */
export function ordered(review: Review, chapters: readonly OpenChapter[]): readonly OpenChapter[] {
  const isLoose = ({ kind, isTitled }: OpenChapter): boolean => kind === 'general' && !isTitled;
  const order = chapters.filter((chapter) => !isLoose(chapter));
  const scope = scopeOf(review.context);
  const places = new Map(order.map(({ theme }, i) => [theme, i]));
  // By the place of the chapter that they follow; -1 for those in front of all themes.
  const added = new Map<number, OpenChapter[]>();
  let last = -1;
  for (const theme of review.catalogues.flatMap(({ catalogue }) => catalogue.themes)) {
    const place = places.get(theme);
    if (place !== undefined) last = Math.max(last, place);
    else if (!scope.has(theme) && !theme.elements.every((element) => scope.has(element)))
      append(added, last, emptyChapter('theme', theme.title, theme));
  }
  const first = order.findIndex((chapter) => chapter.theme);
  const front = [...chapters.filter(isLoose), ...(added.get(-1) ?? [])];
  const placed = order.flatMap((chapter, i) => [
    ...(i === first ? front : []),
    chapter,
    ...(added.get(i) ?? []),
  ]);
  return first < 0 ? [...placed, ...front] : placed;
}
