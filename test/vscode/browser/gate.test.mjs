// A lead who issues a review looks at what keeps it from being final, goes to each place, and sees it go as it is fixed.

import { assertAccessible } from './accessible.mjs';
import { withWorkbench } from './withWorkbench.mjs';

describe('A lead who issues a review', () => {
  const workbench = withWorkbench('gate', { review: 'examples/aberwen' });

  it('sees what keeps it from being final, kind by kind', async () => {
    await workbench.openView();
    await workbench.runCommand('Check Before It Leaves');
    const page = workbench.preview();
    await page.getByRole('heading', { level: 1, name: /^Before it leaves: / }).waitFor();
    await page.getByText(/^\d+ points stand in the way of the final report\.$/).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Findings without words (1)' }).waitFor();
    await page.getByText('Only SR sees a strength in standard 2.1').waitFor();
    await workbench.inBothThemes(async () => assertAccessible(await workbench.previewFrame()));
    await workbench.picture('gate-1');
    await page.getByRole('heading', { name: /^Other errors/ }).scrollIntoViewIfNeeded();
    await workbench.picture('gate-2-end');
  });

  it('goes to a place, fixes it, and finds it gone from the page', async () => {
    await workbench.press(workbench.preview().getByRole('button', { name: 'theme-4-performance, line 20' }));
    await workbench.page.locator('.tab.active[data-resource-name="theme-4-performance.review.md"]').waitFor();
    await workbench.status(/Ln 20, Col/).waitFor();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' Figures reach the panel late');
    await workbench.page.locator('.tab', { hasText: 'Before It Leaves: ' }).click();
    const page = workbench.preview();
    await page.getByText(/points stand in the way/).waitFor();
    await page.getByRole('heading', { name: 'Findings without words (1)' }).waitFor({ state: 'detached' });
  });
});
