// A person who begins a review from nothing: an empty folder, the button in the view, a few questions, and a finding.
//
// The window is the old VS Code with the packaged extension, if it is built, so this is also what a person sees who has
// just installed it.

import { readdir } from 'node:fs/promises';

import { createReview, empty, newFiles } from './newFolder.mjs';
import { withWorkbench } from './withWorkbench.mjs';

const vsix = process.env.CRITICAL_FRIEND_VSIX;

describe(`A person who begins a review${vsix ? ', with the packaged extension' : ''}`, () => {
  const window = { which: /** @type {const} */ ('old'), prepare: empty, ...(vsix ? { vsix } : {}) };
  const workbench = withWorkbench('new-review', window);

  it('finds the button, answers, and writes a finding', async () => {
    const { page } = workbench;
    await createReview(workbench, {
      reviewers: 'Gwen Prosser; Martin Hale',
      excluded: '5 Working Together',
    });
    await workbench.line('- std: 5').waitFor();
    await workbench.row('A review of our own').waitFor();
    const written = (await readdir(workbench.folder)).sort();
    if (written.join() !== newFiles.join()) throw new Error(`The folder holds ${written.join(', ')}.`);
    await workbench.picture('new-review-4-begun');

    await workbench.openFile('theme-2.review.md');
    await workbench.goToEndOf('## Strengths');
    await page.keyboard.press('Enter');
    await page.keyboard.type('\n- Staff describe steady leadership. [std ', { delay: 15 });
    await workbench.suggestions.filter({ hasText: '3.1' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('3.1]');
    await workbench.status(/Standards 1\/\d+/).waitFor();
    await workbench.picture('new-review-5-finding');
  });
});
