/*
 * The preview of the whole report, from the title page to the last appendix, with marks on what is not ready. The server
 * prints it; how it comes into a panel and follows the text is the panel's, and how it scrolls with the editor that of
 * scrollSync.ts.
 */
import { commands } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { askPage } from './requestPage';
import type { PanelKind } from './panels';

/** The reports of the reviews that a client's server knows. */
export function reportPreview(client: BaseLanguageClient): PanelKind {
  return {
    type: 'criticalFriend.report',
    content: () => ({
      ask: (uri, state) => askPage(client, 'report', uri, state),
      titleOf: ({ title }) => `Report: ${title}`,
      // The page has the focus, and so the command takes its review.
      hear: (what) => {
        if (what === 'export') void commands.executeCommand('criticalFriend.exportReport');
      },
    }),
    beginsAtEditor: true,
    isReport: true,
    nothing: 'There is no report to preview here. Open a file whose name ends in .review.md and try again.',
  };
}
