/*
 * Long work in a thread of its own: how it ends when it takes too long, too much memory or is cancelled, that the server
 * answers all the while and afterwards, and what happens where no such thread can be started.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { ExportReportResult, ImportStandardsResult } from '../../server/src/protocol';
import { jobsHere, jobsInWorkers, type Jobs } from '../../server/src/jobs/jobs';
import { startNodeWorker } from '../../server/src/jobs/nodeWorker';
import * as sources from '../../server/src/importing/sources';
import { exampleWorkspace } from '../support/example';
import { Folder } from '../support/serverFolder';
import { one, startAsking } from '../support/serverQuestions';
import type { TestClient } from '../support/server';
import { reportOfReview } from '../support/report';

const here = jobsHere({ loadSources: () => Promise.resolve(sources) });
/** What a thread does with its job; each says first that it is ready. */
const scripts = {
  forever: 'for (;;);',
  memory: 'const held = []; for (;;) held.push(Array.from({ length: 1000 }, () => ({})));',
  fails: "port.postMessage({ failed: 'Import failed: TypeError' });",
  ends: 'process.exit(3);',
  throws: "throw new Error('words of a review');",
};

describe('long work', () => {
  let folder: Folder;
  let client: TestClient | undefined;
  const started: string[] = [];
  /** Is told of each thread that is started. */
  let tell: () => void = () => undefined;

  before(() => {
    folder = new Folder({ 'broken.js': "throw new Error('It does not start');" });
    for (const [name, work] of Object.entries(scripts))
      folder.write(
        `${name}.js`,
        `const { parentPort: port } = require('node:worker_threads');\nport.on('message', () => { ${work} });\nport.postMessage('ready');\n`,
      );
  });
  after(() => {
    folder.remove();
  });
  afterEach(() => {
    client?.dispose();
    client = undefined;
    started.length = 0;
  });

  const jobsOf = (name: string, seconds = 1): Jobs =>
    jobsInWorkers(
      () => {
        started.push(name);
        tell();
        return startNodeWorker(join(folder.path, `${name}.js`), 40);
      },
      here,
      { export: seconds, import: seconds },
    );
  const table = Buffer.from('Ref,Standard\n1.1,Heard\n').toString('base64');
  const params = { name: 'ours.csv', bytes: table, target: 'ours.standards.md' };
  const begin = async (jobs: Jobs): Promise<TestClient> => (client = await startAsking({ jobs }));
  const ask = (asked: TestClient): Promise<ImportStandardsResult | null> =>
    asked.request<ImportStandardsResult | null>('criticalFriend/importStandards', params);
  const symbols = (asked: TestClient): Promise<unknown> =>
    asked.request('textDocument/documentSymbol', { textDocument: { uri: one } });

  it('is ended when it takes too long, and the server answers while it runs and afterwards', async () => {
    const asked = await begin(jobsOf('forever'));
    let isOver = false;
    const answer = ask(asked).then((result) => {
      isOver = true;
      return result;
    });
    assert.ok(await symbols(asked));
    assert.equal(started.length, 1);
    assert.equal(isOver, false);
    const result = await answer;
    assert.match(
      result && 'refused' in result ? result.refused : '',
      /^"ours\.csv" took longer than 30 seconds/,
    );
    assert.ok(await symbols(asked));
    const exported = await asked.request<ExportReportResult | null>('criticalFriend/exportReport', {
      ...{ uri: one, format: 'html', citations: 'notes' },
    });
    assert.match(
      exported && 'refused' in exported ? exported.refused : '',
      /took longer than 5 minutes to print/,
    );
  });

  it('is ended when it takes too much memory, and the server answers afterwards', async () => {
    const asked = await begin(jobsOf('memory', 60));
    const result = await ask(asked);
    assert.match(
      result && 'refused' in result ? result.refused : '',
      /needs more memory than any catalogue does/,
    );
    assert.ok(await symbols(asked));
  });

  it('is ended when it is cancelled', async () => {
    const asked = await begin(jobsOf('forever', 60));
    const cancel = new CancellationTokenSource();
    const answer = asked.connection.sendRequest('criticalFriend/importStandards', params, cancel.token);
    assert.ok(await symbols(asked));
    cancel.cancel();
    await assert.rejects(answer, { code: -32800 });
    assert.ok(await symbols(asked));
  });

  it('is cancelled before it has begun where another is still going on', async () => {
    const jobs = jobsOf('forever', 60);
    const [first, second] = [new CancellationTokenSource(), new CancellationTokenSource()];
    const begun = new Promise<void>((resolve) => (tell = resolve));
    const one = jobs.run('import', params, first.token);
    const two = jobs.run('import', params, second.token);
    await begun;
    second.cancel();
    first.cancel();
    await assert.rejects(one, { why: 'cancelled' });
    await assert.rejects(two, { why: 'cancelled' });
    assert.equal(started.length, 1);
  });

  for (const name of ['fails', 'ends', 'throws'])
    it(`answers nothing when its thread ${name}, and logs no word of what it was about`, async () => {
      const asked = await begin(jobsOf(name, 60));
      assert.equal(await ask(asked), null);
      const line = await asked.until(() => asked.logged.find((each) => each.includes('Import failed')));
      assert.ok(!line.includes('words of a review'));
      assert.ok(await symbols(asked));
    });

  it('is done by the server itself where no thread can be started, which is tried once', async () => {
    for (const jobs of [jobsOf('broken'), jobsOf('not-there'), jobsInWorkers(() => undefined, here)]) {
      for (const run of [1, 2]) {
        const made = await jobs.run('import', params, undefined);
        assert.ok('text' in made, String(run));
      }
    }
    assert.equal(started.filter((name) => name === 'broken').length, 1);
  });

  it('is given and gives plain data: a report is the same after it was sent to another thread', () => {
    const [set] = exampleWorkspace().snapshot().reviews();
    assert.ok(set);
    const report = reportOfReview(set);
    assert.deepEqual(structuredClone(report), report);
  });
});
