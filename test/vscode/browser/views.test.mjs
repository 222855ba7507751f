// A lead's evening: what is covered, what is missing, and who says otherwise; in every kind of theme.
//
// The steps of one window build on each other. The review is the example that everybody can open.

import { assertAccessible } from './accessible.mjs';
import { openWorkbench } from './workbench.mjs';

/** @type {(import('./workbench.mjs').Window & { name: string })[]} */
const windows = [
  { name: 'light', which: 'new', theme: 'Default Light Modern' },
  { name: 'dark', which: 'old', theme: 'Default Dark Modern' },
  { name: 'high-contrast', which: 'new', theme: 'Default High Contrast' },
  { name: 'high-contrast-light', which: 'new', theme: 'Default High Contrast Light' },
];

for (const { name, ...window } of windows) {
  describe(`A lead in a ${name} window`, () => {
    let broken = false;
    /** @type {import('./workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await openWorkbench({ ...window, review: 'examples/aberwen' });
    });
    after(() => workbench?.close());
    beforeEach(function () {
      if (broken) this.skip();
    });
    afterEach(async function () {
      if (!this.currentTest?.isFailed()) return;
      broken = true;
      await workbench.screenshot(`failed-views-${name}`);
    });

    it('sees what is covered, and by what', async () => {
      await workbench.openView();
      await workbench.row(/Theme 1.*6 of 8 covered/).waitFor();
      await workbench.unfold('Element 1');
      await workbench.row(/1\.1.*2 strengths, 2 areas for development/).waitFor();
      await workbench.unfold(/1\.1.*2 strengths/);
      await workbench.row('In all four area teams').waitFor();
      await workbench.screenshot(`views-${name}-1-tree`);
    });

    it('can hear it too', async () => {
      await workbench.page
        .locator('[aria-label^="Standard 1.1, 2 strengths, 2 areas for development: "]')
        .first()
        .waitFor();
      await assertAccessible(workbench.page.mainFrame(), workbench.viewContent);
    });

    it('clicks a finding and reads it in the text', async () => {
      await workbench.row('Managers could tell us').click();
      await workbench.status(/Ln 20, Col/).waitFor();
    });

    it('sees the gaps only, and goes from one to the next', async () => {
      await workbench.viewButton('Show Gaps Only').click();
      await workbench.row(/2\.3.*not addressed/).waitFor();
      await workbench.row(/Theme 3/).waitFor({ state: 'detached' });
      await workbench.viewButton('Next Gap').click();
      await workbench.status(/Gap 2 of 2: no finding addresses standard 4\.2 yet/).waitFor();
      await workbench.page.locator('.sidebar .monaco-list-row.selected', { hasText: '4.2' }).waitFor();
      await workbench.screenshot(`views-${name}-2-gaps`);
    });

    it('sees a gap go while somebody writes', async () => {
      await workbench.openFile('theme-2-leadership.review.md');
      await workbench.goToEndOf('## Areas for development');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('- The vision is known to few. [std 4.2]', { delay: 15 });
      await workbench.row(/4\.2/).waitFor({ state: 'detached' });
      await workbench.row(/2\.3.*not addressed/).waitFor();
      await workbench.status('Standards 14/16').waitFor();
      await workbench.viewButton('Show All Standards').click();
    });
  });
}

describe('A lead who has no review yet', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ which: 'new', theme: 'Default Light Modern', review: 'standards' });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed-welcome');
  });

  it('is told what a review is, and offered to open one', async () => {
    await workbench.openView();
    await workbench.page
      .locator('.sidebar .welcome-view-content .monaco-button', { hasText: 'Open a Review Folder' })
      .waitFor();
    await workbench.screenshot('views-welcome');
  });
});
