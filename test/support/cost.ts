/*
 * What work costs, for tests of growth: processor time of this process and no time of the clock, because other
 * work on the machine must not fail a test. Only two costs of one run are ever compared.
 */

/** Processor time in milliseconds, the least of three runs; never nothing, so that it can be divided by. */
export function costOf(work: () => void): number {
  const costs = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.max(0.1, Math.min(...costs));
}

/** How many times more four times the size costs: about 4 where cost follows size, 16 where it follows the square. */
export function growthOf(workOfSize: (size: number) => void, size: number): number {
  workOfSize(size);
  const small = costOf(() => {
    workOfSize(size);
  });
  return (
    costOf(() => {
      workOfSize(size * 4);
    }) / small
  );
}
