// A folder that no one has trusted yet, which is how every freshly received review opens.

import { withWorkbench } from './withWorkbench.mjs';

describe('A reviewer in Restricted Mode', function () {
  const workbench = withWorkbench('restricted', { trusted: false });

  it('has everything: errors, suggestions and the preview', async () => {
    await workbench.status('Restricted Mode').waitFor();
    await workbench.openFile('theme-2.review.md');
    await workbench.squiggle('error').waitFor();
    await workbench.goToEndOf('work to two of them');
    await workbench.page.keyboard.type(' [std ', { delay: 15 });
    await workbench.suggestions.filter({ hasText: '3.1' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('Preview Findings');
    await workbench.preview().getByText('Foster carers').first().waitFor();
    await workbench.picture('restricted');
  });
});
