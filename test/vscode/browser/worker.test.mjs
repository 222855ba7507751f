// A reviewer whose whole extension runs in the browser, in a web worker, on a folder of which no file is a `file:`: as in
// VS Code for the web, where there is no Node. From the first character to the report on their own computer.
//
// The steps build on each other.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

import { unzipSync } from 'fflate';

import { withWorkbench } from './withWorkbench.mjs';

describe('A reviewer whose extension runs in the browser', () => {
  /** @type {string[]} */
  let there = [];
  const prepare = async (/** @type {string} */ folder) => {
    there = await readdir(folder);
  };
  const workbench = withWorkbench(
    'worker',
    { worker: true, prepare },
    { opened: (opened) => opened.openFromExplorer('theme-2.review.md') },
  );

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
    assert.deepEqual((await readdir(workbench.folder)).sort(), [...there].sort());
    await page.keyboard.press('Control+W');
  });

  it('sees it in the report beside the text', async () => {
    await workbench.runCommand('Critical Friend: Preview Report');
    await workbench.preview().getByText('Written in the browser.').waitFor();
    await workbench.picture('worker-1-report');
  });
});
