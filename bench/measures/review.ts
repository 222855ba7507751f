/*
 * One character typed in a document of 10 KB that belongs to a review: what the other documents of the review
 * cost. A review of one document and a review of a hundred run side by side, each in its own process.
 */
import { noteFailure, typingPace, withServers, type Bench } from '../bench';
import { toggleAt } from '../documents';
import { Editor } from '../editor';
import { withFolder, type ReviewFolder } from '../folders';
import { interleave } from '../rounds';
import type { Running } from '../servers';
import { readFolder } from './reading';

/** Measures edits in a review of one and of a hundred documents. */
export async function measureReview(bench: Bench): Promise<void> {
  bench.say('review: a document alone and in a review of 100');
  await withFolder(1, (one) =>
    withFolder(100, async (hundred) => {
      await withEditor(bench, one, (alone) =>
        withEditor(bench, hundred, async (among) => {
          const runners = [
            { name: '1', step: () => alone.edit() },
            { name: '100', step: () => among.edit() },
          ];
          const taken = await interleave(runners, typingPace(bench), (name, failure) => {
            noteFailure(bench, `edit in a review of ${name}`, failure);
          });
          for (const [name, values] of taken) bench.figures.add('review', `of ${name}`, 'ours', values);
        }),
      );
    }),
  );
}

/** Opens a folder's first document in a server of its own that has read the folder. */
async function withEditor(
  bench: Bench,
  folder: ReviewFolder,
  work: (editor: Editor) => Promise<void>,
): Promise<void> {
  const started = async ([server]: readonly Running[]): Promise<void> => {
    const document = folder.documents.at(0);
    if (!server || !document) return;
    await readFolder(server, folder);
    const editor = new Editor(server, document.uri, toggleAt(document.text, 'middle'));
    await editor.open();
    await work(editor);
  };
  await withServers(bench, ['ours'], started, folder.uri);
}
