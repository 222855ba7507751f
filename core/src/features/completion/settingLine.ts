/*
 * What is being typed in front matter: a key or a value, and the keys that enclose it. It reads lines, their
 * indentation and the braces on one line, not YAML, because front matter that is being typed is seldom whole.
 */
import { endOf, trimEndOf } from '../../text/ends';

/** The place of a cursor in front matter. */
export interface SettingLine {
  /** The enclosing keys, the outermost first. */
  readonly parents: readonly string[];
  /** The key whose value is typed; undefined where a key is typed, or an item of a list. */
  readonly key?: string;
  /** What is typed of the key, the value or the item, up to the cursor. */
  readonly typed: string;
  /** A list item, behind its dash. */
  readonly inList: boolean;
  /** Keys that stand before it in the same braces. */
  readonly used: readonly string[];
}

/** The lines from the opening fence to the cursor, the fence not included; undefined outside front matter. */
export function linesOfFrontMatter(text: string, offset: number): string[] | undefined {
  const front = text.slice(0, offset);
  if (!/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.test(front)) return undefined;
  const lines = front.split(/\r\n|\n|\r/).slice(1);
  return lines.slice(0, -1).some((line) => /^---[ \t]*$/.test(line)) ? undefined : lines;
}

/** What is typed at the end of these lines; undefined where nothing can be offered, as in a reason. */
export function readSettingLine(lines: readonly string[]): SettingLine | undefined {
  const line = lines[lines.length - 1] ?? '';
  const inList = /^[ \t]*-(?:[ \t]|$)/.test(line);
  const braces = openBraces(line);
  const inner = braces[braces.length - 1];
  const own = inner?.inside ?? line.replace(/^[ \t]*(?:-[ \t]+)?/, '');
  const parents = [...parentsOf(lines), ...braces.flatMap(({ key }) => key ?? [])];
  const used = [...own.matchAll(/(?:^|,)[ \t]*([A-Za-z-]+):/g)].map((match) => match[1] ?? '');
  const base = { parents, inList: inList && !inner, used: inner ? used : [] };
  // In braces a comma ends a value, unless a bracket holds it.
  const piece = inner ? own.slice(lastComma(own) + 1) : own;
  const value = /^[ \t]*([A-Za-z-]+):[ \t](?:[ \t]*\[([^\]]*)|([^[\]]*))$/.exec(piece);
  if (value) {
    const [, key = '', listed, single = ''] = value;
    const typed = (listed ?? single).replace(/^.*,/, '').trimStart();
    return { ...base, key, typed };
  }
  return /[:,[\]{}#"']/.test(piece) ? undefined : { ...base, typed: piece.replace(/^[ \t]+/, '') };
}

/** The keys above the last line that enclose it, the outermost first. */
function parentsOf(lines: readonly string[]): string[] {
  const parents: string[] = [];
  let indent = indentOf(lines[lines.length - 1] ?? '');
  for (let i = lines.length - 2; i >= 0 && indent > 0; i--) {
    const line = lines[i] ?? '';
    const key = /^[ \t]*(?:-[ \t]+)?([A-Za-z-]+):[ \t]*(?:#.*)?$/.exec(line);
    if (!key || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    parents.unshift(key[1] ?? '');
  }
  return parents;
}

/** Where a line's key begins; a list item counts as deeper than its dash. */
function indentOf(line: string): number {
  return /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0;
}

/** The braces that are open at a line's end: the key before each, and what stands in it. */
function openBraces(line: string): { key: string | undefined; inside: string }[] {
  const open: { key: string | undefined; start: number }[] = [];
  // The key of the list that is open, which is that of the braces in it too.
  let listed: string | undefined;
  for (const { index, 0: sign } of line.matchAll(/[{}[\]]/g)) {
    if (sign === '}') open.pop();
    else if (sign === ']') listed = undefined;
    else if (sign === '[') listed ??= keyBefore(line, index);
    else open.push({ key: listed ?? keyBefore(line, index), start: index + 1 });
  }
  return open.map(({ key, start }) => ({ key, inside: line.slice(start) }));
}

/** The key with its colon that is right before an offset; undefined without one. */
function keyBefore(line: string, offset: number): string | undefined {
  const before = trimEndOf(line.slice(0, offset), /[ \t]/);
  return before.endsWith(':') ? endOf(before.slice(0, -1), /[A-Za-z-]/) || undefined : undefined;
}

/** The last comma that no bracket holds; -1 without one. */
function lastComma(inside: string): number {
  let depth = 0;
  let last = -1;
  for (const { index, 0: sign } of inside.matchAll(/[[\],{}]/g)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ',') last = depth === 0 ? index : last;
    else depth--;
  }
  return last;
}
