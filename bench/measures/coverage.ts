/*
 * An edit whose effect is elsewhere: the only citation of a standard is broken and mended, and another
 * document of the review has the gap reported on its heading. From the change sent to that document's
 * diagnostics, and to the preview asked for as soon as the server says that something has changed.
 */
import { noteFailure, typingPace, withServers, type Bench } from '../bench';
import { toggleAt } from '../documents';
import { Editor } from '../editor';
import { rareStandard, withFolder, type ReviewFolder } from '../folders';
import { interleave } from '../rounds';
import type { PreviewResult } from '../../server/src/protocol';
import type { Running } from '../servers';
import { readFolder } from './reading';

/** Measures how fast coverage travels. */
export async function measureCoverage(bench: Bench): Promise<void> {
  for (const count of [10, 100]) {
    bench.say(`coverage: to another document, of ${count}`);
    await withFolder(count, (folder) => {
      const work = async ([server]: readonly Running[]): Promise<void> => {
        if (!server) return;
        await readFolder(server, folder);
        await measureIn(bench, server, folder);
      };
      return withServers(bench, ['ours'], work, folder.uri);
    });
  }
}

async function measureIn(bench: Bench, server: Running, folder: ReviewFolder): Promise<void> {
  const [changed, told] = folder.documents;
  if (!changed || !told) return;
  const { client } = server;
  const editor = new Editor(server, changed.uri, toggleAt(changed.text, 'end', rareStandard));
  await editor.open();

  /** One edit; the milliseconds until `reached` has what it waits for. The round of diagnostics is at its end then. */
  async function step(reached: (settled: Promise<unknown>) => Promise<unknown>): Promise<number> {
    const version = editor.version + 1;
    let isOwn = false;
    const own = client.diagnostics(changed?.uri ?? '', (params) => (isOwn ||= params.version === version));
    // The end of an earlier round may come late; only one after the edit's own diagnostics counts.
    const settled = client.notified('criticalFriend/changed', () => isOwn);
    const ended = reached(settled).then(() => performance.now());
    const started = performance.now();
    await Promise.all([editor.edit(), own, settled, ended]);
    return (await ended) - started;
  }

  /** The state of the page that a client would show. */
  let shown: number | undefined;
  const runners = [
    { name: 'edit', step: () => step(() => client.diagnostics(changed.uri, () => true)) },
    { name: 'other document', step: () => step(() => client.diagnostics(told.uri, () => true)) },
    {
      name: 'preview',
      step: () =>
        step(async (settled) => {
          await settled;
          const { change } = await client.request<PreviewResult>('criticalFriend/preview', {
            uri: changed.uri,
            ...(shown !== undefined && { state: shown }),
          });
          shown = change.state;
        }),
    },
  ];
  const { length } = folder.documents;
  const taken = await interleave(runners, typingPace(bench), (name, failure) => {
    noteFailure(bench, `coverage of ${length}, ${name}`, failure);
  });
  for (const [name, values] of taken) bench.figures.add('coverage', `${name}, of ${length}`, 'ours', values);
}
