// A person who takes the report out of the editor: into the folder, over an old file, and down to their own computer.
//
// The steps of one window build on each other. The review is the example; the new VS Code and the old one take turns.

import assert from 'node:assert/strict';
import { chmod, link, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { unzipSync } from 'fflate';

import { assertAccessible } from './accessible.mjs';
import { windowsOfPage, withWorkbench } from './withWorkbench.mjs';

const report = 'childrens-services-peer-review-report';

for (const { name, ...window } of windowsOfPage('old')) {
  describe(`A person who exports the report in the ${name} VS Code`, () => {
    let folder = '';
    /** @type {string[]} */
    let there = [];
    const prepare = async (/** @type {string} */ copy) => {
      folder = copy;
      there = await readdir(copy);
    };
    const workbench = withWorkbench(
      `export-${name}`,
      { ...window, review: 'examples/aberwen', prepare },
      { opened: openChapter },
    );

    /** Takes a line of what is asked. @param {string} asked @param {string} row */
    const choose = async (asked, row) => {
      const { page } = workbench;
      await page
        .locator('.quick-input-widget', { hasText: asked })
        .or(page.getByPlaceholder(asked))
        .first()
        .waitFor();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
    };
    /** @param {string} format */
    const begin = async (format) => {
      await workbench.runCommand('Critical Friend: Export Report');
      await choose('As what should the report be written?', format);
    };
    /** The dialog's box, when it has its proposal. */
    const target = async () => {
      const box = workbench.page.locator('.quick-input-widget input').first();
      await workbench.page.locator('.quick-input-widget', { hasText: 'Export Report' }).first().waitFor();
      const { page } = workbench;
      await page.waitForFunction(
        (/** @type {string} */ words) =>
          [...document.querySelectorAll('.quick-input-widget input')].some((each) =>
            /** @type {HTMLInputElement} */ (each).value.includes(words),
          ),
        report,
      );
      return box;
    };
    /** @param {string | RegExp} words */
    const told = (words) => workbench.page.locator('.notification-toast', { hasText: words }).first();
    /** What is in the folder that was not there at first. */
    const made = async () => (await readdir(folder)).filter((each) => !there.includes(each)).sort();

    it('chooses Word, takes the name that is proposed, and has the file beside the review', async () => {
      await workbench.runCommand('Critical Friend: Export Report');
      await workbench.page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Word document' })
        .waitFor();
      await workbench.picture(`export-${name}-1-formats`);
      await choose('As what should the report be written?', 'Word document');
      await choose('Where should the report go?', 'Save in a folder');
      await target();
      await workbench.picture(`export-${name}-2-where`);
      await workbench.page.keyboard.press('Enter');
      await told(`Exported “${report}.docx”`).waitFor();
      await workbench.picture(`export-${name}-3-exported`);
      const parts = unzipSync(new Uint8Array(await readFile(path.join(folder, `${report}.docx`))));
      assert.ok(parts['word/document.xml']);
      assert.deepEqual(await made(), [`${report}.docx`]);
    });

    it('chooses tables, and has each in a file of its own', async () => {
      await begin('Tables (CSV)');
      await choose('Where should the report go?', 'Save in a folder');
      await target();
      await workbench.page.keyboard.press('Enter');
      await told(`Exported “${report}-findings.csv” and 3 more`).waitFor();
      const tables = ['actions', 'coverage', 'evidence', 'findings'].map((each) => `${report}-${each}.csv`);
      assert.deepEqual(await made(), [...tables, `${report}.docx`]);
      assert.match(await readFile(path.join(folder, `${report}-findings.csv`), 'utf8'), /^\uFEFF/);
    });

    it('is asked before an old file is written over, and then has the new one whole', async () => {
      const file = path.join(folder, `${report}.md`);
      await writeFile(file, 'old');
      await chmod(file, 0o664);
      const other = path.join(path.dirname(folder), `${path.basename(folder)}-other-name`);
      await link(file, other);
      await begin('Plain Markdown');
      await choose('Where should the report go?', 'Save in a folder');
      await target();
      await workbench.page.keyboard.press('Enter');
      const { page } = workbench;
      await page
        .getByText(/already exists/i)
        .first()
        .waitFor();
      await workbench.picture(`export-${name}-4-overwrite`);
      await page
        .getByRole('button', { name: /^(?:OK|Yes|Replace)$/ })
        .first()
        .click();
      await told(`Exported “${report}.md”`).waitFor();
      assert.match(
        await readFile(path.join(folder, `${report}.md`), 'utf8'),
        /^# Children's services peer review\n/,
      );
      // It is still the same file, with its other name and its rights.
      assert.equal(await readFile(other, 'utf8'), await readFile(file, 'utf8'));
      assert.equal((await stat(file)).mode & 0o777, 0o664);
      await rm(other);
      await told(`Exported “${report}.md”`).getByText('Open', { exact: true }).click();
      await page.locator(`.tab.active[data-resource-name="${report}.md"]`).waitFor();
    });

    it('cannot write over a document of the review', async () => {
      const file = path.join(folder, 'notes.review.md');
      await workbench.openFile('theme-3-delivery.review.md');
      await workbench.goToEndOf('Service delivery');
      await begin('Plain Markdown');
      await choose('Where should the report go?', 'Save in a folder');
      const box = await target();
      await box.fill(file);
      await workbench.page.keyboard.press('Enter');
      await told('has the name of a document').waitFor();
      await workbench.picture(`export-${name}-5-refused`);
      assert.ok(!(await made()).includes('notes.review.md'));
      await told('has the name of a document').getByText('Choose Another Name').click();
      await target();
      await workbench.page.keyboard.press('Escape');
    });

    it('downloads the slides to their own computer', async () => {
      const { page } = workbench;
      const kept = await made();
      await begin('Slides (PowerPoint)');
      await choose('Where should the report go?', 'Download');
      const button = workbench.preview().getByRole('button', { name: `Download ${report}.pptx` });
      await button.waitFor();
      await workbench.picture(`export-${name}-6-download`);
      await assertAccessible(await workbench.previewFrame());
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      assert.equal(download.suggestedFilename(), `${report}.pptx`);
      const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
      assert.ok(parts['ppt/presentation.xml']);
      assert.deepEqual(await made(), kept);
      await page.keyboard.press('Control+W');
    });

    it('exports what the page shows, as a web page with citations as wanted', async () => {
      await workbench.openFile('theme-3-delivery.review.md');
      await workbench.goToEndOf('Service delivery');
      await workbench.runCommand('Critical Friend: Preview Report');
      await workbench.preview().getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await workbench.press(workbench.preview().getByRole('button', { name: 'Export…' }));
      await choose('As what should the report be written?', 'Web page (HTML)');
      await choose('How should citations be shown?', 'As superscripts');
      await choose('Where should the report go?', 'Save in a folder');
      await target();
      await workbench.page.keyboard.press('Enter');
      await told(`Exported “${report}.html”`).waitFor();
      assert.match(await readFile(path.join(folder, `${report}.html`), 'utf8'), /<sup class="ids">/);
    });
  });
}

/** Opens a chapter when everything has been read. @param {import('./workbench.mjs').Workbench} workbench */
async function openChapter(workbench) {
  await workbench.openFromExplorer('theme-3-delivery.review.md');
  await workbench.status('Standards 13/16').waitFor({ timeout: 60_000 });
  await workbench.goToEndOf('Service delivery');
}
