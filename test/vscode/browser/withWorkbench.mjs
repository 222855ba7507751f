// The window of a group of tests: opened before the first of them, and closed after the last.
//
// The tests of a group are the steps of one person. When one fails, a picture is kept and the others are skipped, because
// each begins where the one before it has ended. The errors of the page are written below a failure, and an error in a
// file of ours is a failure of its own.

import assert from 'node:assert/strict';

import { startBrowser } from '../../../scripts/vscode/page.mjs';
import { Workbench } from './workbench.mjs';

/** The browser of the groups of a file, started for the first of them. @type {ReturnType<typeof startBrowser> | undefined} */
let browser;
/** How many groups still need it. */
let groups = 0;

/**
 * The windows of a journey that depends on the VS Code: the newest and the oldest. Between them, they have a theme of each kind.
 * @type {({ name: string } & import('./window.mjs').Window)[]}
 */
export const windows = [
  { name: 'new', which: 'new', themes: ['light', 'high-contrast'] },
  { name: 'old', which: 'old', themes: ['dark', 'high-contrast-light'] },
];

/**
 * The windows of a journey through a page of ours, which the VS Code around it changes little: one of them in `npm test`,
 * both where the tests in VS Code are run by themselves.
 * @param {'new' | 'old'} which
 */
export function windowsOfPage(which) {
  return process.env.WINDOWS === 'one' ? windows.filter(({ name }) => name === which) : windows;
}

/** An error in a bundle of ours, or one that the extension host tells of our extension. */
const isOurs =
  /\/dist\/(?:preview|extension|server|office|importing)[.\w]*js|\[critical-friend\.critical-friend\]/;

/**
 * @typedef {object} Hooks
 * @property {(workbench: Workbench) => Promise<unknown>} [opened] What is done in the window before the first test.
 * @property {() => Promise<unknown>} [closed] What is done when the window is closed.
 * @property {boolean} [mayFail] Whether what the tests do may be an error in a file of ours.
 */

/**
 * Gives the tests of a group a window. Call it inside `describe`; what it returns can be used in the tests.
 * @param {string} name The name of the picture of a failure.
 * @param {import('./window.mjs').Window | (() => Promise<import('./window.mjs').Window>)} window
 * @param {Hooks} [hooks]
 */
export function withWorkbench(name, window, { opened, closed, mayFail = false } = {}) {
  const workbench = new Workbench();
  let hasFailed = false;
  groups += 1;

  before(async () => {
    browser ??= startBrowser();
    await workbench.open(typeof window === 'function' ? await window() : window, await browser);
    await opened?.(workbench);
  });
  beforeEach(function () {
    if (hasFailed) this.skip();
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (!currentTest?.isFailed()) return;
    hasFailed = true;
    if (workbench.isOpen) await workbench.screenshot(`failed-${name}`);
    const { err } = currentTest;
    if (err && workbench.errors.length > 0)
      err.stack = [err.stack, 'The page has reported:', ...workbench.errors.slice(-20)].join('\n');
  });
  after(async () => {
    const ours = workbench.isOpen ? workbench.errors.filter((error) => isOurs.test(error)) : [];
    await workbench.close();
    await closed?.();
    groups -= 1;
    if (groups === 0) {
      await (await browser)?.close();
      browser = undefined;
    }
    if (!mayFail) assert.deepEqual(ours, []);
  });
  return workbench;
}
