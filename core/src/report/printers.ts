/*
 * The one list of what a report can be written as. Command line and editor offer what stands here, so another format is
 * one line. A format may come in several files, and may take its time.
 */
import type { DocxReference } from './docx/reference';
import type { Office } from './office';
import type { Report } from './report';
import type { CitationStyle } from './html/blocks';
import { printReportCsv, printReportJson, reportTables } from './data';
import { printReportHtml } from './html/file';
import { printReportMarkdown } from './markdown/markdown';

/** What whoever exports has chosen. */
export interface PrintOptions {
  readonly citations: CitationStyle;
  /** For Word: the styles of a council's own document. */
  readonly reference?: DocxReference;
  /** What writes Word documents and slides; whoever prints one of them has to bring it. */
  readonly office?: Office;
}

/** One file of a report; `name` is what its name says besides, such as `findings`. */
export interface PrintedFile {
  readonly name?: string;
  readonly content: string | Uint8Array;
}

export interface ReportPrinter {
  /** As `--format` names it, and the ending of its files. */
  readonly format: string;
  /** For people who choose. */
  readonly title: string;
  readonly description: string;
  /** Whether it shows citations in the way that the options say. */
  readonly hasCitations: boolean;
  /** Whether it is an office that prints it. */
  readonly needsOffice: boolean;
  readonly print: (
    report: Report,
    options: PrintOptions,
  ) => readonly PrintedFile[] | Promise<readonly PrintedFile[]>;
}

/** Everything that a report can be written as. */
export const reportPrinters: readonly ReportPrinter[] = [
  {
    format: 'html',
    title: 'Web page (HTML)',
    description: 'One accessible file for any browser, which also prints to PDF',
    hasCitations: true,
    needsOffice: false,
    print: (report, { citations }) => [{ content: printReportHtml(report, citations) }],
  },
  {
    format: 'docx',
    title: 'Word document',
    description: 'For the council to edit, in Word’s own styles, with contents and footnotes',
    hasCitations: false,
    needsOffice: true,
    print: async (report, { office, reference }) => [
      { content: await need(office).printDocx(report, reference ? { reference } : {}) },
    ],
  },
  {
    format: 'pptx',
    title: 'Slides (PowerPoint)',
    description: 'For the feedback on the last day: key messages, then each theme, with notes',
    hasCitations: false,
    needsOffice: true,
    print: async (report, { office }) => [{ content: await need(office).printPptx(report) }],
  },
  {
    format: 'md',
    title: 'Plain Markdown',
    description: 'The same words without citations in brackets, for other tools',
    hasCitations: false,
    needsOffice: false,
    print: (report) => [{ content: printReportMarkdown(report) }],
  },
  {
    format: 'csv',
    title: 'Tables (CSV)',
    description: 'Findings, coverage, evidence and actions, one file each, for a spreadsheet',
    hasCitations: false,
    needsOffice: false,
    print: (report) => reportTables.map((name) => ({ name, content: printReportCsv(report, name) })),
  },
  {
    format: 'json',
    title: 'Data (JSON)',
    description: 'Everything for programs, in a published schema',
    hasCitations: false,
    needsOffice: false,
    print: (report) => [{ content: printReportJson(report) }],
  },
];

function need(office: Office | undefined): Office {
  if (office) return office;
  throw new Error('This format needs an office.');
}
