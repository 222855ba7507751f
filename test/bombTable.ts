/*
 * What files that are made to do harm take: `npm run measure:bombs` prints the table of docs/robustness.md, with the
 * processor time and the memory of the whole process, from its start to its end.
 */
import { imports, references, type Bomb } from './support/bombs';
import { BombRange, type BombRun } from './support/bombRuns';

function row(what: string, { milliseconds, megabytes }: BombRun, end: string): string {
  return `| ${what} | ${(milliseconds / 1000).toFixed(1)} s | ${megabytes.toFixed(0)} MB | ${end} |`;
}

function describeRun(bomb: Bomb, run: BombRun): string {
  const isRead = bomb.isRead === true;
  const isAsSaid = bomb.said.test(isRead ? run.out : run.err) && run.code === (isRead ? 0 : 2);
  return isAsSaid ? (isRead ? 'read' : 'refused') : `NOT AS EXPECTED: ${run.err.slice(0, 200)}`;
}

function print(): void {
  const range = new BombRange();
  try {
    console.log('| file | processor time | memory | what comes of it |');
    console.log('| --- | --: | --: | --- |');
    console.log(row('nothing: `critical-friend --version`', range.nothing(), ''));
    for (const bomb of imports) {
      const run = range.import(bomb);
      console.log(row(bomb.what, run, describeRun(bomb, run)));
    }
    for (const bomb of references) {
      const run = range.lend(bomb);
      console.log(row(`\`--reference-docx\`: ${bomb.what}`, run, describeRun(bomb, run)));
    }
  } finally {
    range.remove();
  }
}

if (require.main === module) print();
