/*
 * Fifty characters sent at once, as after a paste by a tool or a server that was busy: from the first byte
 * sent to the diagnostics of the last version. It is compared with a single edit of the same run.
 */
import { noteFailure, typingPace, withServers, type Bench } from '../bench';
import { createDocument, sizes, toggleAt, type Size } from '../documents';
import { Editor } from '../editor';
import { interleave, type Runner } from '../rounds';
import { titles, type ServerName } from '../servers';

const burst = 50;

/** Measures bursts, and single edits beside them. */
export async function measureBursts(bench: Bench): Promise<void> {
  const names: readonly ServerName[] = bench.quick ? ['floor', 'ours'] : ['floor', 'ours', 'markdown'];
  for (const size of Object.keys(sizes) as Size[]) {
    if (bench.quick && size === '1 MB') continue;
    const toggle = toggleAt(createDocument('ordinary', sizes[size]), 'middle');
    bench.say(`bursts: ${size}`);
    await withServers(bench, names, async (running) => {
      const singles: Runner<ServerName>[] = [];
      const bursts: Runner<ServerName>[] = [];
      for (const server of running) {
        const { name } = server;
        const editor = new Editor(server, 'file:///bench/middle.review.md', toggle);
        await editor.open();
        singles.push({ name, step: () => editor.edit() });
        bursts.push({ name, step: () => editor.burst(burst) });
      }
      const failed = (name: ServerName, failure: unknown): void => {
        noteFailure(bench, `burst ${size}, ${titles[name]}`, failure);
      };
      const pace = typingPace(bench);
      bench.figures.addAll('burst', `single ${size}`, await interleave(singles, pace, failed));
      const less = { ...pace, samples: Math.ceil(pace.samples / 2), warmUp: 10 };
      bench.figures.addAll('burst', `burst ${size}`, await interleave(bursts, less, failed));
    });
  }
}
