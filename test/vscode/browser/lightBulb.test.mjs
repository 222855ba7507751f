// The light bulb as a person uses it: its menu, and the box that asks for a reason.
//
// The steps build on each other. What is offered where is tested with the core; here is whether a person gets there.

import { withWorkbench } from './withWorkbench.mjs';

describe('A reviewer at the light bulb', () => {
  const workbench = withWorkbench('lightbulb', {});

  const box = () => workbench.page.locator('.quick-input-widget input').first();

  /** The editor looks at a reason before it takes it, and forgets it when another box opens. @param {string} reason */
  const answer = async (reason) => {
    await box().fill(reason);
    await workbench.page.keyboard.press('Enter');
    await box().waitFor({ state: 'hidden' });
  };

  it('sees what can be done about a standard that does not exist', async () => {
    await workbench.openFromExplorer('theme-2.review.md');
    await workbench.squiggle('error').waitFor();
    await workbench.goToEndOf('work to two of them');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.openLightBulb();
    await workbench.action('Ignore “unknown-standard” here…').waitFor();
    await workbench.picture('lightbulb-1-menu');
  });

  it('is asked why it is to be ignored, and leaves all as it is', async () => {
    await workbench.action('Ignore “unknown-standard” here…').click();
    await box().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('Write a reason, or press Escape').first().waitFor();
    await workbench.page.getByText('Why is “unknown-standard” all right here?').first().waitFor();
    await workbench.picture('lightbulb-2-reason');
    await workbench.page.keyboard.press('Escape');
    await box().waitFor({ state: 'hidden' });
    await workbench.squiggle('error').waitFor();
  });

  it('says why, and the error is gone', async () => {
    await workbench.goToEndOf('work to two of them');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.openLightBulb();
    await workbench.action('Ignore “unknown-standard” here…').click();
    await answer('the new edition has it');
    await workbench.line('review-ignore-next-line unknown-standard: the new edition has it').waitFor();
    await workbench.squiggle('error').waitFor({ state: 'detached' });
  });

  it('leaves a standard out of the scope, and finds it in the cover', async () => {
    await workbench.goToEndOf('The chief executive');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.openLightBulb();
    await workbench.action('Exclude standard 3.1 from scope…').click();
    await answer('The council asked for it: next year');
    await workbench.openFile('cover.review.md');
    await workbench.line('"The council asked for it: next year"').waitFor();
    await workbench.picture('lightbulb-3-excluded');
  });

  it('begins a finding on the theme’s heading, and writes at once', async () => {
    await workbench.openFile('theme-2.review.md');
    await workbench.goToEndOf('# Leadership');
    await workbench.openLightBulb();
    await workbench.action('Add a finding for 4.1 (strength)').waitFor();
    await workbench.picture('lightbulb-4-heading');
    await workbench.action('Add a finding for 4.1 (strength)').click();
    await workbench.line('- … [std 4.1]').waitFor();
    // The words of the stub are selected as soon as the server has shown them.
    await workbench.page.locator('.selected-text').first().waitFor();
    await workbench.page.keyboard.type('Partners plan together.');
    await workbench.line('- Partners plan together. [std 4.1]').waitFor();
  });
});
