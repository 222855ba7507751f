/*
 * A client that says anything at all, in any order: every question is answered or refused, nothing is published for a
 * version that was not given, and whoever asks sensibly in between is answered. FC_RUNS, FC_TIMES and FC_SEED look further.
 */
import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { isQuick, itUnlessQuick, runs } from '../support/depth';
import { collectGarbage } from '../support/garbage';
import { TestClient } from '../support/server';
import { catalogue, drawTraffic, fewestMessages, Traffic } from '../support/traffic';
import {
  clean,
  codes,
  cover,
  coverText,
  document,
  files,
  isWrong,
  one,
  tiny,
  two,
  wrong,
} from '../support/serverTexts';

/** As many as the law promises, but for the quick run. */
const count = Math.max(isQuick ? 1000 : fewestMessages, runs(fewestMessages).numRuns);
const seed = Number(process.env.FC_SEED ?? 2014);
const other = 'file:///team/sane.review.md';

describe('a client that says anything', function () {
  this.timeout(600_000);

  it(`is answered or refused, ${count} messages long, and does not disturb anyone else`, async () => {
    const client = await TestClient.start({ files: { ...files, [catalogue]: tiny } });
    const traffic = new Traffic();
    const outcomes: Promise<'answered' | 'refused'>[] = [];
    client.open(other, wrong, 7);
    await client.diagnostics(other);

    for (const [i, drawn] of drawTraffic(count, seed).entries()) {
      const { kind, method, params, cancelled } = traffic.say(drawn);
      if (kind === 'notification') client.notify(method, params);
      else {
        const source = new CancellationTokenSource();
        const asked = client.connection.sendRequest(method, params, source.token);
        outcomes.push(
          asked.then(
            () => 'answered' as const,
            () => 'refused' as const,
          ),
        );
        if (cancelled) source.cancel();
      }
      if (i % 100 !== 99) continue;
      const hover = { textDocument: { uri: other }, position: { line: 4, character: 24 } };
      const symbols = { textDocument: { uri: other } };
      await client.request('textDocument/hover', hover);
      const list = await client.request<unknown[]>('textDocument/documentSymbol', symbols);
      assert.ok(list.length > 0, `after ${i + 1} messages`);
    }

    const said = await Promise.all(outcomes);
    assert.ok(said.filter((outcome) => outcome === 'answered').length > said.length / 4);
    const versioned = client.published.filter(({ uri, version }) => version !== undefined && uri !== other);
    assert.ok(versioned.length > count / 100, `${versioned.length} published for versions`);
    for (const { uri, version } of versioned) {
      const known = [...traffic.given].filter(
        ([of]) => String(of).toLowerCase() === uri.toLowerCase() || of === uri,
      );
      assert.ok(
        known.some(([, versions]) => versions.has(version)),
        `${uri} at version ${version}`,
      );
    }
    client.dispose();
  });

  it('leaves nothing behind: what it says last is what counts', async () => {
    const client = await TestClient.start({ files: { ...files, [catalogue]: tiny } });
    const traffic = new Traffic();
    const told: Promise<unknown>[] = [];
    for (const drawn of drawTraffic(isQuick ? 300 : 2000, seed + 1)) {
      const { kind, method, params } = traffic.say(drawn);
      // Folders that are taken away are really gone, and so is what they hold.
      if (method === 'workspace/didChangeWorkspaceFolders') continue;
      if (kind === 'notification') client.notify(method, params);
      else told.push(client.request(method, params).catch(() => null));
    }
    await Promise.all(told);
    const texts = { [cover]: coverText, [one]: wrong, [two]: '## Strengths\n\n- Said so. [std 9.8]\n' };
    for (const [uri, text] of Object.entries(texts)) {
      client.close(uri);
      client.open(uri, text, 1_000_000);
    }
    client.close(catalogue);
    const fresh = await TestClient.start({ files: { ...files, [catalogue]: tiny } });
    for (const [uri, text] of Object.entries(texts)) fresh.open(uri, text, 1_000_000);
    for (const uri of [one, two]) {
      const expected = codes(await fresh.diagnostics(uri, (params) => params.version === 1_000_000));
      const shown = await client.diagnostics(uri, (params) => {
        return params.version === 1_000_000 && codes(params).join() === expected.join();
      });
      assert.deepEqual(codes(shown), expected);
    }
    client.dispose();
    fresh.dispose();
  });

  it('is told of a thousand files in one go, and the end of it is what counts', async () => {
    const client = await TestClient.start({ files });
    const uriOf = (i: number): string => `file:///team/many/${i}.review.md`;
    client.open(two, document('In the editor. [std 9.7]'), 3);
    await client.diagnostics(two, isWrong);
    for (const text of [wrong, undefined, wrong, clean, wrong]) {
      client.watched(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [uriOf(i), text])));
    }
    client.watched({ [two]: clean, [uriOf(0)]: undefined });
    const asked = client.request<unknown>('textDocument/hover', {
      textDocument: { uri: two },
      position: { line: 4, character: 20 },
    });
    await asked;
    for (let i = 1; i < 200; i++) await client.diagnostics(uriOf(i), isWrong);
    // What is open in the editor is what counts for it, whatever the file says.
    const open = await client.diagnostics(two);
    assert.ok(open.version === 3 && isWrong(open));
    const gone = client.published.filter(({ uri }) => uri === uriOf(0)).at(-1);
    assert.ok(gone === undefined || gone.diagnostics.length === 0);
    client.dispose();
  });

  itUnlessQuick('is not remembered: what it made the server hold comes back', async () => {
    const client = await TestClient.start({ files });
    const session = async (from: number): Promise<void> => {
      for (const drawn of drawTraffic(1500, from)) {
        const { kind, method, params } = new Traffic().say(drawn);
        if (kind === 'notification') client.notify(method, params);
        else await client.request(method, params).catch(() => null);
      }
      for (const uri of [
        cover,
        one,
        two,
        catalogue,
        'file:///team/Gwerthusiad%20%23ŵ.review.md',
        'untitled:a.review.md',
      ])
        client.close(uri);
      await client.request('workspace/symbol', { query: '' }).catch(() => null);
      client.published.length = 0;
      client.logged.length = 0;
      await collectGarbage();
    };
    await session(seed);
    const before = process.memoryUsage().heapUsed;
    for (let i = 1; i <= 3; i++) await session(seed);
    const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    assert.ok(grown < 10, `${grown.toFixed(1)} MB more after three times the same`);
    client.dispose();
  });
});
