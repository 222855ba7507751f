// One window of VS Code in a browser: a fresh copy of a review, a server that shows it, and a page that is that window.
//
// It knows neither tests nor what is in the window.

import { copyFixture } from '../../../scripts/vscode/hosts.mjs';
import { install, root } from '../../../scripts/vscode/install.mjs';
import { openPage } from '../../../scripts/vscode/page.mjs';
import { serve } from '../../../scripts/vscode/serve.mjs';
import { develop, serveFiles } from '../../../scripts/vscode/webExtension.mjs';

/** A colour theme of each kind, and the class by which the editor and a page of ours show that they use it. */
export const themes = {
  light: { id: 'Default Light Modern', editor: 'vs', page: 'vscode-light' },
  dark: { id: 'Default Dark Modern', editor: 'vs-dark', page: 'vscode-dark' },
  'high-contrast': { id: 'Default High Contrast', editor: 'hc-black', page: 'vscode-high-contrast' },
  'high-contrast-light': {
    id: 'Default High Contrast Light',
    editor: 'hc-light',
    page: 'vscode-high-contrast-light',
  },
};
/** @typedef {keyof typeof themes} Theme */

/**
 * @typedef {object} Window
 * @property {'old' | 'new'} [which] The VS Code to use; by default the new one.
 * @property {[day: Theme, night: Theme]} [themes] The colour themes by day and by night; it is day when the window opens.
 * @property {boolean} [trusted] Whether the folder is trusted.
 * @property {string} [review] The folder to open, below the project; without it, the small review of the tests.
 * @property {(folder: string) => Promise<void>} [prepare] What happens to the copy of the folder before it is opened.
 * @property {object} [settings] More settings of this person's.
 * @property {object} [machine] Settings of the machine that the files are on.
 * @property {string} [extension] The folder of the extension, instead of the working folder.
 * @property {string} [vsix] A packaged extension to install; without it, the working folder is used.
 * @property {boolean} [worker] The extension runs in the browser, in a web worker, and no file of the folder is a `file:`.
 * @property {boolean} [allBuiltins] Whether all extensions that VS Code brings are there, as on a person's machine and
 *   in a web worker, which takes them from VS Code's own folder.
 * @property {string} [proxy] The address of a proxy for all that does not go to 127.0.0.1. Such a window has a browser of its
 *   own, so that whatever that browser asks for goes there.
 */

/**
 * @param {Window} window
 * @param {import('playwright-core').Browser} [browser] One that other windows use too, each without what another has left.
 */
export async function openWindow(
  {
    which = 'new',
    themes: [day, night] = ['light', 'dark'],
    trusted = true,
    review,
    prepare,
    extension = root,
    vsix,
    worker = false,
    allBuiltins = false,
    proxy,
    ...more
  },
  browser,
) {
  /** What is open, the first first. @type {(() => Promise<unknown>)[]} */
  const opened = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const { folder, remove } = await copyFixture(review);
    opened.push(remove);
    await prepare?.(folder);
    const settings = {
      'window.autoDetectColorScheme': true,
      'workbench.preferredLightColorTheme': themes[day].id,
      'workbench.preferredDarkColorTheme': themes[night].id,
      'files.autoSave': 'off',
      ...more.settings,
    };
    const installed = worker ? {} : vsix ? { vsix } : { linked: extension };
    const kept = { settings, ...(more.machine && { machine: { ...more.machine } }) };
    const served = await serve(await install(which), {
      ...{ folder, trusted, fewBuiltins: !allBuiltins && !worker },
      ...kept,
      ...installed,
    });
    opened.push(served.stop);
    const files = worker ? await serveFiles(extension) : undefined;
    if (files) opened.push(files.stop);
    const { page, close: closePage } = await openPage(served.url, {
      ...(proxy === undefined ? { browser } : { proxy }),
      ...(files && { prepare: (shown) => develop(shown, { extension: files.addressOf(extension) }) }),
    });
    opened.push(closePage);
    return {
      page,
      folder,
      errors: errorsOf(page),
      processes: served.find,
      /** The person's two themes, as they say by which they want them. */
      themes: [
        { theme: day, colorScheme: /** @type {const} */ ('light') },
        { theme: night, colorScheme: /** @type {const} */ ('dark') },
      ],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the page and its frames report as errors from now on. @param {import('playwright-core').Page} page */
function errorsOf(page) {
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => {
    errors.push(error.stack ?? error.message);
  });
  return errors;
}
