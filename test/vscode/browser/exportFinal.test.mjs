// A person who exports a report that its cover calls final while there are still issues to resolve: they are asked once.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { assertAccessible } from './accessible.mjs';
import { withWorkbench } from './withWorkbench.mjs';

describe('A person who exports a report too early', () => {
  const workbench = withWorkbench('export-final', {
    review: 'examples/aberwen',
    async prepare(folder) {
      const cover = path.join(folder, 'cover.review.md');
      await writeFile(cover, (await readFile(cover, 'utf8')).replace('phase: drafting', 'phase: final'));
    },
  });

  const asked = () =>
    workbench.page.locator('.monaco-dialog-box', { hasText: 'points stand in the way of the final report.' });

  it('is asked, and may look at what it is', async () => {
    await workbench.openView();
    await workbench.runCommand('Critical Friend: Export Report');
    await asked().waitFor();
    await workbench.picture('export-final-1-asked');
    await asked().getByRole('button', { name: 'See What' }).click();
    const page = workbench.preview();
    await page.getByRole('heading', { level: 1, name: /^Before it leaves: / }).waitFor();
    await assertAccessible(await workbench.previewFrame());
    await workbench.picture('export-final-2-seen');
  });

  it('may export it as a draft, and is not asked again', async () => {
    await workbench.runCommand('Critical Friend: Export Report');
    await asked().getByRole('button', { name: 'Export as a Draft' }).click();
    await workbench.page.getByPlaceholder('As what should the report be written?').waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});
