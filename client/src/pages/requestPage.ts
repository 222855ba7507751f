/*
 * Asks the server for a page about a review, as far as the panel does not have it. No page is undefined, whatever the
 * reason: the panel says so in its own words. A server that is away says nothing about the page, so this rejects.
 */
import type { BaseLanguageClient } from 'vscode-languageclient';

import { previewRequest } from '../../../server/src/protocol';
import type { PageName, PreviewParams, PreviewResult } from '../../../server/src/protocol';
import { isAway } from '../connection/isConnectionLost';

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
  } catch (error) {
    if (isAway(error)) throw error;
    return undefined;
  }
}
