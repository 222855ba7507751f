// Messages that no page of ours sends: what a script might post that had got into one. None may open, run or break anything.
//
// They are made in the page itself, because some of them could not be carried there. What the extension takes for a
// message is `client/src/pages/messages.ts`, which has its own tests; here they go the whole way through a real VS Code.

/**
 * Posts them all, and then the one place that may be shown, which is handled after all others. It runs in the page.
 * @param {{ folder: string, far: string, last: string }} where
 * @returns {number} How many were posted, those that the browser itself refused left out.
 */
export function postHostileMessages({ folder, far, last }) {
  const { hostileApi: api } = /** @type {{ hostileApi?: { postMessage(message: unknown): void } }} */ (
    /** @type {unknown} */ (globalThis)
  );
  if (!api) throw new Error('The page has asked for no way to speak to the extension.');
  let posted = 0;
  const post = (/** @type {unknown} */ message) => {
    try {
      api.postMessage(message);
      posted++;
    } catch {
      // A function, a symbol or a circle cannot be sent at all.
    }
  };
  const uris = [
    'file:///etc/passwd',
    'file:///etc/passwd.review.md',
    `file://${folder}/../secret/secret.review.md`,
    `file://${folder}/%2e%2e/secret/secret.review.md`,
    `file://${folder}/..%2fsecret%2fsecret.review.md`,
    `file://${folder}/..\\secret\\secret.review.md`,
    `file://${folder}/notes.md`,
    `file://${folder}/.git/config`,
    `https://${far}/x.review.md`,
    `\\\\${far}\\share\\x.review.md`,
    `file://${far}/share/x.review.md`,
    `vscode://${far}/x.review.md`,
    'command:workbench.action.closeWindow',
    'command:workbench.action.terminal.new?x.review.md',
    'javascript:attacked=1//x.review.md',
    'untitled:x.review.md',
    'data:text/plain,x.review.md',
    '',
    'x.review.md',
    '\u0000.review.md',
    `file:///${'a'.repeat(100_000)}.review.md`,
  ];
  for (const uri of uris) {
    post({ type: 'reveal', uri, start: 0, line: 0 });
    post({ type: 'choose', places: [{ uri, start: 0, line: 0 }] });
    post({ type: 'scrolled', uri, line: 3 });
  }
  const own = last;
  const values = [
    ...[
      undefined,
      null,
      true,
      false,
      0,
      -1,
      1.5,
      NaN,
      Infinity,
      -Infinity,
      2 ** 53,
      10n,
      '',
      '3',
      'x'.repeat(1e6),
    ],
    ...[
      [],
      {},
      [[]],
      new Date(0),
      /x/,
      new Map([['type', 'ready']]),
      new Set([1]),
      new ArrayBuffer(8),
      new Error('x'),
    ],
    { toString: 'x', valueOf: 1 },
    JSON.parse('{"__proto__": {"type": "reveal"}}'),
  ];
  for (const value of values) {
    post(value);
    post({ type: value });
    post({ type: 'ask', what: value });
    post({ type: 'reveal', uri: value, start: 0, line: 0 });
    post({ type: 'reveal', uri: own, start: value === 0 ? -1 : value, line: 'x' });
    post({ type: 'choose', places: value });
  }
  for (const type of [
    '__proto__',
    'constructor',
    'toString',
    'update',
    'download',
    'notice',
    'command',
    'eval',
    'READY',
  ]) {
    post({ type, uri: own, start: 0, line: 0, command: 'workbench.action.closeWindow', arguments: [1] });
    post(JSON.parse(`{"__proto__": {"type": ${JSON.stringify(type)}, "what": "export"}}`));
  }
  for (const what of ['delete', 'open', '__proto__', 'constructor', 'workbench.action.quit', 'export '])
    post({ type: 'ask', what });
  /** @type {unknown} */
  let deep = { type: 'reveal' };
  for (let i = 0; i < 2000; i++) deep = { type: 'choose', places: [deep] };
  post(deep);
  post({
    type: 'choose',
    places: Array.from({ length: 10_000 }, () => ({ uri: 'file:///etc/passwd', start: 0, line: 0 })),
  });
  const round = {};
  Object.assign(round, { type: 'choose', places: [round] });
  post(round);
  post(() => 1);
  post(Symbol('x'));
  for (let i = 0; i < 3000; i++) post({ type: 'scrolled', uri: `file:///nowhere/${i}.review.md`, line: i });
  api.postMessage({ type: 'reveal', uri: own, start: 0, line: 2 });
  return posted;
}

/** Keeps what a page speaks to the extension with where a test finds it. It runs in every frame before anything else. */
export function keepApi() {
  /** @type {(() => object) | undefined} */
  let real;
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    configurable: true,
    set: (value) => {
      real = value;
    },
    get: () =>
      real &&
      (() => {
        const api = real?.();
        Object.assign(globalThis, { hostileApi: api });
        return api;
      }),
  });
}
