/*
 * The preview of the findings: strengths beside areas for development, theme by theme, as the report will have them.
 * The server prints it; how it comes into a panel and follows the text is the panel's.
 */
import type { BaseLanguageClient } from 'vscode-languageclient';

import { askPage } from './requestPage';
import type { PanelKind } from './panels';

/** The previews of the reviews that a client's server knows. */
export function findingsPreview(client: BaseLanguageClient): PanelKind {
  return {
    type: 'criticalFriend.preview',
    beginsAtEditor: true,
    content: () => ({
      ask: (uri, state) => askPage(client, 'findings', uri, state),
      titleOf: ({ title }) => `Findings: ${title}`,
    }),
    nothing:
      'There are no findings to preview here. Open a file whose name ends in .review.md and try again.',
  };
}
