/*
 * Standards of which only one side is told, theme by theme: strengths and no area for development, or the other
 * way round. Whether both sides exist is for people to say; this only counts.
 */
import { isSameList } from '../text/arrays';
import type { Standard, Theme } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import type { ReviewContext } from '../review/context';
import { isSamePlace, placesOfThemes, type ThemePlace } from './gaps';
import type { FindingKind } from '../document/fragment';
import type { Review } from '../review/review';
import { scopeOf } from '../review/scope';
import { sidesOf } from './citedItems';

/** What is one-sided in one theme; a theme in which nothing is has none of these. */
export interface OneSided {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  /** Standards that have findings of this kind only. */
  readonly only: Readonly<Record<FindingKind, readonly Standard[]>>;
  readonly place: ThemePlace;
}

declare module '../review/review' {
  interface ReviewNotes {
    oneSided?: readonly OneSided[];
  }
}

/** What was found last under a frame: what is still the same stays the same object. */
const latest = new WeakMap<ReviewContext, readonly OneSided[]>();

/** The themes with one-sided standards, in catalogue order; what is out of scope is not looked at. */
export function oneSidedIn(review: Review): readonly OneSided[] {
  const cached = review.notes.oneSided;
  if (cached) return cached;
  const before = new Map((latest.get(review.context) ?? []).map((each) => [each.theme, each]));
  const found = find(review).map((each) => {
    const old = before.get(each.theme);
    return old && isSame(old, each) ? old : each;
  });
  review.notes.oneSided = found;
  latest.set(review.context, found);
  return found;
}

function find(review: Review): OneSided[] {
  const sides = sidesOf(review);
  const scope = scopeOf(review.context);
  const sided = review.catalogues.flatMap((file) =>
    file.catalogue.themes.flatMap((theme): Omit<OneSided, 'place'>[] => {
      const only = { strength: [] as Standard[], development: [] as Standard[] };
      for (const standard of theme.elements.flatMap(({ standards }) => standards)) {
        const strength = sides.strength.has(standard);
        if (scope.has(standard) || strength === sides.development.has(standard)) continue;
        only[strength ? 'strength' : 'development'].push(standard);
      }
      return only.strength.length + only.development.length === 0 ? [] : [{ theme, file, only }];
    }),
  );
  const placeOf = placesOfThemes(review, sided);
  return sided.map((each) => ({ ...each, place: placeOf(each) }));
}

function isSame(a: OneSided, b: OneSided): boolean {
  if (a.theme !== b.theme || !isSamePlace(a.place, b.place)) return false;
  return (['strength', 'development'] as const).every((kind) => isSameList(a.only[kind], b.only[kind]));
}
