/*
 * Runs several servers side by side: a few steps of one, a few of the next, and round again, so that whatever
 * else the machine does hits them all alike. A slow server has a budget of time and stops when it is spent;
 * the fast ones go on. One that fails drops out, and its failure is told instead of a figure.
 */

/** Something that can be measured again and again. */
export interface Runner<Name extends string = string> {
  readonly name: Name;
  /** One step, in milliseconds. */
  step(): Promise<number>;
}

export interface Pace {
  /** Steps at the start that do not count. */
  readonly warmUp: number;
  readonly samples: number;
  /** Steps at a time before it is the next one's turn. */
  readonly block: number;
  /** Milliseconds for one runner; three steps are made all the same. */
  readonly budget: number;
}

const fewest = 3;

/** The milliseconds of every counted step, by runner. */
export async function interleave<Name extends string>(
  runners: readonly Runner<Name>[],
  { warmUp, samples, block, budget }: Pace,
  failed: (name: Name, failure: unknown) => void,
): Promise<Map<Name, number[]>> {
  const taken = new Map<Name, number[]>();
  const spent = new Map<Name, number>();
  const active = new Set(runners);

  async function step(runner: Runner<Name>): Promise<number> {
    const started = performance.now();
    const milliseconds = await runner.step();
    spent.set(runner.name, (spent.get(runner.name) ?? 0) + performance.now() - started);
    return milliseconds;
  }
  async function turn(runner: Runner<Name>): Promise<void> {
    const mine = taken.get(runner.name) ?? [];
    taken.set(runner.name, mine);
    for (let i = 0; i < block && mine.length < samples; i++) {
      mine.push(await step(runner));
      const isSpent = (spent.get(runner.name) ?? 0) > budget;
      if (isSpent && mine.length >= fewest) active.delete(runner);
      if (isSpent) return;
    }
    if (mine.length >= samples) active.delete(runner);
  }
  async function guarded(runner: Runner<Name>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      active.delete(runner);
      failed(runner.name, failure);
    }
  }

  for (const runner of runners) {
    await guarded(runner, async () => {
      for (let i = 0; i < warmUp; i++) {
        await step(runner);
        if ((spent.get(runner.name) ?? 0) > budget / 3) break;
      }
    });
  }
  while (active.size > 0) for (const runner of [...active]) await guarded(runner, () => turn(runner));
  return taken;
}
