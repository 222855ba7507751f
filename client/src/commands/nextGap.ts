/*
 * Goes from the cursor to the next place where something is missing, and says in the status bar what it is. The
 * order and the words are the server's; the view of coverage, where it is open, marks the same standard.
 */
import { window } from 'vscode';
import type { TextEditor, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { nextGapRequest } from '../../../server/src/protocol';
import type { NextGapParams, NextGapResult } from '../../../server/src/protocol';
import type { CoverageView } from '../views/coverageView';
import { isReviewDocument } from '../files/reviewFiles';
import { reveal } from '../pages/reveal';

/** How long the status bar shows what was found, in milliseconds. */
const shownFor = 10_000;

/** Shows the next gap behind the cursor of the active editor, or else the first of all. */
export async function showNextGap(
  client: BaseLanguageClient,
  view: CoverageView,
  shipped: Uri,
): Promise<void> {
  const editor = reviewEditor();
  const params: NextGapParams = editor
    ? {
        uri: client.code2ProtocolConverter.asUri(editor.document.uri),
        position: client.code2ProtocolConverter.asPosition(editor.selection.active),
      }
    : {};
  const found = await client.sendRequest<NextGapResult | null>(nextGapRequest, params).catch(() => null);
  const words = found?.words ?? 'There is no review here to look for gaps in.';
  window.setStatusBarMessage(`$(info) ${words}`, shownFor);
  if (!found?.place) return;
  await reveal(found.place, shipped);
  await view.mark(found.path);
}

/** The editor that has the focus, or had it before a view or a page took it. */
function reviewEditor(): TextEditor | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor && isReviewDocument(editor.document));
}
