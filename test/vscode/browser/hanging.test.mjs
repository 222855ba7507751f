// A reviewer with a document that the language server cannot read to its end, in either host of extensions: everything
// else is checked, the document says what happened, and nothing that is written is lost.
//
// The server is built with a hook that no shipped bundle has. The steps build on each other.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { root } from '../../../scripts/vscode/install.mjs';
import { buildHanging, hangingWords } from '../../support/hang.mjs';
import { watchNotices } from './notices.mjs';
import { withWorkbench } from './withWorkbench.mjs';

/** How long a server may give no answer, in seconds: less than a person would have patience for. */
const limit = 3;
/** Until a server was ended and another has read the folder, in milliseconds. */
const patience = { timeout: 60_000 };

/** What the extension consists of besides its bundles. */
const parts = ['package.json', 'package.nls.json', 'package.nls.cy.json', 'language-configuration.json'];
const folders = ['client/media', 'standards', 'syntaxes'];

let extension = '';
before(async () => {
  extension = await mkdtemp(path.join(os.tmpdir(), 'critical-friend-hanging-'));
  for (const part of [...parts, ...folders])
    await cp(path.join(root, part), path.join(extension, part), { recursive: true });
  await buildHanging(path.join(extension, 'dist'));
});
after(() => rm(extension, { recursive: true, force: true }));

for (const worker of [false, true]) {
  const name = worker ? 'hanging-worker' : 'hanging-node';
  describe(`A reviewer whose language server hangs in ${worker ? 'a web worker' : 'a process'}`, () => {
    /** @type {() => Promise<string[]>} */
    let notices;
    const window = async () => ({
      worker,
      extension,
      prepare: (/** @type {string} */ folder) =>
        writeFile(path.join(folder, 'bad.review.md'), `## Strengths\n\n- ${hangingWords}\n`),
      machine: { 'criticalFriend.secondsWithoutAnswer': limit },
    });
    const workbench = withWorkbench(name, window, {
      async opened({ page }) {
        notices = await watchNotices(page);
      },
      mayFail: true,
    });

    /** Replaces the text of the editor. @param {string} text */
    const replace = async (text) => {
      const { page } = workbench;
      await page.locator('.editor-instance .view-line').first().click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    };

    it('sees everything else checked, though one document on the disk cannot be read', async () => {
      await workbench.openFromExplorer('theme-2.review.md');
      await workbench.squiggle('error').waitFor(patience);
      assert.deepEqual(await notices(), []);
    });

    it('is told in that document what happened and what to do', async () => {
      await workbench.openFromExplorer('bad.review.md');
      await workbench.squiggle('error').waitFor(patience);
      await workbench.runCommand('Problems: Focus on Problems View');
      const problem = workbench.page.locator('.markers-panel-container .monaco-list-row', {
        hasText: 'Reading this document took too long, so it was left unread',
      });
      await problem.first().waitFor();
      await workbench.line('Strengths').click();
      await workbench.page.keyboard.press('Control+Home');
      await workbench.openLightBulb();
      await workbench.action('Try Again').waitFor();
      await workbench.picture(`${name}-1-unread`);
      await workbench.page.keyboard.press('Escape');
    });

    it('is told of it in the status', async () => {
      await workbench.runCommand('Critical Friend: Show Status');
      await workbench.line('# Critical Friend found').click();
      await workbench.page.keyboard.press('Control+End');
      await workbench.line('bad.review.md was left unread').waitFor();
      await workbench.page.keyboard.press('Control+W');
    });

    it('takes the words out, tries again, and the document is checked', async () => {
      await replace('- Fine. [[std 77.7]');
      await workbench.page.keyboard.press('Control+Home');
      await workbench.openLightBulb();
      await workbench.action('Try Again').click();
      await workbench.squiggle('error').waitFor();
      const card = await workbench.hover('Fine.', '77.7');
      await card.filter({ hasText: '77.7' }).waitFor(patience);
      await workbench.page.mouse.move(5, 5);
    });

    it('is told once, as of any server that does not run, when two servers in a row give no answer', async () => {
      await replace(`- One. ${hangingWords}`);
      const unread = workbench.page.locator('.markers-panel-container .monaco-list-row', {
        hasText: 'Reading this document took too long',
      });
      await unread.first().waitFor(patience);
      assert.deepEqual(await notices(), []);
      await workbench.openFromExplorer('theme-2.review.md');
      await replace(`- Two. ${hangingWords}`);
      const button = workbench.page.getByRole('button', { name: 'Start Again' });
      await button.waitFor(patience);
      const [words, ...more] = await notices();
      assert.match(
        String(words),
        /^The checks of Critical Friend are not running\. Your text is not affected\./,
      );
      assert.deepEqual(more, []);
      await workbench.picture(`${name}-2-given-up`);
      await button.click();
      await unread.nth(1).waitFor(patience);
      await workbench.openFromExplorer('theme-1.review.md');
      await workbench.status(/Standards \d+\/\d+/).waitFor(patience);
    });

    it('has lost no word', async () => {
      await workbench.runCommand('File: Save All');
      for (const [file, words] of [
        ['bad.review.md', 'One.'],
        ['theme-2.review.md', 'Two.'],
      ])
        for (let saved = ''; !saved.includes(`- ${words} ${hangingWords}`);)
          saved = await readFile(path.join(workbench.folder, String(file)), 'utf8');
    });
  });
}
