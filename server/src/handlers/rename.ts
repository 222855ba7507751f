/*
 * Renaming, which is the one question that may be refused: the sentence that says why and what to do instead
 * goes to the client as the error of the request, and editors show it where the new name was typed. A document that has
 * not been read yet may cite what is renamed, so both wait for the folders.
 */
import * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { toRange, toWorkspaceEdit } from '../lsp/positions';
import type { Asking } from './handler';

/** Answers whether something can be renamed, and renames it. */
export function answerRenaming(connection: lsp.Connection, { place, afterReadingAll }: Asking): void {
  connection.onPrepareRename(
    afterReadingAll(
      place('Prepare rename', (at, offset) => {
        const found = core.prepareRename(at.snapshot, at.uri, offset);
        if (!found) return null;
        if ('refused' in found) return toError(found);
        return { range: toRange(at, at.text, found.place), placeholder: found.id };
      }),
    ),
  );
  connection.onRenameRequest(
    afterReadingAll(
      place('Rename', (at, offset, { newName }: lsp.RenameParams) => {
        const edits = core.rename(at.snapshot, at.uri, offset, newName);
        if (!edits) return null;
        return 'refused' in edits ? toError(edits) : (toWorkspaceEdit(at, ...edits) ?? null);
      }),
    ),
  );
}

function toError({ refused }: core.Refusal): lsp.ResponseError {
  return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, refused);
}
