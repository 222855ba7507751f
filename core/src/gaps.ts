/*
 * What no finding addresses, theme by theme: the same for the check, the preview and the stub that a fix
 * inserts. Excluded elements and standards are never gaps.
 */
import type { Element, Standard, Theme } from './catalogue';
import type { CatalogueFile } from './catalogueIndex';
import { coverage, type ElementCoverage } from './coverage';
import type { ReviewSet } from './reviewSet';

/** The gaps of one theme; a theme without gaps has none of these. */
export interface ThemeGaps {
  readonly theme: Theme;
  readonly file: CatalogueFile;
  /** Elements that no finding cites, nor any of their standards. */
  readonly elements: readonly Element[];
  /** Standards that no finding cites, those of such elements included. */
  readonly standards: readonly Standard[];
}

/** The themes with gaps, in catalogue order. */
export function gapsOf(set: ReviewSet): readonly ThemeGaps[] {
  const { elements } = coverage(set);
  return set.catalogues.flatMap((file) =>
    file.catalogue.themes.flatMap((theme) => {
      const own = elements.filter((entry) => entry.element.theme === theme);
      const standards = own.flatMap((entry) => entry.standards.filter((s) => s.state === 'uncovered'));
      const unaddressed = own.filter(isGap).map((entry) => entry.element);
      if (standards.length + unaddressed.length === 0) return [];
      return [{ theme, file, elements: unaddressed, standards: standards.map((entry) => entry.standard) }];
    }),
  );
}

/** An element in scope that nothing addresses; one whose standards are all excluded has nothing to address. */
function isGap(entry: ElementCoverage): boolean {
  const inScope = entry.standards.some((standard) => standard.state !== 'excluded');
  return entry.state === 'uncovered' && (inScope || entry.standards.length === 0);
}
