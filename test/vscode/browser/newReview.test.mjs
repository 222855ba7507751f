// Somebody who begins a review from nothing: an empty folder, the button in the view, a few questions, and a finding.
//
// The window is the old VS Code with the packaged extension, if it is built, so this is also what a person sees who has
// just installed it.

import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { openWorkbench } from './workbench.mjs';

const vsix = process.env.CRITICAL_FRIEND_VSIX;

describe(`Somebody who begins a review${vsix ? ', with the packaged extension' : ''}`, () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  let folder = '';

  before(async () => {
    const prepare = async (/** @type {string} */ copy) => {
      folder = copy;
      for (const name of await readdir(copy)) await rm(path.join(copy, name), { recursive: true });
    };
    const window = { which: /** @type {const} */ ('old'), theme: 'Default Light Modern', prepare };
    workbench = await openWorkbench({ ...window, ...(vsix ? { vsix } : {}) });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed-new-review');
  });

  it('finds the button, answers, and writes a finding', async () => {
    const { page } = workbench;
    const question = page.locator('.quick-input-widget');
    const answer = async (/** @type {string} */ asked, /** @type {string} */ words) => {
      await question.filter({ hasText: asked }).waitFor();
      await question.locator('input').last().fill(words);
      await page.keyboard.press('Enter');
    };
    await workbench.openView();
    const button = page.locator('.welcome-view-content .monaco-button', { hasText: 'New Review' });
    await button.waitFor();
    await workbench.screenshot('new-review-1-button');
    await button.click();
    await question.filter({ hasText: 'title of the review' }).waitFor();
    await workbench.screenshot('new-review-2-question');
    await answer('title of the review', 'A review of our own');
    await answer('council or body', 'Aberwen');
    await answer('Who reviews?', 'Gwen Prosser; Martin Hale');
    const element = question.locator('.monaco-list-row', { hasText: '5 Working Together' }).first();
    await element.waitFor();
    await element.click();
    await workbench.screenshot('new-review-3-scope');
    await page.keyboard.press('Enter');
    await answer('Why is', 'The board is reviewed separately');
    await question.locator('.monaco-list-row', { hasText: 'In the folder' }).first().click();

    await page.locator('.tab.active[data-resource-name="cover.review.md"]').waitFor();
    await workbench.line('title: A review of our own').waitFor();
    await workbench.line('- std: 5').waitFor();
    await workbench.row('A review of our own').waitFor();
    const files = ['cover', 'theme-1', 'theme-2', 'theme-3', 'theme-4'].map((name) => `${name}.review.md`);
    const written = (await readdir(folder)).sort();
    if (written.join() !== files.join()) throw new Error(`The folder holds ${written.join(', ')}.`);
    await workbench.screenshot('new-review-4-begun');

    await workbench.openFile('theme-2.review.md');
    await workbench.goToEndOf('## Strengths');
    await page.keyboard.press('Enter');
    await page.keyboard.type('\n- Staff describe steady leadership. [std ', { delay: 15 });
    await workbench.suggestions.filter({ hasText: '3.1' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('3.1]');
    await workbench.status(/Standards 1\/\d+/).waitFor();
    await workbench.screenshot('new-review-5-finding');
  });
});
