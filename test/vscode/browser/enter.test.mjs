// Enter, as a person presses it: it takes what the list offers, keeps what was written, and leads to the next line.
//
// The surprising fact: the editor draws spaces as no-break spaces, so an expression says \\s for each.

import { withWorkbench } from './withWorkbench.mjs';

describe('A reviewer who presses Enter', function () {
  // A hint would be in the line that is read, after what was written.
  const settings = { 'editor.inlayHints.enabled': 'off' };
  const workbench = withWorkbench('enter', { settings });
  const press = (/** @type {string} */ key) => workbench.page.keyboard.press(key);
  const type = (/** @type {string} */ text) => workbench.page.keyboard.type(text, { delay: 40 });

  it('ends a citation with it, and begins the next finding', async () => {
    await workbench.openFile('theme-1.review.md');
    await workbench.status('Standards 6/14').waitFor();
    await workbench.goToEndOf('the family set');
    await press('Enter');
    await type('Parents are heard. @by(SR) [std 1.');
    await workbench.suggestions.filter({ hasText: '1.2' }).first().waitFor();
    await press('Enter');
    await workbench.line(/^-\sParents\sare\sheard\.\s@by\(SR\)\s\[std\s1\.\d\]$/).waitFor();
    await press('Enter');
    await type('Next');
    await workbench.line(/^-\sNext$/).waitFor();
  });

  it('keeps a heading of their own, and takes one that is offered', async () => {
    await press('Enter');
    await press('Enter');
    await type('## Listening');
    await press('Enter');
    await type('## stre');
    await workbench.suggestions.filter({ hasText: 'Strengths' }).first().waitFor();
    await press('Enter');
    await workbench.line(/^##\sListening$/).waitFor();
    await press('Enter');
    await type('x');
    await workbench.line(/^x$/).waitFor();
  });

  it('goes on under the key of an exclusion, and is shown the values of a setting', async () => {
    await workbench.openFile('cover.review.md');
    await workbench.goToEndOf('std: 2');
    await press('Enter');
    await workbench.status('Ln 12, Col 7').waitFor();
    await type('agreed: x');
    await workbench.line(/^ {6}agreed: x$/).waitFor();
    await workbench.goToEndOf('phase: drafting');
    await press('Enter');
    await type('checks:');
    await press('Enter');
    await workbench.status('Ln 10, Col 3').waitFor();
    await type('pers');
    await workbench.suggestions.filter({ hasText: 'personal-data' }).first().waitFor();
    await press('Enter');
    await workbench.suggestions.filter({ hasText: 'information' }).first().waitFor();
    await workbench.picture('enter-values');
  });
});
