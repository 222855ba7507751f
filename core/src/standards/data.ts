/*
 * A catalogue as plain data, without places and without links upwards: what tables hold, and what is printed. Whatever
 * makes a catalogue that was not written by hand makes one of these.
 */
import type { AboutBlock, Catalogue } from '../catalogue/readCatalogue';
import { catalogueKeys } from '../catalogue/readCatalogue';

/** Front matter by key; a value that is not there is not printed. */
export type CatalogueSettings = Partial<Record<(typeof catalogueKeys)[number], string>>;
export interface StandardData {
  readonly id: string;
  readonly text: string;
  readonly printed?: string;
  readonly formerly: readonly string[];
}
/** A probe has no id of its own: its place is its number. */
export interface ProbeData {
  readonly text: string;
  readonly formerly: readonly string[];
}
interface NamedData {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly formerly: readonly string[];
}
export interface ElementData extends NamedData {
  readonly standards: readonly StandardData[];
  readonly probes: readonly ProbeData[];
  readonly sources: readonly string[];
}
export interface ThemeData extends NamedData {
  readonly about: readonly AboutBlock[];
  readonly elements: readonly ElementData[];
}
export interface CatalogueData {
  readonly settings: CatalogueSettings;
  readonly themes: readonly ThemeData[];
}

/** What a catalogue says, as data. */
export function dataOf(catalogue: Catalogue): CatalogueData {
  const settings = Object.fromEntries(
    catalogueKeys.flatMap((key) => {
      const value = catalogue[key];
      // A title that is nowhere written is the id.
      const isWritten = value !== undefined && value !== '' && !(key === 'title' && value === catalogue.id);
      return isWritten ? [[key, value]] : [];
    }),
  );
  return {
    settings,
    themes: catalogue.themes.map(({ id, title, aliases, formerly, about, elements }) => ({
      ...{ id, title, aliases, formerly, about },
      elements: elements.map((element) => ({
        ...{ id: element.id, title: element.title, aliases: element.aliases, formerly: element.formerly },
        standards: element.standards.map(({ id: number, text, printed, formerly: before }) => {
          return { id: number, text, ...(printed !== undefined && { printed }), formerly: before };
        }),
        probes: element.probes.map(({ text, formerly: before }) => ({ text, formerly: before })),
        sources: element.sources.map(({ text }) => text),
      })),
    })),
  };
}
