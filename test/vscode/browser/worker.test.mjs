// A reviewer whose whole extension runs in the browser, in a web worker, on a folder of which no file is a `file:`: as in
// VS Code for the web, where there is no Node. From the first character to the report on their own computer.
//
// The steps build on each other.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

import { unzipSync } from 'fflate';

import { openWorkbench } from './workbench.mjs';

describe('A reviewer whose extension runs in the browser', () => {
  let broken = false;
  let folder = '';
  /** @type {string[]} */
  let there = [];
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    const prepare = async (/** @type {string} */ copy) => {
      folder = copy;
      there = await readdir(copy);
    };
    workbench = await openWorkbench({ which: 'new', theme: 'Default Light Modern', worker: true, prepare });
    await workbench.openFromExplorer('theme-2.review.md');
  });
  after(() => workbench?.close());
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(async function () {
    if (!this.currentTest?.isFailed()) return;
    broken = true;
    await workbench.screenshot('failed-worker');
  });

  it('sees how many standards are covered, and what is wrong', async () => {
    await workbench.status(/Standards \d+\/\d+/).waitFor({ timeout: 60_000 });
    await workbench.squiggle('error').waitFor();
  });

  it('is offered the standards while they write', async () => {
    const { page } = workbench;
    await workbench.goToEndOf('## Strengths');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- Written in the browser. [std ', { delay: 40 });
    await workbench.suggestions.first().waitFor();
    await page.keyboard.type('leadership', { delay: 40 });
    await workbench.suggestions.first().waitFor();
    await page.keyboard.press('Enter');
    await workbench.line('Written in the browser. [std 3]').waitFor();
  });

  it('downloads it as a Word document, and leaves the folder as it is', async () => {
    const { page } = workbench;
    await workbench.runCommand('Critical Friend: Export Report');
    for (const row of ['Word document', 'Download'])
      await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
    const button = workbench.preview().getByRole('button', { name: /^Download .*\.docx$/ });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
    const words = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    assert.match(words, /Written in the browser\./);
    assert.deepEqual((await readdir(folder)).sort(), [...there].sort());
    await page.keyboard.press('Control+W');
  });

  it('sees it in the report beside the text', async () => {
    await workbench.runCommand('Critical Friend: Preview Report');
    await workbench.preview().getByText('Written in the browser.').waitFor();
    await workbench.screenshot('worker-1-report');
  });
});
