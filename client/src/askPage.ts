/*
 * Asks the server for a page about a review, as far as the panel does not have it. No answer is undefined, whatever the
 * reason: the panel says so in its own words.
 */
import type { BaseLanguageClient } from 'vscode-languageclient';

import { previewRequest } from '../../server/src/protocol';
import type { PageName, PreviewParams, PreviewResult } from '../../server/src/protocol';

/** The page for the review of a document; `state` is the one that the panel shows. */
export async function askPage(
  client: BaseLanguageClient,
  page: PageName,
  uri: string | undefined,
  state: number | undefined,
): Promise<PreviewResult | undefined> {
  if (uri === undefined) return undefined;
  const params: PreviewParams = { uri, page, ...(state !== undefined && { state }) };
  try {
    return (await client.sendRequest<PreviewResult | null>(previewRequest, params)) ?? undefined;
  } catch {
    return undefined;
  }
}
