/*
 * What a citation's ids mean in the catalogues of a review. A range is every id of the catalogue between its
 * ends; an id that no catalogue has is missing. A printed number that is no id of its own counts for the
 * standard that it was printed for.
 */
import type { CatalogueItem, Standard } from './readCatalogue';
import { findCited, findFormer, indexOf, type CatalogueFile, type Found } from './index';
import {
  splitId,
  type Citation,
  type CitationKind,
  type CitedId,
  type CitedPart,
  type Reading,
} from '../syntax/citation';

/** What one part of a citation means. */
export interface ResolvedPart {
  readonly part: CitedPart;
  /** In catalogue order for a range; empty when nothing is known. */
  readonly found: readonly Found[];
  /** The ids of the part that no catalogue has. */
  readonly missing: readonly CitedId[];
  /** The ids of the part that are printed numbers of another id. */
  readonly printed: readonly { readonly cited: CitedId; readonly standard: Standard }[];
  /** The ids of the part that are those of the edition before, with all that each has become. */
  readonly former: readonly Former[];
}

/** An id of the edition before: what it has become is cited too, as long as it is one thing. */
export interface Former {
  readonly cited: CitedId;
  readonly items: readonly CatalogueItem[];
}

// Shared, because most citations have nothing wrong with them and a folder has a hundred thousand.
const nothing: readonly never[] = [];

/** What each part of a list of ids means; evidence is never in a catalogue and resolves to nothing. */
export function resolveParts(
  files: readonly CatalogueFile[],
  cited: { readonly kind: CitationKind; readonly parts: readonly CitedPart[] },
): readonly ResolvedPart[] {
  if (cited.kind === 'evidence') return nothing;
  return cited.parts.map((part) => resolvePart(files, cited.kind, part));
}

/** Everything that a citation cites, once each. */
export function itemsOf(parts: readonly ResolvedPart[]): readonly CatalogueItem[] {
  return [...new Set(parts.flatMap((part) => part.found.map(({ item }) => item)))];
}

/** How a malformed citation was probably meant, if the catalogues have every id of that reading. */
export function clearReading(files: readonly CatalogueFile[], citation: Citation): Reading | undefined {
  const reading = citation.malformed?.reading;
  if (!reading || files.length === 0) return reading;
  const resolved = resolveParts(files, { kind: citation.kind, parts: reading.parts });
  return resolved.every(({ missing }) => missing.length === 0) ? reading : undefined;
}

/** What is wrong with a malformed citation, in a sentence: how it was meant where that is clear. */
export function faultOf(files: readonly CatalogueFile[], citation: Citation): string {
  return (clearReading(files, citation) ?? citation.malformed)?.message ?? '';
}

function resolvePart(files: readonly CatalogueFile[], kind: CitationKind, part: CitedPart): ResolvedPart {
  const prefix = part.from.prefix;
  const ends = part.to ? [part.from, part.to] : [part.from];
  const found: Found[] = [];
  let missing: CitedId[] | undefined;
  let printed: { cited: CitedId; standard: Standard }[] | undefined;
  let former: Former[] | undefined;
  for (const cited of ends) {
    const result = findCited(files, kind, cited.id, prefix);
    if (!result) (missing ??= []).push(cited);
    if (!result || result.former) {
      const items = findFormer(files, kind, cited.id, prefix).map(({ item }) => item);
      if (items.length > 0) (former ??= []).push({ cited, items });
    }
    if (!result) continue;
    if (!part.to) found.push(result);
    if (result.printed && result.item.kind === 'standard')
      (printed ??= []).push({ cited, standard: result.item });
  }
  if (part.to) {
    // What was between two former ids was the edition before; between two of today nobody means those.
    for (const id of idsBetween(files, kind, part.from, part.to, former !== undefined)) {
      const result = findCited(files, kind, id, prefix);
      if (result && !found.some(({ item }) => item === result.item)) found.push(result);
      const isEnd = ends.some((cited) => cited.id === id);
      const items = result || isEnd ? [] : findFormer(files, kind, id, prefix).map(({ item }) => item);
      if (items.length > 0) (former ??= []).push({ cited: { id, span: part.span }, items });
    }
  }
  return {
    part,
    found,
    missing: missing ?? nothing,
    printed: printed ?? nothing,
    former: former ?? nothing,
  };
}

/** The ids that some catalogue has, prints, or where asked had in the edition before, from one id to another of the same element. */
function idsBetween(
  files: readonly CatalogueFile[],
  kind: CitationKind,
  from: CitedId,
  to: CitedId,
  withFormer: boolean,
): string[] {
  const first = splitId(from.id);
  const last = splitId(to.id);
  if (!first || !last) return [];
  const ids = files.flatMap((file) => {
    const index = indexOf(file.catalogue);
    const before = withFormer && kind !== 'evidence' ? [...index.former[kind].keys()] : [];
    if (kind === 'theme') return [...index.themes.keys(), ...before];
    if (kind === 'probe') return [...index.probes.keys(), ...before];
    return [...index.standards.keys(), ...index.elements.keys(), ...index.printed.keys(), ...before];
  });
  return [...new Set(ids)]
    .flatMap((id) => {
      const split = splitId(id);
      const inside = split?.stem === first.stem && split.place >= first.place && split.place <= last.place;
      return inside ? [{ id, place: split.place }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}
