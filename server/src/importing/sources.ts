/*
 * Files of other programs as rows, blocks or data, told apart by the ending of the name; what these mean is not known
 * here. The libraries for spreadsheets, tables and web pages are heavy, so an editor's server has this in a bundle of its
 * own, which it loads at the first import.
 */
import type { Block, Refusal } from '../../../core/src';
import { toText } from './bytes';
import { CannotImport } from './cannotImport';
import { readCsv } from './csvTable';
import { checkJson } from './jsonSize';
import { limits, TooMuch, tooLargeToImport } from './limits';
import { readPage } from './publishedPage';
import { readSpreadsheet } from './spreadsheet';

/** What a file holds. */
export type Source =
  | { readonly kind: 'tables'; readonly tables: readonly (readonly (readonly string[])[])[] }
  | { readonly kind: 'page'; readonly blocks: readonly Block[] }
  | { readonly kind: 'data'; readonly data: unknown };

/** Reads a file, or explains in a sentence why it cannot be read and what to do. */
export function readSource(name: string, bytes: Uint8Array): Source | Refusal {
  try {
    return read(name, bytes);
  } catch (failure) {
    if (failure instanceof TooMuch) return { refused: `"${name}" ${failure.message}` };
    if (failure instanceof CannotImport) return { refused: failure.message };
    throw failure;
  }
}

function read(name: string, bytes: Uint8Array): Source {
  if (bytes.length > limits.bytes) throw new CannotImport(tooLargeToImport(name));
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'xlsx') return { kind: 'tables', tables: readSpreadsheet(bytes) };
  if (!['csv', 'tsv', 'json', 'md', 'html', 'htm'].includes(ending))
    throw new CannotImport(
      `"${name}" cannot be imported: its name ends in none of .xlsx, .csv, .tsv, .md, .html and .json. Save it as one of these first.`,
    );
  const text = toText(bytes);
  if (text.slice(0, 8000).includes('\u0000'))
    throw new CannotImport(
      `"${name}" is not a text, whatever its name says; perhaps it is a spreadsheet or a Word file. Check that it is the right file.`,
    );
  if (ending === 'csv' || ending === 'tsv') return { kind: 'tables', tables: [readCsv(text)] };
  if (ending !== 'json') return { kind: 'page', blocks: readPage(text) };
  checkJson(text);
  try {
    return { kind: 'data', data: JSON.parse(text) };
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : '';
    throw new CannotImport(
      `"${name}" is no JSON that can be read (${why}). Perhaps it was cut off: get it again from where it came.`,
    );
  }
}
