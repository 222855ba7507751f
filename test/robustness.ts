/*
 * The figures of the page on robustness, counted where they come from. `npm run measure:robustness` prints them as the page
 * has them; a test compares the two.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from './corpus/cases';
import { productTargets } from './fuzz/targets';
import { attacks } from './support/attacks';
import { shareOf, usualShare } from './support/depth';
import { growthShapes } from './support/growth/all';
import { smallEdits } from './support/smallEdits';
import { imports, references } from './support/bombs';
import { fewestMessages } from './support/traffic';

const root = join(__dirname, '..');

/** The texts of all tests below a folder. */
function testsIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** Rows of a table: what there is, and how much of it. */
export function robustnessFigures(): readonly (readonly [what: string, many: string])[] {
  const tests = ['test/core', 'test/server', 'test/cli'].flatMap((folder) => testsIn(folder, '.test.ts'));
  const laws = tests.flatMap((text) => [...text.matchAll(/\bfc\.assert\(/g)]).length;
  const tried = tests.flatMap((text) => [...text.matchAll(/\bruns\(([\d_]+)\)/g)]);
  const documents = tried.reduce(
    (sum, [, number = '0']) => sum + shareOf(Number(number.replaceAll('_', '')), usualShare),
    0,
  );
  const hosts = readFileSync(join(root, 'scripts/vscode/hosts.mjs'), 'utf8').match(/^ {2}\{ which: /gm) ?? [];
  const persons = readdirSync(join(root, 'test/vscode/browser')).filter((name) => name.endsWith('.test.mjs'));
  const print = (number: number): string => number.toLocaleString('en-GB');
  return [
    ['texts and folders of the corpus, each with what must be said of it', print(cases.length)],
    ['named attacks that go through every printer and page', print(attacks.length)],
    ['files made to do harm, each read or refused', print(imports.length + references.length)],
    ['laws that are tried on random input', print(laws)],
    ['random inputs that they are tried on at each `npm test`', print(documents)],
    ['hostile shapes whose cost must follow their size', print(growthShapes.length)],
    ['readers, importers and printers that are fuzzed', print(productTargets.length)],
    [
      'inputs that the fuzzer tries at each `npm test`',
      print(productTargets.reduce((sum, { executions }) => sum + shareOf(executions, usualShare), 0)),
    ],
    ['small edits near cuts, of which `npm test` tries some thousand', print(smallEdits)],
    ['messages of a client that says anything', print(fewestMessages)],
    ['extension hosts in which the same tests run', print(hosts.length)],
    ['persons at VS Code in a browser', print(persons.length)],
  ];
}

if (require.main === module)
  for (const [what, many] of robustnessFigures()) console.log(`${many.padStart(8)}  ${what}`);
