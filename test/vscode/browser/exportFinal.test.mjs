// Somebody who exports a report that its cover calls final while something still stands in the way: they are asked once.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { assertAccessible } from './accessible.mjs';
import { openWorkbench } from './workbench.mjs';

describe('Somebody who exports a report too early', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    const prepare = async (/** @type {string} */ folder) => {
      const cover = path.join(folder, 'cover.review.md');
      await writeFile(cover, (await readFile(cover, 'utf8')).replace('phase: drafting', 'phase: final'));
    };
    const window = { which: /** @type {const} */ ('new'), theme: 'Default Light Modern', prepare };
    workbench = await openWorkbench({ ...window, review: 'examples/aberwen' });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed-export-final');
  });

  const asked = () =>
    workbench.page.locator('.monaco-dialog-box', { hasText: 'points stand in the way of the final report.' });

  it('is asked, and may look at what it is', async () => {
    await workbench.openView();
    await workbench.runCommand('Critical Friend: Export Report');
    await asked().waitFor();
    await workbench.screenshot('export-final-1-asked');
    await asked().getByRole('button', { name: 'See What' }).click();
    const page = workbench.preview();
    await page.getByRole('heading', { level: 1, name: /^Before it leaves: / }).waitFor();
    await assertAccessible(await workbench.previewFrame());
    await workbench.screenshot('export-final-2-seen');
  });

  it('may export it as a draft, and is not asked again', async () => {
    await workbench.runCommand('Critical Friend: Export Report');
    await asked().getByRole('button', { name: 'Export as a Draft' }).click();
    await workbench.page.getByPlaceholder('As what should the report be written?').waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});
