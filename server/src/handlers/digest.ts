/*
 * The requests about the findings of the day. A client that knows none of them loses that page and nothing more; the
 * command line has it too.
 */
import type * as lsp from 'vscode-languageserver';
import { DigestReader, findReview, readReviewFiles } from '../requests/digest';
import * as protocol from '../protocol';
import type { Asking } from './handler';

/** Answers the documents of a review and its digest. */
export function answerDigesting(connection: lsp.Connection, { answer, whole, session }: Asking): void {
  const reader = new DigestReader();
  const filesOf = answer('Review files', ({ uri }: protocol.ReviewFilesParams) => {
    const { snapshot } = session.now();
    const set = findReview(snapshot, uri === undefined ? undefined : session.readUri(uri));
    return set ? readReviewFiles(set) : null;
  });
  connection.onRequest(
    protocol.reviewFilesRequest,
    async (
      params: protocol.ReviewFilesParams,
      token: lsp.CancellationToken,
    ): Promise<protocol.ReviewFilesResult | null> => {
      const found = filesOf(params, token);
      const whyNoHistory = found ? await session.whyNoHistory(found.review) : undefined;
      return found && whyNoHistory !== undefined ? { ...found, whyNoHistory } : found;
    },
  );
  connection.onRequest(
    protocol.digestRequest,
    whole('Digest', (set, { snapshot }, params: protocol.DigestParams) =>
      reader.read(snapshot, set, params, (uri) => session.readUri(uri)),
    ),
  );
}
