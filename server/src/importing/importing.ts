/*
 * The reader's own standards as a catalogue: from a spreadsheet, a table, a published document or OSCAL. It takes bytes
 * and gives a text; which file, and where to, is left to the callers, and so is how `sources.ts` is loaded, whose
 * libraries an editor's server does without until the first import.
 */
import * as core from '../../../core/src';
import { whyTooMuch } from './catalogueSize';
import type { Source } from './sources';

/** What reads the files of other programs. */
export type Sources = typeof import('./sources');

/** A catalogue that was made of a file. */
export interface ImportedFile {
  /** The text of the catalogue. */
  readonly text: string;
  /** What can be read of it. */
  readonly catalogue: core.Catalogue;
  /** How the columns of a table were understood, in sentences. */
  readonly columns: core.Imported['columns'];
  /** What a person should look at in the source, from its top to its end. */
  readonly notes: core.Imported['notes'];
}

/** A file to import: its bytes, and its name, whose ending says what it holds. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a catalogue of a file, or explains in a sentence why not. `id` is how a cover will call it where the source has no
 * id itself; what is in `own`, by its key, goes before what is in the source.
 */
export function importStandards(
  { readSource }: Sources,
  { name, bytes }: GivenFile,
  id: string,
  own: Readonly<Record<string, string>> = {},
): ImportedFile | core.Refusal {
  const source = readSource(name, bytes);
  if ('refused' in source) return source;
  const found = understand(source);
  const isEmpty = found?.data.themes.every(({ elements }) =>
    elements.every(({ standards }) => standards.length === 0),
  );
  if (!found || isEmpty === true) {
    const advice = `expected ${wanted[source.kind]}. Change the headings of the columns, and try again.`;
    return { refused: `No standards were found in "${name}"; ${advice}` };
  }
  const tooMuch = whyTooMuch(found);
  if (tooMuch !== undefined) return { refused: `"${name}" ${tooMuch}` };
  return makeCatalogue(found, id, own);
}

/** Makes a catalogue of what was understood, however much it is. */
export function makeCatalogue(
  found: core.Imported,
  id: string,
  own: Readonly<Record<string, string>>,
): ImportedFile {
  const text = core.printCatalogue({ ...found.data, settings: { id, ...found.data.settings, ...own } });
  return {
    text,
    catalogue: core.readCatalogue(text),
    columns: found.columns,
    notes: [...found.notes].sort((a, b) => numberIn(a.place) - numberIn(b.place)),
  };
}

const wanted: Readonly<Record<Source['kind'], string>> = {
  tables: 'a row of headings such as “Id”, “Theme”, “Element” and “Standard”, and a standard below it',
  page: 'a table with columns such as “Standards”, “Probes” and “Sources of evidence”',
  data: 'an OSCAL catalogue: {"catalog": {"groups": …}}',
};

/** What a file contains, as themes, elements and standards. */
export function understand(source: Source): core.Imported | undefined {
  if (source.kind === 'data') return core.readOscal(source.data);
  if (source.kind === 'page') return core.readPublished(source.blocks);
  for (const rows of source.tables) {
    const table = core.readTable(rows);
    if (table) return table;
  }
  return undefined;
}

function numberIn(place: string): number {
  return Number(/\d+/.exec(place)?.[0] ?? 0);
}
