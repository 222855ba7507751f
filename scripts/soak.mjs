// `npm run test:soak`: every file with a property again and again, each time with another seed, until the
// minutes are over. It prints each seed before it is used, and for a failure the line that repeats it.
//
// `npm run test:soak -- MINUTES [WORDS]`: ten minutes by default; words choose the files whose paths hold one of them.
// The shapes of growth.test.ts do not depend on a seed; all of them are tried once, in the first round.
// `FC_TIMES` sets how many times as often as it names itself a property is tried for one seed (3 by default; `npm test` tries a
// quarter, see `test/support/depth.ts`). What `npm test` cuts short is whole here. The fuzzer tries four times as many again,
// and keeps each input that fails in `test/corpus-fuzz`; of the small edits each round tries another part.

import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [minutes = '10', ...words] = process.argv.slice(2);
const times = process.env.FC_TIMES ?? '3';
const end = Date.now() + Number(minutes) * 60_000;
if (!(Number(minutes) > 0) || !(Number(times) >= 1)) {
  console.error('Write how many minutes it may take: npm run test:soak -- 10. FC_TIMES is 1 at least.');
  process.exit(2);
}

/** How many parts the small edits are tried in. */
const parts = 25;

const files = ['test/core', 'test/server', 'test/cli']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      `${folder}/${name}`.replaceAll(path.sep, '/'),
    ),
  )
  .concat('test/fuzz.test.ts')
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) =>
    /fc\.(?:assert|sample)|drawTraffic|growthOf|smallEdits|fuzz\/run|isDeep/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  )
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No file with a property has ${words.map((word) => `"${word}"`).join(' or ')} in its path.`);
  process.exit(2);
}

const growth = 'test/core/growth.test.ts';
const options = [
  '--no-config',
  '--require',
  'tsx/cjs',
  '--require',
  './test/support/seed.ts',
  '--timeout',
  '0',
];
const repeats = [];
let passed = 0;
let failed = 0;
let rounds = 0;
while (rounds === 0 || Date.now() < end) {
  const seed = randomInt(1, 2 ** 31);
  rounds += 1;
  console.log(`seed ${seed}`);
  // File by file, so that a failure is told at once and a round ends soon after its time.
  for (const file of files) {
    if (rounds > 1 && Date.now() >= end) break;
    if (rounds > 1 && file === growth) continue;
    const edits = `${rounds % parts}/${parts}`;
    const output = await run(file, seed, edits);
    const count = (/** @type {RegExp} */ pattern) => Number(pattern.exec(output.text)?.[1] ?? 0);
    passed += count(/(\d+) passing/);
    const wrong = count(/(\d+) failing/) || (output.code === 0 ? 0 : 1);
    if (wrong === 0) continue;
    failed += wrong;
    const settings = `FC_SEED=${seed} FC_TIMES=${times} EDITS=${edits} GROWTH=all`;
    repeats.push(`${settings} npx mocha ${options.join(' ')} ${file}`);
    console.log(`${output.text}\nTo repeat it:\n  ${repeats.at(-1)}\n`);
  }
}
for (const line of repeats) console.log(line);
console.log(
  `\n${rounds} ${rounds === 1 ? 'seed' : 'seeds'}, ${files.length} files: ${passed} passed, ${failed} failed`,
);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Runs the tests of a file with a seed and a part of the small edits.
 * @param {string} file @param {number} seed @param {string} edits
 * @returns {Promise<{ code: number | null, text: string }>}
 */
function run(file, seed, edits) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/mocha/bin/mocha.js', ...options, '--reporter', 'dot', file],
      {
        cwd: root,
        env: { ...process.env, FC_SEED: String(seed), FC_TIMES: times, EDITS: edits, GROWTH: 'all' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        text += chunk;
      });
    child.on('close', (code) => {
      resolve({ code, text });
    });
  });
}
