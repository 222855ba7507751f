/*
 * How the cost of work grows with its input, for tests that hold a scan to linear time. Processor time only, because
 * other work on the machine must not fail a test, and the least of up to five tries, because a collection of garbage
 * can fall into any of them.
 */
import assert from 'node:assert/strict';

/** The least processor time in milliseconds that a measurement may take: anything less measures the clock. */
const least = 50;
/** Four times the input costs four times as much where cost is linear, and sixteen where it is quadratic. */
const bearable = 6;
const tries = 5;

/** Milliseconds of processor time for one run, from as many runs as it takes to measure it. */
function costOfOne(run: () => void): number {
  for (let times = 1; ; times *= 2) {
    const before = process.cpuUsage();
    for (let i = 0; i < times; i++) run();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent >= least) return spent / times;
  }
}

/**
 * Fails where `run` costs six times as much or more for four times the input, at n, 4n and 16n.
 * `textOf` makes an input of a size; making it is not measured.
 */
export function assertLinear(textOf: (size: number) => string, run: (text: string) => void, n = 1000): void {
  const texts = [n, 4 * n, 16 * n].map(textOf);
  const costs = texts.map(() => Infinity);
  const ratios = (): number[] => costs.slice(1).map((cost, i) => cost / (costs[i] ?? cost));
  for (let attempt = 0; attempt < tries; attempt++) {
    texts.forEach((text, i) => {
      costs[i] = Math.min(
        costs[i] ?? Infinity,
        costOfOne(() => run(text)),
      );
    });
    if (ratios().every((ratio) => ratio < bearable)) return;
  }
  assert.fail(
    `Four times the input costs ${ratios()
      .map((ratio) => ratio.toFixed(1))
      .join(' and ')} times as much.`,
  );
}
