// VS Code in a browser, used as a person uses it: with keys, the mouse and the eyes.
//
// It speaks of files, commands, lines and the preview, so that the tests never mention a selector.
// It knows nothing of findings. The surprising fact: the preview is a frame within a frame, and both
// are replaced whenever the tab is hidden or the window reloads, so nobody may keep hold of one.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { copyFixture, screenshots } from '../../../scripts/vscode/hosts.mjs';
import { install, root } from '../../../scripts/vscode/install.mjs';
import { openPage } from '../../../scripts/vscode/page.mjs';
import { serve } from '../../../scripts/vscode/serve.mjs';
import { develop, serveFiles } from '../../../scripts/vscode/webExtension.mjs';

/** How long a person would wait for anything, in milliseconds. */
const patience = 20_000;

/**
 * @typedef {object} Window
 * @property {'old' | 'new'} which The VS Code to use.
 * @property {string} theme The colour theme.
 * @property {boolean} [trusted] Whether the folder is trusted.
 * @property {string} [review] The folder to open, below the project; without it, the small review of the tests.
 * @property {(folder: string) => Promise<void>} [prepare] What happens to the copy of the folder before it is opened.
 * @property {object} [settings] More settings of this person's.
 * @property {object} [machine] Settings of the machine that the files are on.
 * @property {string} [extension] The folder of the extension, instead of the working folder.
 * @property {string} [vsix] A packaged extension to install; without it, the working folder is used.
 * @property {boolean} [worker] The extension runs in the browser, in a web worker, and no file of the folder is a `file:`.
 * @property {string} [proxy] The address of a proxy for all that does not go to 127.0.0.1.
 */

/**
 * Opens a fresh copy of the review in a window of its own.
 * @param {Window} window
 */
export async function openWorkbench({
  which,
  theme,
  trusted = true,
  review,
  prepare,
  extension: working = root,
  vsix,
  worker = false,
  proxy,
  ...more
}) {
  const copy = await copyFixture(review);
  await prepare?.(copy.folder);
  const extension = worker ? {} : vsix ? { vsix } : { linked: working };
  const settings = { 'workbench.colorTheme': theme, 'files.autoSave': 'off', ...more.settings };
  const kept = { settings, ...(more.machine && { machine: { ...more.machine } }) };
  const served = await serve(await install(which), { folder: copy.folder, trusted, ...kept, ...extension });
  const files = worker ? await serveFiles(working) : undefined;
  const { page, close } = await openPage(served.url, {
    ...(proxy !== undefined && { proxy }),
    ...(files && { prepare: (opened) => develop(opened, { extension: files.addressOf(working) }) }),
  });
  page.setDefaultTimeout(patience);
  await page.locator('.monaco-workbench .statusbar').waitFor();
  const key = process.platform === 'darwin' ? 'Meta' : 'Control';

  /** The editor's line that holds these words; the editor shows each blank as one that does not break. @param {string | RegExp} words */
  const line = (words) => {
    const hasText = typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', '\\s'));
    return page.locator('.editor-instance .view-line', { hasText }).first();
  };

  /**
   * Quick Open and the command palette. Either closes by itself when a page takes the focus, or when the one before it
   * has not closed yet, and a person opens it again.
   * @param {string} opening The key that opens it.
   * @param {string} text
   * @param {string} row
   */
  const quickly = async (opening, text, row) => {
    await again(async (timeout) => {
      await page.keyboard.press(opening);
      await page.locator('.quick-input-widget input').first().fill(text, { timeout });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click({ timeout });
    });
    // Where nothing lies under it that would show a tooltip.
    await page.mouse.move(700, 700);
  };

  return {
    page,
    line,

    /** The copy of the folder that is open. */
    folder: copy.folder,

    /** The processes of this VS Code whose command line holds some words. @param {string} words */
    processes: (words) => served.find(words),

    /** @param {string} name */
    async openFile(name) {
      await quickly(`${key}+P`, name, name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    },

    /** Without a search, which a window that has just opened may keep waiting for. @param {string} name */
    async openFromExplorer(name) {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    },

    /** @param {string} title */
    async runCommand(title) {
      await quickly('F1', `>${title}`, title);
    },

    /** Puts the cursor at the end of a line. @param {string} words */
    async goToEndOf(words) {
      await line(words).click();
      // The first ends at the wrap, the second at the end of the line.
      await page.keyboard.press('End');
      await page.keyboard.press('End');
    },

    /**
     * Opens the light bulb at the cursor when it shines. The keys may be lost while a lens is arriving; they are pressed
     * again only where no menu is open, since in a menu they take what stands first.
     */
    async openLightBulb() {
      const bulb = '.lightBulbWidget, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix';
      const menu = page.locator('.action-widget .monaco-list-row').first();
      await again(async (timeout) => {
        await page.locator(`:is(${bulb}):visible`).first().waitFor({ timeout });
        if (!(await menu.isVisible())) await page.keyboard.press(`${key}+Period`);
        await menu.waitFor({ timeout });
      });
    },

    /** A line of the light bulb's menu. @param {string} title */
    action: (title) => page.locator('.action-widget .monaco-list-row', { hasText: title }).first(),

    /** The rows of the suggestion list. */
    suggestions: page.locator('.suggest-widget.visible .monaco-list-row'),

    /** A squiggle of this severity in the text. @param {'error' | 'warning' | 'info'} severity */
    squiggle: (severity) => page.locator(`.cdr.squiggly-${severity}`).first(),

    /**
     * Rests the mouse on words in a line, and returns what appears. A line moves when a lens or a hint arrives above it,
     * so the mouse follows until something does appear.
     * @param {string} within @param {string} words
     */
    async hover(within, words) {
      const card = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
      await again(async (timeout) => {
        const { x, y } = await line(within).evaluate(middleOf, words);
        // A person's mouse arrives in several steps; the editor ignores one that jumps.
        await page.mouse.move(x - 40, y);
        await page.mouse.move(x, y, { steps: 5 });
        await card.waitFor({ timeout });
      });
      return card;
    },

    /** Opens our view in the activity bar. */
    async openView() {
      const icon = page.locator('.activitybar .action-label[aria-label^="Critical Friend"]');
      // The first thing that is asked of a window, which has the whole extension to start.
      await icon.click({ timeout: 3 * patience });
      await page.locator('.sidebar .composite.title', { hasText: 'Standards' }).waitFor();
      const content = '.sidebar .pane-body .monaco-list-row, .sidebar .welcome-view-content .monaco-button';
      await page
        .locator(content)
        .first()
        .waitFor({ timeout: 3 * patience });
      await page.mouse.move(700, 700);
    },

    /** A row of our view. @param {string | RegExp} words */
    row: (words) => page.locator('.sidebar .pane-body .monaco-list-row', { hasText: words }).first(),

    /** Opens the menu of a row, and takes a line of it. @param {string | RegExp} words @param {string} title */
    async choose(words, title) {
      const row = this.row(words);
      const entry = page.locator('.monaco-menu .action-item', { hasText: title }).first();
      await again(async (timeout) => {
        await row.click({ button: 'right', timeout });
        await entry.waitFor({ timeout });
      });
      // A menu takes no click until it has stood for a moment.
      await entry.hover();
      await entry.click();
    },

    /** Opens what is below a row by its arrow; a click is lost while the tree is being drawn. @param {string | RegExp} words */
    async unfold(words) {
      const row = this.row(words);
      await again(async (timeout) => {
        await row.locator('.monaco-tl-twistie').click();
        await row.and(page.locator('[aria-expanded="true"]')).waitFor({ timeout });
      });
    },

    /** Where our view's rows are, as a selector. */
    viewContent: '.sidebar .pane-body .monaco-list',

    /** A button of our view's title bar. @param {string} name */
    viewButton: (name) =>
      page
        .locator(
          `.sidebar .composite.title .action-label[aria-label="${name}"], .sidebar .pane-header .action-label[aria-label="${name}"]`,
        )
        .first(),

    /** What is written in the status bar. @param {string | RegExp} text */
    status: (text) => page.locator('.statusbar-item', { hasText: text }).first(),

    /** The document inside the preview, found anew for each use. */
    preview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),

    /**
     * Presses something on a page as a hand does. That takes a moment, in which the page gets the focus; else it would take
     * the focus back from the editor or the list that the press has opened.
     * @param {import('playwright-core').Locator} what
     */
    press: (what) => what.click({ delay: 100 }),

    /** The preview's frame, where scripts can be run. */
    async previewFrame() {
      await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body').waitFor();
      const outer = await (await page.locator('iframe.webview.ready').elementHandle())?.contentFrame();
      const inner = await (await outer?.locator('#active-frame').elementHandle())?.contentFrame();
      if (!inner) throw new Error('The preview has no frame.');
      return inner;
    },

    /** Reloads as a person does: a mere reload of the page would lose what the window has not stored yet. */
    async reload() {
      await page.evaluate(() => document.documentElement.setAttribute('data-before-reload', ''));
      await this.runCommand('Developer: Reload Window');
      await page.locator('html:not([data-before-reload]) .monaco-workbench .statusbar').waitFor();
    },

    /** Keeps a picture for people to look at. @param {string} name */
    async screenshot(name) {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    },

    async close() {
      await close();
      await served.stop();
      await files?.stop();
      await copy.remove();
    },
  };
}

/**
 * Tries what a person would try again, since the window was still moving: each try is given a few seconds, and the last
 * one that a person has the patience for says why it failed.
 * @param {(timeout: number) => Promise<void>} attempt It is given how long to wait for each thing, in milliseconds.
 */
async function again(attempt) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt(5000);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/**
 * The middle of words within a line, in pixels of the window; it runs in the page.
 * @param {Element} element @param {string} sought
 */
function middleOf(element, sought) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(sought);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + sought.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  throw new Error(`"${sought}" is not in the line.`);
}

/** @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench */
