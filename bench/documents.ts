/*
 * Synthetic review documents: five shapes of any size, the same ones on every run. They cite every standard
 * and are clean but for what a bench does to them: `toggleAt` names a place where one typed character turns
 * `[std 6.1]` into `[std 6.19]`, which no catalogue has, so that every edit changes the diagnostics.
 */
import { createDice, pick, sentence, sentences, type Dice } from './words';

/** What a document is made of. */
export type Shape = 'ordinary' | 'list' | 'paragraph' | 'nesting' | 'tables';
export const shapes: readonly Shape[] = ['ordinary', 'list', 'paragraph', 'nesting', 'tables'];

/** Where in a document something is typed. */
export type Where = 'top' | 'middle' | 'end';

/** The sizes by their names. */
export const sizes = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000 } as const;
export type Size = keyof typeof sizes;

/** A text before and after one typed character, and where it is typed. */
export interface Toggle {
  readonly off: string;
  readonly on: string;
  readonly typed: string;
  readonly line: number;
  readonly character: number;
}

// The shipped catalogue's standards, but for 6.1, which is cited all over.
const standards = '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 4.1 4.2 5.1 5.2 6.2 7.1 8.1'.split(' ');

/** Cites the standards in turn, and 6.1 every fourth time; names records that nobody else names. */
class Citer {
  readonly #seed: number;
  readonly #ids: readonly string[];
  readonly #dice: Dice;
  #count = 0;

  constructor(seed: number, dice: Dice, without: readonly string[]) {
    this.#seed = seed;
    this.#dice = dice;
    this.#ids = standards.filter((id) => !without.includes(id));
  }

  /** Two findings with the same words would not be clean. */
  record(): string {
    return `Record ${this.#seed}/${this.#count + 1} shows it.`;
  }

  next(): string {
    const turn = this.#count++;
    if (turn % 4 === 0) return '[std 6.1]';
    const at = turn - Math.floor(turn / 4) - 1;
    const id = this.#ids[at % this.#ids.length] ?? '6.1';
    return this.#dice() < 0.3 ? `[std ${id}] [probe 6.${1 + Math.floor(this.#dice() * 20)}]` : `[std ${id}]`;
  }
}

/** A document of about `bytes`; `without` are standards that it does not cite. */
export function createDocument(
  shape: Shape,
  bytes: number,
  seed = 1,
  without: readonly string[] = [],
): string {
  const dice = createDice(seed);
  const citer = new Citer(seed, dice, without);
  const first = shape === 'list' ? '' : opening(citer);
  const parts = [
    `# A review in pieces, part ${seed}\n\n${first}${shape === 'list' ? '## Strengths\n\n' : ''}`,
  ];
  let length = parts[0]?.length ?? 0;
  for (let turn = 1; length < bytes; turn++) {
    const part = makers[shape](dice, citer, turn);
    // As near to the size as the pieces allow: a document of 10 KB must not be one of 12.
    if (length + part.length / 2 > bytes) break;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** A list of so many findings; no two of any seeds are alike. */
export function createFindings(count: number, seed: number): string {
  const dice = createDice(seed);
  const citer = new Citer(seed, dice, []);
  return Array.from({ length: count }, () => finding(dice, citer)).join('');
}

// A short document must address all standards too, or it would not be clean.
function opening(citer: Citer): string {
  const points = Array.from({ length: 26 }, (_, i) => `- Seen in area ${i + 1}. ${citer.next()}\n`);
  return `## Strengths\n\n${points.join('')}\n## What we saw\n\n`;
}

const makers: Record<Shape, (dice: Dice, citer: Citer, turn: number) => string> = {
  ordinary: ordinaryPart,
  list: finding,
  paragraph: (dice, citer) => `${sentence(dice)}\n${sentence(dice)} ${citer.next()}\n`,
  nesting: nestedPart,
  tables: tablePart,
};

function finding(dice: Dice, citer: Citer): string {
  return `- ${sentences(dice, 1, 3)} ${citer.record()} ${citer.next()}\n`;
}

function findings(dice: Dice, citer: Citer): string {
  return Array.from({ length: 5 }, () => finding(dice, citer)).join('');
}

function ordinaryPart(dice: Dice, citer: Citer, turn: number): string {
  return [
    `# Part ${turn}\n\n## Strengths\n\n${findings(dice, citer)}\n`,
    `## Areas for development\n\n${findings(dice, citer)}\n`,
    `## ${pick(dice, ['Everyday practice', 'Listening and acting', 'Money and people'])}\n\n`,
    `${sentences(dice, 3, 5)}\n\n${sentences(dice, 3, 5)} See also [std 6.1].\n\n`,
  ].join('');
}

function nestedPart(dice: Dice, citer: Citer, turn: number): string {
  const lines = Array.from({ length: 10 }, (_, depth) => {
    // A finding that cites the same standard twice would not be clean.
    const cited = depth % 4 === 0 ? ` ${citer.record()} ${citer.next()}` : '';
    return `${'  '.repeat(depth)}- ${sentence(dice)}${cited}`;
  });
  const quotes = Array.from({ length: 6 }, (_, depth) => {
    return `${'> '.repeat(depth + 1)}${sentence(dice)} ${citer.next()}`;
  });
  return `## Strengths\n\n${lines.join('\n')}\n\n## Voices, round ${turn}\n\n${quotes.join('\n')}\n\n`;
}

function tablePart(dice: Dice, citer: Citer, turn: number): string {
  const rows = Array.from(
    { length: 12 },
    (_, row) => `| ${row + 1} | ${sentence(dice)} | ${citer.next()} |\n`,
  );
  return `## Table ${turn}\n\n| No | What we saw | Standard |\n| --- | --- | --- |\n${rows.join('')}\n`;
}

/** The place for one character near the top, in the middle or at the end of a text; `id` is what is cited there. */
export function toggleAt(text: string, where: Where, id = '6.1'): Toggle {
  const cited = `[std ${id}]`;
  const wanted = { top: 0, middle: text.length / 2, end: text.length }[where];
  let at = -1;
  for (let next = text.indexOf(cited); next >= 0; next = text.indexOf(cited, next + 1)) {
    if (at < 0 || Math.abs(next - wanted) < Math.abs(at - wanted)) at = next;
  }
  if (at < 0) throw new Error(`The text cites ${id} nowhere.`);
  const offset = at + cited.length - 1;
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    off: text,
    on: `${before}9${text.slice(offset)}`,
    typed: '9',
    line: before.split('\n').length - 1,
    character: offset - lineStart,
  };
}
