/*
 * Numbers that are given to people: the NHS number, whose last digit checks the others, and the National
 * Insurance number, whose letters follow rules. Ten digits that check by chance are one in eleven, so ranges that
 * are given to nobody are left out unless the words in front say what the number is.
 */
import { span, type Span } from '../text/span';
import { isPartOfMore } from './datum';

const nhsShape = /\d{3}([ \u00A0\u2009-]?)\d{3}\1\d{4}/g;
const nhsWord = /\b(?:NHS|GIG|CHI|CAMHS)\b[^\d.!?\r\n]{0,30}$/i;

/** The NHS numbers in a text, as `999 123 4567`, with dashes or in one. */
export function* nhsNumbers(text: string): Iterable<Span> {
  for (const match of text.matchAll(nhsShape)) {
    const place = span(match.index, match.index + match[0].length);
    if (isPartOfMore(text, place)) continue;
    const digits = match[0].replace(/\D/g, '');
    const isNamed = nhsWord.test(text.slice(Math.max(0, place.start - 45), place.start));
    if (isNamed || (/^[34679]/.test(digits) && checksOut(digits))) yield place;
  }
}

/** Modulus 11: each digit but the last counts as often as there are digits from it to the end. */
function checksOut(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9), Number).reduce((total, digit, i) => total + digit * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

const ninoShape =
  /[a-z]{2}[ \u00A0-]?\d{2}[ \u00A0-]?\d{2}[ \u00A0-]?\d{2}(?:[ \u00A0-]?[a-d](?![\p{L}\p{N}]))?/giu;
const ninoPrefix = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/i;
const ninoWord = /\b(?:NI|NINO|National Insurance|Yswiriant Gwladol)\b[^\d.!?\r\n]{0,40}$/i;

/** The National Insurance numbers in a text, as `AB 12 34 56 C`. */
export function* insuranceNumbers(text: string): Iterable<Span> {
  for (const match of text.matchAll(ninoShape)) {
    const [words] = match;
    const place = span(match.index, match.index + words.length);
    if (isPartOfMore(text, place)) continue;
    const isWhole = /[A-D]$/.test(words) && /^[A-Z]{2}/.test(words) && ninoPrefix.test(words);
    if (isWhole || ninoWord.test(text.slice(Math.max(0, place.start - 60), place.start))) yield place;
  }
}
