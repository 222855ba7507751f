/*
 * The words of the synthetic reviews, and the dice that choose among them. The same seed gives the same
 * words on every machine, so two runs measure the same texts.
 */

/** A number in [0, 1) at each call, always the same ones for a seed. */
export type Dice = () => number;

/** Dice that always fall the same way for one seed (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = [
  'Managers',
  'The edge-of-care team',
  'Social workers in all four areas',
  'Elected members',
  'Foster carers',
  'Health and education partners',
  'Young people in the participation group',
  'The commissioning team',
  'Independent reviewing officers',
  'Staff at every level',
];
const verbs = [
  'described a clear sense of purpose',
  'respond within the day and stay alongside families',
  'could not yet show what had changed for the child',
  'use a short and trusted set of figures',
  'keep the words of the child in the record',
  'were less sure who takes the final decision',
  'share what they learn from complaints and compliments',
  'read case records together with the worker',
  'have to pass modest spending up two levels',
  'ask searching questions and return to earlier answers',
];
const endings = [
  'and the records that we sampled bore this out',
  'although practice still varies between the areas',
  'which parents recognised as their own',
  'without waiting for the next formal meeting',
  'and partners told us the same story',
  'since the service was reorganised last year',
  'while two long-term vacancies remain',
  'and the reasons are written down *at the time*',
  'as the plan of the board had promised',
  'in Welsh and in English',
];

/** One of a list. */
export function pick<T>(dice: Dice, list: readonly T[]): T {
  const chosen = list[Math.floor(dice() * list.length)];
  if (chosen === undefined) throw new Error('There is nothing to pick from.');
  return chosen;
}

/** One sentence with its full stop. */
export function sentence(dice: Dice): string {
  return `${pick(dice, subjects)} ${pick(dice, verbs)}, ${pick(dice, endings)}.`;
}

/** Some sentences in one line. */
export function sentences(dice: Dice, least: number, most: number): string {
  const count = least + Math.floor(dice() * (most - least + 1));
  return Array.from({ length: count }, () => sentence(dice)).join(' ');
}
