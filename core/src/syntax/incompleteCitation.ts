/*
 * A citation that is being typed: what completion needs to know before there is a closing bracket and a
 * tree. It looks at the text around the cursor and nothing else, so it never waits for a parse.
 */
import { longestKeyword, readKeyword, type CitationKind } from './citation';
import type { Span } from '../text/span';
import { lineBefore, startOfEnd } from '../text/ends';

/** For `[std 6.1, cs:6.$0x]`. */
export interface OpenCitation {
  readonly kind: CitationKind;
  /** What a chosen id replaces, on one line: `cs:6.x`, and with it a closing bracket that follows directly. */
  readonly replace: Span;
  /** The id as typed up to the cursor: `cs:6.`. */
  readonly typed: string;
  /** Ids before the cursor in the same citation: `6.1`. */
  readonly before: readonly string[];
  /** The keyword has no space behind it yet, so a chosen id brings one. */
  readonly needsSpace: boolean;
  /**
   * A chosen id brings the closing bracket: none follows on the line, or the one that does is replaced. Either
   * way the cursor ends behind the citation, where Enter begins the next finding.
   */
  readonly needsBracket: boolean;
}

/** How far back an opening bracket is looked for: a long list in one citation is well below it. */
const reach = 500;

/** The citation that is open at `offset`, or undefined anywhere else. */
export function findOpenCitation(text: string, offset: number): OpenCitation | undefined {
  const front = text.slice(Math.max(0, offset - reach), offset);
  const bracket = front.lastIndexOf('[');
  if (bracket < 0 || front.includes(']', bracket) || isEscaped(front, bracket)) return undefined;
  if (isInCode(front.slice(0, bracket), text.slice(offset, offset + reach))) return undefined;
  const inner = front.slice(bracket + 1);
  const lines = inner.split(/\r\n|\r|\n/);
  if (lines.length > 2 || inner.includes('`')) return undefined;
  const word = /^[A-Za-z]+/.exec(inner)?.[0] ?? '';
  const keyword = word.length <= longestKeyword ? readKeyword(word) : undefined;
  if (!keyword?.exact) return undefined;
  const body = inner.slice(word.length);
  if (body !== '' && !/^\s/.test(body)) return undefined;
  if (isLink(keyword.kind, body, text.slice(offset, offset + reach))) return undefined;
  const isEvidence = keyword.kind === 'evidence';
  const cut = Math.max(body.lastIndexOf(','), isEvidence ? -1 : rangeDash(body));
  const item = body.slice(cut + 1);
  const typed = lineBefore(item, item.length).replace(/^[\s>]+/, '');
  const tail = /^[^[\]\r\n]*/.exec(text.slice(offset, offset + reach))?.[0] ?? '';
  const rest = (isEvidence ? /^[A-Za-z0-9._-]*/ : /^[A-Za-z0-9.:]*/).exec(tail)?.[0] ?? '';
  const end = offset + rest.length;
  const closesHere = text[end] === ']';
  return {
    kind: keyword.kind,
    replace: { start: offset - typed.length, end: closesHere ? end + 1 : end },
    typed,
    before: isEvidence
      ? (body.slice(0, cut + 1).match(/[A-Za-z0-9._-]+/g) ?? [])
      : idsIn(body.slice(0, cut + 1)),
    needsSpace: body === '',
    needsBracket: closesHere || text[offset + tail.length] !== ']',
  };
}

/** Whatever has a digit, with its prefix: `6.1`, `cs:6.2`. */
function idsIn(body: string): string[] {
  const runs = (body.match(/[A-Za-z0-9.:]+/g) ?? []).filter((run) => /\d/.test(run));
  return runs.map((run) => {
    const colon = run.indexOf(':', startOfEnd(run, /\D/));
    return colon < 0 ? run : run.slice(0, colon);
  });
}

/** Whether the brackets are a link that only begins like a citation, as in `[theme park](page.md)`. */
function isLink(kind: CitationKind, before: string, after: string): boolean {
  const [, rest = '', next] = /^([^[\]\r\n]*)\](.?)/.exec(after) ?? [];
  const inner = (before + rest).trim();
  const mayFollow = next === '(' || next === '[' || next === ':';
  return mayFollow && !/\d/.test(inner) && (kind !== 'standard' || inner !== '');
}

/** Whether backticks on the line hold the cursor between them. */
function isInCode(before: string, after: string): boolean {
  const ticks = lineBefore(before, before.length).match(/`+/g)?.length ?? 0;
  return ticks % 2 === 1 && /^[^\r\n]*`/.test(after);
}

function isEscaped(text: string, at: number): boolean {
  const slashes = at - startOfEnd(text.slice(0, at), /\\/);
  return slashes % 2 === 1;
}

/** Where the dash of an unfinished range stands, so that `6.1-$0` completes the second id; -1 without one. */
function rangeDash(body: string): number {
  const match = /\d\s*[-‐‑‒–]\s*[A-Za-z0-9.:]*$/.exec(body);
  return match ? match.index + match[0].search(/[-‐‑‒–]/) : -1;
}
