/*
 * The requests behind *Export Report…*: what a report can be written as, and its files. A client that knows none of them
 * loses the command and nothing more; the command line has it too.
 */
import type * as lsp from 'vscode-languageserver';
import type { Office } from '../../../core/src';
import { exportReport, readFormats } from '../exporting';
import { failureLine } from '../host';
import * as protocol from '../protocol';
import type { Asking } from './asking';

/** Answers the formats of a review's report and its files; `loadOffice` is called when the first one needs it. */
export function answerExporting(
  connection: lsp.Connection,
  { whole, session }: Asking,
  loadOffice: (() => Promise<Office>) | undefined,
): void {
  connection.onRequest(
    protocol.reportFormatsRequest,
    whole('Formats of a report', (set) => readFormats(set, loadOffice !== undefined)),
  );
  connection.onRequest(
    protocol.exportReportRequest,
    whole('Export of a report', async (set, _, params: protocol.ExportReportParams) => {
      try {
        return await exportReport(set, params, loadOffice);
      } catch (failure) {
        session.log(failureLine('Export of a report', failure));
        return null;
      }
    }),
  );
}
