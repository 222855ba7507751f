// Gives an extension to the web worker host the way vscode.dev does: by HTTP.
//
// It serves the files of one folder on localhost and adds them to the configuration that the workbench
// reads from its page, which needs a page without a content security policy: for tests of the host only. The
// surprising fact: an extension that the VS Code server itself hands out may not start a worker.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const types = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
});

/**
 * Serves the files below a folder.
 * @param {string} folder
 * @returns {Promise<{ addressOf: (file: string) => string, stop: () => Promise<void> }>}
 */
export async function serveFiles(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    readFile(file).then(
      (content) => {
        const type = types[path.extname(file)] ?? 'text/plain; charset=utf-8';
        response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(content);
      },
      () => response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    addressOf: (file) => `http://127.0.0.1:${address.port}/${path.relative(folder, file)}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * Makes the workbench in this page load the extension that lies at this address, and run the tests, where there are some.
 * @param {import('playwright-core').Page} page
 * @param {{ extension: string, tests?: string }} addresses
 */
export async function develop(page, { extension, tests }) {
  const run = tests === undefined ? {} : { extensionTestsPath: partsOf(tests) };
  const added = { extensions: [partsOf(extension)], ...run };
  await page.addInitScript((options) => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (/** @type {string} */ name) {
      const value = read.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const configuration = JSON.parse(value ?? '{}');
      configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
      return JSON.stringify(configuration);
    };
  }, added);
}

/** @param {string} address */
function partsOf(address) {
  const { protocol, host, pathname } = new URL(address);
  return { scheme: protocol.replace(':', ''), authority: host, path: pathname };
}
