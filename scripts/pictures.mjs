// `npm run pictures`: takes the pictures of the read-me and the docs anew, in a real VS Code that shows the example.
//
// It builds first, and writes over `docs/images`; look at each before you commit it. A picture shows what a person sees
// after the steps beside its name. The program pngquant, which Debian has, leaves it a third of its weight: words on a plain
// ground have few colours. The surprising fact: VS Code in a browser has signs of its own in the status bar, which
// a person at a desktop never sees, so they are hidden.

import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { openWorkbench } from '../test/vscode/browser/workbench.mjs';
import { root } from './vscode/install.mjs';

/** @typedef {import('../test/vscode/browser/workbench.mjs').Workbench} Workbench */

const size = { width: 1280, height: 720 };
/** The most that a picture may weigh, in bytes. */
const heaviest = 120_000;

/** What is no part of the extension, and takes the room of the text. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'explorer.openEditors.visible': 0,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
};
/** What only a browser has. */
const hidden = [
  'status.forwardedPorts',
  'status.host',
  'status.workbench.keyboardLayout',
  'status.notifications',
]
  .map((id) => `[id="${id}"]`)
  .join();

/** What to do before each picture is taken. @type {Record<string, (workbench: Workbench) => Promise<void>>} */
const pictures = {
  async completion(workbench) {
    const { page } = workbench;
    await show(workbench, 'theme-1-outcomes.review.md');
    await workbench.goToEndOf('## Strengths');
    await page.keyboard.type('\n\n- Children told us that they feel heard [std ', { delay: 15 });
    await workbench.suggestions.filter({ hasText: 'not addressed' }).nth(1).waitFor();
  },

  async preview(workbench) {
    await show(workbench, 'theme-1-outcomes.review.md');
    await withoutSideBar(workbench);
    await workbench.goToEndOf('## Strengths');
    await workbench.runCommand('Critical Friend: Preview Findings');
    await workbench.preview().getByText('In all four area teams').first().waitFor();
  },

  async report(workbench) {
    await show(workbench, 'theme-4-performance.review.md');
    await withoutSideBar(workbench);
    await workbench.goToEndOf('# Performance');
    await workbench.runCommand('Critical Friend: Preview Report');
    await workbench.preview().getByText('Weekly performance meetings').first().waitFor();
  },

  async coverage(workbench) {
    await show(workbench, 'theme-2-leadership.review.md');
    await workbench.openView();
    await widenSideBar(workbench, 80);
    for (const element of ['Element 1', 'Element 4']) await workbench.unfold(element);
    await workbench.row(/4\.2.*not addressed/).waitFor();
  },

  async matrix(workbench) {
    await show(workbench, 'theme-2-leadership.review.md');
    await withoutSideBar(workbench);
    await workbench.runCommand('Critical Friend: Coverage Matrix');
    await workbench.preview().getByRole('table').first().waitFor();
  },
};

if (spawnSync('pngquant', ['--version']).status !== 0) {
  console.error('Install pngquant first, which makes pictures lighter (Debian: apt-get install pngquant).');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);
const wanted = process.argv.slice(2);
for (const [name, prepare] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const bytes = await take(name, prepare);
  console.log(`docs/images/${name}.png: ${Math.round(bytes / 1000)} kB`);
  if (bytes <= heaviest) continue;
  console.error(`A picture may weigh ${heaviest / 1000} kB.`);
  process.exitCode = 1;
}

/**
 * Each in a window of its own, so that none shows what was done for another.
 * @param {string} name @param {(workbench: Workbench) => Promise<void>} prepare
 */
async function take(name, prepare) {
  const workbench = await openWorkbench({
    which: 'new',
    review: 'examples/aberwen',
    settings,
  });
  try {
    const { page } = workbench;
    await page.setViewportSize(size);
    await page.addStyleTag({ content: `${hidden} { display: none !important; }` });
    await prepare(workbench);
    await page.mouse.move(400, size.height - 4);
    await settled(workbench);
    const picture = lighter(await page.screenshot());
    await writeFile(path.join(root, `docs/images/${name}.png`), picture);
    return picture.length;
  } finally {
    await workbench.close();
  }
}

/** The same picture with few colours, each as it is. @param {Buffer} picture @returns {Buffer} */
function lighter(picture) {
  const { status, stdout, stderr } = spawnSync('pngquant', ['--nofs', '--strip', '--speed=1', '64', '-'], {
    input: picture,
  });
  if (status !== 0) throw new Error(`pngquant has failed: ${String(stderr)}`);
  return stdout;
}

/** Opens a document, and waits for all that stands beside its words. @param {Workbench} workbench @param {string} name */
async function show(workbench, name) {
  await workbench.openFromExplorer(name);
  await workbench.status('Standards 13/16').waitFor({ timeout: 60_000 });
  await workbench.page.locator('.codelens-decoration', { hasText: 'in scope covered' }).first().waitFor();
  await workbench.line('…').waitFor();
  await workbench.page.locator('[id="status.problems"]', { hasText: '7' }).waitFor();
}

/** The words need the room. @param {Workbench} workbench */
async function withoutSideBar(workbench) {
  await workbench.page.keyboard.press('ControlOrMeta+B');
  await workbench.page.locator('.sidebar').waitFor({ state: 'hidden' });
}

/** The states need the room. @param {Workbench} workbench @param {number} by In pixels. */
async function widenSideBar({ page }, by) {
  const { x, y, width } = (await page.locator('.part.sidebar').boundingBox()) ?? { x: 0, y: 0, width: 0 };
  await page.mouse.move(x + width, y + 300);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + 300, { steps: 5 });
  await page.mouse.up();
}

/** Waits until two pictures in a row are the same. @param {Workbench} workbench */
async function settled({ page }) {
  for (let before = Buffer.alloc(0), tries = 0; tries < 20; tries += 1) {
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
    await page.waitForTimeout(500);
  }
  throw new Error('The window does not come to rest.');
}
