/*
 * What no finding addresses, theme by theme: the same for the check, the preview and the stub that a fix
 * inserts. Excluded elements and standards are never gaps.
 */
import { append } from '../text/grouping';
import { isSameList } from '../text/arrays';
import type { Element, Standard, Theme } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { coverageStates, type CoverageStates } from './states';
import type { Document } from '../document/document';
import { themeHeadings } from '../review/summary';
import type { ReviewContext } from '../review/context';
import type { Review } from '../review/review';
import { span, type Span } from '../text/span';

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

declare module '../review/review' {
  interface ReviewNotes {
    gaps?: readonly ThemeGaps[];
  }
}

/** The gaps that were found last under a frame: those that are still the same stay the same objects. */
const latest = new WeakMap<ReviewContext, readonly ThemeGaps[]>();

/** The themes with gaps, in catalogue order. */
export function gapsOf(review: Review): readonly ThemeGaps[] {
  const cached = review.notes.gaps;
  if (cached) return cached;
  const before = new Map((latest.get(review.context) ?? []).map((gap) => [gap.theme, gap]));
  const gaps = findGaps(review).map((gap) => {
    const old = before.get(gap.theme);
    return old && isSame(old, gap) ? old : gap;
  });
  review.notes.gaps = gaps;
  latest.set(review.context, gaps);
  return gaps;
}

function isSame(a: ThemeGaps, b: ThemeGaps): boolean {
  if (a.theme !== b.theme || !isSamePlace(a.place, b.place)) return false;
  return isSameList(a.elements, b.elements) && isSameList(a.standards, b.standards);
}

/** Whether a theme is complained of at the same place, in the same document as it stands. */
export function isSamePlace({ document, span }: ThemePlace, other: ThemePlace): boolean {
  return document === other.document && span.start === other.span.start && span.end === other.span.end;
}

function findGaps(review: Review): readonly ThemeGaps[] {
  const open = openIn(review);
  const placeOf = placesOfThemes(review, open);
  return open.map((each) => ({ ...each, place: placeOf(each) }));
}

type Open = Omit<ThemeGaps, 'place'>;
const openThemes = new WeakMap<CoverageStates, readonly Open[]>();

/** What is not addressed, wherever that is reported. */
function openIn(review: Review): readonly Open[] {
  const states = coverageStates(review);
  const known = openThemes.get(states);
  if (known) return known;
  const isOpen = (item: Standard | Element): boolean => states.of.get(item) === 'uncovered';
  // An element whose standards are all excluded has nothing to address.
  const isGap = (element: Element): boolean => {
    const inScope = element.standards.some((standard) => states.of.get(standard) !== 'excluded');
    return isOpen(element) && (inScope || element.standards.length === 0);
  };
  const open = review.catalogues.flatMap((file) =>
    file.catalogue.themes.flatMap((theme): Open[] => {
      const standards = theme.elements.flatMap((element) => element.standards).filter(isOpen);
      const elements = theme.elements.filter(isGap);
      return standards.length + elements.length === 0 ? [] : [{ theme, file, elements, standards }];
    }),
  );
  openThemes.set(states, open);
  return open;
}

/** What is complained of, by the document that it is complained of in. */
export function byDocument<T extends { readonly place: ThemePlace }>(
  all: readonly T[],
): ReadonlyMap<Document, readonly T[]> {
  const found = new Map<Document, T[]>();
  for (const each of all) {
    append(found, each.place.document, each);
  }
  return found;
}

interface ThemeIn {
  readonly theme: Theme;
  readonly file: CatalogueFile;
}

/** Finds for each of some themes its heading, or where no document has one, the cover's `standards:`. */
export function placesOfThemes(review: Review, themes: readonly ThemeIn[]): (each: ThemeIn) => ThemePlace {
  const headings = themeHeadings(
    review,
    themes.map(({ theme }) => theme),
  );
  const { standards } = review.settings;
  const named = new Map([...standards].reverse().map(({ value, span: place }) => [value, place]));
  const other = standards[0]?.span ?? firstLine(review.cover.text);
  return ({ theme, file }) => {
    const found = headings.get(theme);
    if (found) return { document: found.document, span: found.heading, onHeading: true };
    return { document: review.cover, span: named.get(file.catalogue.id) ?? other, onHeading: false };
  };
}

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  return span(start, Math.max(start, end));
}
