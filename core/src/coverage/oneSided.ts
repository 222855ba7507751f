/*
 * Standards of which only one side is told, theme by theme: strengths and no area for development, or the other
 * way round. Whether both sides exist is for people to say; this only counts.
 */
import type { Standard, Theme } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { memo } from '../text/memo';
import { placesOfThemes, type ThemePlace } from './themePlaces';
import type { FindingKind } from '../document/fragment';
import type { Review } from '../review/review';
import { scopeOf } from '../review/scope';
import { citedBy } from './cited';

/** What is one-sided in one theme; a theme in which nothing is has none of these. */
export interface OneSided {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  /** Standards that have findings of this kind only. */
  readonly only: Readonly<Record<FindingKind, readonly Standard[]>>;
  readonly place: ThemePlace;
}

/** The themes with one-sided standards, in catalogue order; what is out of scope is not looked at. */
export const oneSidedIn = memo((review: Review): readonly OneSided[] => {
  const sides = citedBy(review);
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
});
