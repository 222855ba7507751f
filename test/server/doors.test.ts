/*
 * The three doors as they are shipped: bundled, and run as processes or in a worker. Only what a door adds is
 * tested here: streams, exit codes, and that the bundle holds all it needs.
 */
import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build, type BuildOptions } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Folder } from '../support/serverFolder';

const root = path.join(__dirname, '../..');

describe('doors', function () {
  this.timeout(60_000);
  let home: Folder;
  const bundle = (name: string): string => path.join(home.path, 'dist', name);
  const greeting = { processId: null, rootUri: null, capabilities: {} };

  before(async () => {
    home = new Folder({ 'package.json': '{"version": "9.8.7"}' });
    const common: BuildOptions = { absWorkingDir: root, bundle: true, loader: { '.md': 'text' } };
    const node: BuildOptions = { ...common, platform: 'node', mainFields: ['module', 'main'] };
    const web: BuildOptions = { ...common, platform: 'browser', conditions: ['worker'], format: 'iife' };
    await Promise.all([
      build({ ...node, entryPoints: ['cli/src/main.ts'], outfile: bundle('cli.js') }),
      build({ ...node, entryPoints: ['server/src/node.ts'], outfile: bundle('server.js') }),
      build({ ...web, entryPoints: ['server/src/browser.ts'], outfile: bundle('server.web.js') }),
    ]);
  });
  after(() => {
    home.remove();
  });

  const exitOf = async (child: ChildProcess): Promise<unknown> =>
    child.exitCode ?? ((await once(child, 'exit')) as unknown[])[0];

  /** Runs the command line to its end. */
  async function runCli(words: string[]): Promise<{ code: unknown; out: string; err: string }> {
    const child = spawn(process.execPath, [bundle('cli.js'), ...words], { cwd: home.path });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const [code] = (await once(child, 'close')) as unknown[];
    return { code, out, err };
  }

  describe('command line', () => {
    it('knows its version', async () => {
      assert.deepEqual(await runCli(['--version']), { code: 0, out: '9.8.7\n', err: '' });
    });

    it('brings the standards and writes all of them', async () => {
      const { code, out } = await runCli(['standards', '--format', 'json']);
      assert.equal(code, 0);
      assert.equal((JSON.parse(out) as { catalogues: unknown[] }).catalogues.length, 1);
    });

    it('ends with 2 where there is nothing to check', async () => {
      assert.equal((await runCli(['check'])).code, 2);
    });

    it('writes a report for Word and as slides, with the styles of a council’s own document', async () => {
      home.write('r/one.review.md', '# Theme 1: A\n\n## Strengths\n\n- People told us so. [std 1.1]\n');
      const report = (words: string): Promise<{ code: unknown; out: string; err: string }> =>
        runCli(['report', 'r', ...words.split(' ')]);
      assert.deepEqual(await report('-o own.docx'), { code: 0, out: '', err: 'Wrote own.docx\n' });
      assert.deepEqual(await report('-o own.pptx'), { code: 0, out: '', err: 'Wrote own.pptx\n' });
      const lent = await report('-o lent.docx --reference-docx own.docx');
      assert.deepEqual(lent, { code: 0, out: '', err: 'Wrote lent.docx\n' });
      home.write('bare.docx', zipSync({ 'word/styles.xml': strToU8('<w:styles xmlns:w="x"></w:styles>') }));
      const bare = await report('-o bare-report.docx --reference-docx bare.docx');
      assert.equal(bare.code, 0, bare.err);
      assert.match(bare.err, /"bare\.docx" has no style for .*heading 1.*; there the report keeps its own/i);
      home.write('words.docx', 'no Word document');
      const refused = await report('-o other.docx --reference-docx words.docx');
      assert.equal(refused.code, 2);
      assert.match(refused.err, /"words\.docx" cannot lend its styles: /);
      assert.match(
        (await report('-o other.docx --reference-docx none.docx')).err,
        /There is no file "none\.docx"/,
      );
      assert.match((await report('-o other.md --reference-docx own.docx')).err, /Only a Word document/);
      assert.ok(!existsSync(path.join(home.path, 'other.docx')));
    });

    it('survives a reader that closes early', async () => {
      const child = spawn(process.execPath, [bundle('cli.js'), 'standards', '--format', 'json']);
      let err = '';
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      child.stdout.destroy();
      assert.equal(await exitOf(child), 0);
      assert.equal(err, '');
    });
  });

  describe('language server', () => {
    for (const words of [
      ['cli.js', 'lsp', '--stdio'],
      ['cli.js', 'lsp'],
      ['server.js', '--stdio'],
    ]) {
      it(`speaks over ${words.join(' ')} and says goodbye`, async () => {
        const [file = '', ...rest] = words;
        const child = spawn(process.execPath, [bundle(file), ...rest]);
        const client = createMessageConnection(
          new StreamMessageReader(child.stdout),
          new StreamMessageWriter(child.stdin),
        );
        client.listen();
        const { serverInfo } = await client.sendRequest<{ serverInfo: { name: string } }>(
          'initialize',
          greeting,
        );
        assert.equal(serverInfo.name, 'Critical Friend');
        await client.sendRequest('shutdown');
        await client.sendNotification('exit');
        assert.equal(await exitOf(child), 0);
        client.dispose();
      });
    }

    it('ends badly when it is not said goodbye to', async () => {
      const child = spawn(process.execPath, [bundle('server.js'), '--stdio']);
      const client = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      client.listen();
      await client.sendRequest('initialize', greeting);
      await client.sendNotification('exit');
      assert.equal(await exitOf(child), 1);
      client.dispose();
    });

    it('ends when the process that the client named as its own has gone', async () => {
      const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      const child = spawn(process.execPath, [bundle('cli.js'), 'lsp', '--stdio']);
      const client = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      client.listen();
      await client.sendRequest('initialize', { ...greeting, processId: parent.pid });
      parent.kill('SIGKILL');
      await exitOf(parent);
      // Its input is still open, so that nothing else ends it.
      assert.equal(await exitOf(child), 1);
      client.dispose();
    });

    it('keeps standard output for the protocol', async () => {
      const noise = path.join(home.path, 'noise.cjs');
      home.write('noise.cjs', `setInterval(() => console.log('noise'), 1);\n`);
      const child = spawn(process.execPath, ['--require', noise, bundle('cli.js'), 'lsp']);
      let out = '';
      let err = '';
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      while (!err.includes('noise')) await once(child.stderr, 'data');
      const words = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: greeting });
      child.stdin.write(`Content-Length: ${words.length}\r\n\r\n${words}`);
      while (!out.includes('serverInfo')) await once(child.stdout, 'data');
      // What is said before the server starts is not its own.
      assert.match(out.slice(out.indexOf('Content-Length')), /^Content-Length: \d+\r\n\r\n\{.*\}$/);
      child.stdin.end();
      assert.equal(await exitOf(child), 1);
    });

    it('ends when its input ends', async () => {
      const child = spawn(process.execPath, [bundle('cli.js'), 'lsp', '--stdio']);
      child.stdin.end();
      assert.equal(await exitOf(child), 1);
    });

    it('speaks over ipc and ends when its parent lets go', async () => {
      const child = fork(bundle('server.js'), ['--node-ipc']);
      const client = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
      client.listen();
      assert.ok(await client.sendRequest('initialize', greeting));
      client.dispose();
      child.disconnect();
      await exitOf(child);
    });
  });

  it('the web worker finds a standard of the shipped catalogue', async () => {
    const prelude = `const { parentPort } = require('node:worker_threads');
      globalThis.self = globalThis;
      globalThis.addEventListener = () => {};
      globalThis.postMessage = (message) => parentPort.postMessage(message);
      parentPort.on('message', (data) => globalThis.onmessage({ data }));\n`;
    const worker = new Worker(prelude + readFileSync(bundle('server.web.js'), 'utf8'), { eval: true });
    const answer = new Promise<unknown>((resolve) => {
      worker.on('message', (message: { id?: unknown; result?: unknown; method?: string }) => {
        if (message.id === 2 && message.method === undefined) resolve(message.result);
      });
    });
    const uri = 'untitled:one.review.md';
    const text = '# Theme 3\n\n## Strengths\n\n- Words &amp; more. [std ';
    const send = (message: object): void => {
      worker.postMessage({ jsonrpc: '2.0', ...message });
    };
    send({ id: 1, method: 'initialize', params: greeting });
    send({ method: 'initialized', params: {} });
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'review', version: 1, text } },
    });
    const position = { line: 4, character: 26 };
    send({ id: 2, method: 'textDocument/completion', params: { textDocument: { uri }, position } });
    assert.match(JSON.stringify(await answer), /6\.1/);
    await worker.terminate();
  });
});
