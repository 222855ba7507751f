/*
 * Folders read cold, beside the time that plain remark takes for the same files: until every document has its
 * first diagnostics; until the one open document has them, in a large folder and alone; and typing in it
 * while the rest is still being read. Every reading is by a new process.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { noteFailure, withServers, type Bench } from '../bench';
import { toggleAt } from '../documents';
import { Editor } from '../editor';
import { withFolder, type ReviewFolder } from '../folders';
import { interleave } from '../rounds';
import { begin, type Running } from '../servers';
import { readFolder } from './reading';

const run = promisify(execFile);

/** Measures cold folders of several sizes. */
export async function measureFolders(bench: Bench): Promise<void> {
  const rounds = bench.quick ? { 10: 3, 100: 2 } : { 10: 7, 100: 5, 1000: 3 };
  for (const [count, samples] of Object.entries(rounds)) {
    bench.say(`folders: ${count} documents`);
    await withFolder(Number(count), async (folder) => {
      const runners = [
        { name: 'remark', step: () => plainly(bench, folder) },
        { name: 'ours', step: () => inNewServer(bench, folder, (server) => readFolder(server, folder)) },
      ];
      const pace = { warmUp: 0, samples, block: 1, budget: 90_000 };
      const taken = await interleave(runners, pace, (name, failure) => {
        noteFailure(bench, `folder of ${count}, ${name}`, failure);
      });
      bench.figures.addAll('folder', `of ${count}`, taken);
    });
  }
  await measureOpenDocument(bench, bench.quick ? 100 : 1000);
}

async function plainly({ bundles }: Bench, { path }: ReviewFolder): Promise<number> {
  const { stdout } = await run(process.execPath, [bundles.plain, path], { timeout: 120_000 });
  return (JSON.parse(stdout) as { milliseconds: number }).milliseconds;
}

async function inNewServer(
  bench: Bench,
  folder: ReviewFolder,
  work: (server: Running) => Promise<number>,
): Promise<number> {
  let result = NaN;
  const started = async ([server]: readonly Running[]): Promise<void> => {
    if (server) result = await work(server);
  };
  await withServers(bench, ['ours'], started, folder.uri);
  return result;
}

async function measureOpenDocument(bench: Bench, count: number): Promise<void> {
  bench.say(`folders: the open document among ${count}, and alone`);
  await withFolder(1, (one) =>
    withFolder(count, async (many) => {
      const step = (folder: ReviewFolder) => () => {
        return inNewServer(bench, folder, (server) => openDocument(server, folder).open());
      };
      const runners = [
        { name: 'alone', step: step(one) },
        { name: 'among', step: step(many) },
      ];
      const pace = { warmUp: 0, samples: bench.quick ? 3 : 7, block: 1, budget: 60_000 };
      const taken = await interleave(runners, pace, (name, failure) => {
        noteFailure(bench, `open document ${name}`, failure);
      });
      bench.figures.add('open document', 'alone', 'ours', taken.get('alone') ?? []);
      bench.figures.add('open document', `among ${count}`, 'ours', taken.get('among') ?? []);
      bench.say(`folders: typing while ${count} are read`);
      const type = async ([server]: readonly Running[]): Promise<void> => {
        if (server) await typeWhileReading(bench, server, many);
      };
      await withServers(bench, ['ours'], type, many.uri);
    }),
  );
}

/** The document is opened with the last word of the greeting, as an editor does that shows it already. */
function openDocument(server: Running, folder: ReviewFolder): Editor {
  const document = folder.documents.at(-1);
  if (!document) throw new Error('The folder is empty.');
  begin(server);
  return new Editor(server, document.uri, toggleAt(document.text, 'middle'));
}

async function typeWhileReading(bench: Bench, server: Running, folder: ReviewFolder): Promise<void> {
  const state = { isRead: false };
  const failed = (failure: unknown): void => {
    state.isRead = true;
    noteFailure(bench, 'typing while a folder is read', failure);
  };
  const read = readFolder(server, folder).then(() => (state.isRead = true), failed);
  const document = folder.documents.at(-1);
  if (!document) return;
  const editor = new Editor(server, document.uri, toggleAt(document.text, 'middle'));
  const during: number[] = [];
  const after: number[] = [];
  try {
    await editor.open();
    while (!state.isRead && during.length < 20_000) during.push(await editor.edit());
    await read;
    for (let i = 0; i < 60; i++) after.push(await editor.edit());
  } catch (failure) {
    failed(failure);
  }
  bench.figures.add('typing', 'while reading', 'ours', during);
  bench.figures.add('typing', 'when all is read', 'ours', after);
}
