// A reviewer who opens a folder from a stranger: it brings a link to a file of the machine, and a cover that names
// standards outside of it. No one has trusted the folder yet. The files outside lie beside the copy and go with it.

import assert from 'node:assert/strict';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { withWorkbench } from './withWorkbench.mjs';

const standards = `---
id: shared
title: Shared standards
---

# Theme 9: Nine

## Element 9: Nine

### Standards

- 9.9 Words
`;

describe('A reviewer with a folder from a stranger', function () {
  const workbench = withWorkbench('outside-folder', {
    trusted: false,
    async prepare(folder) {
      const shared = `${folder}-shared.standards.md`;
      const secret = `${folder}-secret.md`;
      await writeFile(shared, standards);
      await writeFile(secret, '# Delivery [theme 3]\n\n## Strengths\n\n- SECRET words. [std 6.1]\n');
      await symlink(secret, path.join(folder, 'a-link.review.md'));
      const cover = path.join(folder, 'cover.review.md');
      const text = await readFile(cover, 'utf8');
      const named = `standards: [ssia-childrens-services-2014, ../${path.basename(shared)}]`;
      assert.match(text, /^---\n/);
      await writeFile(cover, text.replace(/^standards:.*\n/m, '').replace(/^---\n/, `---\n${named}\n`));
    },
  });

  it('is told of the link and of the standards, each once, and of the folder to open', async () => {
    await workbench.openFromExplorer('cover.review.md');
    await workbench.squiggle('error').waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    const link = problems.filter({ hasText: '“a-link.review.md” is a link to' });
    await link.first().waitFor();
    assert.equal(await link.count(), 1);
    const named = problems.filter({ hasText: 'read only in a folder that you trust' });
    await named.first().waitFor();
    assert.equal(await named.count(), 1);
    await workbench.picture('outside-folder');
  });

  it('does not find the words of the link in the preview', async () => {
    await workbench.openFromExplorer('a-link.review.md');
    await workbench.line('SECRET').waitFor();
    await workbench.openFromExplorer('cover.review.md');
    await workbench.runCommand('Preview Findings');
    await workbench.preview().getByText('Foster carers').first().waitFor();
    assert.equal(await workbench.preview().getByText('SECRET').count(), 0);
    await workbench.picture('outside-folder-preview');
  });

  it('can say that they trust the folder, and then has the standards', async () => {
    await workbench.openFromExplorer('cover.review.md');
    await workbench.line('standards:').click();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.openLightBulb();
    await workbench.picture('outside-folder-trust');
    await workbench.action('Manage Workspace Trust').click();
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByText('Trust', { exact: true })
      .first()
      .click();
    await workbench.page.locator('.workspace-trust-editor').getByText('You trust this folder').waitFor();
    // It lies over everything else until it is closed.
    await workbench.page.locator('.monaco-modal-editor-block .codicon-close').first().click();
    await workbench.openFromExplorer('cover.review.md');
    await workbench.runCommand('Critical Friend: Show Status');
    await workbench.line('Shared standards').waitFor();
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    assert.equal(await problems.filter({ hasText: 'read only in a folder that you trust' }).count(), 0);
    assert.equal(await problems.filter({ hasText: '“a-link.review.md” is a link to' }).count(), 1);
    await workbench.picture('outside-folder-trusted');
  });
});
