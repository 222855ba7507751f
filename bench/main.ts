/*
 * `npm run bench`: measures everything side by side and prints the ratios and the goals. `--quick` is a smoke
 * run of two minutes, `--only NAME` runs one measure, `--write` puts the tables into `docs/performance.md`.
 * Figures go to `test-results/bench.json`. A goal that was missed is no error; a measure that broke is.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { noteFailure, type Bench, type Measure } from './bench';
import { bundleAll } from './bundle';
import { Figures } from './figures';
import { measureBursts } from './measures/bursts';
import { measureCoverage } from './measures/coverage';
import { measureEdits } from './measures/edits';
import { measureExports } from './measures/exports';
import { measureFolders } from './measures/folders';
import { measureMemory } from './measures/memory';
import { measureQuestions } from './measures/questions';
import { measureReview } from './measures/review';
import { measureStart } from './measures/start';
import { printJson, printTables } from './report';
import { programsOf } from './servers';

const root = join(__dirname, '..');
const page = join(root, 'docs', 'performance.md');
const markers = { start: '<!-- bench:start -->', end: '<!-- bench:end -->' };
const longest = 30 * 60_000;

const measures: Record<string, Measure> = {
  start: measureStart,
  edits: measureEdits,
  review: measureReview,
  bursts: measureBursts,
  questions: measureQuestions,
  coverage: measureCoverage,
  folders: measureFolders,
  memory: measureMemory,
  exports: measureExports,
};

async function main(args: readonly string[]): Promise<void> {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const chosen = Object.entries(measures).filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0)
    throw new Error(`There is no such measure. There are: ${Object.keys(measures).join(', ')}`);

  const quick = args.includes('--quick');
  const write = args.includes('--write');
  if (write && (quick || only !== undefined)) throw new Error('Only a whole run may be written down.');

  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s`;
  const figures = new Figures();
  const bundles = await bundleAll();
  const say = (line: string): void => {
    process.stderr.write(`${seconds()}  ${line}\n`);
  };
  const bench: Bench = { bundles, programs: programsOf(bundles), figures, quick, say };
  for (const [name, measure] of chosen) {
    try {
      await measure(bench);
    } catch (failure) {
      noteFailure(bench, name, failure);
    }
  }
  const about = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: cpus().length,
    quick,
    seconds: Math.round((performance.now() - started) / 1000),
  };
  const tables = printTables(figures);
  process.stdout.write(`\n${tables}\n`);
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(join(root, 'test-results', 'bench.json'), printJson(figures, about));
  if (write) {
    const conditions = `Measured on ${about.date} with Node ${about.node} on ${about.cores} cores.`;
    await writePage(`${conditions}\n\n${tables}`);
  }
  if (figures.failures.length > 0) process.exitCode = 1;
}

async function writePage(tables: string): Promise<void> {
  const text = await readFile(page, 'utf8');
  const from = text.indexOf(markers.start);
  const to = text.indexOf(markers.end);
  if (from < 0 || to < from) throw new Error('The page has no place for the tables.');
  const before = text.slice(0, from + markers.start.length);
  await writeFile(page, `${before}\n\n${tables}\n\n${text.slice(to)}`);
}

// Children end with this process, so an end by force leaves nothing behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
setTimeout(() => {
  process.stderr.write('The bench has taken too long and gives up.\n');
  process.exit(1);
}, longest).unref();
main(process.argv.slice(2)).catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
