/*
 * How a citation is spelled: `[std 6.1]`, `[std 6.1, 6.2]`, `[std 6.1–6.3]`, `[probe 6.12]`, `[theme 3]`,
 * `[ev FG2]`, `[std cs:6.1]`. This file reads and prints what stands between the brackets; finding the
 * brackets in Markdown is citationSyntax.ts. What an id means is not known here: that needs a catalogue.
 */
import type { Span } from '../text/span';
import { splitTrimmed, trimEndOf } from '../text/ends';

/** What a citation cites; `standard` also cites elements, as `[std 6]` does. */
export type CitationKind = 'standard' | 'theme' | 'probe' | 'evidence';

/** The keyword of each kind, as it is printed. */
export const keywords: Readonly<Record<CitationKind, string>> = {
  standard: 'std',
  theme: 'theme',
  probe: 'probe',
  evidence: 'ev',
};

const kindOfKeyword = new Map<string, CitationKind>(
  (Object.keys(keywords) as CitationKind[]).map((kind) => [keywords[kind], kind]),
);

/** Words that people write where a keyword belongs; only a digit after them makes them a (malformed) citation. */
const slips = new Map<string, CitationKind>([
  ['standard', 'standard'],
  ['standards', 'standard'],
  ['stds', 'standard'],
  ['element', 'standard'],
  ['elements', 'standard'],
  ['themes', 'theme'],
  ['probes', 'probe'],
]);

/** All keywords and slips, in small letters. */
export const openingWords: readonly string[] = [...kindOfKeyword.keys(), ...slips.keys()];

/** The longest of them, in characters: a reader of brackets need look no further. */
export const longestKeyword = Math.max(...openingWords.map((word) => word.length));

/** One id as written; `prefix` names a catalogue, as `cs` does in `cs:6.1`. The span covers both. */
export interface CitedId {
  readonly id: string;
  readonly prefix?: string;
  readonly span: Span;
}

/** One id, or a range of ids of one element (`to` is then its last). The span covers the whole part. */
export interface CitedPart {
  readonly from: CitedId;
  readonly to?: CitedId;
  readonly span: Span;
}

/** Why the words between the brackets cannot be read, and where there is only one, how they were probably meant. */
export interface Malformed {
  readonly message: string;
  readonly reading?: Reading;
}

/** A citation as it was probably meant: `[std 6.1]` for `[std6.1]`. Whether its ids exist only a catalogue knows. */
export interface Reading {
  readonly text: string;
  /** The ids; their spans count from the first character behind the keyword and its blank. */
  readonly parts: readonly CitedPart[];
  /** What is wrong with what stands there, and that this is to be written instead. */
  readonly message: string;
}

/** A citation as written at `span`, brackets included. A malformed one has no parts. */
export interface Citation {
  readonly kind: CitationKind;
  readonly span: Span;
  readonly parts: readonly CitedPart[];
  readonly malformed?: Malformed;
}

/** A piece of a citation's inner text and where it stands: a wrapped citation comes in several. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/** What the opening word of a bracket says: an exact keyword, or a slip that stands for one. */
export function readKeyword(word: string): { kind: CitationKind; exact: boolean } | undefined {
  const lower = word.toLowerCase();
  const exact = kindOfKeyword.get(lower);
  if (exact) return { kind: exact, exact: true };
  const slip = slips.get(lower);
  return slip && { kind: slip, exact: false };
}

/**
 * Whether the inner text of a bracket is a citation, a slip that claims to be one (`malformed`), or no
 * business of ours. `next` is the character after the bracket: `[theme park](x)` stays a link.
 */
export function classifyInner(inner: string, next: string): 'citation' | 'malformed' | undefined {
  const [, word = '', body = ''] = /^([A-Za-z]+)([^]*)$/.exec(inner) ?? [];
  const keyword = readKeyword(word);
  if (!keyword) return undefined;
  const spaced = /^\s/.test(body);
  if (keyword.exact && spaced && 'parts' in readBody(keyword.kind, [{ text: body, start: 0 }]))
    return 'citation';
  const digitNext = /^\s*(?:[:.-]\s*)?\d/.test(body);
  if (keyword.kind === 'evidence' && body !== '' && !spaced) return undefined;
  if (keyword.exact ? body !== '' && !spaced && !digitNext : !digitNext || /^\d/.test(body)) return undefined;
  const linkMayFollow = next === '(' || next === '[' || next === ':';
  const ours = keyword.exact && keyword.kind === 'standard';
  return ours || !linkMayFollow ? 'malformed' : undefined;
}

/** The citation between brackets that stand in one line, where it is one that can be read; `at` is its opening bracket. */
export function readPlain(inner: string, at: number): Citation | undefined {
  const end = inner.search(/[^A-Za-z]/);
  const kind = end > 0 ? kindOfKeyword.get(inner.slice(0, end).toLowerCase()) : undefined;
  if (!kind || !/\s/.test(inner[end] ?? '')) return undefined;
  const body = readBody(kind, [{ text: inner.slice(end), start: at + 1 + end }]);
  if (!('parts' in body)) return undefined;
  return { kind, span: { start: at, end: at + inner.length + 2 }, parts: body.parts };
}

/** Reads the inner text of a bracket (keyword and ids, in pieces) that `classifyInner` has accepted. */
export function readCitation(place: Span, pieces: readonly Piece[]): Citation {
  const inner = pieces.map((piece) => piece.text).join('');
  const word = /^[A-Za-z]+/.exec(inner)?.[0] ?? '';
  const keyword = readKeyword(word) ?? { kind: 'standard' as const, exact: false };
  const body = dropFront(pieces, word.length);
  const result = readBody(keyword.kind, body);
  if ('parts' in result && keyword.exact && /^\s/.test(inner.slice(word.length))) {
    return { kind: keyword.kind, span: place, parts: result.parts };
  }
  const fault = 'parts' in result ? undefined : result.message;
  const complaint = `“[${squeeze(inner)}]” cannot be read as a citation: `;
  const message = `${complaint}${fault ?? adviceOn(word, keyword)}`;
  const meant = findReading(keyword.kind, inner.slice(word.length));
  if (!meant) return { kind: keyword.kind, span: place, parts: [], malformed: { message } };
  const reason = fault === undefined ? '' : `${fault.replace(/\.$/, '')}; `;
  const reading = { ...meant, message: `${complaint}${reason}write ${meant.text}.` };
  return { kind: keyword.kind, span: place, parts: [], malformed: { message, reading } };
}

/** A citation in the one spelling that this product writes. */
export function printCitation(kind: CitationKind, ids: string): string {
  return `[${keywords[kind]} ${ids}]`;
}

/** An id with its prefix where it has one: `cs:6.1`. */
export function printId(prefix: string | undefined, id: string): string {
  return prefix === undefined ? id : `${prefix}:${id}`;
}

/** Whether an id, with its prefix where it has one, can stand in a citation: `A.1` can, `A` would be words in brackets. */
export function isCitable(id: string): boolean {
  return 'parts' in readBody('standard', [{ text: id, start: 0 }]);
}

type Body = { readonly parts: readonly CitedPart[] } | Malformed;

const idPattern = /(?:([A-Za-z][A-Za-z0-9]*):)?([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)/y;
const evidencePattern = /()([A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*)/y;
const dashes = '-‐‑‒–';

/** Reads ids, lists and ranges; spans come from the pieces, so that a wrapped line keeps its places. */
export function readBody(kind: CitationKind, pieces: readonly Piece[]): Body {
  const text = pieces.map((piece) => piece.text).join('');
  const at = offsetIn(pieces);
  const pattern = kind === 'evidence' ? evidencePattern : idPattern;
  const parts: CitedPart[] = [];
  let i = skipSpace(text, 0);
  if (i >= text.length) return { message: `it names no id; write one after “${keywords[kind]}”.` };
  const readId = (): CitedId | undefined => {
    pattern.lastIndex = i;
    const match = pattern.exec(text);
    const [all = '', prefix, id = ''] = match ?? [];
    if (!match || (kind !== 'evidence' && !/\d/.test(id))) return undefined;
    const cited = { id, ...(prefix && { prefix }), span: { start: at(i), end: at(i + all.length - 1) + 1 } };
    i += all.length;
    return cited;
  };
  const stop = (): Malformed => ({
    message: `an id${kind === 'evidence' ? '' : ' with a number'} is expected at ${quote(text.slice(i)) ?? 'its end'}.`,
  });
  for (;;) {
    const from = readId();
    if (!from) return stop();
    i = skipSpace(text, i);
    const part = text[i];
    if (part !== undefined && dashes.includes(part) && kind !== 'evidence') {
      i = skipSpace(text, i + 1);
      const to = readId();
      if (!to) return stop();
      const fault = faultOfRange(from, to);
      if (fault) return fault;
      parts.push({ from, to, span: { start: from.span.start, end: to.span.end } });
      i = skipSpace(text, i);
    } else {
      parts.push({ from, span: from.span });
    }
    if (i >= text.length) return { parts };
    if (text[i] !== ',') return stop();
    i = skipSpace(text, i + 1);
  }
}

/** The last segment of an id as a number and what stands before it: `6.12` is `6` and 12; undefined without one. */
export function splitId(id: string): { stem: string; place: number } | undefined {
  const match = /^(?:(.*)\.)?(\d{1,9})$/.exec(id);
  return match ? { stem: match[1] ?? '', place: Number(match[2]) } : undefined;
}

function faultOfRange(from: CitedId, to: CitedId): Malformed | undefined {
  const a = splitId(from.id);
  const b = splitId(to.id);
  const written = `${from.id}-${to.id}`;
  if (to.prefix !== undefined && to.prefix !== from.prefix)
    return { message: `the range ${written} runs from one catalogue into another.` };
  if (a?.stem !== b?.stem || !a || !b) {
    return {
      message: `a range stays within one element, and ${written} does not; name each id, with commas.`,
    };
  }
  return a.place > b.place ? { message: `the range ${written} runs backwards.` } : undefined;
}

/** The spelling that was probably meant, where there is only one: `6.1;` is `6.1`, `6.3-6.1` is `6.1-6.3`. */
function findReading(kind: CitationKind, body: string): Omit<Reading, 'message'> | undefined {
  if (kind === 'evidence') return undefined;
  const tidy = squeeze(body)
    .replace(/[\\ ]+/g, ' ')
    .replace(/[—−]| to /g, '-')
    .replace(/[;/&+]| and /gi, ',')
    .replace(/\.{2,}/g, '.')
    .replace(/\.(?= ?(?:[,-]|$))/g, '')
    .replace(/ ?,[ ,]*/g, ', ')
    .replace(/(\d) (?=[A-Za-z]*\d)/g, '$1, ')
    .replace(/^[\s,.:-]+/, '');
  const mended = trimEndOf(tidy, /[\s,.]/)
    .split(', ')
    .map((part) => {
      const [from = '', to, ...rest] = splitTrimmed(part, /[-‐‑‒–]/);
      if (to === undefined || rest.length > 0) return part;
      const a = splitId(from);
      const last = a && a.stem !== '' && /^\d+$/.test(to) ? `${a.stem}.${to}` : to;
      const b = splitId(last);
      const swap = b && a?.stem === b.stem && a.place > b.place;
      return swap ? `${last}-${from}` : `${from}-${last}`;
    })
    .join(', ');
  const result = readBody(kind, [{ text: mended, start: 0 }]);
  return 'parts' in result ? { text: printCitation(kind, mended), parts: result.parts } : undefined;
}

/** What to change where only the opening word is wrong. An example would name an id that the author did not write. */
function adviceOn(word: string, { kind, exact }: { kind: CitationKind; exact: boolean }): string {
  return exact
    ? `put a space after “${word}”.`
    : `write “${keywords[kind]}” and a space instead of “${word}”.`;
}

/** The text in one line, so that a message can quote it. */
function squeeze(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** The same in quotation marks; undefined where nothing is left to quote. */
function quote(text: string): string | undefined {
  const words = squeeze(text);
  return words === '' ? undefined : `“${words}”`;
}

function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && /\s/.test(text[i] ?? '')) i++;
  return i;
}

function dropFront(pieces: readonly Piece[], count: number): Piece[] {
  const [first, ...rest] = pieces;
  return first ? [{ text: first.text.slice(count), start: first.start + count }, ...rest] : [];
}

/** Maps an index into the joined pieces to an offset in the document. */
function offsetIn(pieces: readonly Piece[]): (index: number) => number {
  return (index) => {
    let before = 0;
    for (const piece of pieces) {
      if (index < before + piece.text.length) return piece.start + index - before;
      before += piece.text.length;
    }
    const last = pieces[pieces.length - 1];
    return last ? last.start + last.text.length : 0;
  };
}
