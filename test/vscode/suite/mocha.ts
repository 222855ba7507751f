/**
 * Puts mocha's `describe` and `it` on the global object, in Node and in the web worker alike.
 * It is bundled before the tests, since these call `describe` while they are loaded. It runs
 * nothing. The surprising fact: mocha's browser build exports an instance, and its class is a global.
 */
import MochaModule from 'mocha';

const MochaClass = (globalThis as { Mocha?: typeof MochaModule }).Mocha ?? MochaModule;

/** What one host reports; `scripts/vscode/hosts.mjs` reads it from the opened folder. */
export interface Result {
  host: 'node' | 'worker';
  vscode: string;
  passed: number;
  failed: { title: string; message: string }[];
}

/** The one Mocha of this bundle, with a reporter that prints nothing; the tests load after this file. */
export const mocha = new MochaClass({ ui: 'bdd', timeout: 30_000, reporter: MochaClass.reporters.Base });
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** Runs what has been loaded, and tells each test on the console as it ends. */
export function runTests(result: Result): Promise<Result> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve(result);
    });
    runner.on('pass', (test) => {
      result.passed += 1;
      console.log(`  ✓ ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      result.failed.push({ title: test.fullTitle(), message: error.stack ?? error.message });
      console.log(`  ✗ ${test.fullTitle()}`);
    });
  });
}
