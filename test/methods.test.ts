/*
 * The table of methods in docs/architecture.md against the server: every handler in `server/src/handlers/` has
 * a row that names the file of the core function it calls, everything the server announces has a handler, and
 * the server answers each method of the table.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResponseError } from 'vscode-languageserver';
import { serverCapabilities } from '../server/src/lsp/capabilities';
import { TestClient } from './support/server';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sorted = <T>(values: Iterable<T>): T[] => [...values].sort();

/** Handlers whose name does not say the method by itself. */
const irregular: Record<string, string> = {
  'languages.inlayHint.on': 'textDocument/inlayHint',
  'languages.semanticTokens.on': 'textDocument/semanticTokens/full',
  'languages.semanticTokens.onRange': 'textDocument/semanticTokens/range',
  onCodeActionResolve: 'codeAction/resolve',
  onCompletionResolve: 'completionItem/resolve',
  onDocumentLinks: 'textDocument/documentLink',
  onFoldingRanges: 'textDocument/foldingRange',
  onRenameRequest: 'textDocument/rename',
  onSelectionRanges: 'textDocument/selectionRange',
  onWorkspaceSymbol: 'workspace/symbol',
  onExecuteCommand: 'workspace/executeCommand',
};

/** What is announced under a name that does not say the method by itself. */
const elsewhere: Record<string, string> = {
  workspaceSymbol: 'workspace/symbol',
  executeCommand: 'workspace/executeCommand',
};

/** The rows of the table: a method, and the file that answers it. */
const rows = [...read('docs/architecture.md').matchAll(/^\| `([A-Za-z/]+)` +\| `(core\/[^`]+)` +\|$/gm)].map(
  ([, method = '', file = '']) => ({ method, file }),
);

/** The file of each function that the core shows to the outside. */
const homes = new Map(
  [...read('core/src/index.ts').matchAll(/^export \{([^}]+)\} from '\.\/([^']+)'/gm)].flatMap(
    ([, names = '', file = '']) =>
      names.split(',').map((name): [string, string] => [name.trim(), `core/src/${file}.ts`]),
  ),
);

/** The handlers as they are written: the method, and the functions of the core that are called for it. */
const handlers = readdirSync(join(root, 'server/src/handlers')).flatMap((file) =>
  read(`server/src/handlers/${file}`)
    .split(/(?=connection\.(?:languages\.\w+\.)?on(?:[A-Z]\w*)?\()/)
    .flatMap((text) => {
      const name = /^connection\.((?:languages\.\w+\.)?on(?:[A-Z]\w*)?)\(/.exec(text)?.[1];
      if (name === undefined || name === 'onRequest') return [];
      const called = [...text.matchAll(/\bcore\s*\.(\w+)\(/g)].map((match) => match[1] ?? '');
      return [{ method: methodOf(name), files: called.flatMap((called) => homes.get(called) ?? []) }];
    }),
);

function methodOf(name: string): string {
  const last = name.replace(/^on/, '');
  return irregular[name] ?? `textDocument/${last.charAt(0).toLowerCase()}${last.slice(1)}`;
}

describe('the table of methods', () => {
  it('has a row for each handler, with the file that answers it', () => {
    assert.ok(handlers.length > 5);
    assert.deepEqual(
      rows.map(({ method }) => method),
      sorted(handlers.map(({ method }) => method)),
    );
    for (const { method, files } of handlers) {
      const file = rows.find((row) => row.method === method)?.file ?? '';
      assert.ok(files.includes(file), `${method} is answered by ${files.join(', ')}, not by ${file}`);
      assert.ok(existsSync(join(root, file)), file);
    }
  });

  it('has a row for everything that the server announces', () => {
    const announced = Object.keys(serverCapabilities).flatMap((name) => {
      const noun = /^(.*)Provider$/.exec(name)?.[1];
      if (noun === undefined) return [];
      return [elsewhere[noun] ?? `textDocument/${noun}`];
    });
    const methods = rows.map(({ method }) => method);
    assert.deepEqual(
      announced.filter((method) => !methods.some((known) => known.startsWith(method))),
      [],
    );
  });

  it('names methods that the server answers', async () => {
    const client = await TestClient.start();
    for (const { method } of rows) {
      const answer = client.request(method, { query: '', textDocument: { uri: 'file:///no.review.md' } });
      // A question without its parameters may be refused, but not as one that nobody knows.
      const code = await answer.then(
        () => 0,
        (failure: unknown) => (failure as ResponseError<unknown>).code,
      );
      assert.notEqual(code, -32601, method);
    }
    client.dispose();
  });
});
