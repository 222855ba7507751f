/*
 * A report as a client asks for it: in which formats there are any, and what is needed to print one of them. Nothing is
 * printed or written here.
 */
import { inTheWayOf, isDraft, readReport, reportPrinters, type Review } from '../../../core/src';
import type { Asked } from '../jobs/job';
import type { ExportReportParams, ReportFormatsResult } from '../protocol';

/** What the report of a review can be written as, with an office where there is one. */
export function readFormats(set: Review, hasOffice: boolean): ReportFormatsResult {
  const offered = reportPrinters.filter(({ needsOffice }) => hasOffice || !needsOffice);
  return {
    review: set.cover.uri,
    title: set.title,
    inTheWay: inTheWayOf(set),
    formats: offered.map(({ format, title, description, hasCitations }) => {
      return { format, title, description, hasCitations };
    }),
  };
}

/** What is printed, as it is at this moment, whatever is typed while it is; null where nobody has its format. */
export function readExport(
  set: Review,
  { format, citations }: ExportReportParams,
  hasOffice: boolean,
): Asked<'export'> | null {
  const printer = reportPrinters.find((each) => each.format === format);
  if (!printer || (printer.needsOffice && !hasOffice)) return null;
  return { format, citations, report: readReport(set, { draft: isDraft(set) }) };
}
