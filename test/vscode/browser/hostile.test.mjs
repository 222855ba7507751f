// A review that was written to do harm, opened in a real window: its pages say its words, and nothing runs or is fetched.
//
// The steps build on each other. What runs would set `attacked` in its frame, and what is fetched would pass the proxy,
// which lets nothing through and writes everything down. What every printer makes of every attack is tested with the core.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { keepApi, postHostileMessages } from './hostileMessages.mjs';
import { far, files } from './hostileReview.mjs';
import { watchNotices } from './notices.mjs';
import { watchOutside } from './outside.mjs';
import { withWorkbench } from './withWorkbench.mjs';

/**
 * What the shop of VS Code and the browser's own services ask for by themselves, whatever is open: the browser asks its
 * maker the more, the longer it runs. No attack names any of these.
 */
const ownAddresses =
  /^(?:open-vsx\.org|marketplace\.visualstudio\.com|www\.vscode-unpkg\.net|(?:[\w-]+\.)+(?:google|googleapis|gstatic|gvt1)\.com)(?::\d+)?$/;

describe('A reviewer who is sent a hostile review', function () {
  /** @type {Awaited<ReturnType<typeof watchOutside>>} */
  let outside;
  /** @type {() => Promise<string[]>} */
  let notices;
  /** @type {string[]} */
  const dialogs = [];

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const workbench = withWorkbench('hostile', windowWithoutWayOut, {
    async opened({ page }) {
      // For the pages that are opened from now on.
      await page.addInitScript(keepApi);
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
    },
    closed: async () => outside?.close(),
    // The browser tells of what the policy of a page has stopped.
    mayFail: true,
  });

  /** The window, whose proxy writes down what it asks for and gives it nothing. */
  async function windowWithoutWayOut() {
    outside = await watchOutside();
    return {
      // Without a preview, in which the tab of a file that should not have been opened would give way to the next one;
      // and without VS Code's messages about ports that other programs of this machine open.
      settings: { 'workbench.editor.enablePreview': false, 'remote.autoForwardPorts': false },
      proxy: outside.proxy,
      async prepare(/** @type {string} */ folder) {
        for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
        await mkdir(path.join(folder, '../secret'));
        await writeFile(path.join(folder, '../secret/secret.review.md'), '# Secret\n');
      },
    };
  }

  /** The pages that are shown, where scripts can be run; the list of all frames leaves them out. */
  const pages = async () => {
    const found = [];
    for (const iframe of await workbench.page.locator('iframe.webview.ready').elementHandles()) {
      const outer = await iframe.contentFrame();
      const page = await (await outer?.$('#active-frame'))?.contentFrame();
      if (page) found.push(page);
    }
    return found;
  };

  /** Fails where anything has run in any frame of the window, or asked for anything outside. */
  const assertNothingHappened = async () => {
    for (const frame of [...workbench.page.frames(), ...(await pages())]) {
      assert.equal(
        await frame.evaluate(() => 'attacked' in globalThis).catch(() => false),
        false,
        frame.url(),
      );
    }
    assert.deepEqual(dialogs, []);
    const hosts = outside.asked.map((address) => (address.includes('://') ? new URL(address).host : address));
    assert.deepEqual(
      [...new Set(hosts)].filter((host) => !ownAddresses.test(host)),
      [],
    );
  };

  /** Fails where a message of a page has opened, run or broken anything. @param {import('playwright-core').Frame} frame */
  const assertMessagesDoNothing = async (frame) => {
    const tabs = () => workbench.page.locator('.tab').allTextContents();
    const before = new Set(await tabs());
    const { folder } = workbench;
    const last = `file://${folder}/theme-1.review.md`;
    const posted = await frame.evaluate(postHostileMessages, { folder, far, last });
    assert.ok(posted > 3200, String(posted));
    // The messages of a page are handled in their order, so all others have been by now.
    await workbench.page.locator('.tab.active', { hasText: 'theme-1.review.md' }).waitFor();
    const opened = (await tabs()).filter((tab) => !before.has(tab) && !tab.includes('theme-1.review.md'));
    assert.deepEqual(opened, []);
    assert.deepEqual(await notices(), []);
    assert.equal(await workbench.page.locator('.quick-input-widget:visible').count(), 0);
    await assertNothingHappened();
  };

  /** The page that says some words under its title. @param {string} title @param {string} words */
  const pageWith = async (title, words) => {
    await workbench.page.locator('.tab.active', { hasText: title }).first().waitFor();
    const shown = workbench.page.locator('iframe.webview.ready');
    // Two are side by side at most.
    const waiting = [0, 1].map((n) =>
      shown.nth(n).contentFrame().locator('#active-frame').contentFrame().getByText(words).first().waitFor(),
    );
    await Promise.any(waiting);
    for (const frame of await pages()) {
      if ((await frame.evaluate(() => document.body.innerText)).includes(words)) return frame;
    }
    throw new Error(`The page of “${title}” has gone.`);
  };

  /** Fails where a page holds more than words and our own two files. @param {import('playwright-core').Frame} frame */
  const assertOnlyWords = async (frame) => {
    const found = await frame.evaluate(() => ({
      policy:
        document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
      risky: [
        ...document.querySelectorAll(
          'body :is(img, image, iframe, object, embed, video, audio, source, style, link, meta, base, form, input, math, foreignObject)',
        ),
      ].map((element) => element.outerHTML),
      scripts: [...document.body.querySelectorAll('script')].map(({ src, textContent }) => [
        src,
        textContent,
      ]),
      handlers: [...document.body.querySelectorAll('*')]
        .flatMap(({ attributes }) => [...attributes])
        .filter(
          ({ name, value }) =>
            /^(?:on|style$)/.test(name) || /^\s*(?:javascript|command|data|file):/i.test(value),
        )
        .filter(({ name }) => name !== 'data-uri')
        .map(({ name, value }) => `${name}=${value}`),
    }));
    assert.match(
      found.policy,
      /^default-src 'none'; style-src 'self' https:\/\/\*\.vscode-cdn\.net; script-src 'nonce-[0-9a-f]{32}'; img-src 'none'; base-uri 'none'; form-action 'none'$/,
    );
    assert.deepEqual(found.risky, []);
    assert.deepEqual(found.handlers, []);
    assert.equal(found.scripts.length, 1);
    assert.match(String(found.scripts[0]?.[0]), /\/dist\/preview\.js$/);
    await assertNothingHappened();
  };

  it('opens it, with a file name that is markup', async () => {
    await workbench.openFromExplorer('cover.review.md');
    await workbench.status('Standards 2/2').waitFor();
    notices = await watchNotices(workbench.page);
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'theme <img' })
      .first()
      .dblclick();
    await workbench.line('Readable words').waitFor();
    await assertNothingHappened();
  });

  it('rests the mouse on a citation of a standard that is an attack', async () => {
    await workbench.hover('Hover.', '1.1');
    const card = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Wording' }).first();
    await card.waitFor();
    assert.equal(await card.locator('img, svg, iframe, script, style, video, object').count(), 0);
    const leads = await card
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-href')));
    assert.deepEqual(
      leads.filter((href) => href !== null && !/^https:\/\/planted\.example\//.test(href)),
      [],
    );
    await workbench.picture('hostile-1-hover');
    await workbench.page.mouse.move(5, 5);
    await assertNothingHappened();
  });

  for (const [command, title, words] of /** @type {const} */ ([
    ['Preview Findings', 'Findings: ', 'Readable words'],
    ['Preview Report', 'Report: ', 'Readable words'],
    ['Critical Friend: Coverage Matrix', 'Coverage: ', 'Wording'],
    ['Check Before It Leaves', 'Before It Leaves: ', 'Before it leaves: '],
    ['Critical Friend: Moderation View', 'Moderation: ', 'Other words'],
    ["Critical Friend: Today's Findings", 'Today’s Findings: ', 'Readable words'],
  ])) {
    it(`sees only words in the page of “${command}”`, async () => {
      await workbench.page.locator('.tab', { hasText: 'theme <img' }).first().click();
      await workbench.line('Readable words').click();
      await workbench.runCommand(command);
      const frame = await pageWith(title, words);
      await assertOnlyWords(frame);
      await workbench.picture(`hostile-2-${title.replace(/\W+/g, '-').toLowerCase()}`);
      await assertMessagesDoNothing(frame);
    });
  }

  it('has a policy that stops even what would get into a page', async () => {
    const [frame] = await pages();
    assert.ok(frame);
    const stopped = await frame.evaluate(async (host) => {
      /** @type {string[]} */
      const violated = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'attacked = 1';
      const handler = document.createElement('b');
      handler.setAttribute('onclick', 'attacked = 1');
      const image = document.createElement('img');
      image.src = `https://image.${host}/injected.png`;
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      const inner = document.createElement('iframe');
      // Not https: the browser connects to the host of a frame before it looks at the policy, and then asks it for nothing.
      inner.src = `http://frame.${host}/injected.html`;
      document.body.append(script, handler, image, style, inner);
      handler.click();
      await fetch(`https://fetch.${host}/injected.json`).catch(() => undefined);
      await new Promise((resolve) => {
        const look = () => (violated.length >= 6 ? resolve(undefined) : setTimeout(look, 20));
        look();
      });
      for (const element of [script, handler, image, style, inner]) element.remove();
      return [...new Set(violated)].sort();
    }, far);
    assert.deepEqual(stopped, [
      'connect-src',
      'frame-src',
      'img-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]);
    await assertNothingHappened();
  });

  it('cannot be led out of the folder by a page', async () => {
    const [frame] = await pages();
    assert.ok(frame);
    const uris = [
      `file://${workbench.folder}/../secret/secret.review.md`,
      `file://${workbench.folder}/%2e%2e/secret/secret.review.md`,
      `file://${path.join(workbench.folder, '../secret/secret.review.md')}`,
      `file://${workbench.folder}/notes.md`,
      'file:///etc/passwd',
      `https://${far}/x.review.md`,
      'command:workbench.action.closeWindow',
    ];
    // As if it had got into the page: the button of a finding leads elsewhere.
    for (const uri of uris) {
      await frame.evaluate((to) => {
        const button = document.createElement('span');
        button.dataset.uri = to;
        document.body.append(button);
        button.click();
        button.remove();
      }, uri);
    }
    // A place that may be shown is asked for last, and the messages of a page are handled in their order.
    await frame.evaluate((to) => {
      const button = document.createElement('span');
      Object.assign(button.dataset, { uri: to, line: '2' });
      document.body.append(button);
      button.click();
      button.remove();
    }, `file://${workbench.folder}/theme-1.review.md`);
    await workbench.page.locator('.tab.active', { hasText: 'theme-1.review.md' }).waitFor();
    const tabs = await workbench.page.locator('.tab').allTextContents();
    assert.equal(
      tabs.some((tab) => /secret|passwd|notes/.test(tab)),
      false,
      tabs.join(', '),
    );
    assert.deepEqual(await notices(), []);
    await assertNothingHappened();
  });
});
