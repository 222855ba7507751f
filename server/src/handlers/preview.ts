/*
 * The requests of this product's own client, for what the protocol has no words for. A client that knows none
 * of them loses the preview and the figures of its status bar, and nothing more.
 */
import type * as lsp from 'vscode-languageserver';
import { coverageMatrix, printMatrixCsv } from '../../../core/src';
import { Previews, readFigures } from '../requests/preview';
import * as protocol from '../protocol';
import type { Asking } from './handler';

/** Answers the preview and the figures of a review. */
export function answerPreviewing(connection: lsp.Connection, { whole }: Asking): void {
  const previews = new Previews();
  connection.onRequest(
    protocol.previewRequest,
    whole('Preview', (set, { snapshot }, params: protocol.PreviewParams) =>
      previews.read(snapshot, set, params),
    ),
  );
  connection.onRequest(
    protocol.matrixCsvRequest,
    whole('Matrix as CSV', (set): protocol.MatrixCsvResult => printMatrixCsv(coverageMatrix(set))),
  );
  connection.onRequest(protocol.coverageRequest, whole('Coverage', readFigures));
}
