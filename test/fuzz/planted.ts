/*
 * What the fuzzer must find, as targets of its own: a bug after three conditions, each of which is rare by itself, by which
 * a test shows that guidance works; and inputs that never end, take all memory, or take time by the square of their length.
 */

import type { Target } from './target';

/** Fails for texts with three rare signs in this order. */
function fail(text: string): void {
  const first = text.indexOf('\u0007');
  if (first >= 0) {
    const second = text.indexOf('\u0600', first);
    if (second >= 0) {
      if (text.includes('\u202E', second)) throw new Error('the planted bug');
    }
  }
}

function neverEnd(text: string): void {
  for (let i = 0; text === 'for ever'; i = (i + 1) % 1000) if (i < 0) return;
}

function takeMemory(text: string): void {
  const all: number[][] = [];
  while (text === 'all memory') all.push(new Array<number>(1000).fill(all.length));
}

function takeTime(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length * text.length * 8; i++) sum += text.startsWith('z') ? Math.sqrt(i) : 0;
  if (Number.isNaN(sum)) throw new Error('not a number');
}

const target = (name: string, seed: string, check: Target['check']): Target => {
  return {
    name,
    executions: 1,
    seeds: [seed],
    words: [],
    plain: (length) => 'a'.repeat(Math.min(length, 10)),
    check,
  };
};

/** The targets. */
export const plantedTargets: readonly Target[] = [
  target('planted', 'some plain words', fail),
  target('endless', 'for ever', neverEnd),
  target('greedy', 'all memory', takeMemory),
  target('slow', 'z'.repeat(4000), takeTime),
];
