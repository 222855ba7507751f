/*
 * Finding things in a catalogue by id, by printed number and by title. The index of a catalogue is made
 * once and remembered with it; a catalogue without a prefix answers every unprefixed id.
 */
import { append } from '../text/grouping';
import type { Catalogue, CatalogueItem, Element, Standard, Theme } from './readCatalogue';
import { isCitable, printCitation, type CitationKind } from '../syntax/citation';
import { foldTitle } from '../syntax/sectionKind';
import { memo } from '../text/memo';

/** A catalogue file as a workspace holds it. */
export interface CatalogueFile {
  readonly uri: string;
  readonly text: string;
  readonly version?: number;
  readonly catalogue: Catalogue;
}

interface Index {
  readonly themes: ReadonlyMap<string, Theme>;
  readonly elements: ReadonlyMap<string, Element>;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly probes: ReadonlyMap<string, CatalogueItem>;
  readonly printed: ReadonlyMap<string, Standard>;
  /** By the id in the edition before, all that it has become. */
  readonly former: Readonly<
    Record<Exclude<CitationKind, 'evidence'>, ReadonlyMap<string, readonly CatalogueItem[]>>
  >;
  readonly titles: ReadonlyMap<string, Theme | Element>;
  readonly order: ReadonlyMap<CatalogueItem, number>;
}

/** The index of a catalogue; where an id stands twice the first counts. */
export const indexOf = memo((catalogue: Catalogue): Index => {
  const elements = elementsOf(catalogue);
  const standards = elements.flatMap((element) => element.standards);
  const probes = elements.flatMap((element) => element.probes);
  const titles = new Map<string, Theme | Element>();
  // Titles win over aliases and themes over elements: an element may be known by its theme's title.
  for (const name of ['title', 'alias'] as const) {
    for (const item of [...catalogue.themes, ...elements]) {
      for (const words of name === 'title' ? [item.title] : item.aliases) {
        const folded = foldTitle(words);
        if (!titles.has(folded)) titles.set(folded, item);
      }
    }
  }
  const ordered: CatalogueItem[] = catalogue.themes.flatMap((theme) => [
    theme,
    ...theme.elements.flatMap((element) => [element, ...element.standards, ...element.probes]),
  ]);
  const index: Index = {
    themes: firstById(catalogue.themes),
    elements: firstById(elements),
    standards: firstById(standards),
    probes: firstById(probes),
    printed: new Map(
      standards
        .flatMap((s): [string, Standard][] => (s.printed === undefined ? [] : [[s.printed, s]]))
        .reverse(),
    ),
    former: {
      theme: byFormerId(catalogue.themes),
      standard: byFormerId([...elements, ...standards]),
      probe: byFormerId(elements.flatMap((element) => element.probes)),
    },
    titles,
    order: new Map(ordered.map((item, i) => [item, i])),
  };
  return index;
});

/** All elements in catalogue order. */
export function elementsOf(catalogue: Catalogue): readonly Element[] {
  return catalogue.themes.flatMap((theme) => theme.elements);
}

/** All standards in catalogue order. */
export function standardsOf(catalogue: Catalogue): readonly Standard[] {
  return elementsOf(catalogue).flatMap((element) => element.standards);
}

/** What a single id cites. */
export interface Found {
  readonly item: CatalogueItem;
  readonly file: CatalogueFile;
  /** The number is one printed for another id of the catalogue. */
  readonly printed: boolean;
  /** The number is the one of the edition before. */
  readonly former: boolean;
}

/** Finds an id in the catalogues of a review, in their order; undefined where none has it. */
export function findCited(
  files: readonly CatalogueFile[],
  kind: CitationKind,
  id: string,
  prefix?: string,
): Found | undefined {
  const searched = files.filter((file) => prefix === undefined || file.catalogue.prefix === prefix);
  for (const file of searched) {
    const index = indexOf(file.catalogue);
    if (kind === 'theme') {
      const item = index.themes.get(id);
      if (item) return { item, file, printed: false, former: false };
    } else if (kind === 'probe') {
      const item = index.probes.get(id);
      if (item) return { item, file, printed: false, former: false };
    } else if (kind === 'standard') {
      const item = index.standards.get(id) ?? index.elements.get(id);
      if (item) return { item, file, printed: false, former: false };
    }
  }
  for (const file of kind === 'standard' ? searched : []) {
    const item = indexOf(file.catalogue).printed.get(id);
    if (item) return { item, file, printed: true, former: false };
  }
  const [first, ...others] = findFormer(searched, kind, id);
  return first && others.length === 0 ? { ...first, printed: false, former: true } : undefined;
}

/** What an id of the edition before has become: several things where a standard was split. */
export function findFormer(
  files: readonly CatalogueFile[],
  kind: CitationKind,
  id: string,
  prefix?: string,
): readonly { readonly item: CatalogueItem; readonly file: CatalogueFile }[] {
  if (kind === 'evidence') return [];
  return files
    .filter((file) => prefix === undefined || file.catalogue.prefix === prefix)
    .flatMap((file) => (indexOf(file.catalogue).former[kind].get(id) ?? []).map((item) => ({ item, file })));
}

/** The catalogue of a review that an item belongs to. */
export function fileOf(files: readonly CatalogueFile[], item: CatalogueItem): CatalogueFile | undefined {
  return files.find(({ catalogue }) => indexOf(catalogue).order.has(item));
}

/** The theme that an item belongs to, itself for a theme. */
export function themeOf(item: CatalogueItem): Theme {
  if (item.kind === 'theme') return item;
  return item.kind === 'element' ? item.theme : item.element.theme;
}

/** The element that an item belongs to, itself for an element; undefined for a theme. */
export function elementOf(item: CatalogueItem): Element | undefined {
  if (item.kind === 'theme') return undefined;
  return item.kind === 'element' ? item : item.element;
}

/** The words of an item: a title, or a standard's or probe's wording. */
export function wordingOf(item: CatalogueItem): string {
  return item.kind === 'theme' || item.kind === 'element' ? item.title : item.text;
}

/** `Standard 6.1`, `Element 6`, `Theme 3`, `Probe 6.12`. */
export function nameOf(item: CatalogueItem): string {
  return `${item.kind.charAt(0).toUpperCase()}${item.kind.slice(1)} ${item.id}`;
}

/** An item's id as a citation writes it: with the prefix of a catalogue that has one, as `cs:6.1`. */
export function citedAs({ prefix }: Catalogue, { id }: { readonly id: string }): string {
  return prefix === undefined ? id : `${prefix}:${id}`;
}

/** The citation behind the title in a heading, ` [theme 3]`; nothing for what cannot be cited, which its title names. */
export function citationBehind(catalogue: Catalogue, item: Theme | Element): string {
  const id = citedAs(catalogue, item);
  return isCitable(id) ? ` ${printCitation(item.kind === 'theme' ? 'theme' : 'standard', id)}` : '';
}

/** A name of an item that no other item of these catalogues has, `std 6.1`; it stays when wording changes. */
export function keyOf(files: readonly CatalogueFile[], item: CatalogueItem): string {
  const at = files.findIndex(({ catalogue }) => indexOf(catalogue).order.has(item));
  const catalogue = files[at]?.catalogue;
  const key = (catalogue && keysOf(catalogue).get(item)) ?? `${item.kind} ${item.id}`;
  return at > 0 ? `${at + 1}/${key}` : key;
}

const keysOf = memo((catalogue: Catalogue): ReadonlyMap<CatalogueItem, string> => {
  const seen = new Map<string, number>();
  const found = new Map<CatalogueItem, string>();
  for (const item of indexOf(catalogue).order.keys()) {
    const name = `${item.kind} ${item.id}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    // A catalogue in the making may give an id twice.
    found.set(item, count === 1 ? name : `${name} again ${count}`);
  }
  return found;
});

function byFormerId(
  items: readonly (CatalogueItem & { readonly formerly: readonly string[] })[],
): ReadonlyMap<string, readonly CatalogueItem[]> {
  const found = new Map<string, CatalogueItem[]>();
  for (const item of items) {
    for (const id of new Set(item.formerly)) append(found, id, item);
  }
  return found;
}

function firstById<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map([...items].reverse().map((item) => [item.id, item]));
}
