/*
 * The requests of the views for those who lead a review: what is covered, and what is missing next. A client
 * that knows none of them loses these views and nothing more.
 */
import type * as lsp from 'vscode-languageserver';
import { readCoverageTree, readNextGap } from '../requests/coverageTree';
import * as protocol from '../protocol';
import type { Asking } from './handler';

/** Answers the tree of coverage and the next gap. */
export function answerOverseeing(connection: lsp.Connection, { answer, session }: Asking): void {
  connection.onRequest(
    protocol.coverageTreeRequest,
    answer('Coverage tree', (params: protocol.CoverageTreeParams) => readCoverageTree(session.now(), params)),
  );
  connection.onRequest(
    protocol.nextGapRequest,
    answer('Next gap', (params: protocol.NextGapParams) => {
      const uri = params.uri === undefined ? undefined : session.readUri(params.uri);
      return readNextGap(session.now(), uri, params);
    }),
  );
}
