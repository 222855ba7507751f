/*
 * In which units a client counts the characters of a line: UTF-16 units unless it prefers another, as editors do
 * that hold their texts in UTF-8. Here is only the counting, for one line and no document; `convert.ts` knows
 * where lines begin. A half of a surrogate pair that stands alone counts as the replacement character that a
 * UTF-8 stream makes of it.
 */
import type * as lsp from 'vscode-languageserver';

/** What a character position counts: bytes, UTF-16 units or code points. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const known: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies readonly Encoding[];

/** The first encoding in the client's order of preference that is known here; UTF-16 for one that names none. */
export function encodingOf({ general }: lsp.ClientCapabilities): Encoding {
  const wanted = general?.positionEncodings?.find((encoding) => known.includes(encoding));
  return (wanted as Encoding | undefined) ?? 'utf-16';
}

/** How many units of `encoding` the first `end` UTF-16 units of `line` are; a pair that is cut does not count. */
export function unitsBefore(line: string, end: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return end;
  let units = 0;
  for (let at = 0; at < end;) {
    const [length, width] = characterAt(line, at, encoding);
    if (at + length > end) break;
    at += length;
    units += width;
  }
  return units;
}

/** How many UTF-16 units of `line` its first `units` of `encoding` are; past its end, all of it. */
export function lengthOf(line: string, units: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return Math.min(units, line.length);
  let at = 0;
  for (let left = units; at < line.length;) {
    const [length, width] = characterAt(line, at, encoding);
    if (width > left) break;
    at += length;
    left -= width;
  }
  return at;
}

/** The UTF-16 units of the code point at `at`, and its units of `encoding`. */
function characterAt(line: string, at: number, encoding: Encoding): [length: number, width: number] {
  const point = line.codePointAt(at) ?? 0;
  const length = point > 0xffff ? 2 : 1;
  if (encoding === 'utf-32') return [length, 1];
  return [length, point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4];
}
