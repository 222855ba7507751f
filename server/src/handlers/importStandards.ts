/*
 * The request behind *Import Standards…*: a file of somebody's own as a catalogue. Nothing is written here; the client does
 * that, where it can be undone.
 */
import type * as lsp from 'vscode-languageserver';
import { savePart } from '../importing/limits';
import { mostSeconds, type Jobs } from '../jobs/jobs';
import * as protocol from '../protocol';
import type { Asking } from './handler';
import { whenEnded } from './jobEnded';

/** Answers what comes of a file. */
export function answerImporting(connection: lsp.Connection, { session }: Asking, jobs: Jobs): void {
  connection.onRequest(
    protocol.importStandardsRequest,
    async (
      params: protocol.ImportStandardsParams,
      token: lsp.CancellationToken,
    ): Promise<protocol.ImportStandardsResult | null> => {
      session.admit(token);
      if (!jobs.hasSources) return null;
      try {
        return await jobs.run('import', params, token);
      } catch (failure) {
        return whenEnded(failure, session, {
          name: 'Import',
          time: `"${params.name}" took longer than ${mostSeconds.import} seconds to read, so it was stopped. ${savePart}`,
          memory: `"${params.name}" needs more memory than any catalogue does, so it was stopped. ${savePart}`,
        });
      }
    },
  );
}
