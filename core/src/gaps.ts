/*
 * What no finding addresses, theme by theme: the same for the check, the preview and the stub that a fix
 * inserts. Excluded elements and standards are never gaps.
 */
import type { Element, Standard, Theme } from './catalogue';
import type { CatalogueFile } from './catalogueIndex';
import { coverage, type ElementCoverage } from './coverage';
import type { Document } from './document';
import { findHeading } from './examination';
import type { Frame } from './frame';
import type { ReviewSet } from './reviewSet';
import { span, type Span } from './span';

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

/** Where a theme as a whole is complained of. */
export interface ThemePlace {
  readonly document: Document;
  readonly span: Span;
  readonly onHeading: boolean;
}

declare module './reviewSet' {
  interface ReviewSetNotes {
    gaps?: readonly ThemeGaps[];
  }
}

/** The gaps that were found last under a frame: those that are still the same stay the same objects. */
const latest = new WeakMap<Frame, readonly ThemeGaps[]>();

/** The themes with gaps, in catalogue order. */
export function gapsOf(set: ReviewSet): readonly ThemeGaps[] {
  const cached = set.notes.gaps;
  if (cached) return cached;
  const before = latest.get(set.frame) ?? [];
  const gaps = findGaps(set).map((gap) => before.find((old) => isSame(old, gap)) ?? gap);
  set.notes.gaps = gaps;
  latest.set(set.frame, gaps);
  return gaps;
}

function isSame(a: ThemeGaps, b: ThemeGaps): boolean {
  if (a.theme !== b.theme || a.elements.length !== b.elements.length) return false;
  if (a.standards.length !== b.standards.length || !isSamePlace(a.place, b.place)) return false;
  return a.elements.every((e, i) => e === b.elements[i]) && a.standards.every((s, i) => s === b.standards[i]);
}

/** Whether a theme is complained of at the same place, in the same document as it stands. */
export function isSamePlace({ document, span }: ThemePlace, other: ThemePlace): boolean {
  return document === other.document && span.start === other.span.start && span.end === other.span.end;
}

function findGaps(set: ReviewSet): readonly ThemeGaps[] {
  const { elements } = coverage(set);
  return set.catalogues.flatMap((file) =>
    file.catalogue.themes.flatMap((theme) => {
      const own = elements.filter((entry) => entry.element.theme === theme);
      const standards = own.flatMap((entry) => entry.standards.filter((s) => s.state === 'uncovered'));
      const unaddressed = own.filter(isGap).map((entry) => entry.element);
      if (standards.length + unaddressed.length === 0) return [];
      const place = placeOfTheme(set, theme, file);
      return [
        { theme, file, elements: unaddressed, standards: standards.map((entry) => entry.standard), place },
      ];
    }),
  );
}

/** An element in scope that nothing addresses; one whose standards are all excluded has nothing to address. */
function isGap(entry: ElementCoverage): boolean {
  const inScope = entry.standards.some((standard) => standard.state !== 'excluded');
  return entry.state === 'uncovered' && (inScope || entry.standards.length === 0);
}

/** A theme's heading, or where no document has one, the cover's `standards:`. */
export function placeOfTheme(set: ReviewSet, theme: Theme, file: CatalogueFile): ThemePlace {
  const found = findHeading(set, theme);
  if (found) return { document: found.document, span: found.heading, onHeading: true };
  const value = set.settings.standards.find(({ value: name }) => name === file.catalogue.id);
  const place = (value ?? set.settings.standards[0])?.span ?? firstLine(set.cover.text);
  return { document: set.cover, span: place, onHeading: false };
}

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  return span(start, Math.max(start, end));
}
