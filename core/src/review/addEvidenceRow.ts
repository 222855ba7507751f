/*
 * A new row of the evidence register, as an edit: behind the last row of the table that is there, below a
 * heading that has no table yet, or as a register of its own at the end of the cover. The edit is read again
 * before it is offered, because a fence or a comment that is left open would swallow it.
 */
import { applyEdits, eolOf, type TextEdit } from '../text/textEdit';
import type { Document } from '../document/document';
import { columnHeadings, evidenceColumns, type EvidenceColumn, type EvidenceTable } from '../evidence/entry';
import { summarise } from './summary';
import { sectionHeadings } from '../syntax/sectionKind';
import { readDocument } from '../document/readDocument';
import type { Review } from './review';
import { span } from '../text/span';

/** The edit that adds an entry with nothing but its id; undefined where the text around lets none be read. */
export function addEvidence(
  review: Review,
  id: string,
): { readonly uri: string; readonly edits: readonly TextEdit[] } | undefined {
  const tried = [inTable(review, id), belowHeading(review, id), atEnd(review, id)];
  for (const place of tried) {
    if (!place) continue;
    const { document, edit } = place;
    const { evidence } = readDocument(applyEdits(document.text, [edit]));
    if (evidence.some((entry) => entry.id === id)) return { uri: document.uri, edits: [edit] };
  }
  return undefined;
}

interface Placed {
  readonly document: Document;
  readonly edit: TextEdit;
}

/** Where the register is kept: with its first entries, in report order, or else where a table waits for them. */
function inTable(set: Review, id: string): Placed | undefined {
  const kept = set.documents.find((document) =>
    summarise(document, set.context).evidence.some(({ survey }) => survey === undefined),
  );
  const document = kept ?? set.documents.find(({ model }) => model.evidenceTables.length > 0);
  const table = document?.model.evidenceTables.at(-1);
  if (!document || !table) return undefined;
  const row = printRow(table.columns, (column) => (column === 'id' ? id : ''));
  return insert(document, table.span.end, eolOf(document.text) + row);
}

function belowHeading(review: Review, id: string): Placed | undefined {
  for (const document of review.documents) {
    const section = document.model.sections.find(({ kind }) => kind === 'evidence');
    if (!section) continue;
    const eol = eolOf(document.text);
    return insert(document, section.heading.end, `${eol}${eol}${printTable(review, id, eol)}${eol}`);
  }
  return undefined;
}

function atEnd(review: Review, id: string): Placed {
  const { cover } = review;
  const eol = eolOf(cover.text);
  const gap = cover.text === '' ? '' : /[\r\n]$/.test(cover.text) ? eol : `${eol}${eol}`;
  const heading = `## ${sectionHeadings.evidence[review.settings.language][0]}`;
  return insert(cover, cover.text.length, `${gap}${heading}${eol}${eol}${printTable(review, id, eol)}${eol}`);
}

function printTable({ settings }: Review, id: string, eol: string): string {
  const heading = (column: EvidenceColumn): string => columnHeadings[column][settings.language][0] ?? column;
  const print = (cell: (column: EvidenceColumn) => string): string =>
    printRow(evidenceColumns, (column) => (column === undefined ? '' : cell(column)));
  return [print(heading), print(() => '---'), print((column) => (column === 'id' ? id : ''))].join(eol);
}

function printRow(
  columns: EvidenceTable['columns'],
  cell: (column: EvidenceColumn | undefined) => string,
): string {
  return `| ${columns.map(cell).join(' | ')} |`;
}

function insert(document: Document, at: number, text: string): Placed {
  return { document, edit: { span: span(at, at), text } };
}
