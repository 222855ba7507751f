/*
 * A text that is left unread, because reading it took too long or because its file cannot be read: a document without
 * findings, or a catalogue without standards. It has no text either, so no feature can read it by another way; where there
 * is a text the workspace keeps it, and reads it when it is told to try again. It carries one diagnostic, which no cover
 * and no ignore comment can switch off.
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

/** Why a text is left unread: reading it takes too long, or its file cannot be read. */
export type UnreadWhy = 'slow' | 'unreadable';

function toldOf(message: string): readonly Diagnostic[] {
  return [{ code: unreadCode, severity: 'error', span: span(0, 0), message }];
}

/** What a reader is told of an unread text; the same object each time. */
export const unreadDiagnostics: Readonly<Record<UnreadWhy, readonly Diagnostic[]>> = {
  slow: toldOf(
    'Reading this document took too long, so it was left unread: nothing in it is checked or counted. ' +
      'Shorten or simplify what was changed last, then choose Try Again.',
  ),
  unreadable: toldOf(
    'This file cannot be read, so nothing in it is checked or counted. ' +
      'Check that you are allowed to open it and that it is a text. It is read when it changes, or when the folder is opened again.',
  ),
};

/** A text in the place of one that is not read; `source` is the text itself, and empty where that cannot be read. */
export type Unread = (Document | CatalogueFile) & { readonly unread: UnreadWhy; readonly source: string };

/** Takes the place of a text, with the editor's version where it is open. */
export function createUnread(uri: string, source: string, version?: number, why: UnreadWhy = 'slow'): Unread {
  const common = { uri, text: '', source, unread: why, ...(version !== undefined && { version }) } as const;
  if (isCataloguePath(uri))
    return { ...common, catalogue: { ...readCatalogue(''), faults: unreadDiagnostics[why] } };
  return { ...common, model: readDocument(''), settings: readSettings('', undefined) };
}

/** Whether a text is left unread. */
export function isUnread(text: Document | CatalogueFile | undefined): text is Unread {
  return text !== undefined && 'unread' in text;
}
