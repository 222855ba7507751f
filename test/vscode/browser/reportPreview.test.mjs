// A person who reads the whole report while it is being written, in the new VS Code and the old one.
//
// The steps of one window build on each other. The review is the example, in which something is not ready.

import assert from 'node:assert/strict';

import { assertAccessible } from './accessible.mjs';
import { windowsOfPage, withWorkbench } from './withWorkbench.mjs';

for (const { name, ...window } of windowsOfPage('new')) {
  describe(`A person who reads the report in the ${name} VS Code`, () => {
    const workbench = withWorkbench(`report-${name}`, { ...window, review: 'examples/aberwen' });
    /** A heading, an item or a paragraph of the report. @param {string} words */
    const block = (words) =>
      workbench.preview().locator('main section :is(h2, li, p)', { hasText: words }).first();
    /** How far below the top of the page it begins, in pixels. @param {string} words */
    const heightOf = (words) =>
      block(words).evaluate((element) => Math.round(element.getBoundingClientRect().top));
    /** @param {string} what @param {() => Promise<boolean>} condition */
    const until = async (what, condition) => {
      for (const end = Date.now() + 20_000; !(await condition());) {
        if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
        await workbench.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
    };

    it('opens it from the command palette, where the editor is', async () => {
      await workbench.openFromExplorer('theme-3-delivery.review.md');
      await workbench.status('Standards 13/16').waitFor({ timeout: 60_000 });
      await workbench.goToEndOf('Service delivery');
      await workbench.runCommand('Critical Friend: Preview Report');
      await workbench.preview().getByRole('heading', { level: 1 }).waitFor();
      await workbench.picture(`report-${name}-1-opened`);
    });

    it('sees what is not ready', async () => {
      const page = workbench.preview();
      await page.locator('.draft').waitFor();
      await page.locator('.todo').first().waitFor();
      await page.getByRole('note', { name: 'Not addressed yet' }).first().scrollIntoViewIfNeeded();
      await workbench.picture(`report-${name}-2-not-ready`);
    });

    it('can read it with a screen reader, however citations are shown', async () => {
      const frame = await workbench.previewFrame();
      await workbench.preview().getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      for (const [style, shown] of /** @type {const} */ ([
        ['As superscripts', 'sup.ids'],
        ['Hidden', undefined],
        ['As notes', 'sup.cited'],
      ])) {
        const button = workbench.preview().getByRole('button', { name: style });
        await button.click();
        await button.and(workbench.preview().locator('[aria-pressed="true"]')).waitFor();
        for (const way of ['sup.ids:not(.spoken)', 'sup.cited', 'li.cited']) {
          const isShown =
            shown !== undefined && (way.startsWith(shown) || (shown === 'sup.cited' && way === 'li.cited'));
          await workbench
            .preview()
            .locator(way)
            .first()
            .waitFor({ state: isShown ? 'visible' : 'hidden' });
        }
        await workbench.inBothThemes(() => assertAccessible(frame));
        await workbench.picture(`report-${name}-3-${style.toLowerCase().replace(' ', '-')}`);
      }
    });

    it('sees the page follow the editor', async () => {
      // A file opens where the focus is.
      await workbench.goToEndOf('Service delivery');
      await workbench.openFile('theme-4-performance.review.md');
      await until(
        'the chapter is at the top',
        async () => Math.abs(await heightOf('Performance, quality and resource')) < 60,
      );
      await workbench.openFile('theme-3-delivery.review.md');
      await workbench.page.keyboard.press('Control+End');
      await until(
        'what the editor shows is in sight',
        async () => (await heightOf('A forecast of need')) < 700,
      );
      await workbench.picture(`report-${name}-4-follows-editor`);
    });

    it('sees the editor follow the page', async () => {
      await workbench.line('New contacts are screened').waitFor({ state: 'hidden' });
      await block('New contacts are screened').evaluate((element) => element.scrollIntoView());
      await workbench.line('New contacts are screened').waitFor();
      // The editor's own movement is not taken for a wish: the page stays where the reader has put it.
      await until(
        'the page has come to rest',
        async () => Math.abs(await heightOf('New contacts are screened')) < 40,
      );
      await workbench.picture(`report-${name}-5-editor-follows`);
    });

    it('keeps the place on the page while a person writes above it', async () => {
      const words = 'Contract reviews count beds';
      await workbench.openFile('theme-2-leadership.review.md');
      await workbench.goToEndOf('## Strengths');
      await block(words).evaluate((element) => element.scrollIntoView());
      await until('it is at the top', async () => Math.abs(await heightOf(words)) < 2);
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('- Panels are quick. [std 3.2]', { delay: 15 });
      await block('Panels are quick').waitFor({ state: 'attached' });
      const after = await heightOf(words);
      assert.ok(Math.abs(after) < 2, `the words are at ${after}`);
    });

    it('clicks words and lands on their line', async () => {
      await workbench.press(block('spread their cases over'));
      await workbench.page.locator('.tab.active[data-resource-name="action-plan.review.md"]').waitFor();
      await workbench.status(/Ln 18, Col/).waitFor();
    });

    it('reloads the window and still has the page, with citations as chosen', async () => {
      await workbench.preview().getByRole('button', { name: 'Hidden' }).click();
      await workbench.runCommand('File: Save All');
      await workbench.reload();
      // The editor starts again before the page can be asked for.
      const page = workbench.preview();
      await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
      await page.locator('main[data-citations="hidden"]').waitFor();
      await page.locator('sup.cited').first().waitFor({ state: 'hidden' });
    });
  });
}
