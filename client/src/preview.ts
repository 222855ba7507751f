/*
 * The preview of the findings: strengths beside areas for development, theme by theme, as the report will have them.
 * The server prints it; how it comes into a panel and follows the text is the panel's.
 */
import type { BaseLanguageClient } from 'vscode-languageclient';

import { previewRequest } from '../../server/src/protocol';
import type { PreviewParams, PreviewResult } from '../../server/src/protocol';
import type { PanelKind } from './panels';

/** The previews of the reviews that a client's server knows. */
export function findingsPreview(client: BaseLanguageClient): PanelKind {
  const ask = async (uri: string | undefined, state?: number): Promise<PreviewResult | undefined> => {
    if (uri === undefined) return undefined;
    const params: PreviewParams = { uri, ...(state !== undefined && { state }) };
    try {
      return (await client.sendRequest<PreviewResult | null>(previewRequest, params)) ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    type: 'criticalFriend.preview',
    content: () => ({ ask, titleOf: ({ title }) => `Findings: ${title}` }),
    nothing:
      'There are no findings to preview here. Open a file whose name ends in .review.md and try again.',
  };
}
