/*
 * The words after `report`: what to write, as what, and where to. A format that is not named is told from the ending
 * of the file. What cannot be understood is reported in one sentence that names the next step.
 */
import { citationStyles, reportPrinters, type CitationStyle, type ReportPrinter } from '../../core/src';
import { listOf, optionKinds } from './optionKinds';
import { readWords } from './options';
import { CannotRun, plain } from './terminal';

/** The words after `report`. */
export interface ReportOptions {
  readonly paths: readonly string[];
  readonly printer: ReportPrinter;
  readonly citations: CitationStyle;
  /** The file to write, as given; standard output without one. */
  readonly output?: string;
  /** A Word document whose styles the report takes over, as given. */
  readonly referenceDocx?: string;
  /** Whether an old report that is read-only is replaced. */
  readonly force: boolean;
  /** Whether files outside the folders that the cover names are left out too. */
  readonly inside: boolean;
}

/** Reads the options of `report`, or throws CannotRun. */
export function readReportOptions(words: readonly string[]): ReportOptions {
  const options = readWords('report', words);
  const output = options.value('output');
  if (output === '') throw new CannotRun(kinds.output.ask);
  const printer = printerOf(options.value('format'), output);
  const referenceDocx = options.value('reference-docx');
  if (referenceDocx === '') throw new CannotRun(kinds['reference-docx'].ask);
  if (referenceDocx !== undefined && printer.format !== 'docx') {
    throw new CannotRun(
      'Only a Word document has styles to take over: write --format docx with --reference-docx.',
    );
  }
  return {
    paths: options.paths,
    inside: options.has('inside'),
    printer,
    force: options.has('force'),
    ...(referenceDocx !== undefined && { referenceDocx }),
    citations: styleOf(options.value('citations')),
    ...(output !== undefined && { output }),
  };
}

const kinds = optionKinds.report;

function printerOf(format: string | undefined, output: string | undefined): ReportPrinter {
  const ending = /\.([A-Za-z0-9]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  const printer = reportPrinters.find((each) => each.format === (format ?? ending));
  if (printer) return printer;
  if (output === undefined) throw new CannotRun(kinds.format.ask);
  throw new CannotRun(
    `The ending of "${plain(output)}" names no format. Write --format and ${listOf(kinds.format.choices)}.`,
  );
}

function styleOf(given = 'notes'): CitationStyle {
  const style = citationStyles.find((each) => each === given);
  if (style) return style;
  throw new CannotRun(`Citations cannot be shown as "${plain(given)}": choose ${listOf(citationStyles)}.`);
}
