// A lead with a private list of names: the setting is this machine's, and no folder can set it.
//
// The steps build on each other. What is found of a list is tested with the core; here is whether the list of the
// machine reaches the text, and only that one.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { withWorkbench } from './withWorkbench.mjs';

describe('A lead with a private list of names', () => {
  let lists = '';
  const closed = () => rm(lists, { recursive: true, force: true });
  const workbench = withWorkbench('private-list', madeWindow, { closed });

  /** The window, with the list of its person and another that the folder names. */
  async function madeWindow() {
    lists = await mkdtemp(path.join(os.tmpdir(), 'critical-friend-names-'));
    await writeFile(path.join(lists, 'mine.txt'), '# families\nSi\u00E2n Penri\n');
    await writeFile(path.join(lists, 'theirs.txt'), 'foster carers\n');
    return {
      machine: { 'criticalFriend.privateWords': path.join(lists, 'mine.txt') },
      // A folder that arrives with a list of its own.
      async prepare(/** @type {string} */ folder) {
        const settings = { 'criticalFriend.privateWords': path.join(lists, 'theirs.txt') };
        await mkdir(path.join(folder, '.vscode'));
        await writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
      },
    };
  }

  it('is told of a name as soon as it is written, without the name being said', async () => {
    await workbench.openFromExplorer('theme-1.review.md');
    // The first window of a run waits for the extension to start.
    await workbench.status('Standards').waitFor({ timeout: 60_000 });
    await workbench.goToEndOf('## Strengths');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('- They told us about sian penri. [std 1.2]', { delay: 15 });
    await workbench.squiggle('warning').waitFor();
    const card = await workbench.hover(/They told us about/, 'penri');
    const told = (await card.textContent()) ?? '';
    if (!/private list/i.test(told)) throw new Error(`The list is not named: ${told}`);
    if (/penri/i.test(told)) throw new Error(`The name is said: ${told}`);
    await workbench.picture('private-list-1');
  });

  it('is told nothing of the words that the folder names', async () => {
    const count = await workbench.page.locator('.cdr.squiggly-warning').count();
    if (count !== 1) throw new Error(`${count} warnings instead of one.`);
  });

  it('adds a name to the list, and is told of it within seconds', async () => {
    await writeFile(path.join(lists, 'mine.txt'), 'Si\u00E2n Penri\nclosing summaries\n');
    await workbench.page.locator('.cdr.squiggly-warning').nth(1).waitFor();
    await workbench.picture('private-list-2');
  });
});
