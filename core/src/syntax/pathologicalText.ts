/*
 * Text on which the Markdown parser would sit for seconds or minutes: thousands of stars that might belong
 * together, a hundred lists within each other, comments that are opened and never closed. Nobody writes it, but it
 * can be pasted. Such lines are found here by counting, and their signs are hidden from the parser, which then
 * reads them as the plain words they are; all offsets stay. The bounds are far from what a person writes.
 */
import { span, type Span } from '../text/span';

/** A text that is shorter is read in no time, whatever it is made of. */
const shortest = 1200;
/** Signs that may belong together, times the characters they are sought in: the parser's cost grows like this. */
const mostPairing = 4_000_000;
/** Brackets within each other. */
const mostNested = 60;
/** Markers of lists and quotations in one line, and the columns before a marker. */
const mostMarkers = 20;
const mostIndent = 120;
/** Lines that underline a heading, rows or quoted lines that follow each other; lines and characters of one paragraph. */
const mostUnderlines = 60;
const mostRows = 2000;
const mostLines = 1500;
const longest = 200_000;

const lines = /[^\r\n]*(?:\r\n|\n|\r|$)/g;
const prefix = /^[ \t]*(?:(?:#{1,6}|[-+*]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*)?/;
const definition = /^[ \t]*\[[^\]]*\]:/;
const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const marker = />|[-+*](?=[ \t])|\d[.)](?=[ \t])/g;
const pairing = /[*_~]+|`+|<[!?]|\[(?!(?:std|theme|probe|ev)\b)|\]\(/gi;
const rule = /^[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$/;
const underline = /^[ \t]*(?:=+|-+)[ \t]*$/;

/** Lines that are read together as words: a paragraph, or the first lines of an item. */
interface Unit {
  readonly start: number;
  end: number;
  lines: number;
}

/** The stretches of `text` that are too intricate to be read as Markdown, in order; they never overlap. */
export function findIntricate(text: string): Span[] {
  if (text.length < shortest) return [];
  const found: Span[] = [];
  let run: Unit[] = [];
  let underlines = 0;
  let rows = 0;

  const closeRun = (): void => {
    const [first] = run;
    const last = run[run.length - 1];
    if (first && last && (underlines > mostUnderlines || rows > mostRows)) {
      found.push(behindPrefix(text, first.start, last.end));
    } else {
      for (const unit of run) {
        const words = text.slice(unit.start, unit.end);
        if (unit.lines > mostLines || isIntricate(words))
          found.push(behindPrefix(text, unit.start, unit.end));
      }
    }
    run = [];
    underlines = 0;
    rows = 0;
  };

  for (const { 0: line, index: start } of text.matchAll(lines)) {
    const words = line.trimEnd();
    const end = start + line.length;
    if (words.trimStart() === '') {
      closeRun();
      continue;
    }
    if (isDeep(words)) {
      closeRun();
      found.push(span(start, start + words.length));
      continue;
    }
    const unit = run[run.length - 1];
    if (unit && !opensUnit(words)) {
      unit.end = end;
      unit.lines++;
    } else run.push({ start, end, lines: 1 });
    if (underline.test(words)) underlines++;
    if (/^[ \t]*>|\|/.test(words)) rows++;
  }
  closeRun();
  return join(text, found);
}

/** Lines that follow each other are one stretch. */
function join(text: string, found: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of found) {
    const last = joined[joined.length - 1];
    if (last && /^(?:\r\n|\n|\r)?$/.test(text.slice(last.end, start)))
      joined[joined.length - 1] = span(last.start, end);
    else joined.push(span(start, end));
  }
  return joined;
}

function opensUnit(line: string): boolean {
  return prefix.exec(line)?.[0].trim() !== '' || definition.test(line);
}

/** From behind what makes it an item or a heading: that stays. */
function behindPrefix(text: string, start: number, end: number): Span {
  const written = text.slice(start, end);
  return span(start + (prefix.exec(written)?.[0].length ?? 0), start + written.trimEnd().length);
}

function isDeep(line: string): boolean {
  const opening = markers.exec(line)?.[0];
  if (opening === undefined || rule.test(line)) return false;
  return columnsOf(opening) > mostIndent || [...opening.matchAll(marker)].length > mostMarkers;
}

/** The columns before the first marker. */
function columnsOf(opening: string): number {
  let columns = 0;
  for (const sign of opening) {
    if (sign === '\t') columns += 4 - (columns % 4);
    else if (sign === ' ') columns++;
    else break;
  }
  return columns;
}

function isIntricate(words: string): boolean {
  if (words.length > longest) return true;
  if ((words.match(pairing)?.length ?? 0) * words.length > mostPairing) return true;
  let depth = 0;
  for (const [sign] of words.matchAll(/[[\]]/g)) {
    depth = Math.max(0, depth + (sign === '[' ? 1 : -1));
    if (depth > mostNested) return true;
  }
  return false;
}

/** Every sign that means something to the parser; each is hidden behind one of the code points that no text may hold. */
const signs = '*_`<>[]()!&\\~|#+-=:^.\n\r \t"\'';
const firstHidden = 0xfdd0;
const shown = /[*_`<>[\]()!&\\~|#+\-=:^.\n\r \t"']/g;
const hidden = /[\uFDD0-\uFDEF]/g;

/** The text with the signs of these stretches hidden; its length is the same. */
export function hideSigns(text: string, stretches: readonly Span[]): string {
  let at = 0;
  const pieces = stretches.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [
      before,
      text.slice(start, end).replace(shown, (sign) => String.fromCharCode(firstHidden + signs.indexOf(sign))),
    ];
  });
  return [...pieces, text.slice(at)].join('');
}

/** The words as they were written. */
export function showSigns(words: string): string {
  return words.replace(hidden, (sign) => signs[sign.charCodeAt(0) - firstHidden] ?? sign);
}
