/*
 * A server's start: from the process being made to `initialize` answered. Each start is a new process; the
 * servers take turns. Ours is the program that people start, not the one with the bench's door.
 */
import { noteFailure, type Bench } from '../bench';
import { Client } from '../client';
import { interleave, type Runner } from '../rounds';
import { titles, type ServerName } from '../servers';

/** Measures starts. */
export async function measureStart(bench: Bench): Promise<void> {
  bench.say('start');
  const scripts: [ServerName, string][] = [
    ['floor', bench.bundles.floor],
    ['ours', bench.bundles.product],
    ['markdown', bench.programs.markdown.script],
  ];
  const runners = scripts.map(([name, script]): Runner<ServerName> => {
    return {
      name,
      step: async () => {
        const started = performance.now();
        const client = new Client({ script });
        try {
          await client.initialize();
          return performance.now() - started;
        } finally {
          await client.stop();
        }
      },
    };
  });
  const pace = { warmUp: 1, samples: bench.quick ? 7 : 15, block: 1, budget: 30_000 };
  const taken = await interleave(runners, pace, (name, failure) => {
    noteFailure(bench, `start, ${titles[name]}`, failure);
  });
  bench.figures.addAll('start', 'initialize answered', taken);
}
