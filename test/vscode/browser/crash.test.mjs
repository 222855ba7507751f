// A language server that is killed while a person types: no word is lost, and no one has to do anything.
//
// The steps build on each other. It needs the processes of a machine: what happens to a dead worker of VS Code for the web
// cannot be tried, because nothing outside the page can kill one.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { watchNotices } from './notices.mjs';
import { withWorkbench } from './withWorkbench.mjs';

/** How long VS Code may take to notice an end and to start a server, in milliseconds. */
const patience = 40_000;

describe('A reviewer whose language server is killed', function () {
  /** @type {() => Promise<string[]>} */
  let notices;
  /** The servers that were killed. @type {number[]} */
  const killed = [];

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const workbench = withWorkbench('crash', {}, { mayFail: true });

  const type = (/** @type {string} */ text) => workbench.page.keyboard.type(text, { delay: 25 });
  const preview = (/** @type {string} */ words) => workbench.preview().getByText(words).first();

  /** The server that has not been killed yet. */
  const living = async () =>
    (await workbench.processes('dist/server.js')).find((pid) => !killed.includes(pid));

  const kill = (/** @type {number} */ pid) => {
    process.kill(pid, 'SIGKILL');
    killed.push(pid);
  };

  /** Kills one server after the other, often before it has begun to answer, until there are so many notices. @param {number} count */
  const killUntilTold = async (count) => {
    const start = Date.now();
    while ((await notices()).length < count) {
      assert.ok(Date.now() - start < 90_000, `killed ${killed.length} times, and no one was told`);
      const pid = await living();
      if (pid !== undefined) kill(pid);
      await workbench.page.keyboard.type('x');
    }
    assert.equal(await living(), undefined);
  };

  /** Rests the mouse on words until they are explained so; a line moves away under it while hints are arriving. */
  const isTold = async (
    /** @type {string} */ within,
    /** @type {string} */ words,
    /** @type {string} */ told,
  ) => {
    await until(`“${told}” is said of ${words}`, async () => {
      const card = await workbench.hover(within, words);
      const right = card.filter({ hasText: told });
      const found = await right.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      await workbench.page.mouse.move(5, 5);
      return found;
    });
  };

  it('reads a review, with its preview beside it', async () => {
    await workbench.openFromExplorer('theme-2.review.md');
    await workbench.squiggle('error').waitFor();
    notices = await watchNotices(workbench.page);
    await workbench.runCommand('Preview Findings');
    await preview('The chief executive').waitFor();
  });

  it('goes on typing while the server is killed, and every word is there', async () => {
    await workbench.goToEndOf('what families said');
    await workbench.page.keyboard.press('Enter');
    const typing = type('Plans are read aloud in each of the five teams before they are agreed.');
    await workbench.line('Plans are').waitFor();
    kill(Number(await living()));
    await typing;
    await workbench.page.keyboard.press('Enter');
    await type('Good. [std 3.8]');
    await until('another server runs', async () => (await living()) !== undefined);
  });

  it('is shown what is wrong again, and what a standard says', async () => {
    await workbench.squiggle('error').waitFor();
    await isTold('Good.', '3.8', 'Standard 3.8 is not in the catalogue');
    await isTold('can say what it asks', '4.2', 'clear vision');
    await workbench.picture('crash-1-again');
  });

  it('sees the preview follow the text again', async () => {
    await preview('Plans are read aloud in each of the five teams before they are agreed.').waitFor();
    await workbench.goToEndOf('Good.');
    await workbench.page.keyboard.press('Enter');
    await type('Followed again. [std 3.1]');
    await preview('Followed again.').waitFor();
  });

  it('has all of it in the saved file, and was told nothing', async () => {
    await workbench.runCommand('File: Save All');
    await until('the words are saved', async () => {
      const saved = await readFile(path.join(workbench.folder, 'theme-2.review.md'), 'utf8');
      return (
        saved.includes('- Plans are read aloud in each of the five teams before they are agreed.\n') &&
        saved.includes('- Good. [std 3.8]\n- Followed again. [std 3.1]\n')
      );
    });
    assert.deepEqual(await notices(), []);
  });

  it('is told once, with the next step, when it is killed again and again', async () => {
    await killUntilTold(1);
    const [words, ...more] = await notices();
    assert.match(
      String(words),
      /^The checks of Critical Friend are not running\. Your text is not affected\./,
    );
    assert.deepEqual(more, []);
    // What was shown last is better than nothing.
    await preview('Followed again.').waitFor();
    await workbench.picture('crash-2-given-up');
  });

  it('still types, and has lost nothing', async () => {
    await workbench.goToEndOf('Good.');
    await workbench.page.keyboard.press('Enter');
    await type('Without a server. [std 3.7]');
    await workbench.line('- Without a server. [std 3.7]').waitFor();
    await workbench.line('- Good. [std 3.8]').waitFor();
  });

  it('chooses what the notice offers, and all of it is back', async () => {
    await workbench.page.getByRole('button', { name: 'Start Again' }).click();
    await isTold('Without a server.', '3.7', 'Standard 3.7 is not in the catalogue');
    await preview('Without a server.').waitFor();
    assert.equal((await notices()).length, 1);
    await workbench.picture('crash-3-started-again');
  });

  it('says why something is ignored while the server is killed, and the reason is kept', async () => {
    const box = workbench.page.locator('.quick-input-widget input').first();
    await workbench.goToEndOf('Without a server.');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.openLightBulb();
    await workbench.action('Ignore “unknown-standard” here…').click();
    await box.fill('the new edition has it');
    await killUntilTold(2);
    await workbench.page.keyboard.press('Enter');
    await until('it is told that nothing was written', async () =>
      /^This may not have been written/.test(String((await notices())[2])),
    );
    await until('the reason is there again', async () =>
      /^the new edition has itx*$/.test(await box.inputValue()),
    );
    await workbench.picture('crash-4-reason');
    await workbench.page.getByRole('button', { name: 'Start Again' }).click();
    await workbench.squiggle('error').waitFor();
    await box.focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.line('review-ignore-next-line').waitFor();
    await workbench.line('the new edition has').waitFor();
  });
});

/** @param {string} what @param {() => Promise<boolean>} condition */
async function until(what, condition) {
  for (const start = Date.now(); !(await condition());) {
    if (Date.now() - start > patience) throw new Error(`Waited in vain until ${what}.`);
  }
}
