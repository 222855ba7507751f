/*
 * Keys and known values in front matter. It reads lines and their indentation, not YAML, because front
 * matter that is being typed is seldom whole.
 */
import { languageCodes } from '../checks/codes';
import { severities } from '../diagnostic';
import type { Document } from '../document';
import { documentKeys, exclusionKeys, languages, memberKeys, phases, settingKeys } from '../settingTypes';
import { slice, span, type Span } from '../span';
import type { Snapshot } from '../workspace';
import { folderOf, pathBelow, type ReviewSet } from '../reviewSet';
import { sortKey, type CompletionItem } from './completionItem';

/** What fits at an offset of the front matter; undefined where the offset is not in it. */
export function completeSetting(
  text: string,
  offset: number,
  snapshot: Snapshot,
  document: Document,
  set: ReviewSet,
): CompletionItem[] | undefined {
  const lines = linesOfFrontMatter(text, offset);
  if (!lines) return undefined;
  const line = lines[lines.length - 1] ?? '';
  const value = /^[ \t]*(?:-[ \t]+)?([A-Za-z-]+):[ \t]+(\S*)$/.exec(line);
  if (value) {
    const [, key = '', typed = ''] = value;
    const names = valuesOf(key, parentsOf(lines), snapshot, set);
    const place = placeOf(text, offset, typed);
    if (names.includes(slice(text, place))) return [];
    return toItems(names, place, (name) => ({ kind: 'value', text: name }));
  }
  const key = /^[ \t]*(?:-[ \t]+\{?[ \t]*)?([A-Za-z-]*)$/.exec(line);
  if (!key) return [];
  const parents = parentsOf(lines);
  const inList = /^[ \t]*-/.test(line);
  const top = document === set.cover ? Object.keys(settingKeys) : documentKeys;
  const used = new Set([...text.slice(0, offset).matchAll(/^([A-Za-z-]+):/gm)].map((match) => match[1]));
  const names =
    parents.length === 0 ? top.filter((name) => !used.has(name)) : keysBelow(parents, inList, snapshot, set);
  const place = placeOf(text, offset, key[1] ?? '');
  if (names.includes(slice(text, place))) return [];
  const colon = text[place.end] === ':' ? '' : ': ';
  return toItems(names, place, (name) => ({
    kind: 'setting',
    text: `${name}${colon}`,
    ...(settingKeys[name] !== undefined && { documentation: settingKeys[name] }),
    ...(colon !== '' && valuesOf(name, parents, snapshot, set).length > 0 && { isFollowed: true }),
  }));
}

/** The lines from the opening fence to the cursor, the fence not included; undefined outside front matter. */
function linesOfFrontMatter(text: string, offset: number): string[] | undefined {
  const front = text.slice(0, offset);
  if (!/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.test(front)) return undefined;
  const lines = front.split(/\r\n|\n|\r/).slice(1);
  return lines.slice(0, -1).some((line) => /^---[ \t]*$/.test(line)) ? undefined : lines;
}

/** The keys above the last line that enclose it, the outermost first. */
function parentsOf(lines: readonly string[]): string[] {
  const parents: string[] = [];
  let indent = indentOf(lines[lines.length - 1] ?? '');
  for (let i = lines.length - 2; i >= 0 && indent > 0; i--) {
    const line = lines[i] ?? '';
    const key = /^([ \t]*)([A-Za-z-]+):[ \t]*$/.exec(line);
    if (!key || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    parents.unshift(key[2] ?? '');
  }
  return parents;
}

/** Where a line's key begins; a list item counts as deeper than its dash. */
function indentOf(line: string): number {
  return /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0;
}

function keysBelow(
  parents: readonly string[],
  inList: boolean,
  snapshot: Snapshot,
  set: ReviewSet,
): readonly string[] {
  const [outer = '', inner] = parents;
  if (outer === 'scope') return inner === 'exclude' ? exclusionKeys : ['exclude'];
  if (outer === 'team') return memberKeys;
  if (outer === 'checks') return languageCodes;
  return inList ? valuesOf(outer, [], snapshot, set) : [];
}

function valuesOf(
  key: string,
  parents: readonly string[],
  snapshot: Snapshot,
  set: ReviewSet,
): readonly string[] {
  if (parents[0] === 'checks') return severities;
  switch (key) {
    case 'language':
      return languages;
    case 'phase':
      return phases;
    case 'reviewer':
      return set.settings.team.map((member) => member.initials.value);
    case 'standards': {
      const folder = folderOf(set.cover.uri);
      const own = [...snapshot.catalogues.keys()].filter((uri) => uri.startsWith(`${folder}/`));
      return [
        ...snapshot.shipped.map((file) => file.catalogue.id),
        ...own.map((uri) => `./${pathBelow(uri, folder)}`),
      ];
    }
    case 'documents':
      return set.documents.map((document) => pathBelow(document.uri, folderOf(set.cover.uri)));
    default:
      return [];
  }
}

function placeOf(text: string, offset: number, typed: string): Span {
  const rest = /^[A-Za-z-]*/.exec(text.slice(offset, offset + 60))?.[0] ?? '';
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
