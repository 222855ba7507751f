/*
 * Small random changes of a text, from a seed: the same seed gives the same changes.
 */
import { separator } from './target';

/** Random whole numbers below a bound. */
export type Random = (below: number) => number;

/** The generator “mulberry32”: small, and good enough for choosing. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Characters that something may treat as special. */
const characters = [
  ...Array.from(' \t\n\r-*+_#>|[](){}<>!"\'`~=&;:,.@/\\?%$^0123456789aAzZ'),
  ...[
    '\r\n',
    '\n\n',
    '    ',
    '\u0000',
    '\u0007',
    '\u0085',
    '\u00A0',
    '\u00AD',
    '\u200B',
    '\u202E',
    '\u2028',
    '\uFEFF',
  ],
  ...[
    '\uD83D',
    '\uDE00',
    '👩‍👩‍👧',
    'e\u0301',
    'ŵ',
    'İ',
    'ß',
    '–',
    '…',
    '“',
    '’',
    '\uFFFE',
    '\uFFFF',
    '\u0600',
    separator,
  ],
];

/** A text, changed in one to six places; `others` are texts that pieces may be taken from. */
export function mutate(
  text: string,
  words: readonly string[],
  others: readonly string[],
  longest: number,
  random: Random,
): string {
  let result = text;
  const changes = 1 + random(random(2) === 0 ? 2 : 6);
  for (let i = 0; i < changes; i++) result = changeOnce(result, words, others, random);
  return result.length > longest ? result.slice(0, longest) : result;
}

function changeOnce(
  text: string,
  words: readonly string[],
  others: readonly string[],
  random: Random,
): string {
  const at = random(text.length + 1);
  const length = 1 + random(random(4) === 0 ? 200 : 8);
  const piece = text.slice(at, at + length);
  const pick = (list: readonly string[]): string => list[random(list.length)] ?? '';
  const put = (added: string, removed = 0): string => text.slice(0, at) + added + text.slice(at + removed);
  switch (random(10)) {
    case 0:
      return put('', length);
    case 1:
      return put(piece);
    case 2:
    case 3:
      return put(pick(words), random(3) === 0 ? length : 0);
    case 4:
      return put(pick(characters), random(2));
    case 5: {
      // Costs that grow with the square of a length show only where something is repeated.
      const times = 2 + random(random(8) === 0 ? 300 : 6);
      return put(piece.repeat(Math.min(times, Math.ceil(4000 / Math.max(1, piece.length)))));
    }
    case 6: {
      const other = pick(others);
      const from = random(other.length + 1);
      return put(other.slice(from, from + 1 + random(120)), random(2) * length);
    }
    case 7: {
      const target = random(text.length + 1);
      const rest = put('', length);
      return rest.slice(0, target) + piece + rest.slice(target);
    }
    case 8:
      return put(String.fromCharCode(random(random(4) === 0 ? 0x10000 : 0x180)), random(2));
    default: {
      const lines = text.split('\n');
      const [a, b] = [random(lines.length), random(lines.length)];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
      return lines.join('\n');
    }
  }
}
