/*
 * YAML to a small tree of strings with places: every scalar is the text that was written, so that an
 * unquoted `5.10` stays 5.10. Anchors, aliases and tags are refused, which also ends alias bombs.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { span, type Span } from './span';

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

/** The mapping that stands at `place` in `text`, with what could not be read; never throws. */
export function readYamlMap(text: string, place: Span): { map: YamlMap; faults: readonly YamlFault[] } {
  const faults: YamlFault[] = [];
  const empty: YamlMap = { kind: 'map', span: place, entries: [] };
  const within = (start: number, end: number): Span =>
    span(Math.min(place.start + start, place.end), Math.min(place.start + end, place.end));
  const source = text.slice(place.start, place.end);
  try {
    const doc = parseDocument(source, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
    for (const { pos, message } of doc.errors) {
      faults.push({ span: within(pos[0], Math.max(pos[1], pos[0] + 1)), message: plainly(message) });
    }
    const convert = (node: unknown, near: Span): YamlNode => convertNode(node, near, source, within, faults);
    const root = doc.contents === null ? empty : convert(doc.contents, place);
    if (root.kind === 'map') return { map: root, faults };
    const isNothing = root.kind === 'none' || (root.kind === 'scalar' && root.value === '');
    if (!isNothing)
      faults.push({ span: root.span, message: 'The settings must be lines such as “title: …”.' });
  } catch {
    faults.push({ span: place, message: 'These settings cannot be read: they are nested too deeply.' });
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
  const place = range ? within(range[0], range[1]) : span(near.end, near.end);
  if (isAlias(node) || (node as { anchor?: string } | null)?.anchor) {
    faults.push({
      span: place,
      message: 'Anchors and aliases (& and *) are not read here; write the value out.',
    });
    return { kind: 'none', span: place };
  }
  const child = (value: unknown, key: Span): YamlNode => convertNode(value, key, source, within, faults);
  if (isMap(node)) {
    const entries = node.items.flatMap((pair: Pair): YamlEntry[] => {
      const key = child(pair.key, place);
      return key.kind === 'scalar' ? [{ key, value: child(pair.value, key.span) }] : [];
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

/** The library's first sentence, without the position that our span gives. */
function plainly(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return `This line cannot be read as a setting: ${first.replace(/ at line .*$/, '')}.`.replace(/\.\.$/, '.');
}
