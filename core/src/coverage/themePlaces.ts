/*
 * Where something is said about a theme as a whole: on its heading, or on the cover where no document has one.
 */
import type { Theme } from '../catalogue/readCatalogue';
import { themeOf, type CatalogueFile } from '../catalogue/index';
import type { Document } from '../document/document';
import { summarise } from '../review/summary';
import type { Review } from '../review/review';
import { span, type Span } from '../text/span';

/** A place for what is said about a theme. */
export interface ThemePlace {
  readonly document: Document;
  readonly span: Span;
  readonly onHeading: boolean;
}

/** A heading of a theme, and where it is. */
interface ThemeHeading {
  readonly document: Document;
  readonly heading: Span;
}

/** The heading of each of some themes: the first in report order that names it, or else one of its elements. */
function themeHeadings(review: Review, themes: Iterable<Theme>): ReadonlyMap<Theme, ThemeHeading> {
  const wanted = new Set(themes);
  const own = new Map<Theme, ThemeHeading>();
  const near = new Map<Theme, ThemeHeading>();
  for (const document of review.documents) {
    if (own.size === wanted.size) break;
    for (const { subject, heading } of summarise(document, review.context).headings) {
      const theme = themeOf(subject);
      const found = subject === theme ? own : near;
      if (wanted.has(theme) && !found.has(theme)) found.set(theme, { document, heading });
    }
  }
  return new Map([...near, ...own]);
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
