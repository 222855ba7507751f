/*
 * One character typed in one document: from the change sent to its diagnostics received. Every shape and size
 * in the middle, the ordinary shape also at the top and at the end, with all servers side by side.
 */
import { noteFailure, typingPace, withServers, type Bench } from '../bench';
import { createDocument, shapes, sizes, toggleAt, type Shape, type Size, type Where } from '../documents';
import { Editor } from '../editor';
import { interleave, type Runner } from '../rounds';
import { titles, type ServerName } from '../servers';

const all: readonly ServerName[] = ['floor', 'ours', 'wholeText', 'markdown'];

/** Measures edits in single documents. */
export async function measureEdits(bench: Bench): Promise<void> {
  for (const shape of bench.quick ? (['ordinary', 'list'] as const) : shapes) {
    for (const size of Object.keys(sizes) as Size[]) {
      if (bench.quick && shape === 'list' && size !== '100 KB') continue;
      // A longer paragraph is not read as Markdown at all, and has no citation that could be broken.
      if (shape === 'paragraph' && size !== '10 KB') continue;
      const isWhole = shape === 'ordinary' && !bench.quick;
      await measureEditsIn(bench, shape, size, isWhole ? ['middle', 'top', 'end'] : ['middle'], all);
    }
  }
}

/** The same for one document and some servers. */
export async function measureEditsIn(
  bench: Bench,
  shape: Shape,
  size: Size,
  places: readonly Where[],
  names: readonly ServerName[],
): Promise<void> {
  const text = createDocument(shape, sizes[size]);
  await withServers(bench, names, async (running) => {
    for (const place of places) {
      const what = `${shape} ${size} ${place}`;
      bench.say(`edits: ${what}`);
      const runners: Runner<ServerName>[] = [];
      const editors: Editor[] = [];
      const toggle = toggleAt(text, place);
      for (const server of running) {
        const editor = new Editor(server, `file:///bench/${place}.review.md`, toggle);
        editors.push(editor);
        try {
          await editor.open();
          runners.push({ name: server.name, step: () => editor.edit() });
        } catch (failure) {
          noteFailure(bench, `${what}, ${titles[server.name]}, opening`, failure);
        }
      }
      const taken = await interleave(runners, typingPace(bench), (name, failure) => {
        noteFailure(bench, `${what}, ${titles[name]}`, failure);
      });
      bench.figures.addAll('edit', what, taken);
      for (const editor of editors) editor.close();
    }
  });
}
