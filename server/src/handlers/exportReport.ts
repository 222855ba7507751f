/*
 * The requests behind *Export Report…*: what a report can be written as, and its files. A client that knows none of them
 * loses the command and nothing more; the command line has it too.
 */
import type * as lsp from 'vscode-languageserver';
import { readExport, readFormats } from '../requests/exportReport';
import { mostSeconds, type Jobs } from '../jobs/jobs';
import * as protocol from '../protocol';
import type { Asking } from './handler';
import { whenEnded } from './jobEnded';

/** Answers the formats of a review's report and its files. */
export function answerExporting(connection: lsp.Connection, { whole, session }: Asking, jobs: Jobs): void {
  connection.onRequest(
    protocol.reportFormatsRequest,
    whole('Formats of a report', (set) => readFormats(set, jobs.hasOffice)),
  );
  const prepare = whole('Export of a report', (set, _, params: protocol.ExportReportParams) =>
    readExport(set, params, jobs.hasOffice),
  );
  connection.onRequest(
    protocol.exportReportRequest,
    async (
      params: protocol.ExportReportParams,
      token: lsp.CancellationToken,
    ): Promise<protocol.ExportReportResult | null> => {
      const asked = await prepare(params, token);
      if (!asked) return null;
      try {
        return { files: await jobs.run('export', asked, token) };
      } catch (failure) {
        return whenEnded(failure, session, { name: 'Export of a report', ...reasons });
      }
    },
  );
}

const instead =
  'Nothing was written. Export it in another format, or export a part of the review as one of its own.';
const reasons = {
  time: `The report took longer than ${mostSeconds.export / 60} minutes to print, so it was stopped. ${instead}`,
  memory: `The report needs more memory to print than there is for it, so it was stopped. ${instead}`,
};
