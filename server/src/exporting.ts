/*
 * A report as the files that a client writes: in which formats there are any, and each of them printed. Nothing is written
 * here. Bytes go over the protocol as Base64, because it carries text only.
 */
import {
  inTheWayOf,
  readReport,
  reportPrinters,
  type Office,
  type PrintedFile,
  type ReviewSet,
} from '../../core/src';
import type { ExportedFile, ExportReportParams, ExportReportResult, ReportFormatsResult } from './protocol';

/** What the report of a review can be written as, with an office where there is one. */
export function readFormats(set: ReviewSet, hasOffice: boolean): ReportFormatsResult {
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

/** The files of a report; null where nobody has its format. */
export async function exportReport(
  set: ReviewSet,
  { format, citations }: ExportReportParams,
  loadOffice: (() => Promise<Office>) | undefined,
): Promise<ExportReportResult | null> {
  const printer = reportPrinters.find((each) => each.format === format);
  if (!printer || (printer.needsOffice && !loadOffice)) return null;
  // The value is of this moment, whatever is typed while an office is loaded.
  const report = readReport(set);
  const office = printer.needsOffice ? await loadOffice?.() : undefined;
  const files = await printer.print(report, { citations, ...(office && { office }) });
  return { files: files.map(exported) };
}

function exported({ name, content }: PrintedFile): ExportedFile {
  const named = name === undefined ? {} : { name };
  return typeof content === 'string' ? { ...named, text: content } : { ...named, base64: base64Of(content) };
}

/** In pieces, because a function takes some ten thousand arguments at most; three bytes are four letters. */
function base64Of(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
