// A person who has the standards in a table: a file is chosen, where the catalogue goes, and what came of it is shown.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { strToU8, zipSync } from 'fflate';

import { withWorkbench } from './withWorkbench.mjs';

const table = [
  'Ref,Theme,Element,Standard,Remarks',
  '6.9,Care,Delivery,Children are heard at every visit,',
  '6.10,,,Children are fed,from the draft',
  '6.10,,,Children sleep well,',
].join('\r\n');

/** A spreadsheet of a few kilobytes: one text of 100,000 characters in 400 cells. */
const bomb = zipSync({
  'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="r" Target="worksheets/s.xml"/></Relationships>',
  ),
  'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>`),
  'xl/worksheets/s.xml': strToU8(
    `<worksheet><sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(400)}</row></sheetData></worksheet>`,
  ),
});

describe('A person who imports standards', () => {
  const workbench = withWorkbench('importing', {
    async prepare(folder) {
      await writeFile(path.join(folder, 'ours.csv'), table);
      await writeFile(path.join(folder, 'words.csv'), 'a,b\n1,2\n');
      await writeFile(path.join(folder, 'bomb.xlsx'), bomb);
    },
  });

  /** Answers the dialog for a file that says this, by keys. @param {string} button @param {string} name */
  const choose = async (button, name) => {
    const { page } = workbench;
    const dialog = await proposed(button);
    await dialog.locator('input').first().fill(path.join(workbench.folder, name));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  };

  /** The dialog, when it has read the folder and written its own proposal: what is typed before would be lost. @param {string} button */
  const proposed = async (button) => {
    const dialog = workbench.page.locator('.quick-input-widget').filter({ hasText: button });
    await dialog.waitFor();
    await workbench.page.waitForFunction(
      (/** @type {string} */ start) =>
        [...document.querySelectorAll('.quick-input-widget input')].some((each) =>
          /** @type {HTMLInputElement} */ (each).value.startsWith(start),
        ),
      workbench.folder,
    );
    await dialog.locator('.monaco-list-row').first().waitFor();
    return dialog;
  };

  const catalogue = () => readFile(path.join(workbench.folder, 'ours.standards.md'), 'utf8');

  it('may change their mind at either question, and nothing is left behind', async () => {
    const { page } = workbench;
    const before = (await readdir(workbench.folder)).sort().join();
    // What wakes the extension up.
    await workbench.openView();
    await workbench.runCommand('Import Standards');
    const dialog = page.locator('.quick-input-widget');
    await proposed('Import Standards');
    await workbench.picture('importing-1-which-file');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await workbench.runCommand('Import Standards');
    await choose('Import Standards', 'ours.csv');
    await proposed('Where the Standards Go');
    await workbench.picture('importing-2-where-to');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const after = (await readdir(workbench.folder)).sort().join();
    if (after !== before) throw new Error(`The folder holds ${after}.`);
  });

  it('is told in a whole sentence when a file holds no standards', async () => {
    await workbench.runCommand('Import Standards');
    await choose('Import Standards', 'words.csv');
    const said = workbench.page.locator('.notification-toast', {
      hasText: 'No standards were found in "words.csv"',
    });
    await said.waitFor();
    await workbench.picture('importing-3-no-standards');
    const words = said.locator('.notification-list-item-message');
    const cut = await words.evaluate((element) => element.scrollWidth - element.clientWidth);
    if (cut > 1) throw new Error(`${cut} pixels of the sentence are cut off.`);
    await said.getByRole('button', { name: 'OK' }).click();
    await said.waitFor({ state: 'detached' });
  });

  it('is told why a file that is made to do harm is not read', async () => {
    await workbench.runCommand('Import Standards');
    await choose('Import Standards', 'bomb.xlsx');
    const said = workbench.page.locator('.notification-toast', {
      hasText: '"bomb.xlsx" holds more than 5,000,000 characters of text, which is the most that is read.',
    });
    await said.waitFor();
    await workbench.picture('importing-3-harm');
    await said.getByRole('button', { name: 'OK' }).click();
    await said.waitFor({ state: 'detached' });
  });

  it('sees the catalogue, and how the table was read', async () => {
    const { page } = workbench;
    await workbench.runCommand('Import Standards');
    await choose('Import Standards', 'ours.csv');
    await choose('Where the Standards Go', 'ours.standards.md');
    await page.locator('.tab.active[data-resource-name="ours.standards.md"]').waitFor();
    await workbench.line('- 6.10 Children are fed').waitFor();
    const text = await catalogue();
    if (!text.startsWith('---\nid: ours\n---\n')) throw new Error(text);
    const toast = page.locator('.notification-toast', { hasText: '3 standards were imported' });
    await toast.waitFor();
    await workbench.picture('importing-4-imported');
    await toast.getByRole('button', { name: 'Show' }).click();
    await page.locator('.tab.active[data-resource-name="Imported Standards.md"]').waitFor();
    await workbench.line('Column A “Ref”: the id').waitFor();
    await workbench.line(/Row 4: The number 6\.10 stands twice/).waitFor();
    await workbench.picture('importing-5-shown');
  });

  it('is asked before a catalogue that is there is replaced', async () => {
    const { page } = workbench;
    await writeFile(path.join(workbench.folder, 'ours.standards.md'), 'mine\n');
    await workbench.runCommand('Import Standards');
    await choose('Import Standards', 'ours.csv');
    const dialog = await proposed('Where the Standards Go');
    await dialog.locator('input').first().fill(path.join(workbench.folder, 'ours.standards.md'));
    await page.keyboard.press('Enter');
    const asked = page.locator('.quick-input-widget', { hasText: 'already exists' });
    await asked.waitFor();
    await workbench.picture('importing-6-there-already');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    if ((await catalogue()) !== 'mine\n') throw new Error('It was replaced.');
  });
});
