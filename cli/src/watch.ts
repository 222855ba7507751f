/*
 * `--watch`: does a round, and another whenever a document, a catalogue or an ignore file below some folders has changed,
 * until it is stopped. The first round begins when the folders are being watched, so that no change is missed. Several
 * changes at about the same time are one round, and what `--fix` has written itself is none. A library watches; it is
 * loaded when it is first needed. Links to folders are not followed, because they may form a circle.
 */
import type { EventEmitter } from 'node:events';
import { readFile, realpath, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { isCataloguePath, isReviewPath } from '../../core/src';
import { isInside } from '../../server/src/hosts/safeRead';
import { areSame } from './files/files';
import type { Program } from './terminal';
import { plain } from './terminal';

/** How long nothing must have changed before the next round, in milliseconds. */
const quiet = 100;

/**
 * Watches files and folders by their paths, and calls `round` at first and after each change; resolves when it is stopped.
 * A file that holds what `ours` has for it has not been changed by anyone else.
 */
export async function watch(
  looked: readonly string[],
  { cwd, stderr, whenStopped }: Program,
  round: () => Promise<unknown>,
  ours: Map<string, Uint8Array>,
): Promise<void> {
  const stopped = whenStopped();
  const changed = new Set<string>();
  let wake: () => void = () => undefined;
  const noteChange = (file: string): void => {
    changed.add(file);
    wake();
  };
  const somethingNew = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  stopped.addEventListener('abort', () => {
    wake();
  });
  const close = await listen(looked, noteChange);
  await round();
  stderr.write('\nWatching for changes. Ctrl+C stops it.\n');
  const isStopped = (): boolean => stopped.aborted;
  while (!isStopped()) {
    if (changed.size === 0) await somethingNew();
    for (let before = -1; before !== changed.size && !isStopped();) {
      before = changed.size;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
    if (isStopped()) break;
    const candidates = [...changed];
    changed.clear();
    const others: string[] = [];
    for (const file of candidates) if (!(await isOurs(file, ours))) others.push(file);
    if (others.length === 0) continue;
    const names = others.map((file) => plain(path.relative(cwd, file).replaceAll(path.sep, '/')));
    stderr.write(`\nChanged: ${names.sort().join(', ')}\n\n`);
    await round();
  }
  await close();
}

/**
 * Calls `noteChange` for each change of files, or of what is of interest below folders; resolves, once nothing can be
 * missed any more, to what ends it. The library loses a file that is named alone when a program saves it by moving
 * another into its place, and any file that is replaced just after its attributes have changed. So the folder of a
 * file is watched too, and what the system tells of a folder counts as well as what the library makes of it.
 */
async function listen(
  looked: readonly string[],
  noteChange: (file: string) => void,
): Promise<() => Promise<void>> {
  const { watch: start } = await import('chokidar');
  const named = new Set(await Promise.all(looked.map((file) => realpath(file).catch(() => file))));
  const folders: string[] = [];
  const files = new Set<string>();
  for (const file of named) {
    const stats = await stat(file).catch(() => undefined);
    if (stats?.isDirectory()) folders.push(file);
    else files.add(file);
  }
  const homes = new Set([...files].map((file) => path.dirname(file)));
  const isWatched = (file: string): boolean =>
    files.has(file) || (isOfInterest(file) && isInside(file, folders));
  const watcher = start([...named, ...homes], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file, stats) => {
      if (named.has(file) || homes.has(file)) return false;
      if (skipped.has(path.basename(file))) return true;
      if (homes.has(path.dirname(file)) && !isInside(file, folders)) return true;
      return stats?.isFile() === true && !isOfInterest(file);
    },
  });
  // The library's types want those of a newer Node than the one that is supported.
  const events = watcher as unknown as EventEmitter;
  events.on('all', (_: string, file: string) => {
    if (!homes.has(file)) noteChange(file);
  });
  events.on('raw', (_: string, name: string | null, { watchedPath }: { readonly watchedPath: string }) => {
    const file = path.join(watchedPath, name ?? '');
    if (!isWatched(watchedPath) && isWatched(file)) noteChange(file);
  });
  await new Promise<void>((resolve) => {
    events.on('ready', resolve);
  });
  return () => watcher.close();
}

/** Whether a file holds what we have written into it; it may have been reached by another path than the one watched. */
async function isOurs(file: string, ours: Map<string, Uint8Array>): Promise<boolean> {
  for (const [written, bytes] of ours) {
    const real = await realpath(written).catch(() => written);
    if (real !== file) continue;
    const now = await readFile(file).catch(() => undefined);
    if (now && areSame(new Uint8Array(now), bytes)) return true;
    // A program that writes our bytes again after this has changed the file.
    ours.delete(written);
    return false;
  }
  return false;
}

const skipped = new Set(['node_modules', '.git']);

function isOfInterest(file: string): boolean {
  return isReviewPath(file) || isCataloguePath(file) || path.basename(file) === '.gitignore';
}
