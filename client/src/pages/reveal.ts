/*
 * Goes from a place in a view to the text. The place may be named by a page, so only reviews and catalogues
 * are opened, and only those in an opened folder, in an editor, or shipped with the extension.
 */
import {
  Location,
  Position,
  Range,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  commands,
  window,
  workspace,
} from 'vscode';
import type { TextDocument } from 'vscode';

import { isReviewFile } from '../files/reviewFiles';
import type { ShownPlace } from '../../../server/src/protocol';
import { alarm } from '../notify';

/** Shows one of several places: the first, with a list of all of them in the editor's own way. */
export async function revealAny(places: readonly ShownPlace[], shipped: Uri): Promise<void> {
  const [first] = places;
  if (!first || !(await reveal(first, shipped)) || places.length === 1) return;
  const locations = places.flatMap((place) => {
    const uri = ourUri(place, shipped);
    return uri ? [new Location(uri, new Position(place.line, 0))] : [];
  });
  const at = window.activeTextEditor;
  if (!at) return;
  const { document, selection } = at;
  await commands.executeCommand(
    'editor.action.goToLocations',
    document.uri,
    selection.active,
    locations,
    'peek',
  );
}

/** Opens the place in the editor that shows its file already, or else beside the preview; the view may keep the focus. False if it cannot be shown. */
export async function reveal(place: ShownPlace, shipped: Uri, preserveFocus = false): Promise<boolean> {
  const uri = ourUri(place, shipped);
  if (!uri) return false;
  const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!document) {
    alarm(`${uri.path} cannot be opened. It may have been moved: look for it in the Explorer.`);
    return false;
  }
  const position = positionOf(document, place);
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    selection: new Range(position, position),
    preserveFocus,
  });
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** The file of a place, where it may be opened. */
function ourUri(place: ShownPlace, shipped: Uri): Uri | undefined {
  try {
    const uri = Uri.parse(place.uri, true);
    return isReviewFile(uri) && isKnown(uri, shipped) ? uri : undefined;
  } catch {
    // It is no URI.
    return undefined;
  }
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
