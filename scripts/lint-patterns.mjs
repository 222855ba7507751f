/*
 * A part of `npm run lint`: no regular expression that ships may take time that grows faster than the text that it is
 * tried on, or one line of a document could hold the editor for ever. recheck judges every literal, everything that
 * `pattern()` makes, and what language-configuration.json has for the editor. Whatever it finds vulnerable or cannot
 * judge fails; there are no exceptions.
 *
 *     node scripts/lint-patterns.mjs                      # all that ships
 *     node scripts/lint-patterns.mjs core/src/report      # only files whose path starts like this
 *     node scripts/lint-patterns.mjs --root FOLDER        # the sources below another folder, for the test of this
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { builtIn } from './patterns/built.mjs';
import { collect, collectJson } from './patterns/collect.mjs';
import { judge } from './patterns/judge.mjs';

const folders = ['core/src', 'server/src', 'cli/src', 'client/src', 'client/media'];
const settings = 'language-configuration.json';
/** The file that `pattern()` is in. */
const home = 'core/src/text/pattern.ts';

const { values, positionals: only } = parseArgs({
  options: { root: { type: 'string' } },
  allowPositionals: true,
});
const root = values.root ?? fileURLToPath(new URL('..', import.meta.url));
const started = performance.now();
const isAsked = (file) => only.length === 0 || only.some((start) => file.startsWith(start));
const textOf = (file) => readFileSync(path.join(root, file), 'utf8');

const files = folders
  .filter((folder) => existsSync(path.join(root, folder)))
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && name !== home && isAsked(name))
  .sort();
const read = files.map((file) => ({ file, ...collect(file, textOf(file)) }));
const faults = read.flatMap((one) => one.faults);
const callers = read.filter(({ calls }) => calls > 0);
const built = await builtOf(callers);

const all = [
  ...read.flatMap(({ literals }) => literals),
  ...built,
  ...(isAsked(settings) && existsSync(path.join(root, settings))
    ? collectJson(settings, textOf(settings))
    : []),
].map((one) => ({ ...one, key: `/${one.source}/${one.flags}` }));
const distinct = [...new Map(all.map((one) => [one.key, one])).values()];
const verdicts = await judge(distinct);
const verdictOf = new Map(distinct.map(({ key }, i) => [key, verdicts[i]]));
for (const { file, line, key } of all)
  if (verdictOf.get(key) !== '')
    faults.push(`${file}${line ? `:${line}` : ''}: ${key} ${verdictOf.get(key)}.`);

for (const fault of faults) console.error(fault);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${all.length} regular expressions (${distinct.length} different, ${built.length} built): ${faults.length} to fix (${seconds} s)`,
);
if (faults.length > 0) {
  console.error(
    'Rewrite each so that it can match in one way only, or scan the text: see docs/architecture.md.',
  );
  process.exitCode = 1;
}

/** What `pattern()` makes in the files that call it; as many as there are calls, or one of them was not seen. */
async function builtOf(callers) {
  const built = (
    await builtIn(
      root,
      callers.map(({ file }) => file),
    )
  ).filter(({ file }) => isAsked(file));
  for (const { file, calls } of callers) {
    const made = built.filter((one) => one.file === file).length;
    if (made !== calls)
      faults.push(
        `${file}: pattern() is called in ${calls} places and ran ${made} times. Call each exactly once.`,
      );
  }
  return built;
}
