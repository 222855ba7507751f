/*
 * Gives a hostile file to the command line as it is shipped, in a process of its own, and measures what it takes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bomb } from './bombs';
import { Folder } from './serverFolder';

const root = resolve(__dirname, '../..');

/** What came of it, with everything that the process took from its start to its end. */
export interface BombRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Bundles as they are shipped, and a folder in which the command line is run. */
export class BombRange {
  readonly folder = new Folder({
    'package.json': '{"version": "1.2.3"}',
    'review/one.review.md': '# Theme 1: A\n\n## Strengths\n\n- People told us so. [std 1.1]\n',
  });

  constructor() {
    const build = ['scripts/build.mjs', '--minify', '--to', join(this.folder.path, 'dist')];
    const { status, stderr } = spawnSync(process.execPath, build, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  /** The path of a bundle. */
  bundle(name: string): string {
    return join(this.folder.path, 'dist', name);
  }

  /** Imports a file. */
  import({ file, bytes }: Bomb): BombRun {
    this.folder.write(file, bytes());
    return this.#run(['standards', 'import', file, '-o', 'made.standards.md', '--force']);
  }

  /** Writes a report with the styles of a document. */
  lend({ file, bytes }: Bomb): BombRun {
    this.folder.write(file, bytes());
    return this.#run(['report', 'review', '-o', 'made.docx', '--reference-docx', file]);
  }

  /** What comes of doing nothing, beside which the others are seen. */
  nothing(): BombRun {
    return this.#run(['--version']);
  }

  /** Whether something was written. */
  get hasMade(): boolean {
    return ['made.standards.md', 'made.docx'].some((name) => existsSync(join(this.folder.path, name)));
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.folder.path, name)));
  }

  remove(): void {
    this.folder.remove();
  }

  #run(words: readonly string[]): BombRun {
    const usage = join(__dirname, 'usage.cjs');
    const { status, output } = spawnSync(
      process.execPath,
      ['--require', usage, this.bundle('cli.js'), ...words],
      {
        cwd: this.folder.path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        maxBuffer: 100_000_000,
      },
    );
    const [, out = '', err = '', taken = '{}'] = output;
    const { microseconds = NaN, kilobytes = NaN } = JSON.parse(taken === '' ? '{}' : (taken ?? '{}')) as {
      microseconds?: number;
      kilobytes?: number;
    };
    const numbers = { milliseconds: microseconds / 1000, megabytes: kilobytes / 1024 };
    return { code: status, out: out ?? '', err: err ?? '', ...numbers };
  }
}
