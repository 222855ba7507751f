// A review begun from nothing: an empty folder, and the answers to the questions of New Review.

import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** The files that New Review makes for the standards of the tests. */
export const newFiles = ['cover', 'theme-1', 'theme-2', 'theme-3', 'theme-4'].map(
  (name) => `${name}.review.md`,
);

/** Takes everything out of the folder of a window. @param {string} folder */
export async function empty(folder) {
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
}

/**
 * Answers the questions, from the button in the view to the cover that is open then.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {object} answers
 * @param {string} answers.reviewers
 * @param {string} [answers.excluded] An element that is left out of the scope.
 */
export async function createReview(workbench, { reviewers, excluded }) {
  const { page } = workbench;
  const question = page.locator('.quick-input-widget');
  const row = (/** @type {string} */ words) =>
    question.locator('.monaco-list-row', { hasText: words }).first();
  const answer = async (/** @type {string} */ asked, /** @type {string} */ words) => {
    await question.filter({ hasText: asked }).waitFor();
    await question.locator('input').last().fill(words);
    await page.keyboard.press('Enter');
  };
  await workbench.openView();
  await workbench.picture('new-review-1-button');
  await page.locator('.welcome-view-content .monaco-button', { hasText: 'New Review' }).click();
  await question.filter({ hasText: 'title of the review' }).waitFor();
  await workbench.picture('new-review-2-question');
  await answer('title of the review', 'A review of our own');
  await answer('council or body', 'Aberwen');
  await answer('Who reviews?', reviewers);
  await row('5 Working Together').waitFor();
  if (excluded !== undefined) await row(excluded).click();
  await workbench.picture('new-review-3-scope');
  await page.keyboard.press('Enter');
  if (excluded !== undefined) await answer('Why is', 'The board is reviewed separately');
  await row('In the folder').click();
  await page.locator('.tab.active[data-resource-name="cover.review.md"]').waitFor();
  await workbench.line('title: A review of our own').waitFor();
}
