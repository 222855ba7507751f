/*
 * What a rename at a place is about, and whether the id that somebody has typed can be taken: both may be
 * refused, with a sentence that says what to do instead. What is then rewritten is rename.ts.
 */
import type { CatalogueItem, Standard } from '../../catalogue/readCatalogue';
import { fileOf, findCited, indexOf, nameOf, wordingOf, type CatalogueFile } from '../../catalogue/index';
import { readBody, splitId, type CitationKind } from '../../syntax/citation';
import { type TextEdit } from '../../text/textEdit';
import { messageLine, type Refusal } from '../../text/diagnostic';
import { slice, span, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue, findCitedAt, findItemAt } from '../navigation/citationAt';

/** An id that can be renamed: in `[std cs:6.$01]` it is `6.1`. */
export interface Renamable {
  readonly place: Span;
  readonly id: string;
}

/** What a rename of an id of a catalogue is about. */
export interface RenameTarget extends Renamable {
  readonly item: CatalogueItem;
  readonly file: CatalogueFile;
}

/** Edits of one file, all computed for the text that the snapshot holds. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** A refusal in one line, in which what it quotes is cut where it is long. */
export function refuse(message: string): Refusal {
  return { refused: messageLine(message) };
}

/** The item of a catalogue that a rename at an offset is about; undefined where there is none. */
export function findRenameTarget(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): RenameTarget | Refusal | undefined {
  const own = findCatalogue(snapshot, uri);
  if (own) {
    const item = findItemAt(own, offset);
    return item && allow(snapshot, { place: item.nameSpan, id: item.id, item, file: own });
  }
  const cited = findCitedAt(snapshot, uri, offset);
  if (!cited || cited.citation.kind === 'evidence') return undefined;
  const written = slice(snapshot.document(uri)?.text ?? '', cited.place).replace(/\s+/g, ' ');
  const [item, ...others] = cited.items;
  if (!item) return refuse(`“${written}” is not in the catalogue, so there is nothing to rename.`);
  const ids = cited.citation.parts.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  const id = ids.find(
    ({ span: place }) => place.start === cited.place.start && place.end === cited.place.end,
  );
  const only = id ?? (ids.length === 1 ? ids[0] : undefined);
  if (others.length > 0 || !only)
    return refuse(`“${written}” names several; put the cursor on one of the ids.`);
  const file = fileOf(cited.set.catalogues, item);
  const place = span(only.span.end - only.id.length, only.span.end);
  return file && allow(snapshot, { place, id: item.id, item, file });
}

function allow(snapshot: Snapshot, target: RenameTarget): RenameTarget | Refusal {
  const { file } = target;
  if (snapshot.outside.read.has(file.uri))
    return refuse(
      `“${file.catalogue.title}” is outside the opened folders, and files there are not changed from here. Open its folder as well, or change it there.`,
    );
  if (!snapshot.shipped.some(({ uri }) => uri === file.uri)) return target;
  return refuse(
    `“${file.catalogue.title}” comes with Critical Friend, and its ids stay as they were published. ` +
      'To use ids of your own, save a copy of it in your folder and name that under “standards:” in the cover.',
  );
}

/** The new id as it is to be written, without the catalogue's prefix; or why it cannot be taken. */
export function readNewId(
  snapshot: Snapshot,
  { item, file }: RenameTarget,
  typed: string,
): { readonly id: string } | Refusal {
  const prefix = file.catalogue.prefix === undefined ? '' : `${file.catalogue.prefix}:`;
  const trimmed = typed.trim();
  const id = trimmed.startsWith(prefix) ? trimmed.slice(prefix.length) : trimmed;
  if (!isSpellable(id)) {
    return refuse(
      `“${trimmed}” cannot be an id: write digits and letters with dots between them, such as ${item.id}.`,
    );
  }
  if (id === item.id) return { id };
  const misplaced = faultOfPlace(item, id);
  if (misplaced !== undefined) return refuse(misplaced);
  const carried = item.kind === 'element' ? carriedIds(item, id) : new Map<Standard, string>();
  const moved = new Set<CatalogueItem>([item, ...carried.keys()]);
  for (const wanted of item.kind === 'probe' ? [] : [id, ...carried.values()]) {
    const owner = ownerOf(file, item.kind, wanted);
    if (owner && !moved.has(owner)) {
      const which = owner.id === wanted ? 'is the id of' : 'is the number that is printed for';
      return refuse(`${wanted} ${which} ${describe(owner)}; choose another id.`);
    }
    const other = ownerElsewhere(snapshot, file, item.kind, wanted);
    if (other)
      return refuse(
        `${wanted} is an id of “${other.catalogue.title}”, which the same review uses; choose another id.`,
      );
  }
  return { id };
}

/** The standards that an element's id is part of, with their new ids. */
export function carriedIds(
  element: CatalogueItem & { kind: 'element' },
  id: string,
): ReadonlyMap<Standard, string> {
  const carried = element.standards.filter((standard) => standard.id.startsWith(`${element.id}.`));
  return new Map(carried.map((standard) => [standard, id + standard.id.slice(element.id.length)]));
}

function isSpellable(id: string): boolean {
  const read = readBody('standard', [{ text: id, start: 0 }]);
  return 'parts' in read && read.parts.length === 1 && read.parts[0]?.from.id === id;
}

/** Why an item of its kind cannot have an id, by where it stands. */
function faultOfPlace(item: CatalogueItem, id: string): string | undefined {
  if (item.kind === 'standard') {
    const { element } = item;
    if (id.startsWith(`${element.id}.`)) return undefined;
    return `Standard ${item.id} stands in element ${element.id}, so its id begins with “${element.id}.”; to move it, move its line to the other element first.`;
  }
  if (item.kind === 'probe') {
    const { element } = item;
    const split = splitId(id);
    const last = element.probes.length;
    const fits = split?.stem === element.id && split.place >= 1 && split.place <= last;
    if (fits && id === `${element.id}.${split.place}`) return undefined;
    return `A probe is cited by its element and its place in the list, so ${nameOf(item).toLowerCase()} can only be moved to ${element.id}.1 up to ${element.id}.${last}.`;
  }
  return undefined;
}

/** What has an id already, or prints it; standards and elements share theirs, because `std` cites both. */
function ownerOf(file: CatalogueFile, kind: CatalogueItem['kind'], id: string): CatalogueItem | undefined {
  const { themes, elements, standards, printed } = indexOf(file.catalogue);
  if (kind === 'theme') return themes.get(id);
  return standards.get(id) ?? elements.get(id) ?? printed.get(id);
}

/** Another catalogue in which a citation of an id could be looked up too. */
function ownerElsewhere(
  snapshot: Snapshot,
  file: CatalogueFile,
  kind: CatalogueItem['kind'],
  id: string,
): CatalogueFile | undefined {
  const cites: CitationKind = kind === 'theme' || kind === 'probe' ? kind : 'standard';
  const sets = snapshot.reviews().filter((set) => set.catalogues.includes(file));
  const others = sets.flatMap((set) => set.catalogues.filter((other) => other !== file));
  const found = findCited(others, cites, id, file.catalogue.prefix);
  return found && !found.printed && !found.former ? found.file : undefined;
}

function describe(item: CatalogueItem): string {
  return `${nameOf(item).toLowerCase()}, “${wordingOf(item)}”`;
}
