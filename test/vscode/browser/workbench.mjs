// VS Code in a browser, used as a person uses it: with keys, the mouse and the eyes.
//
// It speaks of files, commands, lines and the preview, so that the tests never mention a selector. It knows nothing of
// findings. The surprising fact: the preview is a frame within a frame, and both are replaced whenever the tab is hidden
// or the window reloads, so no one may keep hold of one.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { screenshots } from '../../../scripts/vscode/hosts.mjs';
import { openWindow, themes } from './window.mjs';

/** Whether the steps are taken for their pictures, as by `npm run look`. */
const isLooking = process.env.LOOK !== undefined;

/** How long anything may take, in milliseconds: other windows are open at the same time. */
const patience = 40_000;
const key = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Opens a fresh copy of a review in a window of its own. @param {import('./window.mjs').Window} window */
export async function openWorkbench(window) {
  const workbench = new Workbench();
  await workbench.open(window);
  return workbench;
}

/** A window and what a person does in it. One that is not open yet can be passed on, but not used. */
export class Workbench {
  /** @type {Awaited<ReturnType<typeof openWindow>> | undefined} */
  #window;

  get #opened() {
    if (!this.#window) throw new Error('The window is not open.');
    return this.#window;
  }

  /** @param {import('./window.mjs').Window} window @param {import('playwright-core').Browser} [browser] A shared one. */
  async open(window, browser) {
    this.#window = await openWindow(window, browser);
    this.page.setDefaultTimeout(patience);
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
  }

  async close() {
    await this.#window?.close();
    this.#window = undefined;
  }

  get isOpen() {
    return this.#window !== undefined;
  }

  /** The page that VS Code is in. */
  get page() {
    return this.#opened.page;
  }

  /** The copy of the folder that is open. */
  get folder() {
    return this.#opened.folder;
  }

  /** What the page and its frames have reported as errors. */
  get errors() {
    return this.#opened.errors;
  }

  /** The processes of this VS Code whose command line contains some words. @param {string} words */
  processes(words) {
    return this.#opened.processes(words);
  }

  /** The editor's line that contains these words; the editor shows each space as one that does not break. @param {string | RegExp} words */
  line(words) {
    const hasText = typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', '\\s'));
    return this.page.locator('.editor-instance .view-line', { hasText }).first();
  }

  /**
   * Quick Open and the command palette. Either closes by itself when a page takes the focus, or when the one before it
   * has not closed yet, and a person opens it again.
   * @param {string} opening The key that opens it.
   * @param {string} text
   * @param {string} row
   */
  async #choose(opening, text, row) {
    const { page } = this;
    await again(async (timeout) => {
      await page.keyboard.press(opening);
      await page.locator('.quick-input-widget input').first().fill(text, { timeout });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click({ timeout });
    });
    // Where nothing lies under it that would show a tooltip.
    await page.mouse.move(700, 700);
  }

  /** @param {string} name */
  async openFile(name) {
    await this.#choose(`${key}+P`, name, name);
    await this.#isActive(name);
  }

  /** Without a search, which a window that has just opened may keep waiting for. @param {string} name */
  async openFromExplorer(name) {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    await row.dblclick();
    await this.#isActive(name);
  }

  /** @param {string} name */
  #isActive(name) {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  /** @param {string} title */
  runCommand(title) {
    return this.#choose('F1', `>${title}`, title);
  }

  /** Puts the cursor at the end of a line. @param {string} words */
  async goToEndOf(words) {
    await this.line(words).click();
    // The first ends at the wrap, the second at the end of the line.
    await this.page.keyboard.press('End');
    await this.page.keyboard.press('End');
  }

  /**
   * Opens the light bulb at the cursor when it appears. The keys may be lost while a lens is arriving; they are pressed
   * again only where no menu is open, since in a menu they take what comes first.
   */
  async openLightBulb() {
    const bulb = '.lightBulbWidget, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix';
    const menu = this.page.locator('.action-widget .monaco-list-row').first();
    await again(async (timeout) => {
      await this.page.locator(`:is(${bulb}):visible`).first().waitFor({ timeout });
      if (!(await menu.isVisible())) await this.page.keyboard.press(`${key}+Period`);
      await menu.waitFor({ timeout });
    });
  }

  /** A line of the light bulb's menu. @param {string} title */
  action(title) {
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  }

  /** The rows of the suggestion list. */
  get suggestions() {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** A squiggle of this severity in the text. @param {'error' | 'warning' | 'info'} severity */
  squiggle(severity) {
    return this.page.locator(`.cdr.squiggly-${severity}`).first();
  }

  /**
   * Rests the mouse on words in a line, and returns what appears. A line moves when a lens or a hint arrives above it,
   * so the mouse follows until something does appear.
   * @param {string | RegExp} within @param {string} words
   */
  async hover(within, words) {
    const { page } = this;
    const card = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    await again(async (timeout) => {
      const { x, y } = await this.line(within).evaluate(middleOf, words);
      // A person's mouse arrives in several steps; the editor ignores one that jumps.
      await page.mouse.move(x - 40, y);
      await page.mouse.move(x, y, { steps: 5 });
      await card.waitFor({ timeout });
    });
    return card;
  }

  /** Opens our view in the activity bar. */
  async openView() {
    const { page } = this;
    const icon = page.locator('.activitybar .action-label[aria-label^="Critical Friend"]');
    // The first thing that is asked of a window, which has the whole extension to start.
    await icon.click({ timeout: 3 * patience });
    await page.locator('.sidebar .composite.title', { hasText: 'Standards' }).waitFor();
    const content = '.sidebar .pane-body .monaco-list-row, .sidebar .welcome-view-content .monaco-button';
    const first = page.locator(content).first();
    await first.waitFor({ timeout: 3 * patience });
    await page.mouse.move(700, 700);
  }

  /** A row of our view. @param {string | RegExp} words */
  row(words) {
    return this.page.locator('.sidebar .pane-body .monaco-list-row', { hasText: words }).first();
  }

  /** Opens the menu of a row, and takes a line of it. @param {string | RegExp} words @param {string} title */
  async choose(words, title) {
    const row = this.row(words);
    const entry = this.page.locator('.monaco-menu .action-item', { hasText: title }).first();
    await again(async (timeout) => {
      await row.click({ button: 'right', timeout });
      await entry.waitFor({ timeout });
    });
    // A menu takes no click until it has been open for a moment.
    await entry.hover();
    await entry.click();
  }

  /** Opens what is below a row by its arrow; a click is lost while the tree is being drawn. @param {string | RegExp} words */
  async unfold(words) {
    const row = this.row(words);
    await again(async (timeout) => {
      await row.locator('.monaco-tl-twistie').click();
      await row.and(this.page.locator('[aria-expanded="true"]')).waitFor({ timeout });
    });
  }

  /** Where our view's rows are, as a selector. */
  get viewContent() {
    return '.sidebar .pane-body .monaco-list';
  }

  /** A button of our view's title bar. @param {string} name */
  viewButton(name) {
    const label = `.action-label[aria-label="${name}"]`;
    const bars = ['.sidebar .composite.title', '.sidebar .pane-header'];
    return this.page.locator(bars.map((bar) => `${bar} ${label}`).join(', ')).first();
  }

  /** What is written in the status bar. @param {string | RegExp} text */
  status(text) {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** The document inside the preview, found again for each use. */
  preview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /**
   * Presses something on a page as a hand does. That takes a moment, in which the page gets the focus; otherwise it would
   * take the focus back from the editor or the list that the press has opened.
   * @param {import('playwright-core').Locator} what
   */
  press(what) {
    return what.click({ delay: 100 });
  }

  /** The preview's frame, where scripts can be run. */
  async previewFrame() {
    await this.preview().locator('body').waitFor();
    const outer = await (await this.page.locator('iframe.webview.ready').elementHandle())?.contentFrame();
    const inner = await (await outer?.locator('#active-frame').elementHandle())?.contentFrame();
    if (!inner) throw new Error('The preview has no frame.');
    return inner;
  }

  /**
   * Looks at what is open in both themes of the person, by night and then by day.
   * @param {(theme: import('./window.mjs').Theme) => Promise<unknown>} look
   */
  async inBothThemes(look) {
    for (const { theme, colorScheme } of [...this.#opened.themes].reverse()) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.locator(`.monaco-workbench.${themes[theme].editor}`).waitFor();
      if ((await this.page.locator('iframe.webview.ready').count()) > 0)
        await this.preview().locator(`body.${themes[theme].page}`).waitFor();
      await look(theme);
    }
  }

  /** Reloads as a person does: a mere reload of the page would lose what the window has not stored yet. */
  async reload() {
    await this.page.evaluate(() => document.documentElement.setAttribute('data-before-reload', ''));
    await this.runCommand('Developer: Reload Window');
    await this.page.locator('html:not([data-before-reload]) .monaco-workbench .statusbar').waitFor();
  }

  /** Keeps a picture in both themes for people to look at, when they have asked for pictures. @param {string} name */
  async picture(name) {
    if (isLooking) await this.inBothThemes((theme) => this.screenshot(`${name}-${theme}`));
  }

  /** @param {string} name */
  async screenshot(name) {
    await mkdir(screenshots, { recursive: true });
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }
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
