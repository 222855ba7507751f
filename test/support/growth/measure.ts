/*
 * How the cost of a shape grows: it is tried with n, 4n and 16n pieces, where n is found by doubling until checking takes
 * long enough to be measured. Costs are processor time of this process, and only compared with each other.
 */
import type { Costs } from './drive';

/** Whatever can be made of `n` pieces and costs something. */
export interface Measured {
  readonly name: string;
  /** How many characters or bytes `n` pieces are. */
  readonly size: (n: number) => number;
  /** What the work costs by which `n` is found. */
  readonly first: (n: number) => number;
  /** What each thing costs that is done with it; a few of them where not all are asked for. */
  readonly costs: (n: number, isWhole: boolean) => Promise<Costs>;
}

/** What was found about one thing that is done with a shape: milliseconds for n, 4n and 16n, and how they grow. */
interface Growth {
  readonly what: string;
  readonly costs: readonly number[];
  /** The larger of the two steps; under this bound cost follows size. */
  readonly ratio: number;
}

/** Four times as much costs less than this many times as much; it would be 16 where cost follows the square. */
export const bound = 6;
/** The least that a cost must be to say anything, in milliseconds. */
const least = 50;
/** How often a shape is tried until every step is under the bound. */
const attempts = 5;
/** The most that n may be, and the most characters or bytes of 16n pieces. */
const mostPieces = 32_768;
const largest = 6_000_000;
/** What takes longer than this is not tried with four times as much. */
const longest = 10_000;
/** What takes so long in milliseconds, and is so steep, is not tried again: no work beside it could have done that. */
const hopeless = { cost: 2000, ratio: 10 };

/** How the cost of each thing that is done with a shape grows, the best of several attempts, and the n that was found. */
export async function growthOf(
  shape: Measured,
  isWhole: boolean,
): Promise<{ n: number; growth: readonly Growth[] }> {
  let n = 4;
  // The better of two: the first run of anything takes longer, because its code is not compiled yet.
  const isShort = (): boolean => shape.first(n) < least || shape.first(n) < least;
  while (n < mostPieces && shape.size(n * 32) <= largest && isShort()) n *= 2;
  let best: readonly Growth[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = await tryOnce(shape, n, isWhole);
    const before = new Map(best.map((each) => [each.what, each]));
    best = found.map((each) => {
      const old = before.get(each.what);
      return old && old.ratio < each.ratio ? old : each;
    });
    if (best.every(({ ratio }) => ratio < bound) || best.some(isHopeless)) break;
  }
  return { n, growth: best };
}

function isHopeless({ costs, ratio }: Growth): boolean {
  return ratio > hopeless.ratio && Math.max(...costs) > hopeless.cost;
}

async function tryOnce(shape: Measured, n: number, isWhole: boolean): Promise<Growth[]> {
  const rows: Costs[] = [];
  for (const size of [n, 4 * n, 16 * n]) {
    rows.push(await shape.costs(size, isWhole));
    if (longestOf(rows) > longest) break;
  }
  // Where something takes so long that nothing was compared, less of it is.
  for (let size = n; rows.length < 3 && longestOf(rows.slice(0, 1)) > longest / 16 && size >= 8;) {
    size = Math.floor(size / 4);
    rows.unshift(await shape.costs(size, isWhole));
  }
  const names = [...(rows[0]?.keys() ?? [])];
  return names.map((what) => {
    const costs = rows.map((row) => row.get(what) ?? 0);
    const steps = costs.slice(1).map((cost, i) => stepOf(costs[i] ?? 0, cost));
    return { what, costs, ratio: Math.max(...steps) };
  });
}

function longestOf(rows: readonly Costs[]): number {
  return Math.max(0, ...rows.flatMap((row) => [...row.values()]));
}

/** How many times as much; what is too little to be measured has not grown, and counts as a quarter of what can be. */
function stepOf(before: number, after: number): number {
  return after < least ? 0 : after / Math.max(before, least / 4);
}
