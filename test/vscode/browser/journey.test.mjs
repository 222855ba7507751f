// A reviewer's first quarter of an hour with the extension, once in a light theme and once in a dark one.
//
// The steps build on each other, as they do for a person: when one fails, the rest of its window is
// not worth running. The dark window uses the old VS Code and the packaged extension, if it is built.

import { assertAccessible } from './accessible.mjs';
import { windows, withWorkbench } from './withWorkbench.mjs';

const vsix = process.env.CRITICAL_FRIEND_VSIX;

for (const { name, ...window } of windows) {
  const packaged = window.which === 'old' && vsix ? { vsix } : {};
  describe(`A reviewer in the ${name} VS Code${packaged.vsix ? ', with the packaged extension' : ''}`, () => {
    const workbench = withWorkbench(name, { ...window, ...packaged, allBuiltins: true });

    it('sees how many standards are covered', async () => {
      await workbench.openFile('theme-1.review.md');
      await workbench.status('Standards 6/14').waitFor();
    });

    it('types a finding, and is offered the standards', async () => {
      await workbench.goToEndOf('the family set');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('Staff could not say what the plan is for. [std ', { delay: 15 });
      await workbench.suggestions.filter({ hasText: '1.1' }).first().waitFor();
      await workbench.picture(`${name}-1-completion`);
    });

    it('finds a standard by its words and takes it', async () => {
      await workbench.page.keyboard.type('strategy', { delay: 30 });
      await workbench.suggestions.filter({ hasText: '4.2' }).first().waitFor();
      await workbench.picture(`${name}-2-completion-by-words`);
      await workbench.suggestions.filter({ hasText: '4.2' }).first().click();
      // The list went on by itself, and the bracket closed by itself.
      await workbench.line('- Staff could not say what the plan is for. [std 4.2]').waitFor();
    });

    it('sees the squiggle under a standard that does not exist', async () => {
      await workbench.openFile('theme-2.review.md');
      await workbench.squiggle('error').waitFor();
      const card = await workbench.hover('work to two of them', '3.9');
      await card.filter({ hasText: '3.9' }).waitFor();
      await workbench.picture(`${name}-3-unknown-standard`);
    });

    it('reads the wording of a standard under the mouse', async () => {
      const card = await workbench.hover('plan is short', '4.2');
      await card.filter({ hasText: 'clear vision' }).waitFor();
      await workbench.picture(`${name}-4-hover`);
      await workbench.page.mouse.move(5, 5);
    });

    it('opens the preview from the command palette', async () => {
      await workbench.goToEndOf('plan is short');
      await workbench.runCommand('Preview Findings');
      await workbench.preview().getByText('Foster carers').first().waitFor();
      await workbench.preview().getByText('Staff could not say').first().waitFor();
      await workbench.picture(`${name}-5-preview`);
    });

    it('sees the preview begin at the theme that is being written', async () => {
      const theme = workbench.preview().locator('section.theme', { hasText: 'plan is short' }).first();
      const isAtTop = () => theme.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 2);
      for (const end = Date.now() + 20_000; !(await isAtTop());) {
        if (Date.now() > end) throw new Error('Another theme is at the top of the preview.');
        await workbench.page.waitForTimeout(100);
      }
    });

    it('sees the preview follow the typing', async () => {
      await workbench.goToEndOf('plan begins with what');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('Councillors read the plan aloud.', { delay: 10 });
      await workbench.preview().getByText('Councillors read the plan aloud').first().waitFor();
    });

    it('clicks a finding and lands on its line', async () => {
      await workbench.press(workbench.preview().getByText('Foster carers').first());
      await workbench.page.locator('.tab.active[data-resource-name="theme-1.review.md"]').waitFor();
      await workbench.status(/Ln 12, Col/).waitFor();
    });

    it('can use the preview with a screen reader', async () => {
      await workbench.inBothThemes(async () => assertAccessible(await workbench.previewFrame()));
    });

    it('reloads the window and still has the preview', async () => {
      await workbench.runCommand('File: Save All');
      await workbench.reload();
      // The editor starts again before the page can be asked for.
      await workbench.preview().getByText('Foster carers').first().waitFor({ timeout: 60_000 });
      await workbench.picture(`${name}-6-reloaded`);
    });
  });
}
