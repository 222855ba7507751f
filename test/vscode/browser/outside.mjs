// What a window asks of the world outside this machine: a proxy that writes down every address and lets nothing through.

import { createServer } from 'node:http';

/**
 * Listens on 127.0.0.1. `asked` grows while a window uses the proxy.
 * @returns {Promise<{ proxy: string, asked: string[], close: () => Promise<void> }>}
 */
export async function watchOutside() {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(String(request.url));
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    proxy: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
