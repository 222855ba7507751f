/*
 * Files that are made to do harm, given to the command line and to the language server as they are shipped: each is read or
 * refused in a sentence of its own, in little memory and time, and the server answers afterwards.
 */
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import {
  CancellationTokenSource,
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import type { ExportReportResult, ImportStandardsResult } from '../server/src/protocol';
import { imports, references, type Bomb } from './support/bombs';
import { BombRange, type BombRun } from './support/bombRuns';

/** What a file may take, in megabytes, and in times of what the program takes to say its version. */
const mostMemory = 200;
const mostTimes = 15;

describe('files that are made to do harm', function () {
  this.timeout(120_000);
  let range: BombRange;
  let idle = Infinity;

  before(() => {
    range = new BombRange();
    for (let i = 0; i < 3; i++) idle = Math.min(idle, range.nothing().milliseconds);
  });
  after(() => {
    range.remove();
  });

  const expect = (bomb: Bomb, run: () => BombRun): void => {
    let taken = run();
    const { code, out, err } = taken;
    assert.match(bomb.isRead === true ? out : err, bomb.said);
    assert.equal(code, bomb.isRead === true ? 0 : 2, err);
    assert.ok(
      bomb.isRead === true || (err.startsWith('critical-friend: ') && err.trim().split('\n').length === 1),
      err,
    );
    // Others use this machine too: the best of three counts.
    for (let i = 0; i < 2 && taken.milliseconds > mostTimes * idle; i++) taken = run();
    assert.ok(taken.milliseconds < mostTimes * idle, `${taken.milliseconds} ms, and ${idle} ms for nothing`);
    if (process.platform === 'linux') assert.ok(taken.megabytes < mostMemory, `${taken.megabytes} MB`);
  };

  describe('are read or refused by the command line', () => {
    for (const bomb of imports)
      it(bomb.what, () => {
        expect(bomb, () => range.import(bomb));
      });
  });

  describe('lend no styles to a report', () => {
    for (const bomb of references)
      it(bomb.what, () => {
        expect(bomb, () => range.lend(bomb));
      });
  });

  describe('do not take the language server with them', () => {
    let child: ChildProcess;
    let connection: MessageConnection;
    const uri = 'file:///r/one.review.md';
    const findings = Array.from({ length: 60 }, (_, i) => `- People told us so, number ${i}. [std 1.1]\n`);
    const hover = (): Promise<unknown> =>
      connection.sendRequest('textDocument/hover', {
        ...{ textDocument: { uri }, position: { line: 4, character: findings[0]?.indexOf('1.1') ?? 0 } },
      });

    before(async () => {
      child = fork(range.bundle('server.js'), ['--node-ipc'], { stdio: 'ignore' });
      connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
      connection.listen();
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      await connection.sendNotification('initialized', {});
      const text = `# Theme 1: A\n\n## Strengths\n\n${findings.join('')}`;
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'review', version: 1, text },
      });
      assert.ok(await hover());
    });
    after(() => {
      connection.dispose();
      child.kill();
    });

    for (const bomb of imports.filter((_, i) => i % 8 === 3))
      it(bomb.what, async () => {
        const bytes = Buffer.from(bomb.bytes()).toString('base64');
        const made = await connection.sendRequest<ImportStandardsResult | null>(
          'criticalFriend/importStandards',
          {
            ...{ name: bomb.file, bytes, target: 'made.standards.md' },
          },
        );
        if (bomb.isRead === true) assert.ok(made && 'text' in made);
        else assert.match(made && 'refused' in made ? made.refused : '', bomb.said);
        assert.ok(await hover());
      });

    it('answers while a Word document is printed, which can be cancelled', async () => {
      const asked = { uri, format: 'docx', citations: 'notes' };
      let isOver = false;
      const cancel = new CancellationTokenSource();
      const first = connection.sendRequest<ExportReportResult | null>('criticalFriend/exportReport', asked);
      const counted = first.finally(() => (isOver = true));
      let answers = 0;
      while (answers < 5) {
        assert.ok(await hover());
        answers++;
      }
      assert.equal(isOver, false);
      const made = await counted;
      assert.ok(made && 'files' in made && made.files[0]?.base64);
      const second = connection.sendRequest('criticalFriend/exportReport', asked, cancel.token);
      assert.ok(await hover());
      cancel.cancel();
      await assert.rejects(second, { code: -32800 });
      assert.ok(await hover());
    });
  });
});
