/*
 * Standards of which only one side is told, theme by theme: strengths and no area for development, or the other
 * way round. Whether both sides exist is for people to say; this only counts.
 */
import { isSameList } from './sameList';
import type { Standard, Theme } from './catalogue';
import { standardsOf, type CatalogueFile } from './catalogueIndex';
import type { Frame } from './frame';
import { isSamePlace, placeOfTheme, type ThemePlace } from './gaps';
import type { FindingKind } from './part';
import type { ReviewSet } from './reviewSet';
import { scopeOf } from './scope';
import { sidesOf } from './sides';

/** What is one-sided in one theme; a theme in which nothing is has none of these. */
export interface OneSided {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  /** Standards that have findings of this kind only. */
  readonly only: Readonly<Record<FindingKind, readonly Standard[]>>;
  readonly place: ThemePlace;
}

declare module './reviewSet' {
  interface ReviewSetNotes {
    oneSided?: readonly OneSided[];
  }
}

/** What was found last under a frame: what is still the same stays the same object. */
const latest = new WeakMap<Frame, readonly OneSided[]>();

/** The themes with one-sided standards, in catalogue order; what is out of scope is not looked at. */
export function oneSidedIn(set: ReviewSet): readonly OneSided[] {
  const cached = set.notes.oneSided;
  if (cached) return cached;
  const before = latest.get(set.frame) ?? [];
  const found = find(set).map((each) => before.find((old) => isSame(old, each)) ?? each);
  set.notes.oneSided = found;
  latest.set(set.frame, found);
  return found;
}

function find(set: ReviewSet): OneSided[] {
  const sides = sidesOf(set);
  const scope = scopeOf(set.frame);
  return set.catalogues.flatMap((file) => {
    const sided = standardsOf(file.catalogue).flatMap((standard) => {
      if (scope.has(standard)) return [];
      const strength = sides.strength.has(standard);
      return strength === sides.development.has(standard) ? [] : [{ standard, strength }];
    });
    return file.catalogue.themes.flatMap((theme): OneSided[] => {
      const own = sided.filter(({ standard }) => standard.element.theme === theme);
      if (own.length === 0) return [];
      const only = (strength: boolean): Standard[] =>
        own.filter((each) => each.strength === strength).map(({ standard }) => standard);
      const place = placeOfTheme(set, theme, file);
      return [{ theme, file, only: { strength: only(true), development: only(false) }, place }];
    });
  });
}

function isSame(a: OneSided, b: OneSided): boolean {
  if (a.theme !== b.theme || !isSamePlace(a.place, b.place)) return false;
  return (['strength', 'development'] as const).every((kind) => isSameList(a.only[kind], b.only[kind]));
}
