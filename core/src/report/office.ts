/*
 * What writes Word documents and slides. It is larger than everything else together, so it is a value that is handed to
 * whoever exports, and each library is read when its first file is asked for.
 */
import type { DocxOptions } from './docx/docx';
import type { Report } from './report';

/** Writes the files of an office program; both give the bytes of a file. */
export interface Office {
  readonly printDocx: (report: Report, options?: DocxOptions) => Promise<Uint8Array>;
  readonly printPptx: (report: Report) => Promise<Uint8Array>;
}

export const office: Office = {
  printDocx: async (report, options) => (await import('./docx/docx')).printDocx(report, options),
  printPptx: async (report) => (await import('./pptx')).printPptx(report),
};
