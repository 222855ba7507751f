/*
 * How deep the tests look, in one place. A property names how often it is tried where there is time, and each run tries a
 * share of that: `npm run test:quick` a hundredth, `npm test` a quarter, `npm run test:soak` at least the whole. `FC_TIMES`
 * sets the share, and `FC_RUNS` an exact number.
 */

/** The share that `npm test` tries. */
export const usualShare = 0.25;
const share = Number(process.env.FC_TIMES ?? usualShare);

/** Whether this is the soak: sizes and enumerations that `npm test` cuts short are whole, and the fuzzer goes on longest. */
export const isDeep = share >= 1;

/** Whether this is the quick run, in which long lists of examples are sampled. */
export const isQuick = share < 0.1;

/** How many of so many repetitions are a share of them. */
export function shareOf(count: number, of: number): number {
  return Math.ceil(count * of);
}

/** How often a property is tried. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env.FC_RUNS ?? shareOf(count, share)) };
}

/**
 * How many inputs the fuzzer tries of so many. A text leads to others only where there is time for them, so the soak tries
 * more of these than of anything else.
 */
export function fuzzed(executions: number): number {
  return shareOf(executions, isDeep ? 4 * share : share);
}

/** A long list of examples: all of them, and in the quick run each tenth. */
export function sampled<T>(list: readonly T[]): readonly T[] {
  return isQuick ? list.filter((_, i) => i % 10 === 0) : list;
}

/** Whether something was met more often than at least, which is not expected of the few texts of the quick run. */
export function wasMet(count: number, least: number): boolean {
  return isQuick || count > least;
}

/** A test that the quick run leaves out, because it measures what work costs or its text is very long. */
export function itUnlessQuick(title: string, run: () => void | Promise<void>): void {
  (isQuick ? it.skip : it)(title, run);
}
