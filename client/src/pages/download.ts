/*
 * Gives the files of a report to the browser, which is the only one that can put them on the computer that somebody sits
 * at: a small page has a button for each. Nothing is written anywhere else.
 */
import { Uri, ViewColumn, window } from 'vscode';

import { nameOf } from '../files/fileNames';
import { readMessage } from './messages';
import type { ToPage } from './messages';
import { pageHtml, pageOptions } from './pageHtml';
import type { NewFile } from '../files/writable';

/** Opens the page with the files to download. */
export function offerDownload(extension: Uri, files: readonly NewFile[]): void {
  const options = pageOptions(extension);
  const panel = window.createWebviewPanel(
    'criticalFriend.download',
    'Download Report',
    ViewColumn.Active,
    options,
  );
  const message: ToPage = {
    type: 'download',
    files: files.map(({ uri, bytes }) => ({ name: nameOf(uri), bytes })),
  };
  panel.webview.onDidReceiveMessage((data: unknown) => {
    if (readMessage(data)?.type === 'ready') void panel.webview.postMessage(message);
  });
  panel.iconPath = Uri.joinPath(extension, 'client', 'media', 'icon.png');
  panel.webview.html = pageHtml(panel.webview, extension, 'preview.css');
}
