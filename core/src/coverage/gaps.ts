/*
 * What no finding addresses, theme by theme: the same for the check, the preview and the stub that a fix
 * inserts. Excluded elements and standards are never gaps.
 */
import type { Element, Standard, Theme } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { coverageStates } from './states';
import { memo } from '../text/memo';
import { placesOfThemes, type ThemePlace } from './themePlaces';
import type { Review } from '../review/review';

/** The gaps of one theme; a theme without gaps has none of these. */
export interface ThemeGaps {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  /** Elements that no finding cites, nor any of their standards. */
  readonly elements: readonly Element[];
  /** Standards that no finding cites, those of such elements included. */
  readonly standards: readonly Standard[];
  /** Where they are reported: on the theme's heading, or on the cover's `standards:` where it has none. */
  readonly place: ThemePlace;
}

/** The themes with gaps, in catalogue order. */
export const gapsOf = memo((review: Review): readonly ThemeGaps[] => {
  const states = coverageStates(review).of;
  const isOpen = (item: Standard | Element): boolean => states.get(item) === 'uncovered';
  // An element whose standards are all excluded has nothing to address.
  const isGap = (element: Element): boolean => {
    const inScope = element.standards.some((standard) => states.get(standard) !== 'excluded');
    return isOpen(element) && (inScope || element.standards.length === 0);
  };
  const open = review.catalogues.flatMap((file) =>
    file.catalogue.themes.flatMap((theme) => {
      const standards = theme.elements.flatMap((element) => element.standards).filter(isOpen);
      const elements = theme.elements.filter(isGap);
      return standards.length + elements.length === 0 ? [] : [{ theme, file, elements, standards }];
    }),
  );
  const placeOf = placesOfThemes(review, open);
  return open.map((each) => ({ ...each, place: placeOf(each) }));
});
