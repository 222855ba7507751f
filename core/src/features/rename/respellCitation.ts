/*
 * Spells one part of a citation anew after ids have changed, so that it means what it meant before. What still
 * does is left as it is written; else the changed ids are put in, and where a range would then mean something
 * else it becomes a list, in which what can be a range stays one.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { findCited, type CatalogueFile } from '../../catalogue/index';
import { printId, readBody, type CitedId, type CitedPart } from '../../syntax/citation';
import type { TextEdit } from '../../text/textEdit';
import { resolveParts, type ResolvedPart } from '../../catalogue/resolveCitation';
import type { Exclusion } from '../../settings/types';
import { slice, span, type Span } from '../../text/span';
import type { Citing, Written } from '../navigation/citing';
import { startOfEnd, trimEndOf } from '../../text/ends';

type Files = readonly CatalogueFile[];
type Renamed = ReadonlyMap<CatalogueItem, CatalogueItem>;

/** Fewer ids than this are named one by one. */
const shortestRange = 3;

/**
 * The edits after which a part means in `files` what it means now, where `renamed` tells what each item has
 * become; none where it is right already, undefined where no spelling means that.
 */
export function respell(
  text: string,
  citing: Citing,
  files: Files,
  renamed: Renamed,
): readonly TextEdit[] | undefined {
  const { citation, part, found, missing } = citing;
  const wanted = found.map(({ item }) => renamed.get(item) ?? item);
  const means = (written: string, items: readonly CatalogueItem[], absent: readonly CitedId[]): boolean => {
    const read = readBody(citation.kind, [{ text: written, start: 0 }]);
    if (!('parts' in read)) return false;
    return isSame(resolveParts(files, { kind: citation.kind, parts: read.parts }), items, absent);
  };
  const asIs = resolveParts(files, { kind: citation.kind, parts: [part] });
  // A number of the edition before still means the same, and is to be that of today.
  if (isSame(asIs, wanted, missing) && asIs.every(({ former }) => former.length === 0)) return [];
  const ends = [part.from, ...(part.to ? [part.to] : [])];
  // An escape of the front matter makes offsets that are not those of the words.
  if (ends.some((end) => slice(text, end.span) !== printId(end.prefix, end.id))) return undefined;
  const changed = ends.map((end) => ({ end, id: newIdOf(end, citing, renamed) }));
  const joined = changed.map(({ end, id }) => printId(end.prefix, id)).join('-');
  if (means(joined, wanted, missing)) {
    return changed.flatMap(({ end, id }) =>
      id === end.id ? [] : [{ span: span(end.span.end - end.id.length, end.span.end), text: id }],
    );
  }
  if (!part.to) return undefined;
  const list = spellList(part, wanted, (written, items) => means(written, items, []), dashOf(text, part));
  const all = [...list, ...missing.map(({ prefix, id }) => printId(prefix ?? part.from.prefix, id))].join(
    ', ',
  );
  return means(all, wanted, missing) ? [replacePart(text, citation, part.span, all)] : undefined;
}

function newIdOf(end: CitedId, { citation, part, found }: Citing, renamed: Renamed): string {
  const files = [...new Set(found.map(({ file }) => file))];
  const old = findCited(files, citation.kind, end.id, part.from.prefix);
  return old && !old.printed && !old.former ? (renamed.get(old.item)?.id ?? end.id) : end.id;
}

/** Whether resolved parts cite these items and miss these ids, and nothing else. */
function isSame(
  resolved: readonly ResolvedPart[],
  wanted: readonly CatalogueItem[],
  missing: readonly CitedId[],
): boolean {
  const items = new Set(resolved.flatMap(({ found }) => found.map(({ item }) => item)));
  const absent = resolved.reduce((sum, part) => sum + part.missing.length, 0);
  return (
    items.size === new Set(wanted).size &&
    wanted.every((item) => items.has(item)) &&
    absent === missing.length
  );
}

/** The items as ids, the longest runs as ranges. */
function spellList(
  part: CitedPart,
  wanted: readonly CatalogueItem[],
  resolvesTo: (text: string, items: readonly CatalogueItem[]) => boolean,
  dash: string,
): string[] {
  const { prefix } = part.from;
  const print = (item: CatalogueItem | undefined): string => printId(prefix, item?.id ?? '');
  const ids: string[] = [];
  for (let i = 0; i < wanted.length;) {
    let end = i + 1;
    for (let j = wanted.length; j >= i + shortestRange; j--) {
      const run = wanted.slice(i, j);
      if (!resolvesTo(`${print(run[0])}-${run[run.length - 1]?.id}`, run)) continue;
      end = j;
      break;
    }
    ids.push(end > i + 1 ? `${print(wanted[i])}${dash}${wanted[end - 1]?.id}` : print(wanted[i]));
    i = end;
  }
  return ids;
}

/** The dash of a range as its author writes it. */
function dashOf(text: string, { from, to }: CitedPart): string {
  const between = to ? text.slice(from.span.end, to.span.start) : '-';
  return /[\r\n]/.test(between) ? '-' : between;
}

/** A list in place of a part; in front matter a comma may need quotes around it. */
export function replacePart(text: string, { setting }: Written, place: Span, list: string): TextEdit {
  const bare = { span: place, text: list };
  if (!setting) return bare;
  if ('citedSpan' in setting) {
    const value = slice(text, (setting as Exclusion).citedSpan);
    const needs = value.startsWith('[')
      ? !isQuoted(text, place.start)
      : /^[^-"']/.test(value) && setting.parts.length === 1;
    return needs ? { span: place, text: `"${list}"` } : bare;
  }
  const keyword = keywordBefore(text.slice(0, place.start));
  const start = place.start - keyword.length;
  if (isQuoted(text, start) || setting.parts.length > 1) return bare;
  return { span: span(start, place.end), text: `"${keyword}${list}"` };
}

/** A word and the space after it, where the text ends in both; else nothing. */
function keywordBefore(text: string): string {
  const bare = trimEndOf(text, /[ \t]/);
  const start = startOfEnd(bare, /[A-Za-z]/);
  return bare.length < text.length && start < bare.length ? text.slice(start) : '';
}

function isQuoted(text: string, start: number): boolean {
  return /["']$/.test(text.slice(Math.max(0, start - 1), start));
}
