/*
 * What files that are made to do harm take: `npm run measure:bombs` prints a line for each, with the processor time and the
 * memory of the whole process, and what is said of it.
 */
import { imports, references } from './support/bombs';
import { BombRange } from './support/bombRuns';

const range = new BombRange();
try {
  const { milliseconds, megabytes } = range.nothing();
  console.log(
    `processor time, memory: ${(milliseconds / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB for nothing at all`,
  );
  for (const [bombs, run] of [
    [imports, range.import.bind(range)],
    [references, range.lend.bind(range)],
  ] as const)
    for (const bomb of bombs) {
      const taken = run(bomb);
      const seconds = `${(taken.milliseconds / 1000).toFixed(1)} s`;
      const memory = `${taken.megabytes.toFixed(0)} MB`;
      const isAsSaid = bomb.said.test(taken.out + taken.err) && taken.code === (bomb.isRead === true ? 0 : 2);
      console.log(
        `${seconds.padStart(6)} ${memory.padStart(7)}  ${isAsSaid ? (bomb.isRead === true ? 'read' : 'refused') : `NOT AS SAID (${taken.code})`}  ${bomb.file}: ${bomb.what}`,
      );
      if (!isAsSaid) console.log(taken.err.slice(0, 400), taken.out.slice(0, 300));
    }
} finally {
  range.remove();
}
