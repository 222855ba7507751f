/*
 * Telephone numbers of the United Kingdom, however they are set, and numbers of other countries that begin with
 * a plus. Numbers that the regulator keeps for plays and films are telephone numbers too. A local number without
 * its area code is not found: it could be anything.
 */
import { span, type Span } from '../text/span';
import { goesOn, isBegun } from './datum';

/** Where a number may begin. */
const beginning = /\+ ?44|00 ?44|\+|\(?0/g;
/** A digit, and what may stand between it and the one before. */
const step = /(?:[ \u00A0\u2009]?\(0\))?[ \u00A0\u2009.()-]{0,2}(\d)/y;
/** What follows the nought, or the code of the country. */
const national = /^(?:1[1-9]|2[03489]|3[03457]|5[56]|7|8[04578]|9[018])\d+$/;

/** The telephone numbers in a text. */
export function* telephoneNumbers(text: string): Iterable<Span> {
  let last = 0;
  for (const match of text.matchAll(beginning)) {
    const start = match.index;
    if (start < last || isBegun(text, start)) continue;
    const code = match[0].replace(/\D/g, '');
    const end = code === '' ? endOfForeign(text, start + 1) : endOfNational(text, start, match[0], code);
    if (end === undefined || goesOn(text, end)) continue;
    last = end;
    // A bracket that closes behind the number belongs to the sentence.
    yield span(match[0].startsWith('(') && !text.slice(start, end).includes(')') ? start + 1 : start, end);
  }
}

/** Ten digits after the nought or the country's code, which a second nought may follow. */
function endOfNational(text: string, start: number, begun: string, code: string): number | undefined {
  let { digits, end } = readDigits(text, start + begun.length, 10);
  if (code !== '0' && digits.startsWith('0')) ({ digits, end } = readDigits(text, start + begun.length, 11));
  if (digits.replace(/^0/, '').length !== 10 || !national.test(digits.replace(/^0/, ''))) return undefined;
  // `01 02 2026 020` is two dates; `0 7 7 0 …` is a number that somebody spelled out.
  const groups = text.slice(start, end).match(/\d+/g) ?? [];
  const [first = '', second = ''] = groups;
  const isSplit = first.length < 3 && second.length < 3 && groups.some((group) => group.length > 1);
  return code === '0' && isSplit ? undefined : end;
}

/** At least ten digits, and at most the fifteen that a number can have. */
function endOfForeign(text: string, start: number): number | undefined {
  const { digits, end } = readDigits(text, start, 15);
  return digits.length >= 10 && !digits.startsWith('0') ? end : undefined;
}

function readDigits(text: string, from: number, most: number): { digits: string; end: number } {
  let digits = '';
  let end = from;
  while (digits.length < most) {
    step.lastIndex = end;
    const match = step.exec(text);
    if (!match) break;
    digits += match[1] ?? '';
    end = step.lastIndex;
  }
  return { digits, end };
}
