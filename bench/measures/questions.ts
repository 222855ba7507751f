/*
 * What an editor asks right after a keystroke, before the diagnostics are there: completion, hover, symbols
 * and references, from the change sent to the answer received.
 */
import { noteFailure, typingPace, withServers, type Bench } from '../bench';
import { createDocument, sizes, toggleAt, type Size } from '../documents';
import { Editor, type Question } from '../editor';
import { interleave, type Runner } from '../rounds';
import { titles, type ServerName } from '../servers';

const questions: readonly Question[] = ['completion', 'hover', 'documentSymbol', 'references'];

/** Measures questions right after an edit. */
export async function measureQuestions(bench: Bench): Promise<void> {
  const names: readonly ServerName[] = bench.quick ? ['floor', 'ours'] : ['floor', 'ours', 'markdown'];
  for (const size of Object.keys(sizes) as Size[]) {
    const toggle = toggleAt(createDocument('ordinary', sizes[size]), 'middle');
    await withServers(bench, names, async (running) => {
      const editors = new Map<ServerName, Editor>();
      for (const server of running) {
        const editor = new Editor(server, 'file:///bench/middle.review.md', toggle);
        await editor.open();
        editors.set(server.name, editor);
      }
      for (const question of bench.quick ? questions.slice(0, 1) : questions) {
        const what = `${question} ${size}`;
        bench.say(`questions: ${what}`);
        // VS Code's server offers completion only where a path or a link may stand; it is not comparable.
        const runners = [...editors].flatMap(([name, editor]): Runner<ServerName>[] =>
          name === 'markdown' && question === 'completion'
            ? []
            : [{ name, step: () => editor.ask(question) }],
        );
        const taken = await interleave(runners, typingPace(bench), (name, failure) => {
          noteFailure(bench, `${what}, ${titles[name]}`, failure);
        });
        bench.figures.addAll('question', what, taken);
      }
    });
  }
}
