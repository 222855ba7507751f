// Shows a served VS Code in the machine's Chromium, and hears what its extension host says.
//
// It knows nothing of tests or of the extension; it opens one window and closes it again.
// The surprising fact: VS Code reports the end of a test run by calling a function that it expects
// on the page, and hands over the host's console as format strings with arguments.

import { access } from 'node:fs/promises';
import path from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';

import { chromium } from 'playwright-core';

/**
 * @typedef {object} Opened
 * @property {import('playwright-core').Page} page
 * @property {Promise<number>} exited The code with which the tests in the extension host have ended.
 * @property {() => Promise<void>} close
 */

/** The names under which Chromium is installed, most trusted first. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const folders = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];

/**
 * The browser to use: `CHROMIUM`, or the first one found on the machine.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (await exists(named)) return named;
    throw new Error(`CHROMIUM is set to ${named}, and there is no such file.`);
  }
  for (const name of [...names, 'Google Chrome', 'Chromium']) {
    for (const folder of folders) {
      const candidate = path.join(folder, name);
      if (folder !== '' && (await exists(candidate))) return candidate;
    }
  }
  throw new Error(
    'Chromium was not found: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.',
  );
}

/**
 * Starts the machine's Chromium.
 * @param {string} [proxy] The address of a proxy on this machine for all that does not go to 127.0.0.1.
 */
export async function startBrowser(proxy) {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(proxy !== undefined && { proxy: { server: proxy, bypass: '127.0.0.1' } }),
  });
}

/**
 * Opens the address and returns as soon as the document has loaded; the workbench is still building up.
 * @param {string} url
 * @param {object} [options]
 * @param {(line: string) => void} [options.hear] Called with each line that the extension host prints.
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] Called before the
 *   address is opened; such a page has no content security policy.
 * @param {string} [options.proxy] The address of a proxy on this machine for all that does not go to 127.0.0.1.
 * @param {import('playwright-core').Browser} [options.browser] A browser that is used by others too; by default the page
 *   has one of its own, which a proxy needs.
 * @returns {Promise<Opened>}
 */
export async function openPage(url, { hear, prepare, proxy, browser: shared } = {}) {
  const browser = shared ?? (await startBrowser(proxy));
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    bypassCSP: prepare !== undefined,
  });
  const close = () => (shared ? context.close() : browser.close());
  try {
    const page = await context.newPage();
    /** @type {(code: number) => void} */
    let exit = () => {};
    /** @type {Promise<number>} */
    const exited = new Promise((resolve, reject) => {
      exit = resolve;
      page.on('crash', () => reject(new Error('The page crashed.')));
      page.on('close', () => reject(new Error('The page was closed.')));
    });
    exited.catch(() => {});
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        hear?.(lineOf(args));
      },
    );
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit(code));
    await prepare?.(page);
    await page.goto(url);
    return { page, exited, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {unknown[]} args */
const lineOf = (args) => stripVTControlCharacters(format(...args));

/** @param {string} file */
const exists = (file) =>
  access(file).then(
    () => true,
    () => false,
  );
