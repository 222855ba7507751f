/*
 * The language server on a folder in which a document cannot be read, a link leads nowhere, a file is no text, the
 * catalogue is missing and a line never ends: what can be read is checked, and the status names the rest.
 */
import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { createNodeHost } from '../../server/src/hosts/nodeHost';
import { fileUri } from '../../server/src/lsp/uris';
import type { ExportReportResult } from '../../server/src/protocol/files';
import { isDeep } from '../support/depth';
import { TestClient } from '../support/server';
import { Folder } from '../support/serverFolder';
import { codes } from '../support/serverTexts';
import { makeUnreadable, whyReadable } from '../support/unreadable';

describe('the language server on a broken folder', () => {
  const title = 'checks what it can read, and its status names what it cannot';
  (whyReadable === undefined ? it : it.skip)(`${title} ${whyReadable ?? ''}`.trim(), async () => {
    const folder = new Folder({
      'cover.review.md': '---\ntitle: Homes\nstandards: ./gone.standards.md\nphase: [a,,b]\n---\n',
      'one.review.md': '# Homes\n\n## Strengths\n\n- Fine [std six]\n',
      'binary.review.md': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255]),
      // As large as a file may be where there is time, and a tenth of that otherwise.
      'long.review.md': 'word '.repeat(isDeep ? 2_000_000 : 200_000),
    });
    makeUnreadable(path.join(folder.path, 'locked.review.md'));
    symlinkSync('nowhere', path.join(folder.path, 'lost.review.md'));
    const uriOf = (name: string): string => fileUri(path.join(folder.path, name));
    const client = await TestClient.start({
      folders: [fileUri(folder.path)],
      host: (_, __, log) => createNodeHost(log),
    });
    const has = (uri: string, ...wanted: string[]): Promise<unknown> =>
      client.diagnostics(uri, (params) => wanted.every((code) => codes(params).includes(code)));
    await has(uriOf('one.review.md'), 'malformed-citation');
    await has(uriOf('cover.review.md'), 'invalid-setting');
    await has(uriOf('long.review.md'), 'intricate-text');

    const status = await client.request<string>('workspace/executeCommand', {
      command: 'criticalFriend.readStatus',
      arguments: [{ quietly: true }],
    });
    const [, missing = ''] = status.split('## What could not be read or found');
    for (const name of ['locked.review.md', 'lost.review.md', 'gone.standards.md'])
      assert.match(missing, new RegExp(name.replaceAll('.', '\\.')));

    // It is said where the file is, and the report says that it is missing, until the file can be read.
    await has(uriOf('locked.review.md'), 'unread-document');
    const reported = async (): Promise<Record<string, unknown>> => {
      const params = { uri: uriOf('cover.review.md'), format: 'json', citations: 'notes' };
      const result = await client.request<ExportReportResult>('criticalFriend/exportReport', params);
      assert.ok('files' in result);
      return JSON.parse(result.files[0]?.text ?? '') as Record<string, unknown>;
    };
    const { missing: left, draft } = await reported();
    assert.deepEqual(left, ['locked.review.md', 'lost.review.md']);
    assert.equal(draft, true);
    rmSync(path.join(folder.path, 'lost.review.md'));
    folder.write('lost.review.md', '# Homes\n\n## Strengths\n\n- Found [std seven]\n');
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('lost.review.md'), type: 2 }],
    });
    await has(uriOf('lost.review.md'), 'malformed-citation');
    assert.deepEqual((await reported()).missing, ['locked.review.md']);
    rmSync(path.join(folder.path, 'locked.review.md'));
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('locked.review.md'), type: 3 }],
    });
    await client.diagnostics(uriOf('locked.review.md'), (params) => codes(params).length === 0);
    assert.equal((await reported()).missing, undefined);

    // What is said while somebody types is said all the same.
    client.open(uriOf('one.review.md'), '# Homes\n\n## Strengths\n\n- Fine [std seven]\n');
    await client.diagnostics(uriOf('one.review.md'), ({ diagnostics }) =>
      JSON.stringify(diagnostics).includes('seven'),
    );
    client.dispose();
    folder.remove();
  });
});
