/*
 * What every measure is given: how to start the servers, where to put figures, whom to tell about progress, and
 * how much time there is. It also ends whatever a measure has started, also when the measure fails.
 */
import type { Program } from './client';
import type { Bundles } from './bundle';
import type { Figures } from './figures';
import type { Pace } from './rounds';
import { start, titles, type Running, type ServerName } from './servers';

export interface Bench {
  readonly bundles: Bundles;
  readonly programs: Record<ServerName, Program>;
  readonly figures: Figures;
  /** A smoke run: fewer cases, fewer samples. */
  readonly quick: boolean;
  say(line: string): void;
}

/** A measure fills in figures. */
export type Measure = (bench: Bench) => Promise<void>;

/** The pace of anything that is typed. */
export function typingPace({ quick }: Bench): Pace {
  return quick
    ? { warmUp: 20, samples: 40, block: 5, budget: 2_500 }
    : { warmUp: 40, samples: 100, block: 5, budget: 4_000 };
}

/** Says and keeps why there is no figure. */
export function noteFailure(bench: Bench, what: string, failure: unknown): void {
  const line = `${what}: ${failure instanceof Error ? failure.message : String(failure)}`;
  bench.figures.failures.push(line);
  bench.say(`  no figure for ${line}`);
}

/** Starts servers, on a folder that they do not yet read if one is given, lets `work` use those that could be started, and ends them. */
export async function withServers(
  bench: Bench,
  names: readonly ServerName[],
  work: (running: readonly Running[]) => Promise<void>,
  folder?: string,
): Promise<void> {
  const running: Running[] = [];
  try {
    for (const name of names) {
      try {
        running.push(await start(name, bench.programs[name], folder));
      } catch (failure) {
        noteFailure(bench, titles[name], failure);
      }
    }
    await work(running);
  } finally {
    await Promise.all(running.map(({ client }) => client.stop()));
  }
}
