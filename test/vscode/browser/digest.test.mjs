// A lead at the end of a day: what has the team written since this morning, and what is still thin?
//
// Yesterday's texts come from a repository through VS Code's own Git extension, which needs a git program; where there
// is none, or no repository, the page says so and shows whole documents. The steps of one window build on each other.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';

import * as git from 'isomorphic-git';

import { assertAccessible } from './accessible.mjs';
import { windows, windowsOfPage, withWorkbench } from './withWorkbench.mjs';

const hasGit = spawnSync('git', ['--version']).status === 0;
const one = 'theme-2-leadership.review.md';
const words = 'is scarcely visible in those for housing, leisure and regeneration';
const yesterday = 'is missing in those for housing and leisure';

/** Commits the review as it was on the day before, and lets today's texts lie there. @param {string} dir */
async function commitYesterday(dir) {
  const file = path.join(dir, one);
  const today = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, today.replace(words, yesterday).replace(/^- Staff at every level.*\n/m, ''));
  await git.init({ fs, dir, defaultBranch: 'main' });
  for (const filepath of fs.readdirSync(dir)) {
    if (filepath.endsWith('.md')) await git.add({ fs, dir, filepath });
  }
  const timestamp = Math.floor(Date.now() / 1000) - 24 * 60 * 60;
  const author = { name: 'A. Author', email: 'author@example.org', timestamp, timezoneOffset: 0 };
  await git.commit({ fs, dir, message: 'Yesterday', author });
  fs.writeFileSync(file, today);
}

const journeys = [
  ...windowsOfPage('new').map((window) => ({ ...window, kept: hasGit })),
  { ...windows[0], name: 'historyless', kept: false },
];

for (const { name, kept, ...window } of journeys) {
  describe(`A lead in the evening, in the ${name} VS Code ${kept ? 'of a repository' : 'without a history'}`, () => {
    const prepare = kept ? { prepare: commitYesterday } : {};
    const review = 'examples/aberwen';
    const workbench = withWorkbench(`digest-${name}`, { ...window, review, ...prepare });
    const shown = (/** @type {string | RegExp} */ text) =>
      workbench.preview().getByText(text).first().waitFor();

    it('sees what the team has written today', async () => {
      await workbench.openFromExplorer(one);
      // The first window of a run waits for the extension to start.
      await workbench.status('Standards 13/16').waitFor({ timeout: 60_000 });
      await workbench.runCommand("Today's Findings");
      await shown('Today’s findings: Children');
      if (kept) {
        await shown(/found by comparing with commit [0-9a-f]{7} of/);
        await shown('Changed area for development:');
        await shown(yesterday);
      } else {
        await shown(/There is no history here, so whole documents dated since .* are shown/);
        await shown('Strength:');
      }
      await shown('no finding addresses standards 2.3 and 2.4 yet');
      await workbench.picture(`digest-${name}-1`);
    });

    it('can use the page with a screen reader', async () => {
      await workbench.inBothThemes(async () => assertAccessible(await workbench.previewFrame()));
    });

    it('sees what is written now, before it is saved', async () => {
      await workbench.goToEndOf('## Areas for development');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('- The vision is known to few. [std 4.2]', { delay: 15 });
      await shown('The vision is known to few');
    });

    it('goes from a finding to its text', async () => {
      // What is missing and what is one-sided are both fixed at the theme's heading.
      await workbench.press(workbench.preview().getByText('theme-1-outcomes, line 6').first());
      await workbench.page.locator('.tab.active[data-resource-name="theme-1-outcomes.review.md"]').waitFor();
    });

    it('chooses another day, and is told how it is understood', async () => {
      await workbench.press(workbench.preview().getByRole('button', { name: 'Since another day…' }));
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Yesterday' }).waitFor();
      await workbench.picture(`digest-${name}-2-days`);
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Another day…' }).click();
      await workbench.page.locator('.quick-input-message', { hasText: 'or the day first' }).waitFor();
      // Into the box itself: keys go to the editor until the box has the focus.
      await workbench.page.locator('.quick-input-widget input').first().fill('2/10/2025');
      await workbench.page
        .locator('.quick-input-message', { hasText: 'Since Thursday 2 October 2025.' })
        .waitFor();
      await workbench.page.keyboard.press('Enter');
      await shown(
        kept ? /Since 2025-10-02 everything is new/ : /whole documents dated since 2025-10-02 are shown/,
      );
      await workbench.picture(`digest-${name}-3-another-day`);
    });

    // Whether the page comes back does not depend on where it is from.
    if (name === 'historyless') return;
    it('reloads the window and still has the page, for today', async () => {
      await workbench.runCommand('File: Save All');
      await workbench.reload();
      // The editor starts again, and its Git extension looks for repositories, before the page can be asked for.
      const page = workbench.preview();
      await page.getByText('Today’s findings: Children').first().waitFor({ timeout: 60_000 });
      await shown('The vision is known to few');
    });
  });
}
