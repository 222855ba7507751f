/*
 * What belongs in a survey as it is typed: the block itself behind the fence, its keys, an id that is free, scales, and
 * the ratings that have no count yet. It reads the lines around the cursor and waits for no parse; in any other code
 * nothing is offered.
 */
import { eolOf } from '../../text/textEdit';
import { foldEvidenceId } from '../../evidence/entry';
import { isQuicklyCounted } from '../../coverage/states';
import { registerOf } from '../../review/evidenceRegister';
import type { Review } from '../../review/review';
import { span, type Span } from '../../text/span';
import { mostRatings, surveyKeys } from '../../evidence/survey';
import { sortKey, type CompletionItem } from './item';
import { endOf, lineBefore, trimEndOf } from '../../text/ends';

/** Scales that are usual, with what they mean. */
const scales: Readonly<Record<string, string>> = {
  '-5..5': 'from much worse to much better',
  '0..10': 'from worst to best',
  '1..5': 'five ratings, such as from strongly disagree to strongly agree',
  '1..4': 'four ratings, without a middle',
};

/** What fits in fenced code at an offset. */
export function completeSurvey(text: string, offset: number, review: Review): CompletionItem[] {
  const block = blockAround(text, offset);
  if (!block) return [];
  const { line, above, below, indent } = block;
  if (line === undefined) return openBlock(text, offset, indent, review);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const pair = /^[ \t>]*(?:([A-Za-z]+):[ \t]+)([^]*)$/.exec(line);
  const braces = pair?.[1] === 'responses' && /^\{[^}]*$/.test(pair[2] ?? '');
  const all = [...above, line + rest, ...below];
  if (braces) return ratingsInBraces(all, line, offset, rest);
  if (pair) return valuesOf(pair[1] ?? '', pair[2] ?? '', all, offset, rest, review);
  const typed = /^[ \t>]*([A-Za-z]*)$/.exec(line)?.[1];
  const rating = /^([ \t>]+)([+-]?\d*)$/.exec(line);
  if (rating && isBelowResponses(above, indent)) return ratingsOnLines(all, rating[2] ?? '', offset, rest);
  if (typed === undefined || line.length - typed.length > indent.length) return [];
  const used = new Set(all.map((each) => /^[ \t>]*([A-Za-z]+):/.exec(each)?.[1]));
  const word = /^[A-Za-z]*/.exec(rest)?.[0] ?? '';
  const place = span(offset - typed.length, offset + word.length);
  const colon = rest.slice(word.length).startsWith(':') ? '' : ': ';
  return Object.entries(surveyKeys)
    .filter(([key]) => !used.has(key) || key === typed + word)
    .map(([key, documentation], i) => ({
      ...item(key, `${key}${colon}`, place, i, 'setting'),
      documentation,
      ...(['id', 'scale', 'responses'].includes(key) && { isFollowed: true }),
    }));
}

interface Block {
  /** The line up to the cursor; undefined on the fence itself. */
  readonly line: string | undefined;
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** What stands before the fence on its line. */
  readonly indent: string;
}

/** The survey around an offset that is known to stand in fenced code; undefined in any other code. */
function blockAround(text: string, offset: number): Block | undefined {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  for (let i = lines.length - 1; i >= 0; i--) {
    const [, before = '', fence, info = ''] =
      /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})[ \t]*([^]*)$/.exec(lines[i] ?? '') ?? [];
    if (fence === undefined) continue;
    const indent = before.replace(/[^ \t>]/g, ' ');
    if (i === lines.length - 1) {
      return 'survey'.startsWith(info.toLowerCase())
        ? { line: undefined, above: [], below: [], indent }
        : undefined;
    }
    if (!/^survey\b/i.test(info)) return undefined;
    const after = text
      .slice(offset)
      .split(/\r\n|\n|\r/)
      .slice(1);
    const end = after.findIndex((line) => /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$|^[ \t>]*$/.test(line));
    const below = end < 0 ? after : after.slice(0, end);
    return { line: lines[lines.length - 1] ?? '', above: lines.slice(i + 1, -1), below, indent };
  }
  return undefined;
}

/** `survey` behind the fence; where nothing stands in the block yet, with its lines and the fence that closes it. */
function openBlock(text: string, offset: number, indent: string, review: Review): CompletionItem[] {
  const { fence, typed } = openFence(lineBefore(text, offset, 200));
  const [rest = '', ...below] = text.slice(offset, offset + 2000).split(/\r\n|\n|\r/);
  if (/\S/.test(rest.replace(/^[A-Za-z]*/, ''))) return [];
  const place = span(offset - typed.length, offset + (/^[A-Za-z]*/.exec(rest)?.[0].length ?? 0));
  const next = below.find((each) => each.trim() !== '')?.trim() ?? '';
  const isBegun = below[0] !== undefined && /\S/.test(below[0]);
  const isClosed = /^(?:`{3,}|~{3,})$/.test(next);
  const keys = [`id: ${freeId(review)}`, 'title: ', 'question: ', 'scale: -5..5', 'responses: {}'];
  const lines = isClosed ? keys : [...keys, fence];
  const eol = eolOf(text);
  const body = isBegun && !isClosed ? '' : lines.map((each) => `${eol}${indent}${each}`).join('');
  const documentation = 'A survey: its distribution is drawn, and findings can cite it.';
  return [{ ...item('survey', `survey${body}`, place, 0, 'setting'), documentation }];
}

function valuesOf(
  key: string,
  typed: string,
  all: readonly string[],
  offset: number,
  rest: string,
  review: Review,
): CompletionItem[] {
  const place = span(offset - typed.length, offset + rest.trimEnd().length);
  if (key === 'id')
    return typed === '' && rest.trim() === '' ? [item(freeId(review), freeId(review), place, 0)] : [];
  if (key === 'scale') {
    return Object.entries(scales).map(([scale, meaning], i) => ({
      ...item(scale, scale, place, i),
      detail: ` ${meaning}`,
    }));
  }
  if (key !== 'responses' || (typed + rest).trim() !== '') return [];
  const ratings = missingRatings(all);
  if (ratings.length === 0) return [];
  const map = `{${ratings.map((rating) => `${rating}: `).join(', ')}}`;
  const label = `{${ratings[0]}: … ${ratings[ratings.length - 1]}: }`;
  return [
    { ...item(label, map, place, 0), filterText: map, detail: ' every rating, to write its count behind it' },
  ];
}

function ratingsInBraces(
  all: readonly string[],
  line: string,
  offset: number,
  rest: string,
): CompletionItem[] {
  const typed = /[{,][ \t]*([+-]?\d*)$/.exec(line)?.[1];
  if (typed === undefined) return [];
  return ratingItems(missingRatings(all), typed, offset, rest);
}

function ratingsOnLines(
  all: readonly string[],
  typed: string,
  offset: number,
  rest: string,
): CompletionItem[] {
  return ratingItems(missingRatings(all), typed, offset, rest);
}

function ratingItems(
  ratings: readonly number[],
  typed: string,
  offset: number,
  rest: string,
): CompletionItem[] {
  const word = /^\d*/.exec(rest)?.[0] ?? '';
  const place: Span = span(offset - typed.length, offset + word.length);
  const colon = rest.slice(word.length).startsWith(':') ? '' : ': ';
  return ratings.map((rating, i) => item(String(rating), `${rating}${colon}`, place, i));
}

/** The ratings of the scale for which no count stands in the block. */
function missingRatings(all: readonly string[]): number[] {
  const scale = all
    .map((line) => /^[ \t>]*scale:[ \t]+([+-]?\d{1,4})\.\.([+-]?\d{1,4})[ \t]*$/.exec(line))
    .find((found) => found !== null);
  if (!scale) return [];
  const [low, high] = [Number(scale[1]), Number(scale[2])];
  if (high < low || high - low >= mostRatings) return [];
  const written = new Set(
    all.flatMap((line) =>
      [...line.matchAll(/(?:^|[\s{,>])([+-]?\d{1,4}):(?=[ \t,}]|$)/g)].map((found) => Number(found[1])),
    ),
  );
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((rating) => !written.has(rating));
}

/** Whether the nearest line above that is not indented further is the key `responses`. */
function isBelowResponses(above: readonly string[], indent: string): boolean {
  const owner = [...above]
    .reverse()
    .find((line) => (/^([ \t>]*)[A-Za-z]/.exec(line)?.[1]?.length ?? Infinity) <= indent.length);
  return owner !== undefined && /^[ \t>]*responses:[ \t]*$/.test(owner);
}

/** The fence that a line ends with, and the word after it; three backticks where there is none. */
function openFence(line: string): { readonly fence: string; readonly typed: string } {
  const typed = endOf(line, /[A-Za-z]/);
  const before = trimEndOf(line.slice(0, line.length - typed.length), /[ \t]/);
  const fence = [/`/, /~/].map((sign) => endOf(before, sign)).find((run) => run.length >= 3);
  return fence === undefined ? { fence: '```', typed: '' } : { fence, typed };
}

/** The first of S1, S2, … that no entry of the register has. */
function freeId(review: Review): string {
  const taken = new Set(
    isQuicklyCounted(review)
      ? registerOf(review).entries.map(({ evidence }) => foldEvidenceId(evidence.id))
      : [],
  );
  for (let i = 1; ; i++) if (!taken.has(`S${i}`)) return `S${i}`;
}

function item(
  label: string,
  text: string,
  place: Span,
  order: number,
  kind: CompletionItem['kind'] = 'value',
): CompletionItem {
  return { label, kind, filterText: label, sortText: sortKey(0, order), edit: { span: place, text } };
}
