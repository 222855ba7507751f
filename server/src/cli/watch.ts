/*
 * `--watch`: does a round again whenever a document, a catalogue or an ignore file below some folders has changed, until
 * it is stopped. Several changes at about the same time are one round. The watching itself is a library's, which is
 * loaded when it is first needed; links to folders are not followed, so that a circle of them is no trap.
 */
import type { EventEmitter } from 'node:events';
import { realpath } from 'node:fs/promises';
import * as path from 'node:path';
import { isCataloguePath, isReviewPath } from '../../../core/src';
import type { Program } from './terminal';
import { plain } from './terminal';

/** How long nothing must have changed before the next round, in milliseconds. */
const quiet = 100;

/** Watches files and folders by their paths, and calls `round` after each change; resolves when it is stopped. */
export async function watch(
  looked: readonly string[],
  { cwd, stderr, whenStopped }: Program,
  round: () => Promise<unknown>,
): Promise<void> {
  const stopped = whenStopped();
  const { watch: start } = await import('chokidar');
  const named = new Set(await Promise.all(looked.map((file) => realpath(file).catch(() => file))));
  const watcher = start([...named], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file, stats) => {
      if (named.has(file)) return false;
      if (skipped.has(path.basename(file))) return true;
      return stats?.isFile() === true && !isOfInterest(file);
    },
  });
  // The library's types want those of a newer Node than the one that is supported.
  const events = watcher as unknown as EventEmitter;
  const changed = new Set<string>();
  let wake: () => void = () => undefined;
  events.on('all', (_: string, file: string) => {
    changed.add(file);
    wake();
  });
  const somethingNew = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  stopped.addEventListener('abort', () => {
    wake();
  });
  await new Promise<void>((resolve) => {
    events.on('ready', resolve);
  });
  stderr.write('\nWatching for changes. Ctrl+C stops it.\n');
  const isStopped = (): boolean => stopped.aborted;
  while (!isStopped()) {
    if (changed.size === 0) await somethingNew();
    for (let before = -1; before !== changed.size && !isStopped();) {
      before = changed.size;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
    if (isStopped()) break;
    const names = [...changed].map((file) => plain(path.relative(cwd, file).replaceAll(path.sep, '/')));
    changed.clear();
    stderr.write(`\nChanged: ${names.sort().join(', ')}\n\n`);
    await round();
  }
  await watcher.close();
}

const skipped = new Set(['node_modules', '.git']);

function isOfInterest(file: string): boolean {
  return isReviewPath(file) || isCataloguePath(file) || path.basename(file) === '.gitignore';
}
