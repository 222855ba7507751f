/*
 * The requests of this product's own client, for what the protocol has no words for. A client that knows none
 * of them loses the preview and the figures of its status bar, and nothing more.
 */
import type * as lsp from 'vscode-languageserver';
import { readFigures, readPreview } from '../preview';
import * as protocol from '../protocol';
import type { Asking } from './asking';

/** Answers the preview and the figures of a review. */
export function answerPreviewing(connection: lsp.Connection, { answer, session }: Asking): void {
  connection.onRequest(
    protocol.previewRequest,
    answer('Preview', ({ uri }: protocol.PreviewParams) => {
      const { snapshot } = session.now();
      const set = snapshot.reviewSetOf(session.readUri(uri));
      return set ? readPreview(snapshot, set) : null;
    }),
  );
  connection.onRequest(
    protocol.coverageRequest,
    answer('Coverage', ({ uri }: protocol.CoverageParams) => {
      const set = session.now().snapshot.reviewSetOf(session.readUri(uri));
      return set ? readFigures(set) : null;
    }),
  );
}
