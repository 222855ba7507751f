/*
 * A text that is left unread because reading it took too long: a document without findings, or a catalogue without
 * standards. It has no text either, so no feature can read it by another way; the workspace keeps the text and reads it
 * when it is told to try again. It carries one diagnostic, which no cover and no ignore comment can switch off.
 */
import { readCatalogue } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import type { Diagnostic } from '../text/diagnostic';
import { isCataloguePath, type Document } from './document';
import { readDocument } from './readDocument';
import { readSettings } from '../settings/readSettings';
import { span } from '../text/span';

/** The code of the diagnostic of an unread text; it is not one of the checks. */
export const unreadCode = 'unread-document';

/** What a reader is told of an unread text; the same object each time. */
export const unreadDiagnostics: readonly Diagnostic[] = [
  {
    code: unreadCode,
    severity: 'error',
    span: span(0, 0),
    message:
      'Reading this document took too long, so it was left unread: nothing in it is checked or counted. ' +
      'Shorten or simplify what was changed last, then choose Try Again.',
  },
];

/** A text in the place of one that is not read; `source` is the text itself. */
export type Unread = (Document | CatalogueFile) & { readonly unread: true; readonly source: string };

/** Takes the place of a text, with the editor's version where it is open. */
export function createUnread(uri: string, source: string, version?: number): Unread {
  const common = { uri, text: '', source, unread: true, ...(version !== undefined && { version }) } as const;
  if (isCataloguePath(uri))
    return { ...common, catalogue: { ...readCatalogue(''), faults: unreadDiagnostics } };
  return { ...common, model: readDocument(''), settings: readSettings('', undefined) };
}

/** Whether a text is left unread. */
export function isUnread(text: Document | CatalogueFile | undefined): text is Unread {
  return text !== undefined && 'unread' in text;
}
