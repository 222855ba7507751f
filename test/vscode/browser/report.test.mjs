// The report as a page that everyone can read: with a screen reader, and on a telephone.
//
// The review is the large one of the tests.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { assertAccessible } from './accessible.mjs';
import { startBrowser } from '../../../scripts/vscode/page.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

describe('A report as a page', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());

  for (const citations of ['notes', 'superscripts', 'hidden']) {
    it(`can be read by everyone, with citations as ${citations}`, async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'report-'));
      const file = path.join(folder, 'report.html');
      const cli = path.join(root, 'dist/cli.js');
      const review = path.join(root, 'test/workspaces/morfa-bay');
      execFileSync(process.execPath, [cli, 'report', review, '-o', file, '--citations', citations], {
        stdio: 'ignore',
      });
      const context = await browser.newContext({ bypassCSP: true });
      try {
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href);
        await assertAccessible(page.mainFrame());
        await page.setViewportSize({ width: 360, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `the page is ${wide} pixels too wide for a telephone`);
      } finally {
        await context.close();
        await rm(folder, { recursive: true });
      }
    });
  }
});
