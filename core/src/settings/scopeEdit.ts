/*
 * Putting an exclusion into a cover's front matter, and taking one back, as small edits that keep the rest as it is
 * written, comments and all. An exclusion that is taken back becomes a comment, so its reason is not lost. Each result
 * is read again; where it would say anything else than was asked for, the answer is why not.
 */
import { foldBlanks } from '../text/singleLine';
import type { CitationKind } from '../syntax/citation';
import { applyEdits, eolOf, type TextEdit } from '../text/textEdit';
import { type Refusal } from '../text/diagnostic';
import { findFrontMatter } from '../syntax/markdown';
import { readSettings } from './readSettings';
import type { Exclusion, Settings } from './types';
import { span, type Span } from '../text/span';
import {
  findEntry,
  printYamlText,
  readYamlMap,
  type YamlEntry,
  type YamlList,
  type YamlMap,
} from '../syntax/yaml';
import { lineBefore, startOfEnd } from '../text/ends';

/** What is to be left out. */
export interface Excluded {
  readonly kind: Exclude<CitationKind, 'evidence'>;
  readonly ids: readonly string[];
}

/** Edits of a cover, or in a sentence why there are none. */
export type ScopeEdit = { readonly edits: readonly TextEdit[]; readonly select?: Span } | Refusal;

const keyOf = { standard: 'std', theme: 'theme', probe: 'probe' } as const;
const byHand = 'add it by hand under “scope:” and “exclude:”';

/** Adds an exclusion to a cover; without a reason the place of the reason is selected. */
export function addExclusion(text: string, excluded: Excluded, reason: string): ScopeEdit {
  const front = findFrontMatter(text);
  const words = foldBlanks(reason);
  const edit = front
    ? placeEntry(text, front.yaml, excluded, words)
    : beginFrontMatter(text, excluded, words);
  if (typeof edit === 'string') return { refused: edit };
  const before = readSettings(text, front?.yaml);
  const after = settingsOf(applyEdits(text, [edit]));
  const added = after.exclusions[after.exclusions.length - 1];
  const isRight =
    added?.kind === excluded.kind &&
    (added.reason ?? '') === words &&
    added.parts.length === excluded.ids.length &&
    sayRest(before) === sayRest(after) &&
    sayAll(before.exclusions) === sayAll(after.exclusions.slice(0, -1));
  if (!isRight) return { refused: `The settings are written in a way that cannot be added to; ${byHand}.` };
  if (words !== '') return { edits: [edit] };
  const found = /reason: "?/.exec(edit.text);
  const at = edit.span.start + (found ? found.index + found[0].length : 0);
  return { edits: [edit], select: span(at, at) };
}

/** Makes a comment of the entry at `place`, which a cover's exclusions come from. */
export function commentExclusion(text: string, place: Span): ScopeEdit {
  const front = findFrontMatter(text);
  const before = readSettings(text, front?.yaml);
  const edits = commentLines(text, place) ?? (front && commentInList(text, front.yaml, place));
  if (edits) {
    const after = settingsOf(applyEdits(text, edits));
    const rest = before.exclusions.filter((exclusion) => exclusion.span.start !== place.start);
    if (sayRest(before) === sayRest(after) && sayAll(rest) === sayAll(after.exclusions)) return { edits };
  }
  return {
    refused:
      'This exclusion is written in a way that cannot be made a comment; change it by hand in the cover.',
  };
}

function beginFrontMatter(text: string, excluded: Excluded, reason: string): TextEdit | string {
  if (/^\uFEFF?---[ \t]*(?:[\r\n]|$)/.test(text))
    return 'The settings at the top of the cover are not closed; write --- on a line of its own below them.';
  const eol = eolOf(text);
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = ['---', 'scope:', '  exclude:', ...entryLines(excluded, reason, '    '), '---', ''];
  return { span: span(at, at), text: `${lines.join(eol)}${eol}` };
}

/** The edit that adds an entry to the settings at `yaml`, or why there is none. */
function placeEntry(text: string, yaml: Span, excluded: Excluded, reason: string): TextEdit | string {
  const { map, faults } = readYamlMap(text, yaml);
  if (faults.length > 0)
    return 'The settings of the cover cannot be read as they are; mend what is marked there first.';
  const eol = eolOf(text);
  const below = (at: number, lines: readonly string[]): TextEdit => {
    const end = lineEnd(text, at);
    return { span: span(end, end), text: lines.map((line) => `${eol}${line}`).join('') };
  };
  const blanks = (count: number): string => ' '.repeat(count);
  const item = (indent: number): string[] => entryLines(excluded, reason, blanks(indent));
  const scope = findEntry(map, 'scope');
  if (!scope) {
    const lines = ['scope:', '  exclude:', ...item(4)];
    return { span: span(yaml.end, yaml.end), text: lines.map((line) => `${line}${eol}`).join('') };
  }
  const column = ({ key }: YamlEntry): number => columnOf(text, key.span.start);
  if (scope.value.kind === 'none')
    return below(scope.key.span.end, [`${blanks(column(scope) + 2)}exclude:`, ...item(column(scope) + 4)]);
  if (scope.value.kind !== 'map') return `“scope:” holds something else than “exclude:”; ${byHand}.`;
  const exclude = findEntry(scope.value, 'exclude');
  if (!exclude) return addExclude(scope.value);
  if (exclude.value.kind === 'none') return below(exclude.key.span.end, item(column(exclude) + 2));
  if (exclude.value.kind !== 'list') return `“exclude:” holds no list; ${byHand}.`;
  return addItem(exclude.value);

  function addExclude({ span: place, entries }: YamlMap): TextEdit {
    const [first] = entries;
    if (text[place.start] !== '{' && first)
      return below(place.end, [`${blanks(column(first))}exclude:`, ...item(column(first) + 2)]);
    const comma = first ? ', ' : ' ';
    const last = entries[entries.length - 1];
    const at = last ? Math.max(last.value.span.end, last.key.span.end) : place.start + 1;
    return { span: span(at, at), text: `${comma}exclude: [${inFlow(excluded, reason)}]${first ? '' : ' '}` };
  }

  function addItem({ span: place, items }: YamlList): TextEdit {
    const last = items[items.length - 1];
    if (text[place.start] === '[') {
      const at = last ? last.span.end : place.start + 1;
      return { span: span(at, at), text: `${last ? ', ' : ''}${inFlow(excluded, reason)}` };
    }
    const dash = dashBefore(text, items[0]?.span.start ?? place.start) ?? place.start;
    return below(last?.span.end ?? place.end, item(columnOf(text, dash)));
  }
}

function entryLines({ kind, ids }: Excluded, reason: string, indent: string): string[] {
  const named = ids.length === 1 ? ids[0] : `[${ids.join(', ')}]`;
  return [`${indent}- ${keyOf[kind]}: ${named}`, `${indent}  reason: ${printYamlText(reason)}`];
}

function inFlow({ kind, ids }: Excluded, reason: string): string {
  const named = ids.length === 1 ? ids[0] : `[${ids.join(', ')}]`;
  return `{ ${keyOf[kind]}: ${named}, reason: ${/^[\p{L}\p{N} ]+$/u.test(reason) ? reason : JSON.stringify(reason)} }`;
}

/** `# ` before each line of an entry that has its lines for itself. */
function commentLines(text: string, place: Span): TextEdit[] | undefined {
  const begin = dashBefore(text, place.start) ?? place.start;
  const start = begin - columnOf(text, begin);
  const tail = text.slice(place.end, lineEnd(text, place.end));
  if (text.slice(start, begin).trim() !== '' || !/^[ \t]*(?:,[ \t]*)?(?:#.*)?$/.test(tail)) return undefined;
  const column = columnOf(text, begin);
  const edits: TextEdit[] = [];
  for (let at = start; at < place.end;) {
    const end = lineEnd(text, at);
    const blank = /^[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 0;
    const mark = at + Math.min(column, blank);
    if (at + blank < end) edits.push({ span: span(mark, mark), text: '# ' });
    at = end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 1);
  }
  return edits;
}

/** Takes an entry out of a list in brackets, and writes it as a comment behind the list. */
function commentInList(text: string, yaml: Span, place: Span): TextEdit[] | undefined {
  const scope = findEntry(readYamlMap(text, yaml).map, 'scope')?.value;
  const list = scope?.kind === 'map' ? findEntry(scope, 'exclude')?.value : undefined;
  if (list?.kind !== 'list') return undefined;
  const i = list.items.findIndex((item) => item.span.start === place.start);
  const [before, after] = [list.items[i - 1], list.items[i + 1]];
  const gone = after
    ? span(place.start, after.span.start)
    : span(before ? before.span.end : place.start, place.end);
  const end = lineEnd(text, list.span.end);
  const words = text.slice(place.start, place.end);
  if (i < 0 || /[\r\n]/.test(text.slice(gone.start, gone.end))) return undefined;
  return [
    { span: gone, text: '' },
    { span: span(end, end), text: ` # ${words}` },
  ];
}

function settingsOf(text: string): Settings {
  return readSettings(text, findFrontMatter(text)?.yaml);
}

/** All that settings say but for places, what is left out, and the blame for a missing reason. */
function sayRest(settings: Settings): string {
  const { keys, faults, checks } = settings;
  const others = keys.map(({ value }) => value).filter((key) => key !== 'scope');
  const wrong = faults
    .filter(({ code }) => code !== 'exclusion-without-reason')
    .map(({ message }) => message);
  return say([{ ...settings, keys: others, faults: wrong, checks: [...checks], exclusions: [] }]);
}

function sayAll(exclusions: readonly Exclusion[]): string {
  return say(exclusions);
}

const places = new Set(['span', 'citedSpan', 'start', 'end']);

function say(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (places.has(key) ? undefined : part));
}

/** The dash of the list item that begins at `start`; undefined where none stands before it on its line. */
function dashBefore(text: string, start: number): number | undefined {
  const at = startOfEnd(text.slice(0, start), /[ \t]/) - 1;
  return text[at] === '-' && /^[ \t]*$/.test(text.slice(at - columnOf(text, at), at)) ? at : undefined;
}

function columnOf(text: string, offset: number): number {
  return lineBefore(text, offset).length;
}

function lineEnd(text: string, offset: number): number {
  return offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
}
