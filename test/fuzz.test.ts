/*
 * The fuzzer on every reader, importer and printer. Its runs are bounded by a number of inputs and start from a seed, so
 * that they say the same each time. The soak tries many times as many from other seeds, and keeps each input
 * that fails in `test/corpus-fuzz`, where it is tried again at each `npm test`.
 */
import assert from 'node:assert/strict';
import { fuzzed, isDeep } from './support/depth';
import { keepInput, keptInputs } from './fuzz/corpus';
import { program } from './fuzz/instrument';
import { run } from './fuzz/run';
import { productTargets } from './fuzz/targets';

const seed = Number(process.env.FC_SEED ?? 2014);

describe('inputs that once failed', () => {
  for (const { name, check } of productTargets)
    for (const [file, input] of keptInputs(name))
      it(`do not fail again: ${name}, ${file}`, async () => {
        await check(input);
      });
});

describe('the fuzzer', function () {
  before(async function () {
    this.timeout(0);
    await program();
  });

  it('finds a bug after three conditions when it is guided by branches, and not when it is not', async () => {
    for (const start of [1, 2, 3]) {
      const choice = { target: 'planted', executions: 5000, seed: start, longest: 60 };
      const guided = await run(choice);
      assert.deepEqual(
        guided.failures.map(({ input, message }) => [input, message]),
        [['\u0007\u0600\u202E', 'Error: the planted bug']],
      );
      const unguided = await run({ ...choice, isGuided: false });
      assert.deepEqual([unguided.failures, unguided.executions], [[], 5000]);
    }
  });

  it('reports an input that never ends, and one that takes all memory', async () => {
    const [endless] = (await run({ target: 'endless', executions: 10, seed, patience: 1 })).failures;
    assert.deepEqual(endless, { input: 'for ever', message: 'takes more than 1 s' });
    const [greedy] = (await run({ target: 'greedy', executions: 10, seed, heap: 40 })).failures;
    assert.equal(greedy?.input, 'all memory');
    assert.match(greedy.message, /^ends the process: .*memory/);
  });

  it('reports an input whose time grows with the square of its length', async () => {
    const { failures } = await run({ target: 'slow', executions: 1, seed });
    assert.match(failures[0]?.message ?? '', /^slow: 4000 characters take \d+ ms/);
  });

  it('does the same from the same seed', async () => {
    const [first, second] = await Promise.all(
      [1, 1].map((each) => run({ target: 'citations', executions: 200, seed: each })),
    );
    assert.deepEqual([first?.branches, first?.kept], [second?.branches, second?.kept]);
  });

  for (const { name, executions } of productTargets)
    it(`finds nothing that fails: ${name}`, async () => {
      const outcome = await run({
        target: name,
        executions: fuzzed(executions),
        seed,
        longest: isDeep ? 1500 : 200,
      });
      if (isDeep) for (const { input } of outcome.failures) keepInput(name, input);
      if (process.env.FUZZ_REPORT !== undefined) report(name, outcome);
      assert.deepEqual(outcome.failures, []);
      assert.equal(outcome.executions, fuzzed(executions));
    });
});

function report(
  name: string,
  { executions, milliseconds, branches, kept, failures }: Awaited<ReturnType<typeof run>>,
): void {
  const rate = (executions / milliseconds) * 1000;
  console.log(
    `${name}: seed ${seed}, ${executions} inputs, ${rate.toFixed(0)} a second, ${branches} branches, ${kept} kept, ${failures.length} failures`,
  );
  for (const { input, message } of failures) console.log(`  ${JSON.stringify(input)}\n  ${message}`);
}
