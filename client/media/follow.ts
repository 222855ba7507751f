/*
 * Where the lines of the documents are on a report's page, and back: what the editor shows at its top is brought to the
 * top of the page, and what is at the top of the page is told. Every block of a report names its document, by its number,
 * and its line; what lies between two blocks is taken in proportion.
 */
import type { TopLine } from '../src/pages/messages';

interface Placed {
  readonly element: HTMLElement;
  readonly document: number;
  readonly line: number;
  /** Where it begins and ends, in pixels from the top of the view. */
  readonly top: number;
  readonly bottom: number;
}

/** How far down the page a line is, in pixels; undefined where the report does not have its document. */
export function heightOf(page: HTMLElement, { uri, line }: TopLine): number | undefined {
  const document = documentsOf(page).findIndex((each) => spelled(each) === spelled(uri));
  const inside = placedOn(page).filter((each) => each.document === document);
  const at = inside.reduce<Placed | undefined>(
    (best, each) => (each.line <= line && (!best || each.line > best.line) ? each : best),
    undefined,
  );
  if (!at) {
    // The heading of a chapter has no place of its own, and what stands above it is not in the report.
    const [first] = inside;
    const above = first?.element.closest('[data-key]') ?? first?.element;
    return above && above.getBoundingClientRect().top + window.scrollY;
  }
  const next = inside.reduce<Placed | undefined>(
    (best, each) => (each.line > line && (!best || each.line < best.line) ? each : best),
    undefined,
  );
  const share = next ? (line - at.line) / (next.line - at.line) : Math.min(line - at.line, 1);
  // The report has its own order, in which the next line may stand far above.
  const end = next && next.top > at.top && isNear(at, next) ? next.top : at.bottom;
  return at.top + share * (end - at.top) + window.scrollY;
}

/**
 * How far down a page of findings the theme is that a document writes on most, in pixels; undefined where it has no
 * finding there, and for the first theme, which stands below the header.
 */
export function themeHeightOf(page: HTMLElement, uri: string): number | undefined {
  const themes = [...page.querySelectorAll<HTMLElement>('section.theme')];
  const counts = themes.map((theme) => {
    const places = [...theme.querySelectorAll<HTMLElement>('.finding [data-uri]')];
    return places.filter(({ dataset }) => spelled(dataset.uri ?? '') === spelled(uri)).length;
  });
  const most = Math.max(0, ...counts);
  const theme = most === 0 ? undefined : themes[counts.indexOf(most)];
  return theme && theme !== themes[0] ? theme.getBoundingClientRect().top + window.scrollY : undefined;
}

/** The line at the top of the page; undefined where nothing there stands in a document. */
export function lineAtTop(page: HTMLElement): TopLine | undefined {
  const all = placedOn(page);
  const index = all.reduce((last, { top }, i) => (top <= 1 ? i : last), -1);
  const at = all[index];
  const next = all.slice(index + 1).find(({ top, line }) => top > (at?.top ?? -1) && line !== at?.line);
  const isPast = at === undefined || (at.bottom <= 0 && (next === undefined || !isNear(at, next)));
  const found = isPast ? next : at;
  const uri = documentsOf(page)[found?.document ?? -1];
  if (!found || uri === undefined) return undefined;
  if (found !== at || !next) return { uri, line: found.line };
  const goesOn = isNear(at, next) && next.line > at.line;
  const end = goesOn ? next.top : at.bottom;
  const share = end > at.top ? Math.min(Math.max(-at.top / (end - at.top), 0), 0.99) : 0;
  return { uri, line: at.line + share * (goesOn ? next.line - at.line : 1) };
}

/** Whether two blocks stand in the same part of the report, and in the same document. */
function isNear(one: Placed, two: Placed): boolean {
  return one.document === two.document && partOf(one) === partOf(two);
}

function partOf({ element }: Placed): Element | null {
  return element.closest('[data-key]');
}

function placedOn(page: HTMLElement): Placed[] {
  return [...page.querySelectorAll<HTMLElement>('[data-document]')].map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const { document, line } = element.dataset;
    return { element, document: Number(document), line: Number(line), top, bottom };
  });
}

/** The URIs of the documents that the blocks of a report name by their numbers; none on any other page. */
export function documentsOf(page: HTMLElement): string[] {
  return JSON.parse(
    page.querySelector<HTMLElement>('[data-documents]')?.dataset.documents ?? '[]',
  ) as string[];
}

/** A URI as everybody spells it: the editor writes `c%3A` where the server writes `c:`. */
function spelled(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
