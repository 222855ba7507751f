/*
 * The editor and the command line say the same: for every folder of reviews that the tests and the examples have, each
 * document is opened as an editor does, and its diagnostics are those of `check`, down to the column.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type * as lsp from 'vscode-languageserver';
import type { CheckReport } from '../../cli/src/check';
import { run } from '../../cli/src/run';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { fileUri } from '../../server/src/lsp/uris';
import { TestClient } from '../support/server';

const root = path.resolve(__dirname, '../..');
const name = 'ssia-childrens-services-2014.standards.md';
const shipped = {
  uri: `file:///product/${name}`,
  text: readFileSync(path.join(root, 'standards', name), 'utf8'),
};
const severities = ['error', 'warning', 'information', 'hint'];

/** Every folder below some folders that holds a cover, and no cover above it there. */
function workspacesBelow(...above: string[]): string[] {
  return above.flatMap((folder): string[] => {
    const full = path.join(root, folder);
    if (existsSync(path.join(full, 'cover.review.md'))) return [folder];
    const below = readdirSync(full, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return workspacesBelow(...below.map((entry) => path.join(folder, entry.name)));
  });
}

describe('The editor and the command line', () => {
  const folders = workspacesBelow('test/workspaces', 'test/vscode/fixtures', 'examples');

  it('are compared over every workspace', () => {
    assert.ok(folders.length >= 3);
    assert.ok(folders.includes('examples/aberwen') && folders.includes('test/workspaces/morfa-bay'));
  });

  for (const folder of folders) {
    it(`say the same about ${folder}`, async () => {
      const cwd = path.join(root, folder);
      let out = '';
      const code = await run(['check', '--format', 'json'], {
        cwd,
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => assert.fail(text) },
        version: '0',
        calendar: { today: '2026-10-02', startOf: () => new Date(0), dayOf: () => '2026-10-02' },
        colours: false,
        readStdin: () => Promise.resolve(new Uint8Array()),
        whenStopped: () => new AbortController().signal,
        shipped: [shipped],
        serve: () => undefined,
      });
      assert.ok(code === 0 || code === 1);
      const report = JSON.parse(out) as CheckReport;

      const client = await TestClient.start({
        folders: [fileUri(cwd)],
        shipped: [shipped],
        host: () => createNodeHost(() => undefined),
      });
      const said = new Map<string, string[]>();
      for (const { file, code: check, severity, message, range } of report.reviews.flatMap(
        (review) => review.diagnostics,
      )) {
        const { start, end } = range;
        const line = [check, severity, message, start.line, start.character, end.line, end.character].join(
          ' ',
        );
        said.set(file, [...(said.get(file) ?? []), line]);
      }
      const files = [...new Set([...report.reviews.flatMap((review) => review.documents), ...said.keys()])];
      for (const file of files) {
        const uri = fileUri(path.join(cwd, file));
        const text = readFileSync(path.join(cwd, file), 'utf8');
        client.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'review', version: 1, text },
        });
      }
      for (const file of files) {
        const uri = fileUri(path.join(cwd, file));
        const expected = said.get(file) ?? [];
        const { diagnostics } = await client.diagnostics(uri, (params) => {
          return params.version === 1 && params.diagnostics.length >= expected.length;
        });
        assert.deepEqual(diagnostics.map(print), expected, file);
      }
      client.dispose();
    });
  }
});

function print({ code, severity = 1, message, range: { start, end } }: lsp.Diagnostic): string {
  const words = typeof message === 'string' ? message : message.value;
  const place = [start.line, start.character, end.line, end.character];
  return `${code ?? ''} ${severities[severity - 1] ?? ''} ${words} ${place.join(' ')}`;
}
