/*
 * The parts of a spreadsheet file, which is a zip file of XML. Only the five kinds of parts that hold cells are looked
 * at. Each is unpacked and read in small pieces, so that none is ever whole in memory, and reading stops where the rest
 * is of no use.
 */
import { openZip, ZipFault, type ZipEntry } from '../../../core/src';
import { CannotImport } from './cannotImport';
import { limits, many, saveAlone, TooMuch } from './limits';
import { readMarkup, type MarkupReader } from './markup';

/** A part as elements; a part that is not there has none. Nothing more is read once `isDone` is true. */
export type ReadPart = (name: string, reader: MarkupReader, isDone?: () => boolean) => void;

const wanted =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

/** Opens a spreadsheet, or throws CannotImport. */
export function openWorkbook(bytes: Uint8Array): ReadPart {
  const parts = told(() => openZip(bytes, (name) => wanted.test(name)));
  if (!parts.has('xl/workbook.xml')) throw damaged();
  const claimed = [...parts.values()].reduce((sum, part) => sum + part.claimed, 0);
  if (claimed > limits.unpacked) throw tooLarge();
  let left = limits.unpacked;
  return (name, reader, isDone) => {
    const part = parts.get(name);
    if (part) left -= told(() => readPart(part, left, reader, isDone));
  };
}

/** Reads a part, and gives how much of it was unpacked. */
function readPart(part: ZipEntry, most: number, reader: MarkupReader, isDone?: () => boolean): number {
  const decoder = new TextDecoder();
  const markup = readMarkup(reader, { isXml: true, advice: saveAlone });
  let sum = 0;
  part.unpack(most, (bytes) => {
    sum += bytes.length;
    markup.write(decoder.decode(bytes, { stream: true }));
    return isDone?.();
  });
  if (isDone?.() !== true) markup.end();
  return sum;
}

/** What is wrong with a zip file, as a sentence about a spreadsheet. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (failure) {
    if (!(failure instanceof ZipFault)) throw failure;
    const { kind, part } = failure;
    if (kind === 'large') throw tooLarge();
    if (kind === 'entries')
      throw new TooMuch(
        `holds more parts than any spreadsheet does. Open it and save it again as .xlsx or CSV.`,
      );
    if (kind === 'twice')
      throw new TooMuch(
        `holds its part ${part} twice, so what it says is not certain. Open it and save it again as .xlsx or CSV.`,
      );
    if (kind === 'lying')
      throw new TooMuch(
        `does not hold what its own list of parts claims: ${part} has another size. Get it again from where it came, or save it again as .xlsx or CSV.`,
      );
    throw damaged();
  }
}

function tooLarge(): TooMuch {
  return new TooMuch(
    `unpacks to more than ${many(limits.unpacked / 1_000_000)} MB, which no catalogue needs, so it is not read. Save the sheet with the standards alone, or as CSV.`,
  );
}

function damaged(): CannotImport {
  return new CannotImport(
    'This is no spreadsheet that can be read: it is damaged, or has a password, or is an old .xls. Open it and save it as .xlsx or CSV.',
  );
}
