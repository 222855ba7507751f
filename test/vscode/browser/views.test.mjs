// A lead's evening: what is covered, what is missing, and who says otherwise; in every kind of theme.
//
// The steps of one window build on each other. The review is the large one of the tests.

import { assertAccessible } from './accessible.mjs';
import { windowsOfPage, withWorkbench } from './withWorkbench.mjs';

for (const { name, ...window } of windowsOfPage('old')) {
  describe(`A lead in the ${name} VS Code`, () => {
    const workbench = withWorkbench(`views-${name}`, { ...window, review: 'test/workspaces/morfa-bay' });

    it('sees what is covered, and by what', async () => {
      await workbench.openView();
      await workbench.row(/Theme 1.*7 of 7 covered \(1 excluded\)/).waitFor();
      await workbench.unfold('Element 1');
      await workbench.row(/1\.1.*1 strength, 1 area for development/).waitFor();
      await workbench.unfold(/1\.1.*1 strength/);
      await workbench.row('Children who came off the register').waitFor();
      await workbench.picture(`views-${name}-1-tree`);
    });

    it('can hear it too', async () => {
      const spoken = '[aria-label^="Standard 1.1, 1 strength, 1 area for development: "]';
      await workbench.page.locator(spoken).first().waitFor();
      await workbench.inBothThemes(() => assertAccessible(workbench.page.mainFrame(), workbench.viewContent));
    });

    it('clicks a finding and reads it in the text', async () => {
      await workbench.row('Plans name the services').click();
      await workbench.status(/Ln 17, Col/).waitFor();
    });

    it('hears at the bottom of the window how far the review is, and what is out of scope', async () => {
      const told = workbench.status('Standards 15/17').locator('[aria-label*="Phase: moderation"]').first();
      await told.and(workbench.page.locator('[aria-label*="Out of scope: probe 6.23-6.27: "]')).waitFor();
    });

    it('sees the gaps only, and goes from one to the next', async () => {
      await workbench.viewButton('Show Gaps Only').click();
      await workbench.row(/4\.2.*not addressed/).waitFor();
      await workbench.row(/Theme 1/).waitFor({ state: 'detached' });
      await workbench.viewButton('Next Gap').click();
      await workbench.status(/Gap 1 of \d: no finding addresses standards? 4\.2/).waitFor();
      await workbench.page.locator('.sidebar .monaco-list-row.selected', { hasText: '4.2' }).waitFor();
      await workbench.picture(`views-${name}-2-gaps`);
    });

    it('sees a gap go while a person writes', async () => {
      await workbench.goToEndOf('## Strengths');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('- The vision is known to all. [std 4.2]', { delay: 15 });
      await workbench.row(/4\.2/).waitFor({ state: 'detached' });
      await workbench.row(/5\.2.*not addressed/).waitFor();
      await workbench.status('Standards 16/17').waitFor();
      await workbench.viewButton('Show All Standards').click();
    });

    it('leaves a standard out of the scope with a reason, and takes it back', async () => {
      await workbench.unfold('Element 5');
      await workbench.choose(/5\.2.*not addressed/, 'Exclude from Scope…');
      await workbench.page.locator('.quick-input-widget input').first().fill('The board reports on it');
      await workbench.page.keyboard.press('Enter');
      await workbench.row(/5\.2.*excluded · The board reports on it/).waitFor();
      await workbench.picture(`views-${name}-2-excluded`);
      await workbench.choose(/5\.2.*excluded/, 'Include in Scope Again');
      await workbench.row(/5\.2.*not addressed/).waitFor();
    });

    it('opens the coverage matrix, and sorts it', async () => {
      await workbench.runCommand('Critical Friend: Coverage Matrix');
      const page = workbench.preview();
      await page.getByText('16 of 17 standards in scope covered (1 excluded)').waitFor();
      await workbench.picture(`views-${name}-3-matrix`);
      // By the keyboard, as it is reached by those who have no mouse.
      await page.getByRole('button', { name: 'Strengths', exact: true }).press('Enter');
      await page.locator('th[aria-sort="descending"]', { hasText: 'Strengths' }).waitFor();
      await workbench.inBothThemes(async () => assertAccessible(await workbench.previewFrame()));
      await workbench.picture(`views-${name}-4-matrix-sorted`);
      await page.getByRole('heading', { name: 'Out of scope' }).scrollIntoViewIfNeeded();
      await workbench.picture(`views-${name}-4-out-of-scope`);
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    });

    it('copies it for a spreadsheet', async () => {
      await workbench.preview().getByRole('button', { name: 'Copy as CSV' }).click();
      await workbench.status('The coverage matrix is on the clipboard').waitFor();
    });

    it('goes from a figure to the finding behind it', async () => {
      const name = /^1 finding on standard 1\.2: 1 strength$/;
      await workbench.press(workbench.preview().getByRole('button', { name }));
      await workbench.page.locator('.tab.active[data-resource-name="theme-1-outcomes.review.md"]').waitFor();
      await workbench.status(/Ln 11, Col/).waitFor();
    });

    it('opens the moderation view, and sees only what needs talking about', async () => {
      await workbench.runCommand('Critical Friend: Moderation View');
      const page = workbench.preview();
      await page.getByText('Contradiction: OF sees a strength, NK sees an area for development').waitFor();
      await workbench.picture(`views-${name}-5-moderation`);
      await page.getByRole('button', { name: 'Only what needs talking about' }).click();
      await page.locator('.standard.agreed').first().waitFor({ state: 'hidden' });
      await workbench.inBothThemes(async () => assertAccessible(await workbench.previewFrame()));
      await workbench.picture(`views-${name}-6-moderation-filtered`);
    });

    it('finds both pages again after a reload, filtered as before', async () => {
      await workbench.runCommand('File: Save All');
      await workbench.reload();
      const page = workbench.preview();
      // The whole window starts again.
      await page.getByText('Contradiction: OF sees a strength').first().waitFor({ timeout: 60_000 });
      await page.locator('.standard.agreed').first().waitFor({ state: 'hidden' });
      await workbench.page.locator('.tab', { hasText: 'Coverage: ' }).click();
      await workbench.preview().locator('th[aria-sort="descending"]', { hasText: 'Strengths' }).waitFor();
    });
  });
}

describe('A lead who has no review yet', () => {
  const workbench = withWorkbench('welcome', { review: 'standards' });

  it('is told what a review is, and offered to open one', async () => {
    await workbench.openView();
    await workbench.page
      .locator('.sidebar .welcome-view-content .monaco-button', { hasText: 'Open a Review Folder' })
      .waitFor();
    await workbench.picture('views-welcome');
  });
});
