/*
 * The structure of a catalogue that is being written: its headings with the next free number, the lists that an
 * element does not have yet, the next id of a standard, and the keys of its front matter. It reads lines, so that it
 * never waits for a parse. The wording is nobody's to propose.
 */
import { catalogueKeys } from '../../catalogue/readCatalogue';
import { lineAround, span } from '../../text/span';
import { sortKey, type CompletionItem } from './item';
import { linesOfFrontMatter } from './settingLine';

/** The three lists of an element, in the order in which they are written. */
const lists = ['Standards', 'Probes', 'Sources of evidence'];

const headingLine = /^ {0,3}(#{1,6})[ \t]([^]*)$/;
const namedLine = /^ {0,3}#{1,6}[ \t]+(theme|element)[ \t]+([A-Za-z0-9.]+)/i;

/** What fits at an offset of a catalogue's text. */
export function completeCatalogue(text: string, offset: number): CompletionItem[] {
  const front = linesOfFrontMatter(text, offset);
  if (front) return completeKey(offset, front);
  const { start, end } = lineAround(text, offset);
  const line = text.slice(start, offset);
  const rest = text.slice(offset, end);
  if (rest.trim() !== '') return [];
  const above = text.slice(0, start).split(/\r\n|\n|\r/);
  const hashes = /^ {0,3}(#{1,6})[ \t][^\r\n]*$/.exec(line)?.[1];
  if (hashes !== undefined) {
    const below = text.slice(offset).split(/\r\n|\n|\r/);
    const place = span(start, offset + rest.length);
    return headings(above, below).map((heading, i) => ({
      label: heading.trim(),
      kind: 'heading',
      // An editor compares it with what it replaces, which has the author's own number of signs.
      filterText: heading.replace(/^#+/, hashes),
      sortText: sortKey(0, i),
      edit: { span: place, text: heading },
    }));
  }
  const typed = /^ {0,3}[-*+][ \t]+([A-Za-z0-9.]*)$/.exec(line)?.[1];
  const next = typed === undefined ? undefined : nextStandard(above, text.slice(offset).split(/\r\n|\n|\r/));
  if (typed === undefined || next === undefined) return [];
  const edit = { span: span(offset - typed.length, offset), text: `${next} ` };
  return [{ label: next, kind: 'standard', filterText: next, sortText: sortKey(0, 0), edit }];
}

function completeKey(offset: number, lines: readonly string[]): CompletionItem[] {
  const typed = /^[A-Za-z-]*$/.exec(lines[lines.length - 1] ?? '')?.[0];
  if (typed === undefined) return [];
  const used = lines.map((line) => /^([A-Za-z-]+):/.exec(line)?.[1]);
  const place = span(offset - typed.length, offset);
  return catalogueKeys
    .filter((key) => !used.includes(key))
    .map((key, i) => {
      const edit = { span: place, text: `${key}: ` };
      return { label: key, kind: 'setting', filterText: key, sortText: sortKey(0, i), edit };
    });
}

/** The headings that may come next, the nearest first: a list, an element, a theme. */
function headings(above: readonly string[], below: readonly string[]): string[] {
  const all = [...above, ...below];
  const theme = `# Theme ${nextNumber(all, 'theme')}: `;
  const element = `## Element ${nextNumber(all, 'element')}: `;
  const owner = lastNamed(above);
  if (!owner) return [theme];
  if (owner.rank === 'theme') return [element, theme];
  const own = [...above.slice(owner.line + 1), ...below.slice(0, endOf(below, namedLine))];
  const there = own.map((line) => headingLine.exec(line)?.[2]?.trim().toLowerCase());
  const missing = lists.filter(
    (list) => !there.some((heading) => heading?.endsWith(list.toLowerCase()) === true),
  );
  return [...missing.map((list) => `### ${list}`), element, theme];
}

/** The next id under a heading `Standards`: the element's, a dot, and a number that is free. */
function nextStandard(above: readonly string[], below: readonly string[]): string | undefined {
  const owner = lastNamed(above);
  const at = lastIndex(above, headingLine);
  const heading = headingLine.exec(above[at] ?? '')?.[2] ?? '';
  if (owner?.rank !== 'element' || !/^(?:standards|safonau)\s*:?$/i.test(heading.trim())) return undefined;
  const own = [...above.slice(at + 1), ...below.slice(0, endOf(below, headingLine))];
  const places = own.map((line) => {
    const id = /^ {0,3}[-*+][ \t]+([A-Za-z0-9.]*[A-Za-z0-9])/.exec(line)?.[1] ?? '';
    return id.startsWith(`${owner.id}.`) ? Number(id.slice(owner.id.length + 1)) || 0 : 0;
  });
  return `${owner.id}.${Math.max(0, ...places) + 1}`;
}

function lastNamed(lines: readonly string[]): { rank: string; id: string; line: number } | undefined {
  const line = lastIndex(lines, namedLine);
  const [, rank = '', id = ''] = namedLine.exec(lines[line] ?? '') ?? [];
  return line < 0 ? undefined : { rank: rank.toLowerCase(), id, line };
}

function lastIndex(lines: readonly string[], pattern: RegExp): number {
  for (let i = lines.length - 1; i >= 0; i--) if (pattern.test(lines[i] ?? '')) return i;
  return -1;
}

function endOf(lines: readonly string[], pattern: RegExp): number {
  const end = lines.findIndex((line) => pattern.test(line));
  return end < 0 ? lines.length : end;
}

function nextNumber(lines: readonly string[], rank: string): number {
  const numbers = lines.map((line) => {
    const [, named = '', id = ''] = namedLine.exec(line) ?? [];
    return named.toLowerCase() === rank ? Number(id) || 0 : 0;
  });
  return Math.max(0, ...numbers) + 1;
}
