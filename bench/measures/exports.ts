/*
 * A report of 400 findings, from the command to the written file, beside pandoc that writes the same report from plain
 * Markdown of ours. Both are whole programs started anew; pandoc has nothing to read but words, and needs to be on the machine.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noteFailure, type Bench } from '../bench';
import { createFindings } from '../documents';
import { interleave, type Runner } from '../rounds';

const run = promisify(execFile);
const themes = 4;
const findings = 400;

/** Measures exports. */
export async function measureExports(bench: Bench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'critical-friend-bench-'));
  try {
    await writeReview(folder);
    const ours = (format: string, to: string): Promise<unknown> =>
      run(process.execPath, [bench.bundles.cli, 'report', folder, '--format', format, '-o', to]);
    const plain = join(folder, 'plain.md');
    await ours('md', plain);
    for (const format of ['html', 'docx'] as const) {
      bench.say(`exports: ${format}`);
      const to = (name: string): string => join(folder, `${name}.${format}`);
      const options = format === 'html' ? ['--self-contained'] : [];
      const runners: Runner<'ours' | 'pandoc'>[] = [
        { name: 'ours', step: () => timed(() => ours(format, to('ours'))) },
        {
          name: 'pandoc',
          step: () =>
            timed(() =>
              run('pandoc', [
                '--from=gfm',
                '--metadata=title:Report',
                '--toc',
                ...options,
                plain,
                '-o',
                to('pandoc'),
              ]),
            ),
        },
      ];
      const pace = { warmUp: 1, samples: bench.quick ? 3 : 9, block: 1, budget: 60_000 };
      const taken = await interleave(runners, pace, (name, failure) => {
        noteFailure(bench, `export, ${name}`, failure);
      });
      bench.figures.addAll('export', `${findings} findings, ${format}`, taken);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function writeReview(folder: string): Promise<void> {
  const each = findings / themes;
  const names = Array.from({ length: themes }, (_, i) => `theme-${i + 1}.review.md`);
  const cover = [
    '---',
    'title: A review for the bench',
    'standards: ssia-childrens-services-2014',
    `documents: [cover.review.md, ${names.join(', ')}]`,
    '---',
    '# Introduction',
    'Written by nobody, about nobody.',
    '',
  ];
  await writeFile(join(folder, 'cover.review.md'), cover.join('\n'));
  for (const [i, name] of names.entries()) {
    const [strengths, development] = [1, 2].map((half) => createFindings(each / 2, 2 * i + half));
    const heading = `# Theme ${i + 1} [theme ${i + 1}]`;
    const text = `${heading}\n\n## Strengths\n\n${strengths}\n## Areas for development\n\n${development}`;
    await writeFile(join(folder, name), text);
  }
}
