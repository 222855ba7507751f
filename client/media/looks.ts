/*
 * How a reader looks at a page: sorted by a column, without what is settled, with citations in one way or another. It changes the page's elements and
 * nothing else; the choice itself is kept by the page. A heading that sorts says so by `aria-sort`, and a sum
 * stays where it is, because it belongs to its group and not to the order.
 */
import type { Look } from '../src/pages/messages';

/** What a click on a heading of a column does next: figures begin with the most. */
export function sortBy({ sorted }: Look, column: number): Look['sorted'] {
  const first = column > 1;
  if (sorted?.column !== column) return { column, descending: first };
  return sorted.descending === first ? { column, descending: !first } : undefined;
}

/** Makes a page look as the reader wants it, after every change of the page or of the wish. */
export function applyLook(page: HTMLElement, { sorted, filtered = false, citations = 'notes' }: Look): void {
  page.classList.toggle('filtered', filtered);
  // The page has citations in all ways, and its style sheet shows one.
  page.dataset.citations = citations;
  for (const button of page.querySelectorAll<HTMLElement>('button[data-citations]'))
    button.setAttribute('aria-pressed', String(button.dataset.citations === citations));
  const toggle = page.querySelector('[data-action="filter"]');
  toggle?.setAttribute('aria-pressed', String(filtered));
  for (const button of page.querySelectorAll<HTMLElement>('.sort')) {
    const isIt = Number(button.dataset.column) === sorted?.column;
    const order = sorted?.descending === true ? 'descending' : 'ascending';
    button.closest('th')?.setAttribute('aria-sort', isIt ? order : 'none');
  }
  for (const group of page.querySelectorAll('tbody')) sortRows(group, sorted);
}

function sortRows(group: Element, sorted: Look['sorted']): void {
  const rows = [...group.querySelectorAll<HTMLElement>(':scope > tr[data-row]')];
  const { column = 0, descending = false } = sorted ?? {};
  const keyed = rows.map((row) => ({
    row,
    place: Number(row.dataset.row),
    value: valueOf(row.children[column]),
  }));
  // The first column is in the catalogue's order, which is neither that of numbers nor that of letters.
  const compare = column === 0 ? byPlace : byValue;
  keyed.sort((a, b) => (descending ? -1 : 1) * compare(a, b) || byPlace(a, b));
  if (keyed.every(({ row }, i) => row === rows[i])) return;
  const sum = group.querySelector(':scope > tr.sum');
  for (const { row } of keyed) group.insertBefore(row, sum);
}

interface Keyed {
  readonly place: number;
  readonly value: string;
}

function byPlace(a: Keyed, b: Keyed): number {
  return a.place - b.place;
}

/** Figures by size, words by the alphabet. */
function byValue(a: Keyed, b: Keyed): number {
  const difference = Number(a.value) - Number(b.value);
  return Number.isNaN(difference) ? a.value.localeCompare(b.value) : difference;
}

function valueOf(cell: Element | undefined): string {
  const shown = cell?.querySelector('button')?.firstChild ?? cell?.querySelector('.mark') ?? cell;
  return shown?.textContent?.trim() ?? '';
}
