// A person who has created a review in a shared folder, where a colleague writes into it at once: undo takes back what was
// typed and nothing else, and what was created is removed only after a question, without the colleague's file.

import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { createReview, empty, newFiles as names } from './newFolder.mjs';
import { withWorkbench } from './withWorkbench.mjs';

const theirs = '\n- A colleague has seen this too. [std 1.1]\n';

describe('A person who has created a review', () => {
  const workbench = withWorkbench('created', { prepare: empty });

  const filesNow = async () => (await readdir(workbench.folder)).sort();
  const theirFile = () => readFile(path.join(workbench.folder, 'theme-1.review.md'), 'utf8');
  const undo = process.platform === 'darwin' ? 'Meta+Z' : 'Control+Z';

  it('is told, and undoes their own words only, whatever a colleague has written', async () => {
    const { page } = workbench;
    await createReview(workbench, { reviewers: 'Gwen Prosser' });
    await page
      .locator('.notification-toast', { hasText: '“A review of our own” was created: 5 files.' })
      .waitFor();
    await workbench.picture('created-1-told');
    const made = await filesNow();
    if (made.join() !== names.join()) throw new Error(`The folder holds ${made.join(', ')}.`);

    await appendFile(path.join(workbench.folder, 'theme-1.review.md'), theirs);
    await workbench.goToEndOf('title: A review of our own');
    await page.keyboard.type('Hello');
    await workbench.line('title: A review of our ownHello').waitFor();
    for (let times = 0; times < 4; times++) await page.keyboard.press(undo);
    await workbench.line(/title: A review of our own$/).waitFor();
    const left = await filesNow();
    if (left.join() !== names.join()) throw new Error(`After undo the folder holds ${left.join(', ')}.`);
    if (!(await theirFile()).endsWith(theirs)) throw new Error(`Their words are gone: ${await theirFile()}`);
    await workbench.picture('created-2-undone');
  });

  it('removes what was created after a question, but not what the colleague has changed', async () => {
    const { page } = workbench;
    const asked = page.locator('.monaco-dialog-box', { hasText: 'Remove the 5 files that were created?' });
    await workbench.runCommand('Remove What Was Created');
    await asked.waitFor();
    await workbench.picture('created-3-asked');
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    const kept = await filesNow();
    if (kept.join() !== names.join()) throw new Error(`After Escape the folder holds ${kept.join(', ')}.`);

    await workbench.runCommand('Remove What Was Created');
    await asked.getByRole('button', { name: 'Remove' }).click();
    await page
      .locator('.notification-toast', { hasText: 'they have been changed since: theme-1.review.md.' })
      .waitFor();
    // No editor is left, under whatever name.
    await page.locator('.tab').first().waitFor({ state: 'detached' });
    const left = await filesNow();
    if (left.join() !== 'theme-1.review.md') throw new Error(`The folder holds ${left.join(', ')}.`);
    if (!(await theirFile()).endsWith(theirs)) throw new Error(`Their words are gone: ${await theirFile()}`);
    await workbench.picture('created-4-removed');
  });
});
