/*
 * Goes from a place in a view to the text. The place may be named by a page, so only reviews and catalogues
 * are opened, and only those in an opened folder, in an editor, or shipped with the extension.
 */
import { Position, Range, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';

import { isReviewFile } from './files';
import type { ShownPlace } from '../../server/src/protocol';

/** Opens the place in the editor that shows its file already, or else beside the preview; the view may keep the focus. */
export async function reveal(place: ShownPlace, shipped: Uri, preserveFocus = false): Promise<void> {
  const uri = Uri.parse(place.uri);
  if (!isReviewFile(uri) || !isKnown(uri, shipped)) return;
  const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!document) {
    void window.showErrorMessage(
      `${uri.path} cannot be opened. It may have been moved: look for it in the Explorer.`,
    );
    return;
  }
  const position = positionOf(document, place);
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    selection: new Range(position, position),
    preserveFocus,
  });
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
}

function isKnown(uri: Uri, shipped: Uri): boolean {
  return (
    workspace.getWorkspaceFolder(uri) !== undefined ||
    workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()) ||
    (uri.scheme === shipped.scheme &&
      uri.authority === shipped.authority &&
      uri.path.startsWith(`${shipped.path}/`))
  );
}

/** The line counts; the offset only says where on it, as the text may have changed since it was printed. */
function positionOf(document: TextDocument, { start, line }: ShownPlace): Position {
  const exact = document.positionAt(start);
  return exact.line === line ? exact : document.validatePosition(new Position(line, 0));
}

/** Where the file is shown, else where another text is shown, else the first column. */
function columnOf(uri: Uri): ViewColumn {
  const editors = window.visibleTextEditors.filter((editor) => editor.viewColumn !== undefined);
  const same = editors.find((editor) => editor.document.uri.toString() === uri.toString());
  return (same ?? editors[0])?.viewColumn ?? ViewColumn.One;
}
