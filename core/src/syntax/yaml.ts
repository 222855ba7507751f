/*
 * YAML to a small tree of strings with places: every scalar is the text that was written, so that an
 * unquoted `5.10` stays 5.10. Anchors, aliases and tags are refused, which also ends alias bombs.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { span, type Span } from '../text/span';
import { adviceOn } from './yamlMessages';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string;
  /** The value as written, quotes included. */
  readonly span: Span;
  /** Where the first character of `value` stands, when the value is written on one line without escapes. */
  readonly start: number;
}
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}
export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}
/** A key without a value, or something that is refused. */
export interface YamlNone {
  readonly kind: 'none';
  readonly span: Span;
}
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlNone;

export interface YamlFault {
  readonly span: Span;
  readonly message: string;
}

/** Of a thousand errors nobody reads more than the first. */
const shownErrors = 20;

/** Brackets or dashes in a row that no settings need, and that cost the parser seconds. */
const abyss = /(?:(?:[[{?]|-[ \t])[ \t\r\n]*){50}/;

/** The mapping that stands at `place` in `text`, with what could not be read; never throws. */
export function readYamlMap(text: string, place: Span): { map: YamlMap; faults: readonly YamlFault[] } {
  const faults: YamlFault[] = [];
  const empty: YamlMap = { kind: 'map', span: place, entries: [] };
  const within = (start: number, end: number): Span =>
    span(Math.min(place.start + start, place.end), Math.min(place.start + end, place.end));
  const source = text.slice(place.start, place.end);
  if (source === '') return { map: empty, faults };
  const last = source.trimEnd().length;
  const tooDeep = { span: place, message: 'These settings cannot be read: they are nested too deeply.' };
  if (abyss.test(source)) return { map: empty, faults: [tooDeep] };
  try {
    // The library would compare every key with every other one; that a key stands twice is seen below.
    const options = {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    } as const;
    const doc = parseDocument(source, options);
    // A value that seems to go on below its line, and to be a key there: the line below is indented too far.
    const runOn = new Set(
      doc.errors.flatMap(({ code, pos }) => (code === 'MULTILINE_IMPLICIT_KEY' ? [pos[0]] : [])),
    );
    for (const { pos, code, message } of doc.errors.slice(0, shownErrors)) {
      // The library points at one character; the rest of its line is seen more easily.
      const start = Math.max(0, Math.min(pos[0], last - 1));
      const end = pos[1] - pos[0] > 1 ? Math.min(pos[1], last) : lineEndOf(source, start);
      const where = within(start, Math.max(end, start + 1));
      // Errors inside a broken part are of no use to its author.
      if (faults.some((fault) => where.start < fault.span.end && fault.span.start < where.end)) continue;
      faults.push({ span: where, message: adviceOn(runOn.has(pos[0]) ? 'RUN_ON' : code, message) });
    }
    const convert = (node: unknown, near: Span): YamlNode => convertNode(node, near, source, within, faults);
    const root = doc.contents === null ? empty : convert(doc.contents, place);
    if (root.kind === 'map') return { map: root, faults };
    const isNothing = root.kind === 'none' || (root.kind === 'scalar' && root.value === '');
    if (!isNothing)
      faults.push({ span: root.span, message: 'The settings must be lines such as “title: …”.' });
  } catch {
    faults.push(tooDeep);
  }
  return { map: empty, faults };
}

/** The value of a key, the first where it stands twice. */
export function findEntry(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.value === key);
}

function convertNode(
  node: unknown,
  near: Span,
  source: string,
  within: (start: number, end: number) => Span,
  faults: YamlFault[],
): YamlNode {
  const range = (node as Node | null)?.range;
  const place = range ? within(range[0], endOf(source, range)) : span(near.end, near.end);
  if (isAlias(node) || (node as { anchor?: string } | null)?.anchor) {
    faults.push({
      span: place,
      message: 'Anchors and aliases (& and *) are not read here; write the value out.',
    });
    return { kind: 'none', span: place };
  }
  const child = (value: unknown, key: Span): YamlNode => convertNode(value, key, source, within, faults);
  if (isMap(node)) {
    const keys = new Set<string>();
    const entries = node.items.flatMap((pair: Pair): YamlEntry[] => {
      const key = child(pair.key, place);
      if (key.kind !== 'scalar') return [];
      const [start] = (pair.key as Node).range ?? [0];
      if (keys.has(key.value) && faults.length < shownErrors)
        faults.push({ span: within(start, lineEndOf(source, start)), message: adviceOn('DUPLICATE_KEY') });
      keys.add(key.value);
      return [{ key, value: child(pair.value, key.span) }];
    });
    return { kind: 'map', span: place, entries };
  }
  if (isSeq(node)) return { kind: 'list', span: place, items: node.items.map((item) => child(item, place)) };
  if (isScalar(node) && typeof node.value === 'string' && range && node.value !== '') {
    const quoted = /^["']/.test(source.slice(range[0], range[0] + 1)) ? 1 : 0;
    return { kind: 'scalar', value: node.value, span: place, start: place.start + quoted };
  }
  return { kind: 'none', span: place };
}

/** Where the words of a line end. */
function lineEndOf(source: string, from: number): number {
  const line = /[^\r\n]*/y;
  line.lastIndex = from;
  return from + (line.exec(source)?.[0].trimEnd().length ?? 0);
}

/** Where a node ends, without the blanks and line ends that a block takes with it. */
function endOf(source: string, [start, end]: readonly [number, number, number]): number {
  return start + source.slice(start, end).trimEnd().length;
}

/** Words in one line as a value of a block: as they are, or in quotes where YAML would take a sign in them for its own. */
export function printYamlText(words: string): string {
  const isPlain = words === '' || (/^[\p{L}\p{N}(“‘]/u.test(words) && !/: |:$| #/.test(words));
  return isPlain ? words : JSON.stringify(words);
}
