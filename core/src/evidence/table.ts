/*
 * The rows of a table as entries of the evidence register. Any table with a column for ids can be read so; it
 * is the heading above it that makes it the register. Columns may come in any order and in either language,
 * and columns of the reviewers' own are left alone.
 */
import type { Table, TableCell, TableRow } from 'mdast';
import { columnOfHeading, type Evidence, type EvidenceColumn, type EvidenceTable } from './entry';
import { childrenOf, spanOf, wordsOf } from '../syntax/markdown';
import { slice, span, type Span } from '../text/span';

/** A table that may be the register, and its entries. */
export interface ReadEvidence {
  readonly table: EvidenceTable;
  readonly entries: readonly Evidence[];
}

/** The entries of a table; undefined where no column holds ids. A row in which nothing is written is no entry. */
export function readEvidence(text: string, table: Table): ReadEvidence | undefined {
  const [head, ...rows] = table.children;
  const places = new Map<EvidenceColumn, number>();
  const columns = (head?.children ?? []).map((cell, i) => {
    const column = columnOfHeading(wordsOf(cell));
    if (!column || places.has(column)) return undefined;
    places.set(column, i);
    return column;
  });
  if (!places.has('id')) return undefined;
  const entries = rows.flatMap((row) => readRow(text, row, places) ?? []);
  return { table: { columns, span: spanOf(table) }, entries };
}

function readRow(
  text: string,
  row: TableRow,
  columns: ReadonlyMap<EvidenceColumn, number>,
): Evidence | undefined {
  const cells: Partial<Record<EvidenceColumn, { words: string; span: Span }>> = {};
  for (const [column, i] of columns) {
    const cell = row.children[i];
    if (cell) cells[column] = column === 'id' ? readId(text, cell) : readCell(text, cell);
  }
  const { id, kind, description, date, reviewer } = cells;
  if (Object.values(cells).every(({ words }) => words === '')) return undefined;
  const place = spanOf(row);
  const places: Partial<Record<EvidenceColumn, Span>> = {};
  for (const column of columns.keys()) {
    const cell = cells[column];
    if (cell) places[column] = cell.span;
  }
  return {
    id: id?.words ?? '',
    kind: kind?.words ?? '',
    description: description?.words ?? '',
    ...(date && date.words !== '' && { date: date.words }),
    ...(reviewer && reviewer.words !== '' && { reviewer: reviewer.words }),
    span: place,
    cells: { id: span(place.end, place.end), ...places },
  };
}

/** An id may be written as its own citation, `[ev FG2]`. */
function readId(text: string, cell: TableCell): { words: string; span: Span } {
  const [only, ...rest] = cell.children;
  if (only?.type === 'citation' && rest.length === 0) {
    const [part, ...others] = only.citation.parts;
    if (part && others.length === 0) return { words: part.from.id, span: part.span };
  }
  return readCell(text, cell);
}

function readCell(text: string, cell: TableCell): { words: string; span: Span } {
  const words = wordsOf(cell);
  const children = childrenOf(cell);
  const [first] = children;
  const last = children[children.length - 1];
  if (!first || !last) {
    const { start, end } = spanOf(cell);
    const inside = Math.min(end, start + (text[start] === '|' ? 1 : 0));
    return { words, span: span(inside, inside) };
  }
  const whole = span(spanOf(first).start, spanOf(last).end);
  // The words without their stars, where they stand like that.
  const at = words === '' ? -1 : slice(text, whole).indexOf(words);
  return { words, span: at < 0 ? whole : span(whole.start + at, whole.start + at + words.length) };
}
