/*
 * Dates of birth: a date with words of birth beside it, in English or Welsh. A date alone is never one; reviews
 * are full of dates. Which words may stand between is kept narrow: “born”, but not “where babies are born, closed”.
 */
import { span, type Span } from '../text/span';
import { goesOn } from './datum';
import { stretchAfter, stretchBefore } from '../text/ends';
import { pattern } from '../text/pattern';

const english = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December', 'Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept?', 'Oct', 'Nov', 'Dec'],
];
/** As they stand alone, and as they change after “o”. */
const welsh = [
  ...[
    'Ionawr',
    'Chwefror',
    '[MF]awrth',
    'Ebrill',
    '[MF]ai',
    '[MF]ehefin',
    'G?[Oo]rffennaf',
    'Awst',
    '[MF]edi',
  ],
  ...['Hydref', '[TD]achwedd', 'Rh?agfyr'],
];
const month = `(?:${[...english, ...welsh].join('|')})\\b\\.?`;
const day = '\\d{1,2} ?(?:st|nd|rd|th|af|ail|ydd|fed|ed|eg|ain)?';
const year = "(?:(?:19|20)\\d\\d|['’]?\\d\\d)";
const dates = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})',
  '\\d{8}',
  `${day}(?: of| o)? ${month}(?:,? ${year})?`,
  `${month} ${day}(?:,? ${year})?`,
];
const date = pattern(`(?<![\\p{L}\\p{N}./-])(?:${dates.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

const quick = /born|d\.? ?-?o\.? ?-?b|birth|gan[we]|an[we][yd]|geni|pen-?blwydd|\bb\./i;
/** Small words that stand between “born” and a date, and nothing else does but a place. */
const small = '(?:[\\s,:;=(“"‘\'*_–-]|\\b(?:on|the|of|is|was|as|a|falls|ar|y|yr|yw|oedd|ef|hi|o)\\b){0,8}';
const place = "(?: (?:at|in|yn|mewn) (?:[\\p{L}'’]+ ){1,5}(?:on|ar) (?:the |y )?)?";
const noun =
  "(?:d\\.? ?o\\.? ?b\\b\\.?|d-o-b|dates? of birth|birth ?-?date|birthday|dyddiad geni(?:['’]r)?|pen-?blwydd)";
const verb = '(?:born|ganwyd|ganed|anwyd|aned)';
const close = pattern(`(?<!\\p{L})(?:${verb}|${noun})(?:${place}|${small})$`, 'iu');
const near = pattern(`(?<!\\p{L})${noun}(?:(?![.!?]\\s)[^\\d|\\r\\n]){0,45}$`, 'iu');
const letter = /(?<![\p{L}\p{N}])b\. ?$/u;
const after = pattern(`^[\\s,:;()–-]{1,3}${noun}(?!\\p{L})`, 'iu');

/** The dates of birth in a text. */
export function* birthDates(text: string): Iterable<Span> {
  if (!quick.test(text)) return;
  for (const match of text.matchAll(date)) {
    const [words] = match;
    const start = match.index;
    const end = start + words.length;
    const numbers = (words.match(/\d+/g) ?? []).map(Number);
    if (!isPossible(words, numbers) || goesOn(text, end)) continue;
    const left = stretchBefore(text, start, 90);
    const isNamed = close.test(left);
    // A day without its year needs the words of birth right beside it.
    const isNear = (): boolean =>
      near.test(left) || letter.test(left) || after.test(stretchAfter(text, end, 30));
    if (isNamed || (numbers.length !== 1 && isNear())) yield span(start, end);
  }
}

/** Whether the numbers could be those of a date. */
function isPossible(words: string, numbers: readonly number[]): boolean {
  if (/\p{L}{3}/u.test(words)) return (numbers[0] ?? 0) >= 1 && (numbers[0] ?? 0) <= 31;
  const [first = 0, second = 0, third = 0] =
    numbers.length > 1
      ? numbers
      : [/^\d\d/, /(?<=^\d\d)\d\d/, /\d{4}$/].map((part) => Number(part.exec(words)?.[0]));
  const days = first > 31 ? [second, third] : [first, second];
  return days.every((number) => number >= 1 && number <= 31) && days.some((number) => number <= 12);
}
