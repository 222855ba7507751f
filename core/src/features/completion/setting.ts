/*
 * Keys and known values in front matter: words of the language, who is in the team, the catalogues and documents of the
 * folder, and what the catalogues hold.
 */
import { languageCodes } from '../../checks/codes';
import { indexOf } from '../../catalogue/index';
import type { CitationKind } from '../../syntax/citation';
import { severities } from '../../text/diagnostic';
import type { Document } from '../../document/document';
import {
  documentKeys,
  exclusionKeys,
  languages,
  memberKeys,
  phases,
  settingKeys,
} from '../../settings/types';
import { slice, span, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { documentPath, folderOf, pathBelow, type Review } from '../../review/review';
import { candidates, itemOf, keyworded, missingItem } from './catalogueItems';
import { sortKey, type CompletionItem } from './item';
import { linesOfFrontMatter, readSettingLine } from './settingLine';
import { endOf } from '../../text/ends';

/** What fits at an offset of the front matter; undefined where the offset is not in it. */
export function completeSetting(
  text: string,
  offset: number,
  snapshot: Snapshot,
  document: Document,
  review: Review,
): CompletionItem[] | undefined {
  const lines = linesOfFrontMatter(text, offset);
  if (!lines) return undefined;
  const line = readSettingLine(lines);
  if (!line) return [];
  const { parents, key, typed, inList } = line;
  const owner = key ?? (inList ? parents[parents.length - 1] : undefined);
  const kind = key === undefined ? undefined : citedBy[key];
  if (parents[0] === 'scope' && kind) return idsOf(kind, review, text, offset, typed);
  if (parents[0] === 'team' && owner === 'leads') return leadsOf(review, text, offset, typed);
  if (/\s/.test(typed)) return [];
  if (key !== undefined) {
    const names = valuesOf(key, parents, snapshot, review);
    const place = placeOf(text, offset, typed, /^[A-Za-z0-9./_-]*/);
    if (names.includes(slice(text, place))) return [];
    return toItems(names, place, (name) => ({ kind: 'value', text: name }));
  }
  const top = document === review.cover ? Object.keys(settingKeys) : documentKeys;
  const used = new Set([...text.slice(0, offset).matchAll(/^([A-Za-z-]+):/gm)].map((match) => match[1]));
  const known =
    parents.length === 0
      ? top.filter((name) => !used.has(name))
      : keysBelow(parents, inList, snapshot, review);
  const names = known.filter((name) => !line.used.includes(name));
  const place = placeOf(text, offset, typed, /^[A-Za-z-]*/);
  if (names.includes(slice(text, place))) return [];
  // An item of a list of names is a value, and no key.
  const isValue = parents.length === 1 && ['standards', 'documents'].includes(parents[0] ?? '');
  const colon = isValue || text[place.end] === ':' ? '' : ': ';
  return toItems(names, place, (name) => ({
    kind: isValue ? 'value' : 'setting',
    text: `${name}${colon}`,
    ...(settingKeys[name] !== undefined && { documentation: settingKeys[name] }),
    ...(colon !== '' && isFollowed(name, parents, snapshot, review) && { isFollowed: true }),
  }));
}

/** Keys of an exclusion, with the kind of the ids behind them. */
const citedBy: Readonly<Record<string, CitationKind>> = { std: 'standard', theme: 'theme', probe: 'probe' };

function isFollowed(name: string, parents: readonly string[], snapshot: Snapshot, review: Review): boolean {
  const cites = parents[0] === 'scope' && citedBy[name] !== undefined;
  return cites || valuesOf(name, parents, snapshot, review).length > 0;
}

/** The ids that an exclusion can name, in the order of the catalogue. */
function idsOf(
  kind: CitationKind,
  review: Review,
  text: string,
  offset: number,
  typed: string,
): CompletionItem[] {
  const from = endOf(typed, /[^\s-]/);
  const place = placeOf(text, offset, from, /^[A-Za-z0-9.:]*/);
  const items = review.catalogues.flatMap((file) =>
    candidates(kind, file).map((item): CompletionItem => {
      const order = indexOf(file.catalogue).order.get(item) ?? 0;
      const shown = itemOf(file, item, review);
      return { ...shown, sortText: sortKey(0, order), edit: { span: place, text: shown.label } };
    }),
  );
  if (items.some(({ label }) => label === slice(text, place))) return [];
  return [...items, ...missingItem(kind, review, { span: span(offset - from.length, offset), text: from })];
}

/** What somebody can lead on: themes and elements, and then single standards, each with its keyword. */
function leadsOf(review: Review, text: string, offset: number, typed: string): CompletionItem[] {
  const place = placeOf(text, offset, typed, /^[A-Za-z0-9.: ]*(?=[,\]\r\n]|$)/);
  const items = review.catalogues.flatMap((file) =>
    [...candidates('theme', file), ...candidates('standard', file)].map((item): CompletionItem => {
      const order = indexOf(file.catalogue).order.get(item) ?? 0;
      const { filterText, ...shown } = itemOf(file, item, review);
      const label = keyworded(file, item);
      const more = { label, filterText: `${label} ${filterText}`, edit: { span: place, text: label } };
      return { ...shown, ...more, sortText: sortKey(item.kind === 'standard' ? 1 : 0, order) };
    }),
  );
  if (items.some(({ label }) => label === slice(text, place))) return [];
  return [
    ...items,
    ...missingItem('standard', review, { span: span(offset - typed.length, offset), text: typed }),
  ];
}

function keysBelow(
  parents: readonly string[],
  inList: boolean,
  snapshot: Snapshot,
  review: Review,
): readonly string[] {
  const [outer = '', inner] = parents;
  if (outer === 'scope') return inner === 'exclude' ? exclusionKeys : ['exclude'];
  if (outer === 'team') return memberKeys;
  if (outer === 'checks') return languageCodes;
  return inList ? valuesOf(outer, [], snapshot, review) : [];
}

function valuesOf(
  key: string,
  parents: readonly string[],
  snapshot: Snapshot,
  review: Review,
): readonly string[] {
  if (parents[0] === 'checks') return severities;
  switch (key) {
    case 'language':
      return languages;
    case 'phase':
      return phases;
    case 'reviewer':
      return review.settings.team.map((member) => member.initials.value);
    case 'standards': {
      const folder = folderOf(review.cover.uri);
      const own = [...snapshot.catalogues.keys()].filter((uri) => uri.startsWith(`${folder}/`));
      return [
        ...snapshot.shipped.map((file) => file.catalogue.id),
        ...own.map((uri) => `./${pathBelow(uri, folder)}`),
      ];
    }
    case 'documents':
      return review.documents.map((document) => documentPath(review, document.uri));
    default:
      return [];
  }
}

function placeOf(text: string, offset: number, typed: string, word: RegExp): Span {
  const rest = word.exec(text.slice(offset, offset + 60))?.[0] ?? '';
  return span(offset - typed.length, offset + rest.length);
}

function toItems(
  names: readonly string[],
  place: Span,
  toItem: (name: string) => Pick<CompletionItem, 'kind' | 'documentation' | 'isFollowed'> & { text: string },
): CompletionItem[] {
  return names.map((name, i) => {
    const { text, ...item } = toItem(name);
    return { label: name, ...item, filterText: name, sortText: sortKey(0, i), edit: { span: place, text } };
  });
}
